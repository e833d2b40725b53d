import { begins, type Line, type Statement, statementsOf } from './lines.ts'
import { NUMBERED, wording } from './wording.ts'

const BULLET = /^(?:[-–+•*]|\d{1,2}[.)]|[a-zđ]\)) ?/iu

/** What stands under a label: the words behind it on its line, and the items of the list or the rows of the table below. */
export interface Listed {
  beside: string
  items: readonly Row[]
  label: Statement
}

/** A pattern for a label that a statement begins with, numbered or not; `|` separates alternatives. */
export function labelled(names: string): RegExp {
  return wording(`${NUMBERED}«${names}»(?: ?:|(?= ?$)) ?`)
}

/** The first list under the label. Items are bulleted or numbered as the first one is, or rows of a table. */
export function listedUnder(lines: readonly Line[], label: RegExp): Listed | undefined {
  const statements = statementsOf(lines)
  const at = statements.findIndex(({ text }) => label.test(text))
  const told = statements[at]
  if (!told) return undefined
  const below = statements.slice(at + 1)
  const items = rowsUnder(below) ?? bulleted(told.text, below)
  return { label: told, beside: withRest(told.text.replace(label, '').trim(), below), items }
}

/** Words behind a label with those on the lines below, as long as a line ends with what stands between two members. */
export function withRest(beside: string, below: readonly Statement[]): string {
  let words = beside
  for (const { text, line } of below) {
    if (!/[;,]$/u.test(words) || line.cells.length > 1 || begins(text)) break
    words = `${words} ${text}`
  }
  return words
}

/** A list item without its bullet. */
export function unbulleted(text: string): string {
  return text.replace(BULLET, '').trim()
}

/** Items begin with one kind of bullet, and not with the label's own: that is the next label. */
function bulleted(label: string, below: readonly Statement[]): Row[] {
  const shape = shapeOf(below[0]?.text ?? '')
  if (shape === undefined || shape === shapeOf(label)) return []
  const items: Row[] = []
  for (const [index, { text, line }] of below.entries()) {
    const last = items.at(-1)
    if (shapeOf(text) === shape) items.push({ text, line, beside: [] })
    else if (last && goesOn(text, below[index + 1], shape)) last.text = `${last.text} ${text}`
    else break
  }
  return items
}

/** Whether words between two items end the first: a narrow column breaks lines anywhere. */
function goesOn(text: string, next: Statement | undefined, shape: string): boolean {
  return next !== undefined && shapeOf(next.text) === shape && !begins(text) && !text.endsWith(':')
}

function shapeOf(text: string): string | undefined {
  const [bullet] = BULLET.exec(text) ?? []
  return bullet
    ?.trim()
    .replace(/\d+/u, '1')
    .replace(/^[a-zđ](?=\))/iu, 'a')
}

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
function rowsUnder(statements: readonly Statement[]): Row[] | undefined {
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
