import { foldWords } from '../../catalogue/fold-words.ts'
import type { Cell } from '../../sheet/sheet.ts'
import type { Column } from './layout/columns.ts'
import type { Section, State } from './layout/section.ts'

/** A cell, empty or filled, and its reference as Excel shows it (`B7`). */
export interface CellAt {
  at: string
  cell: Cell | undefined
}

/** One row of a table, or a form as a whole: what stands in each column that the sheet has. */
export interface Entry {
  /** Reference of the first cell of its row. */
  at: string
  cells: ReadonlyMap<Column, CellAt>
}

/** A sheet as it was understood: its cells by what they mean, not by where they stand. */
export interface Tab {
  section: Section
  columns: readonly Column[]
  date1904: boolean
  /** The cell Có / Không có / Chưa khai. */
  state: { at: string; said: State | undefined } | undefined
  entries: readonly Entry[]
}

/** A cell that says something: a hint that still stands where the template put it says nothing. */
export function filled(column: Column, cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.text !== '' && cell.text !== column.hint
}

/** No heading is longer; to look through more would only cost time. */
const LONGEST_HEADING = 200

/** Columns by their folded headings; worked out once for a sheet, though asked for with each of its cells. */
const known = new WeakMap<readonly Column[], ReadonlyMap<string, Column>>()

/** The column of a heading, however it is written. */
export function columnOf(columns: readonly Column[], heading: string): Column | undefined {
  if (heading.length > LONGEST_HEADING) return undefined
  const byHeading = known.get(columns) ?? new Map(columns.map((column) => [foldWords(column.heading), column]))
  known.set(columns, byHeading)
  return byHeading.get(foldWords(heading))
}
