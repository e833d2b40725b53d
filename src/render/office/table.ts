/** How the values of a column are written; shares are from 0 to 1, `rounded` the same share as whole percents. */
export type ColumnKind = 'text' | 'count' | 'share' | 'rounded' | 'points' | 'money'

export interface Column {
  label: string
  kind: ColumnKind
  /** Characters that fit in a line of the printed column. */
  width: number
  /** Cells for a person to fill: left empty where there is no value, and told by their colour. */
  toFill?: true
}

/** What a workbook computes from cells that a person fills; `value` is what comes out as long as nobody has. */
export interface Formula {
  formula: string
  value: number | null
}

export type Cell = string | number | Formula | null

/** A table as it stands both in a sheet of a workbook and on a page. */
export interface Table {
  /** Its anchor on a page. */
  id: string
  /** Name of its sheet, at most 31 characters, without `[]:*?/\`. */
  sheet: string
  title: string
  /** Sentences under the title. */
  notes: readonly string[]
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  total?: readonly Cell[]
  /** Said in place of rows where there are none. */
  empty?: string
}

/** Number in its sheet of the row with the headings of columns, from 1; the rows follow it. */
export function headingRow({ notes }: Pick<Table, 'notes'>): number {
  return notes.length + 3
}
