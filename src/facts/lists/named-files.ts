import type { Clock } from '../../base/clock.ts'
import type { BundleFile } from '../../dossier/dossier.ts'
import { manifest as manifestSchema } from '../../dossier/manifest.ts'
import { namedPaths } from '../../dossier/named-paths.ts'
import { field, list } from '../define.ts'
import type { Scope } from '../scope.ts'

interface Item {
  path: string
  state: BundleFile['state'] | 'absent'
  /** The path when the file can be used. */
  file: string | undefined
  pointer: string
}

function namedFiles({ manifest, dossier }: Scope): readonly Item[] {
  const byPath = new Map<string, Item>()
  for (const { path, pointer } of namedPaths(manifestSchema, manifest)) {
    if (byPath.has(path)) continue
    const state = dossier.files.get(path)?.state ?? 'absent'
    byPath.set(path, { path, state, file: state === 'ok' ? path : undefined, pointer })
  }
  return [...byPath.values()]
}

/** Every file the manifest names, once, where it names it first. */
export const namedFilesList = list<Item>({
  label: { vi: 'tệp nêu trong bảng kê hồ sơ', en: 'files named in the manifest' },
  items: (scope: Scope, clock: Clock) => scope.derive(namedFiles, clock),
  place: ({ pointer }) => ({ pointer }),
  fields: {
    path: field('text', 'đường dẫn tệp', 'path of the file', (item: Item) => item.path),
    state: field('text', 'tình trạng tệp', 'state of the file', (item) => item.state),
    file: field('file', 'tệp đọc được', 'readable file', (item) => item.file),
  },
})
