import { TextDecoder } from 'node:util'
import { SheetUnreadable } from '../sheet/sheet.ts'

/** What a part's reader is told. Names come without their prefix, so `x:row` is `row`. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

const CHUNK = 64 * 1024

/**
 * Reads one XML part of a package piece by piece, building no tree. UTF-8, or UTF-16 with its mark.
 * @param part name of the part, for messages
 * @param tick called between pieces; throws to end the reading
 * @throws SheetUnreadable when the part declares a DOCTYPE (never needed, and the door to external entities) or is no
 *   well-formed XML; and whatever a handler or `tick` throws
 */
export async function parseXml(
  part: string,
  bytes: Uint8Array,
  handlers: XmlHandlers,
  tick: () => void,
): Promise<void> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw hasDoctype(part)
  })
  parser.on('error', (cause) => {
    throw notWellFormed(part, cause)
  })
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag.attributes))
  parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)))
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  for (let at = 0; at < bytes.length; at += CHUNK) {
    tick()
    parser.write(decode(part, decoder, bytes.subarray(at, at + CHUNK), at + CHUNK < bytes.length))
  }
  parser.close()
}

function decode(part: string, decoder: TextDecoder, piece: Uint8Array, more: boolean): string {
  try {
    return decoder.decode(piece, { stream: more })
  } catch (cause) {
    throw notWellFormed(part, cause)
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** An XML name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function hasDoctype(part: string): SheetUnreadable {
  return new SheetUnreadable({
    vi: `Phần ${part} trong tệp có khai báo DOCTYPE; tệp do Excel hoặc LibreOffice ghi không bao giờ có. Vì an toàn, tệp không được đọc. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.`,
    en: `The part ${part} declares a DOCTYPE, which no file written by Excel or LibreOffice has. For safety it is not read. Open the file in Excel, save it again as .xlsx and send it anew.`,
  })
}

function notWellFormed(part: string, cause: unknown): SheetUnreadable {
  return new SheetUnreadable(
    {
      vi: `Phần ${part} trong tệp không phải là XML đúng quy cách; tệp bị hỏng hoặc ghi dở. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.`,
      en: `The part ${part} is not well-formed XML: the file is damaged or was not written to its end. Open the file in Excel, save it again as .xlsx and send it anew.`,
    },
    { cause },
  )
}
