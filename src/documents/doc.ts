import WordExtractor from 'word-extractor'
import { type DocumentText, locked, overBounds, plainLines, unreadable } from './document-text.ts'
import { inUnicode } from './legacy.ts'
import type { DocumentBounds } from './settings.ts'

/**
 * The text of a Word 97–2003 file: headers and footers, body, text boxes, footnotes. Only for the child process: a damaged
 * file may take any time and memory.
 */
export async function readDoc(
  bytes: Uint8Array,
  { characters }: Pick<DocumentBounds, 'characters'>,
): Promise<DocumentText> {
  if (isLocked(bytes)) return locked('doc')
  const document = await opened(bytes)
  if (document === undefined) return unreadable('doc', 'damaged')
  const parts = [document.getHeaders(), document.getBody(), document.getTextboxes(), document.getFootnotes()]
  const text = parts.join('\n')
  if (text.length > characters) return overBounds('doc', 'size')
  return inUnicode('doc', [{ lines: plainLines(text) }])
}

/** Undefined when it cannot be opened: whatever the extractor stumbles over, it is in the file. */
async function opened(bytes: Uint8Array) {
  try {
    return await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  } catch {
    return undefined
  }
}

const SECTOR = 512
/** Of the header of a Word document (MS-DOC 2.5.2): its mark, and the bit that says it is encrypted. */
const WORD_MARK = 0xa5ec
const FLAGS_AT = 10
const ENCRYPTED = 0x0100

/** Whether it is behind a password. The header of the document begins a sector of the file, most often the first. */
function isLocked(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = SECTOR; at + FLAGS_AT + 2 <= bytes.length; at += SECTOR)
    if (view.getUint16(at, true) === WORD_MARK) return (view.getUint16(at + FLAGS_AT, true) & ENCRYPTED) !== 0
  return false
}
