import type { Line } from './line.ts'
import { NUMBERED } from './numbered.ts'
import { type Row, rowsUnder } from './rows.ts'
import { begins, type Statement, statementsOf } from './statements.ts'
import { wording } from './wording.ts'

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
  return { label: told, beside: told.text.replace(label, '').trim(), items }
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
