import type { Line } from './line.ts'
import { type SignatureWords, signatureWords } from './signature-words.ts'

/** What a line among signatures holds, left to right. */
export interface SignatureLine {
  titles: readonly Extract<SignatureWords, { is: 'title' }>[]
  names: readonly string[]
  /** Words in capitals that are no title: the rest of one that runs over several lines, or something else. */
  capitals: readonly string[]
  /** Something stands in it that does not belong to signatures. */
  other: boolean
}

/** Tells what the cells of a line are. */
export function signatureLine({ cells }: Line): SignatureLine {
  const words = cells.map(signatureWords)
  return {
    titles: words.filter((cell) => cell.is === 'title'),
    capitals: words.flatMap((cell) => (cell.is === 'capitals' ? [cell.words] : [])),
    names: words.flatMap((cell) => (cell.is === 'name' ? [cell.name] : [])),
    other: words.some(({ is }) => is === 'other'),
  }
}
