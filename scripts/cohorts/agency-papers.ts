import { strToU8, zipSync } from 'fflate'
import { type Manifest, manifest as manifestSchema, namedPaths } from '../../src/dossier/manifest.ts'
import { documentLines } from '../samples/document-file.ts'

/** Any day: the same bytes on every machine. */
const MTIME = '2020-01-01T00:00:00'

/**
 * A bundle with a small text file for every paper that the manifest names, each of this agency and of its own subject: no
 * two have the same text. Text is read in a moment and nothing is packed, so that a thousand bundles are written and
 * judged within minutes.
 */
export function bundleWithPapers(manifest: Manifest): Uint8Array {
  const { name } = manifest.agency
  const files: Record<string, Uint8Array> = { 'manifest.json': strToU8(JSON.stringify(manifest)) }
  for (const named of namedPaths(manifestSchema, manifest))
    files[named.path] ??= strToU8(`${[...documentLines(named, manifest, name), kept(named.path, name)].join('\n')}\n`)
  return zipSync(files, { level: 0, mtime: MTIME })
}

/** Long enough to say something: a paper of fewer words is no evidence. */
const kept = (path: string, agency: string) =>
  `Văn bản này thuộc hồ sơ Hệ thống quản lý chất lượng của ${agency}, được lưu tại Văn phòng và phổ biến đến công chức của cơ quan để thực hiện. Ký hiệu tệp lưu: ${path}.`
