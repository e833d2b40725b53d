import type { Notice } from '../../dossier/dossier.ts'
import { TEXT_LIMITS } from '../../dossier/primitives.ts'
import type { Procedure } from '../../dossier/procedures.ts'
import { columnName, MergedCells, SHEET_LIMITS, type Sheet, type SheetRow } from '../sheet.ts'
import { type Heading, headingAt } from './headings.ts'
import { agencyOfRow, enterSection, judgeRow, type RowAgency, type RowContext, readProcedure, warn } from './rows.ts'

/** The procedures of a list, the sheet row of each, and what was mended or left out. */
export interface ProcedureList {
  procedures: Procedure[]
  rows: number[]
  /** Of each procedure the agencies its row names; absent where no heading names a column of them. */
  agencies?: RowAgency[]
  notices: Notice[]
}

/** How many filled rows may stand above the first heading. */
const ROWS_BEFORE_HEADING = 50
/** Filled rows that must be there to look for a heading, whose second row may follow the last. */
export const ROWS_FOR_HEADING = ROWS_BEFORE_HEADING + 1

/** Whether the sheet has a heading row where one is looked for. */
export function hasHeading(sheet: Sheet): boolean {
  return rowsForHeading(sheet).some((_, at) => headingAt(sheet.rows, at) !== undefined)
}

/** The rows in which a heading is looked for. */
export function rowsForHeading(sheet: Sheet): readonly SheetRow[] {
  return sheet.rows.slice(0, ROWS_BEFORE_HEADING)
}

/**
 * Reads a sheet that {@link hasHeading}. Every further heading row (after a page break, or of a next table) sets the
 * columns anew. A row that looks like a procedure and cannot be one is told, never dropped in silence.
 * @param file name of the file as it is shown
 */
export function readList(sheet: Sheet, file: string): ProcedureList {
  const list: ProcedureList = { procedures: [], rows: [], notices: [] }
  const context: RowContext = {
    file,
    date1904: sheet.date1904,
    merged: new MergedCells(sheet),
    columns: new Map(),
    sections: [],
    notices: list.notices,
  }
  tellOfSheet(context, sheet)
  for (let at = 0; at < sheet.rows.length; at++) {
    const row = sheet.rows[at]
    if (row === undefined) break
    const heading = headingAt(sheet.rows, at)
    if (heading === undefined) readRow(context, row, list)
    else {
      useHeading(context, heading, row)
      at += heading.depth - 1
    }
  }
  return list
}

function readRow(context: RowContext, row: SheetRow, list: ProcedureList): void {
  const is = judgeRow(context, row)
  if (is.kind === 'section') context.sections = enterSection(context.sections, is.section)
  else if (is.kind === 'no-code') warn(context, 'catalogue-code-missing', { name: is.name }, row.row)
  else if (is.kind === 'no-name') warn(context, 'catalogue-name-missing', { code: is.code }, row.row)
  if (is.kind !== 'procedure') return
  const procedure = readProcedure(context, row, is.name)
  if (procedure === undefined || tellIfTooLong(context, procedure, row.row)) return
  list.procedures.push(procedure)
  list.rows.push(row.row)
  if (context.columns.has('agency') || context.columns.has('agencyCode')) {
    list.agencies ??= list.procedures.slice(1).map(() => ({}))
    list.agencies.push(agencyOfRow(context, row))
  } else list.agencies?.push({})
}

/** Texts of a procedure, as their headings call them, and their most characters. */
const BOUNDED = [
  ['code', 'Mã TTHC', TEXT_LIMITS.code],
  ['name', 'Tên thủ tục', TEXT_LIMITS.procedureName],
  ['field', 'Lĩnh vực', TEXT_LIMITS.title],
] as const

function tellIfTooLong(context: RowContext, procedure: Procedure, row: number): boolean {
  const long = BOUNDED.find(([key, , most]) => (procedure[key]?.length ?? 0) > most)
  if (long === undefined) return false
  const [key, heading, most] = long
  const found = procedure[key]?.length ?? 0
  warn(context, 'catalogue-text-too-long', { heading, found: String(found), most: String(most) }, row)
  return true
}

function useHeading(context: RowContext, heading: Heading, row: SheetRow): void {
  const known = context.columns
  context.columns = heading.columns
  // A heading repeated on every page says nothing new.
  if ([...heading.columns].every(([meaning, column]) => known.get(meaning) === column)) return
  for (const { meaning, column } of heading.doubled) {
    const other = heading.columns.get(meaning)
    if (meaning === 'ordinal' || other === undefined) continue
    const words = { column: columnName(column), other: columnName(other), heading: row.cells[other]?.text ?? meaning }
    warn(context, 'catalogue-column-doubled', words, row.row)
  }
  const last = heading.columns.get('lastDay')
  if (last !== undefined && !heading.columns.has('effectiveTo'))
    warn(context, 'catalogue-last-day-unclear', { column: columnName(last) }, row.row)
}

function tellOfSheet(context: RowContext, sheet: Sheet): void {
  if (sheet.windows1258) warn(context, 'catalogue-windows-1258', {})
  const column = columnName(SHEET_LIMITS.columns - 1)
  if (sheet.cellsBeyond > 0) warn(context, 'catalogue-cells-beyond', { count: String(sheet.cellsBeyond), column })
}
