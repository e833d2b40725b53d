import { magicOf } from '../base/archive-magic.ts'
import type { BundleFile, FileKind } from '../dossier/dossier.ts'
import type { ContainerEntry } from './container.ts'

/** What a file's bytes may be for its name to be true, by extension; an extension not listed here promises nothing. */
const PROMISED: Readonly<Record<string, readonly FileKind[]>> = {
  pdf: ['pdf'],
  // Whether it is Word's is for its reader to say: offices' programs write many things under these names.
  docx: ['zip', 'ole'],
  docm: ['zip', 'ole'],
  xlsx: ['zip'],
  xlsm: ['zip'],
  pptx: ['zip'],
  odt: ['zip'],
  ods: ['zip'],
  zip: ['zip'],
  doc: ['ole', 'zip', 'text', 'xml'],
  rtf: ['text'],
  xls: ['ole'],
  ppt: ['ole'],
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  tif: ['tiff'],
  tiff: ['tiff'],
  xml: ['xml'],
  html: ['xml', 'text'],
  htm: ['xml', 'text'],
  txt: ['text', 'xml'],
  md: ['text', 'xml'],
  csv: ['text'],
  json: ['text'],
  yaml: ['text'],
  yml: ['text'],
}

/** Signatures of images: PNG (W3C), JPEG (JFIF, EXIF), TIFF 6.0 in both byte orders. */
const IMAGES: readonly (readonly [FileKind, string])[] = [
  ['png', '89504e470d0a1a0a'],
  ['jpeg', 'ffd8ff'],
  ['tiff', '49492a00'],
  ['tiff', '4d4d002a'],
]
const UTF16_MARK = /^(fffe|feff)/
/** Tab to carriage return, and escape (ISO 2022 texts): the controls that stand in texts. */
const isTextByte = (byte: number) => (byte >= 0x20 ? byte !== 0x7f : (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b)

/** What a file is by its first bytes; text is what has no control characters that texts do not have. */
export function kindOfFile(head: Uint8Array): FileKind {
  const magic = magicOf(head)
  if (magic === 'zip' || magic === 'pdf' || magic === 'ole') return magic
  if (magic === 'empty-zip') return 'zip'
  if (magic !== 'unknown' || head.length === 0) return 'unknown'
  const hex = Buffer.from(head).toString('hex')
  const image = IMAGES.find(([, signature]) => hex.startsWith(signature))
  if (image !== undefined) return image[0]
  if (UTF16_MARK.test(hex)) return 'text'
  if (!head.every(isTextByte)) return 'unknown'
  return /^\s*<[?!A-Za-z]/.test(new TextDecoder().decode(head)) ? 'xml' : 'text'
}

/** An entry as the judgement sees it, under its path relative to the manifest. */
export function bundleFile(entry: ContainerEntry, path: string): BundleFile {
  const kind = kindOfFile(entry.head)
  return { path, sha256: entry.sha256, bytes: entry.bytes, kind, state: stateOf(entry, path, kind) }
}

function stateOf(entry: ContainerEntry, path: string, kind: FileKind): BundleFile['state'] {
  if (entry.bytes === 0) return 'empty'
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const promised = Object.hasOwn(PROMISED, extension) ? PROMISED[extension] : undefined
  return promised === undefined || promised.includes(kind) ? 'ok' : 'wrongType'
}
