import type { Cell, SheetRow } from '../sheet/sheet.ts'
import { type Meaning, type Reading, readHeading } from './headings.ts'

/** Where each meaning stands, as one heading row, or two under each other, say it. */
export interface Heading {
  /** Column by meaning, from 0. */
  columns: ReadonlyMap<Meaning, number>
  /** Further columns with a meaning that another column already has; not read. */
  doubled: readonly { meaning: Meaning; column: number }[]
  /** Rows that the heading takes: 1 or 2. */
  depth: 1 | 2
}

const LONGEST_HEADING = 200

/** The heading that begins at `rows[at]`, or undefined when that row, with or without the next, names no code and name. */
export function headingAt(rows: readonly SheetRow[], at: number): Heading | undefined {
  const [upper, lower] = [rows[at], rows[at + 1]]
  if (upper === undefined) return undefined
  const single = singleRow(upper)
  const double = lower?.row === upper.row + 1 ? twoRows(upper, lower) : undefined
  if (double !== undefined && isHeading(double) && size(double) > size(single)) return double
  return isHeading(single) ? single : undefined
}

/** Two rows as one heading, where they say more together than the lower alone. */
function twoRows(upper: SheetRow, lower: SheetRow): Heading | undefined {
  const alone = size(singleRow(lower))
  // Rows that say nothing apart are rows of the list: most of a sheet, and not worth a second look.
  if (size(singleRow(upper)) + alone === 0) return undefined
  const double = assemble(twoRowReadings(upper, lower), 2)
  return size(double) > alone ? double : undefined
}

/** How many meanings are known in the best heading of these rows; what tells the delimiter of a CSV file. */
export function understoodIn(rows: readonly SheetRow[]): number {
  return Math.max(0, ...rows.map((_, at) => headingAt(rows, at)?.columns.size ?? 0))
}

/** Meanings that single rows name though no heading came of it: what a message can point at. */
export function partOfHeading(row: SheetRow): readonly Meaning[] {
  return [...singleRow(row).columns.keys()].filter((meaning) => meaning !== 'ordinal')
}

function isHeading(heading: Heading): boolean {
  return heading.columns.has('code') && heading.columns.has('name')
}

function size(heading: Heading): number {
  return heading.columns.size
}

const singleRows = new WeakMap<SheetRow, Heading>()

/** A row as a heading of its own; worked out once for each row, though asked for as upper and as lower one. */
function singleRow(row: SheetRow): Heading {
  const known = singleRows.get(row)
  if (known !== undefined) return known
  const heading = assemble(row.cells.map(readLabel), 1)
  singleRows.set(row, heading)
  return heading
}

/** A group heading stands in its leftmost cell only, merged or not: it goes with every lower cell to its right. */
function twoRowReadings(upper: SheetRow, lower: SheetRow): (Reading | undefined)[] {
  const readings: (Reading | undefined)[] = []
  let group = ''
  for (let column = 0; column < Math.max(upper.cells.length, lower.cells.length); column++) {
    const [top, below] = [upper.cells[column], lower.cells[column]]
    if (top !== undefined) group = top.text
    if (below === undefined) readings[column] = readLabel(top)
    else readings[column] = better(readLabel({ ...below, text: `${group} ${below.text}` }), readLabel(below))
  }
  return readings
}

function better(together: Reading | undefined, alone: Reading | undefined): Reading | undefined {
  return [together, alone].find((reading) => reading?.exact) ?? together ?? alone
}

function readLabel(cell: Cell | undefined): Reading | undefined {
  if (cell?.kind !== 'text' || cell.text.length > LONGEST_HEADING) return undefined
  return readHeading(cell.text)
}

/** An exact heading wins over one with more words, then the leftmost. */
function assemble(readings: readonly (Reading | undefined)[], depth: 1 | 2): Heading {
  const columns = new Map<Meaning, number>()
  const doubled: { meaning: Meaning; column: number }[] = []
  for (const exact of [true, false])
    for (const [column, reading] of readings.entries()) {
      if (reading?.exact !== exact) continue
      if (columns.has(reading.meaning)) doubled.push({ meaning: reading.meaning, column })
      else columns.set(reading.meaning, column)
    }
  return { columns, doubled, depth }
}
