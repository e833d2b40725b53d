import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { withValues } from '../../core/errors.ts'
import { displaySize } from '../display.ts'
import { SheetUnreadable } from '../sheet.ts'
import { XML_TEXTS } from '../words.ts'

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
  return new SheetUnreadable(withValues(XML_TEXTS.partDeclaresDoctypeNo, { part }), { reason: 'doctype' })
}

/** A part beyond {@link XML_LIMITS}. */
function overgrown(part: string): SheetUnreadable {
  return new SheetUnreadable(
    withValues(XML_TEXTS.partElementsMoreThan, {
      part,
      depth: XML_LIMITS.depth,
      attributes: XML_LIMITS.attributes,
      text: displaySize(XML_LIMITS.text),
    }),
    { reason: 'nesting' },
  )
}

/** A part that is no XML, or not in the encoding it says. */
function notWellFormed(part: string, cause: unknown): SheetUnreadable {
  return new SheetUnreadable(withValues(XML_TEXTS.partNotWellFormed, { part }), { cause })
}
