import type { SheetRow } from '../sheet/sheet.ts'
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
  const next = lower?.row === upper.row + 1 ? lower : undefined
  if (next !== undefined) {
    const double = assemble(twoRowReadings(upper, next), 2)
    if (isHeading(double) && size(double) > size(single) && size(double) > size(singleRow(next))) return double
  }
  return isHeading(single) ? single : undefined
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

function singleRow(row: SheetRow): Heading {
  return assemble(
    row.cells.map((cell) => readLabel(cell?.text)),
    1,
  )
}

/** A group heading stands in its leftmost cell only, merged or not: it goes with every lower cell to its right. */
function twoRowReadings(upper: SheetRow, lower: SheetRow): (Reading | undefined)[] {
  const readings: (Reading | undefined)[] = []
  let group = ''
  for (let column = 0; column < Math.max(upper.cells.length, lower.cells.length); column++) {
    const [top, below] = [upper.cells[column]?.text, lower.cells[column]?.text]
    if (top !== undefined) group = top
    readings[column] = below === undefined ? readLabel(top) : better(readLabel(`${group} ${below}`), readLabel(below))
  }
  return readings
}

function better(together: Reading | undefined, alone: Reading | undefined): Reading | undefined {
  return [together, alone].find((reading) => reading?.exact) ?? together ?? alone
}

function readLabel(text: string | undefined): Reading | undefined {
  return text === undefined || text.length > LONGEST_HEADING ? undefined : readHeading(text)
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
