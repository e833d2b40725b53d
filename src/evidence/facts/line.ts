import type { CellBox, DocumentText, TextLine } from '../document-text.ts'

/** A line of a document in the form it is matched in, and its place. */
export interface Line {
  /** NFC, single spaces, the look-alike Ð (U+00D0) written Đ. */
  text: string
  /** What stands apart on the line, left to right; the whole line where it is one run. */
  cells: readonly string[]
  page?: number
  cell?: string
  /** Where its cells stand on the page. */
  boxes?: readonly CellBox[]
  /** The line below on the same page, where boxes are known. */
  below?: Line
}

/** Every line of the document that says something, in order. */
export function linesOf(text: DocumentText): Line[] {
  return text.content.flatMap(({ page, lines }) => {
    const told = lines.flatMap((line) => toldBy(line, page))
    for (const [at, line] of told.entries()) {
      const below = told[at + 1]
      if (line.boxes !== undefined && below?.boxes !== undefined) line.below = below
    }
    return told
  })
}

function toldBy(line: TextLine, page: number | undefined): Line[] {
  const cells = (line.cells.length > 1 ? line.cells : [line.text]).flatMap((cell) => cell.split('\n'))
  const told = cells.map(plainWords).filter((cell) => cell !== '')
  if (told.length === 0) return []
  const boxes = line.boxes?.length === told.length ? { boxes: line.boxes } : {}
  return [{ text: told.join(' '), cells: told, page, cell: line.cell, ...boxes }]
}

/** A text as lines are matched: NFC, single spaces, Ð written Đ, no zero-width characters. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
    .replace(/\s+/gu, ' ')
    .trim()
}
