import type { SheetRow } from '../sheet/sheet.ts'
import { type Column, REQUIRED, readHeading } from './headings.ts'

/** The heading row of a register. */
export interface Heading {
  /** As a person counts, from 1. */
  row: number
  /** Column of the sheet by meaning, from 0; of two with one meaning the left one. */
  columns: ReadonlyMap<Column, number>
  /** Headings that stand for nothing that is read. */
  unknown: readonly string[]
}

/** Title rows that may stand above the heading. */
const ROWS_TRIED = 30

/** The first row that names code, name and block. */
export function headingOf(rows: readonly SheetRow[]): Heading | undefined {
  return rows
    .slice(0, ROWS_TRIED)
    .map(heading)
    .find(({ columns }) => Object.keys(REQUIRED).every((one) => columns.has(one as Column)))
}

/** How many headings the first rows name; what tells the delimiter of a CSV file. */
export function understoodIn(rows: readonly SheetRow[]): number {
  return Math.max(0, ...rows.map((row) => heading(row).columns.size))
}

function heading({ row, cells }: SheetRow): Heading {
  const columns = new Map<Column, number>()
  const unknown: string[] = []
  for (const [at, cell] of cells.entries()) {
    if (cell === undefined) continue
    const meaning = readHeading(cell.text)
    if (meaning === 'ordinal') continue
    if (meaning === undefined || columns.has(meaning)) unknown.push(cell.text)
    else columns.set(meaning, at)
  }
  return { row, columns, unknown }
}
