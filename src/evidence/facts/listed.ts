import type { Line } from './line.ts'
import { NUMBERED } from './numbered.ts'
import { type Statement, statementsOf } from './statements.ts'
import { wording } from './wording.ts'

const BULLET = /^(?:[-–+•*]|\d{1,2}[.)]|[a-zđ]\)) ?/iu
/** A table's row under a label begins with its number. */
const ROW = /^\d{1,3}[.)]?$/u

/** What stands under a label: the words behind it on its line, and the items of the list below. */
export interface Listed {
  beside: string
  items: readonly Statement[]
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
  const rows = below.findIndex(({ line }) => ROW.test(line.cells[0] ?? '') && line.cells.length > 1)
  const isItem = rows === 0 || rows === 1 ? isRow : sameBullet(told.text, below[0]?.text ?? '')
  const from = rows === 1 ? 1 : 0
  const end = below.slice(from).findIndex((statement) => !isItem(statement))
  const items = below.slice(from, end < 0 ? undefined : from + end)
  return { label: told, beside: told.text.replace(label, '').trim(), items }
}

/** A list item without its bullet. */
export function unbulleted(text: string): string {
  return text.replace(BULLET, '').trim()
}

function isRow({ line }: Statement): boolean {
  return line.cells.length > 1 && ROW.test(line.cells[0] ?? '')
}

/** Items begin with one kind of bullet, and not with the label's own: that is the next label. */
function sameBullet(label: string, first: string): (statement: Statement) => boolean {
  const shape = shapeOf(first)
  if (shape === undefined || shape === shapeOf(label)) return () => false
  return ({ text }) => shapeOf(text) === shape
}

function shapeOf(text: string): string | undefined {
  const [bullet] = BULLET.exec(text) ?? []
  return bullet
    ?.trim()
    .replace(/\d+/u, '1')
    .replace(/^[a-zđ](?=\))/iu, 'a')
}
