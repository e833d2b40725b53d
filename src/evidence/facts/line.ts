import type { DocumentText } from '../document-text.ts'

/** A line of a document in the form it is matched in, and its place. */
export interface Line {
  /** NFC, single spaces, the look-alike Ð (U+00D0) written Đ. */
  text: string
  /** What stands apart on the line, left to right; the whole line where it is one run. */
  cells: readonly string[]
  page?: number
  cell?: string
}

/**
 * Longest line in characters. A paragraph of an office file is one line; what is matched over lines (a name, a day, a
 * heading) is far shorter, and some of it takes quadratic time over the length of its line.
 */
export const LONGEST_LINE = 4_000

/** Every line of the document that says something, in order; a longer one than is matched is parted at its spaces. */
export function linesOf(text: DocumentText): Line[] {
  return text.content.flatMap(({ page, lines }) =>
    lines.flatMap((line) => {
      const cells = (line.cells.length > 1 ? line.cells : [line.text]).flatMap((cell) => cell.split('\n'))
      const told = cells.map(plainWords).filter((cell) => cell !== '')
      const said = { page, cell: line.cell }
      if (told.length === 0) return []
      const text = told.join(' ')
      if (text.length <= LONGEST_LINE) return [{ text, cells: told, ...said }]
      return told.flatMap(parted).map((part) => ({ text: part, cells: [part], ...said }))
    }),
  )
}

/** Pieces of a text that are no longer than a line may be, cut at a space where there is one. */
function parted(text: string): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > LONGEST_LINE) {
    const space = rest.lastIndexOf(' ', LONGEST_LINE)
    const end = space > 0 ? space : LONGEST_LINE
    parts.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return rest === '' ? parts : [...parts, rest]
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
