import { decodeText } from '../intake/csv.ts'
import { SheetUnreadable } from '../intake/sheet.ts'
import { type DocumentText, overBounds, unreadable } from './document-text.ts'
import { isHtml, readHtml } from './html.ts'
import { inUnicode } from './legacy.ts'
import { isRtf, readRtf } from './rtf.ts'
import type { DocumentBounds } from './settings.ts'
import { plainLines } from './text-lines.ts'

/**
 * The text of a plain text file, or of one that is Rich Text or a page of HTML whatever its name: by its byte order mark, as UTF-8, as TCVN3 or VNI where its words are such, or as
 * windows-1258.
 */
export function readPlain(bytes: Uint8Array, { characters }: Pick<DocumentBounds, 'characters'>): DocumentText {
  if (isRtf(bytes)) return readRtf(bytes, { characters })
  if (isHtml(bytes)) return readHtml(bytes, { characters })
  if (bytes.length > characters) return overBounds('text', 'size')
  try {
    const { text, windows1258 } = decodeText(bytes)
    const legacy = windows1258 ? textOf(decodeText(fromLatin1(bytes)).text) : undefined
    return legacy?.flags.includes('converted') ? legacy : textOf(text)
  } catch (error) {
    if (error instanceof SheetUnreadable) return unreadable('text', 'damaged')
    throw error
  }
}

function textOf(text: string): DocumentText {
  return inUnicode('text', [{ lines: plainLines(text) }])
}

/** Bytes that are no Unicode, one character each: so the letters of TCVN3 and VNI stand in text, other than in windows-1258. */
export function fromLatin1(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1'))
}
