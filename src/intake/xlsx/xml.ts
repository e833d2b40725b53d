import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { displaySize } from '../display.ts'
import { SheetUnreadable } from '../sheet.ts'

/** What a part's reader is told. Names come without their prefix, so `x:row` is `row`. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
  /** Asked between pieces: nothing more is wanted. */
  done?(): boolean
}

const CHUNK = 64 * 1024

/**
 * Reads one XML part of a package piece by piece, building no tree. UTF-8, or UTF-16 with its mark.
 * @param part name of the part, for messages
 * @param tick called between pieces; throws to end the reading
 * @throws SheetUnreadable when the part declares a DOCTYPE (never needed, and the door to external entities) or is no
 *   well-formed XML, or is nested or attributed beyond reason; and whatever a handler or `tick` throws
 */
export async function parseXml(
  part: string,
  bytes: Uint8Array,
  handlers: XmlHandlers,
  tick: () => void,
): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let [depth, attributes, unended] = [0, 0, 0]
  parser.on('doctype', () => {
    throw hasDoctype(part)
  })
  parser.on('error', (cause) => {
    throw notWellFormed(part, cause)
  })
  parser.on('attribute', () => {
    if (++attributes > XML_LIMITS.attributes) throw overgrown(part)
  })
  parser.on('opentag', (tag) => {
    attributes = unended = 0
    if (++depth > XML_LIMITS.depth) throw overgrown(part)
    handlers.open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    unended = 0
    depth--
    handlers.close?.(localName(tag.name))
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  for (let at = 0; at < bytes.length; at += CHUNK) {
    tick()
    if (handlers.done?.()) return
    unended += CHUNK
    if (unended > XML_LIMITS.text) throw overgrown(part)
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

/**
 * Far beyond what a workbook's parts have. A parser keeps in memory every open element, every attribute of one, and a
 * text until it ends.
 */
const XML_LIMITS = {
  /** Elements inside each other. */
  depth: 64,
  /** Attributes of one element. */
  attributes: 256,
  /** Bytes between two tags. */
  text: 1024 * 1024,
} as const

/** A part with a DOCTYPE. */
function hasDoctype(part: string): SheetUnreadable {
  return new SheetUnreadable(
    {
      vi: `Phần ${part} trong tệp có khai báo DOCTYPE; tệp do Excel hoặc LibreOffice ghi không bao giờ có. Vì an toàn, tệp không được đọc. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.`,
      en: `The part ${part} declares a DOCTYPE, which no file written by Excel or LibreOffice has. For safety it is not read. Open the file in Excel, save it again as .xlsx and send it anew.`,
    },
    { reason: 'doctype' },
  )
}

/** A part beyond {@link XML_LIMITS}. */
function overgrown(part: string): SheetUnreadable {
  return new SheetUnreadable(
    {
      vi: `Phần ${part} trong tệp có phần tử lồng nhau quá ${XML_LIMITS.depth} cấp, có quá ${XML_LIMITS.attributes} thuộc tính hoặc có giá trị dài quá ${displaySize(XML_LIMITS.text)}; tệp do Excel hoặc LibreOffice ghi không bao giờ như vậy. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.`,
      en: `The part ${part} has elements more than ${XML_LIMITS.depth} deep, one with more than ${XML_LIMITS.attributes} attributes, or a value longer than ${displaySize(XML_LIMITS.text)}, which no file written by Excel or LibreOffice has. Open the file in Excel, save it again as .xlsx and send it anew.`,
    },
    { reason: 'nesting' },
  )
}

/** A part that is no XML, or not in the encoding it says. */
function notWellFormed(part: string, cause: unknown): SheetUnreadable {
  return new SheetUnreadable(
    {
      vi: `Phần ${part} trong tệp không phải là XML đúng quy cách; tệp bị hỏng hoặc ghi dở. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.`,
      en: `The part ${part} is not well-formed XML: the file is damaged or was not written to its end. Open the file in Excel, save it again as .xlsx and send it anew.`,
    },
    { cause },
  )
}
