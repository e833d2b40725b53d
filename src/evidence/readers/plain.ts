import { decodeText } from '../../bundle/csv/decode-text.ts'
import { SheetUnreadable } from '../../bundle/sheet/sheet.ts'
import type { DocumentBounds } from '../bounds.ts'
import type { DocumentText } from '../document-text.ts'
import { fromLatin1 } from './from-latin1.ts'
import { isHtml, readHtml } from './html.ts'
import { inUnicode } from './in-unicode.ts'
import { plainLines } from './plain-lines.ts'
import { isRtf, readRtf } from './rtf.ts'
import { overBounds, unreadable } from './unread.ts'

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
