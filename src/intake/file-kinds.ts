import { type Localized, withValues } from '../core/errors.ts'
import { magicOf } from '../core/files.ts'
import type { BundleFile, FileKind } from '../dossier/dossier.ts'
import type { ContainerEntry } from './container.ts'
import { FILE_KINDS_TEXTS, FILE_KINDS_RESAVE as RESAVE } from './words.ts'

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

/** How a list is read, or why a file of its kind is not. */
export type FileForm = { form: 'xlsx' | 'csv' } | { form: 'none'; why: Localized }

/** Tells by the bytes, not by the name, what a list is; the name only matters where it promises a workbook. */
export function formOf(bytes: Uint8Array, name: string): FileForm {
  if (bytes.length === 0) return none('Tệp không có nội dung (0 byte).', 'The file is empty (0 bytes).')
  const magic = magicOf(bytes)
  if (magic === 'zip' || magic === 'empty-zip') return { form: 'xlsx' }
  if (magic === 'ole') return oldOffice(bytes)
  if (magic === 'pdf')
    return none('Tệp là PDF; danh mục cần ở dạng XLSX hoặc CSV.', 'The file is a PDF; a list must be XLSX or CSV.')
  if (magic !== 'unknown')
    return none(
      `Tệp có dạng ${magic.toUpperCase()}; danh mục cần ở dạng XLSX hoặc CSV.`,
      `The file is of the kind ${magic.toUpperCase()}; a list must be XLSX or CSV.`,
    )
  if (/^\s*(?:<!doctype html|<html|<\?xml|<table)/i.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1')))
    return none(
      'Tệp là trang web hoặc XML (thường do phần mềm khác xuất ra), không phải là XLSX hoặc CSV.',
      'The file is a web page or XML (as some programs export), no XLSX or CSV.',
    )
  if (/\.xls[xmb]?$/i.test(name))
    return none(
      'Tên tệp là của sổ tính Excel nhưng nội dung không phải là XLSX.',
      'The name is that of an Excel workbook, but the content is no XLSX.',
    )
  return { form: 'csv' }
}

function oldOffice(bytes: Uint8Array): FileForm {
  if (!isEncryptedOffice(bytes))
    return none(
      'Tệp ở dạng Excel cũ (.xls, Excel 97–2003), không đọc được.',
      'The file is in the old Excel form (.xls, Excel 97–2003), which is not read.',
    )
  return {
    form: 'none',
    why: FILE_KINDS_TEXTS.filePasswordCannotRead,
  }
}

function none(vi: string, en: string): FileForm {
  return { form: 'none', why: withValues(FILE_KINDS_TEXTS.joined, { reason: { vi, en }, resave: RESAVE }) }
}

/** Name of the stream that holds the encrypted package (MS-OFFCRYPTO 2.3.4). */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le')

/** Whether an OLE file is a DOCX or XLSX behind a password. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_STREAM)
}
