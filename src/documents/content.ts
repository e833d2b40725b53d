import { createHash } from 'node:crypto'
import type { DocumentContent } from '../dossier/reading.ts'
import type { DocumentText } from './document-text.ts'

const WORD = /[\p{L}\p{N}]/u

/** What a document holds, whatever it says. */
export function contentOf(text: DocumentText): DocumentContent {
  const hash = createHash('sha256')
  let words = 0
  for (const { lines } of text.content)
    for (const line of lines)
      for (const word of line.text.split(' ')) if (WORD.test(word)) hash.update(words++ === 0 ? word : ` ${word}`)
  return {
    pages: text.pages ?? null,
    words,
    inkedPages: text.drawn?.inked ?? null,
    textHash: words === 0 ? null : hash.digest('hex'),
    drawnHash: text.drawn?.hash ?? null,
  }
}
