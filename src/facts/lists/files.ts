import type { Clock } from '../../base/clock.ts'
import { field, list } from '../define.ts'
import type { Scope } from '../scope.ts'
import { secretStamps } from '../secrets.ts'

interface Item {
  path: string
  stamped: boolean
}

function items(scope: Scope, clock: Clock): readonly Item[] {
  const stamped = new Set(scope.derive(secretStamps, clock).map(({ path }) => path))
  return [...scope.dossier.files.keys()].map((path) => ({ path, stamped: stamped.has(path) }))
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
      'có dấu chỉ độ mật trong tên tệp',
      'has a secrecy stamp in its name',
      (item) => item.stamped,
    ),
  },
})
