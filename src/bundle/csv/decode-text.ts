import { SheetUnreadable } from '../sheet/sheet.ts'

/** Text of a file and whether its encoding had to be taken for windows-1258. */
export interface DecodedText {
  text: string
  windows1258: boolean
}

/**
 * Text by its byte order mark (UTF-8, UTF-16), else as UTF-8 when that fits to the last byte, else as windows-1258.
 * @throws SheetUnreadable when the bytes are no text: they break their own mark's encoding, or hold NUL
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return marked(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return marked(bytes, 'utf-16be')
  if (first === 0xef && second === 0xbb && third === 0xbf) return marked(bytes, 'utf-8')
  const utf8 = strictly(bytes, 'utf-8')
  const text = utf8 ?? new TextDecoder('windows-1258').decode(bytes)
  return { text: withoutNul(text), windows1258: utf8 === undefined }
}

function marked(bytes: Uint8Array, encoding: string): DecodedText {
  const text = strictly(bytes, encoding)
  if (text === undefined) throw brokenEncoding(encoding)
  return { text: withoutNul(text), windows1258: false }
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function withoutNul(text: string): string {
  const at = text.indexOf('\0')
  if (at === -1) return text
  const line = text.slice(0, at).split('\n').length
  throw new SheetUnreadable({
    vi: `Dòng ${line} của tệp có ký tự NUL (byte 0); tệp văn bản CSV không có ký tự này. Mở danh mục bằng Excel, lưu dạng .xlsx hoặc CSV UTF-8 rồi nộp lại.`,
    en: `Line ${line} of the file has a NUL character (byte 0), which a CSV text never has. Open the list in Excel, save it as .xlsx or CSV UTF-8 and send it anew.`,
  })
}

function brokenEncoding(encoding: string): SheetUnreadable {
  const name = encoding.toUpperCase()
  return new SheetUnreadable({
    vi: `Đầu tệp báo mã ký tự ${name} nhưng nội dung không đúng mã đó; tệp bị hỏng. Mở danh mục bằng Excel, lưu dạng CSV UTF-8 hoặc .xlsx rồi nộp lại.`,
    en: `The file says at its start that it is ${name}, but its content is not: it is damaged. Open the list in Excel, save it as CSV UTF-8 or .xlsx and send it anew.`,
  })
}
