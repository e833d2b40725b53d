import { endOfLiteral, endOfWord } from './pdf-bytes.ts'

/** Where a value stands in the file: `end` is past its last byte. */
export interface Span {
  start: number
  end: number
}

/** A value in a dictionary, as far as signatures need it. */
export type Value =
  | { name: string }
  | { word: string }
  | { number: number }
  | { numbers: readonly number[] }
  | { text: string }
  | { hex: Span }

/** A literal string longer than this is no date. */
const MAX_TEXT = 64
const ENDS = new Set(['endobj', 'obj', 'stream', 'endstream', 'xref', 'trailer', 'startxref'])

/** What stands at `at`: a value; or the `R` of a reference, whose numbers were no value; or a word no dictionary holds. */
export function tokenAt(
  pdf: Buffer,
  at: number,
): { end: number } & ({ value: Value } | { ends: true } | { reference: true }) {
  if (pdf[at] === 0x28) {
    const end = endOfLiteral(pdf, at)
    return { end, value: { text: end - at > MAX_TEXT ? '' : pdf.toString('latin1', at + 1, end - 1) } }
  }
  if (pdf[at] === 0x3c) {
    const close = pdf.indexOf(0x3e, at)
    return close < 0
      ? { end: pdf.length, ends: true }
      : { end: close + 1, value: { hex: { start: at, end: close + 1 } } }
  }
  const named = pdf[at] === 0x2f
  const end = endOfWord(pdf, named ? at + 1 : at)
  const word = pdf.toString('latin1', named ? at + 1 : at, Math.min(end, at + MAX_TEXT))
  if (named) return { end, value: { name: unescaped(word) } }
  if (word === 'R') return { end, reference: true }
  if (ENDS.has(word)) return { end, ends: true }
  return { end, value: /^[+-]?\d+$/.test(word) ? { number: Number(word) } : { word } }
}

/** A name may hide its letters: `/Byte#52ange` is `/ByteRange` (ISO 32000-1, 7.3.5). */
const unescaped = (name: string): string =>
  name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
