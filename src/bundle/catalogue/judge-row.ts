import type { Cell, SheetRow } from '../sheet/sheet.ts'
import { readCode } from './code.ts'
import { foldWords } from './fold-words.ts'
import { cellOf, type RowContext } from './row-reader.ts'
import { readSection, type Section } from './section.ts'

/** What a row of a list is. */
export type RowKind =
  | { kind: 'procedure'; name: string }
  | { kind: 'section'; section: Section }
  | { kind: 'no-code'; name: string }
  | { kind: 'no-name'; code: string }
  | { kind: 'noise' }

const NOISE: RowKind = { kind: 'noise' }
const TOTAL = /^(?:(?:tong cong|tong so)\b|(?:tong|cong)$)/
const SIGN_ALONE = /^(?:[IVX]+|[A-ZĐ]|\d+(?:\.\d+)*)\s*[.)]?$/u
const LETTER = /\p{L}/u

/** Tells a procedure from a section title, a total, a footnote and the numbers under a heading. */
export function judgeRow(context: RowContext, row: SheetRow): RowKind {
  const code = readCode(cellOf(context, row, 'code'))?.code
  const name = wordsOf(cellOf(context, row, 'name'))
  // Some programs write the title of a merged row into every cell of it.
  if (code !== undefined && name !== undefined && code !== name) return { kind: 'procedure', name }
  const { sign, texts } = partsOf(row, context.columns.get('ordinal'))
  const [title = ''] = texts
  if (texts.length === 0 || texts.some((text) => TOTAL.test(foldWords(text)))) return NOISE
  const numbered = /^\d/.test(sign) && name !== undefined && !/^linh vuc\b/.test(foldWords(title))
  const section = texts.length === 1 && !numbered ? readSection(sign, title, name !== undefined) : undefined
  if (section !== undefined) return { kind: 'section', section }
  if (name !== undefined && !continuesAbove(context, row)) return { kind: 'no-code', name }
  if (code !== undefined && name === undefined && looksLikeCode(code)) return { kind: 'no-name', code }
  return NOISE
}

function wordsOf(cell: Cell | undefined): string | undefined {
  return cell?.kind === 'text' && LETTER.test(cell.text) ? cell.text : undefined
}

/** The ordinal, or the letter or number before a title, apart from the different texts of the other cells. */
function partsOf(row: SheetRow, ordinal: number | undefined): { sign: string; texts: readonly string[] } {
  const filled = row.cells.flatMap((cell, column) => (cell === undefined ? [] : [{ text: cell.text, column }]))
  const [first, ...others] = filled
  const signed = first !== undefined && others.length > 0 && SIGN_ALONE.test(first.text)
  const isSign = signed && (ordinal === undefined || first.column <= ordinal)
  return { sign: isSign ? first.text : '', texts: [...new Set((isSign ? others : filled).map(({ text }) => text))] }
}

/** Rows that go on with the procedure above share its code cell. */
function continuesAbove(context: RowContext, row: SheetRow): boolean {
  const column = context.columns.get('code')
  return column !== undefined && context.merged.continues(row.row, column)
}

function looksLikeCode(text: string): boolean {
  return /^\d+\.\d+/.test(text)
}
