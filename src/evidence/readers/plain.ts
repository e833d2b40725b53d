import { decodeText } from '../../bundle/csv/decode-text.ts'
import { SheetUnreadable } from '../../bundle/sheet/sheet.ts'
import type { DocumentBounds } from '../bounds.ts'
import type { DocumentText } from '../document-text.ts'
import { inUnicode } from './in-unicode.ts'
import { plainLines } from './plain-lines.ts'
import { overBounds, unreadable } from './unread.ts'

/** The text of a plain text file: by its byte order mark, as UTF-8, or as windows-1258. */
export function readPlain(bytes: Uint8Array, { characters }: Pick<DocumentBounds, 'characters'>): DocumentText {
  if (bytes.length > characters) return overBounds('text', 'size')
  try {
    return inUnicode('text', [{ lines: plainLines(decodeText(bytes).text) }])
  } catch (error) {
    if (error instanceof SheetUnreadable) return unreadable('text', 'damaged')
    throw error
  }
}
