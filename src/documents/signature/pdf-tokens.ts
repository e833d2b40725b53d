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

/** Bytes that part tokens in a PDF (ISO 32000-1, 7.2.2). */
const WHITE = among('\0\t\n\f\r ')
const ENDS_WORD = among('\0\t\n\f\r ()<>[]{}/%')
const PERCENT = 0x25

/** By byte: a document has millions of them to ask about. */
function among(letters: string): Uint8Array {
  const table = new Uint8Array(256)
  for (const letter of letters) table[letter.charCodeAt(0)] = 1
  return table
}

export const isWhite = (byte: number | undefined): boolean => byte !== undefined && WHITE[byte] === 1

/** Where the next token begins, past white space and comments; the length of the bytes where there is none. */
export function skipWhite(pdf: Buffer, from: number): number {
  let at = from
  for (; at < pdf.length; at++) {
    if (pdf[at] === PERCENT) while (at < pdf.length && pdf[at] !== 0x0a && pdf[at] !== 0x0d) at++
    else if (!isWhite(pdf[at])) break
  }
  return Math.min(at, pdf.length)
}

/** Where a run of ordinary characters (a name, a number, a keyword) ends. */
function endOfWord(pdf: Buffer, from: number): number {
  let at = from
  while (at < pdf.length && ENDS_WORD[pdf[at] ?? 0] === 0) at++
  return at
}

/** Where a literal string that opens at `from` ends, past its last parenthesis; the length of the bytes where it never does. */
function endOfLiteral(pdf: Buffer, from: number): number {
  let open = 0
  for (let at = from; at < pdf.length; at++) {
    const byte = pdf[at]
    if (byte === 0x5c) at++
    else if (byte === 0x28) open++
    else if (byte === 0x29 && --open === 0) return at + 1
  }
  return pdf.length
}

/** Whether `word` stands at `at`. */
export function standsAt(pdf: Buffer, at: number, word: string): boolean {
  for (let letter = 0; letter < word.length; letter++) if (pdf[at + letter] !== word.charCodeAt(letter)) return false
  return true
}
