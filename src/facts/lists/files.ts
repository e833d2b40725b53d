import type { Clock } from '../../base/clock.ts'
import { field, list } from '../define.ts'
import type { Scope } from '../scope.ts'
import { secretStamps } from '../secrets.ts'

interface Item {
  path: string
  /** Where it bears a secrecy stamp; absent when it has none. */
  stamp: string | undefined
}

function items(scope: Scope, clock: Clock): readonly Item[] {
  const stamps = new Map(scope.derive(secretStamps, clock).map(({ path, place }) => [path, place]))
  return [...scope.dossier.files.keys()].map((path) => ({ path, stamp: stamps.get(path) }))
}

/** Every file of the bundle, named in the manifest or not. */
export const filesList = list<Item>({
  label: { vi: 'tệp trong bộ hồ sơ', en: 'files of the bundle' },
  items,
  place: ({ path }) => ({ file: path }),
  fields: {
    path: field('text', 'đường dẫn tệp', 'path of the file', (item: Item) => item.path),
    stamped: field(
      'flag',
      'có dấu chỉ độ mật trong tên tệp hoặc nội dung',
      'has a secrecy stamp in its name or text',
      (item) => item.stamp !== undefined,
    ),
    stamp: field('text', 'vị trí dấu chỉ độ mật', 'where the stamp stands', (item) => item.stamp),
  },
})
