import WordExtractor from 'word-extractor'
import { type DocumentText, overBounds, unreadable } from './document-text.ts'
import { inUnicode } from './legacy.ts'
import type { DocumentBounds } from './settings.ts'
import { plainLines } from './text-lines.ts'

/**
 * The text of a Word 97–2003 file: headers and footers, body, text boxes, footnotes. Only for the child process: a damaged
 * file may take any time and memory.
 */
export async function readDoc(
  bytes: Uint8Array,
  { characters }: Pick<DocumentBounds, 'characters'>,
): Promise<DocumentText> {
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
