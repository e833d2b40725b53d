import type { Line } from './line.ts'
import { begins, type Statement } from './statements.ts'

/** An item of a list, or a row of a table. */
export interface Row {
  text: string
  line: Line
  /** Cells of the lines around a row that has no number of their own: parts of it, or of the row before or after. */
  beside: readonly string[]
}

/** A table's row begins with its number. */
const NUMBER = /^(\d{1,3})[.)]?$/u
/** Lines of its head above the first row, at most. */
const HEAD = 5
/** Characters of one cell on one line, at most. */
const LONGEST_CELL = 45

/**
 * The rows of the table that stands first, numbered from 1, each with the cells of lines that may belong to
 * it; undefined where no table stands there. It ends where something else begins: a number from before, an item, a label.
 */
export function rowsUnder(statements: readonly Statement[]): Row[] | undefined {
  const first = statements.findIndex(({ line }) => numberOf(line) === 1)
  if (first < 0 || first > HEAD || !statements.slice(0, first).every(isHead)) return undefined
  const rows: { text: string; line: Line; beside: string[] }[] = []
  let before: string[] = first > 1 ? cellsOf(statements.slice(1, first)) : []
  for (const { text, line } of statements.slice(first)) {
    const number = numberOf(line)
    const last = rows.at(-1)
    if (number !== undefined && number > rows.length && (line.cells.length > 1 || number === rows.length + 1)) {
      rows.push({ text, line, beside: before })
      before = []
    } else if ((number !== undefined && line.cells.length > 1) || isOther(line)) break
    else {
      last?.beside.push(...line.cells)
      before.push(...line.cells)
    }
  }
  return rows
}

/** The number may stand on a line of its own, where the cells beside it have an even number of lines. */
function numberOf({ cells }: Line): number | undefined {
  const number = NUMBER.exec(cells[0] ?? '')?.[1]
  return number === undefined ? undefined : Number(number)
}

/** Something below the table: words that begin a statement, or are longer than a line of a cell. */
function isOther({ cells, text }: Line): boolean {
  return cells.length === 1 && (begins(text) || text.length > LONGEST_CELL)
}

/** The names of columns, on one line or several. */
function isHead({ line, text }: Statement): boolean {
  return line.cells.length > 1 || (text.length <= 30 && !begins(text))
}

function cellsOf(statements: readonly Statement[]): string[] {
  return statements.flatMap(({ line }) => line.cells)
}
