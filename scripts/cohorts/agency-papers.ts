import { strToU8, zipSync } from 'fflate'
import { docxParts, paragraph } from '../../fixtures/documents/docx-file.ts'
import { type Manifest, manifest as manifestSchema, namedPaths } from '../../src/dossier/manifest.ts'
import { documentLines } from '../samples/document-file.ts'

/** Any day: the same bytes on every machine. */
const MTIME = '2020-01-01T00:00:00'

/**
 * A bundle with a small Word file for every paper that the manifest names, each of this agency and of its own subject: no
 * two have the same text. The writer packs nothing, so that a thousand bundles are written in seconds.
 */
export function bundleWithPapers(manifest: Manifest): Uint8Array {
  const { name } = manifest.agency
  const files: Record<string, Uint8Array> = { 'manifest.json': strToU8(JSON.stringify(manifest)) }
  for (const named of namedPaths(manifestSchema, manifest))
    files[named.path] ??= wordFile([...documentLines(named, manifest, name), kept(named.path, name)])
  return zipSync(files, { level: 0, mtime: MTIME })
}

/** Long enough to say something: a paper of fewer words is no evidence. */
const kept = (path: string, agency: string) =>
  `Văn bản này thuộc hồ sơ Hệ thống quản lý chất lượng của ${agency}, được lưu tại Văn phòng và phổ biến đến công chức của cơ quan để thực hiện. Ký hiệu tệp lưu: ${path}.`

function wordFile(lines: readonly string[]): Uint8Array {
  const parts = docxParts(lines.map((line) => paragraph(line)).join(''))
  const files = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]))
  return zipSync(files, { level: 0, mtime: MTIME })
}
