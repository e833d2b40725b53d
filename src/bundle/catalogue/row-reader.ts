import type { Notice } from '../../dossier/dossier.ts'
import type { Procedure } from '../../dossier/procedures.ts'
import type { Cell, SheetRow } from '../sheet/sheet.ts'
import { type CodeReading, readCode } from './code.ts'
import { readDate } from './date-cell.ts'
import type { Meaning } from './headings.ts'
import { readLimitDays } from './limit-days.ts'
import type { MergedCells } from './merged-cells.ts'
import { type CatalogueNoticeCode, noticeText } from './notices.ts'
import type { Reading } from './reading.ts'
import type { Section } from './section.ts'
import { readYesNo } from './yes-no.ts'

/** What the rows of one sheet are read with. */
export interface RowContext {
  file: string
  date1904: boolean
  merged: MergedCells
  columns: ReadonlyMap<Meaning, number>
  /** The sections that hold the row, outermost first. */
  sections: readonly Section[]
  notices: Notice[]
}

const DATES = {
  announcedOn: 'Ngày công bố',
  effectiveFrom: 'Ngày hiệu lực',
  effectiveTo: 'Ngày hết hiệu lực',
} as const

/** Tells something about a row. */
export function tell(
  context: Pick<RowContext, 'file' | 'notices'>,
  code: CatalogueNoticeCode,
  met: Readonly<Record<string, string>>,
  row?: number,
): void {
  const place = { file: context.file, ...(row === undefined ? {} : { row }) }
  context.notices.push({ code, text: noticeText(code, place, met), ...place })
}

/** The cell of a row under a heading; for all but the code, also one merged down from above. */
export function cellOf(context: RowContext, row: SheetRow, meaning: Meaning): Cell | undefined {
  const column = context.columns.get(meaning)
  if (column === undefined) return undefined
  return row.cells[column] ?? (meaning === 'code' ? undefined : context.merged.value(row.row, column))
}

/** The procedure of a row that has a code and a name; undefined when it is repealed no one knows when. */
export function readProcedure(context: RowContext, row: SheetRow, name: string): Procedure | undefined {
  const { code, mendedFrom }: Partial<CodeReading> = readCode(cellOf(context, row, 'code')) ?? {}
  if (code === undefined) return undefined
  const procedure: Procedure = { code, name }
  const field = fieldOf(context, row)
  if (field !== undefined) procedure.field = field
  for (const [meaning, heading] of Object.entries(DATES) as [keyof typeof DATES, string][]) {
    const cell = cellOf(context, row, meaning)
    const day = clear(readDate(cell, context.date1904), () =>
      tell(context, 'catalogue-date-unclear', { heading, found: cell?.text ?? '' }, row.row),
    )
    if (day !== undefined) procedure[meaning] = day
  }
  const limit = cellOf(context, row, 'limitDays')
  const limitDays = clear(readLimitDays(limit), () =>
    tell(context, 'catalogue-limit-unclear', { found: limit?.text ?? '' }, row.row),
  )
  if (limitDays !== undefined) procedure.limitDays = limitDays
  const internal = internalOf(context, row)
  if (internal !== undefined) procedure.internal = internal
  if (mendedFrom !== undefined) tell(context, 'catalogue-code-padded', { found: mendedFrom, code }, row.row)
  if (procedure.effectiveTo !== undefined || !context.sections.some(({ repealed }) => repealed)) return procedure
  tell(context, 'catalogue-repealed-undated', { code }, row.row)
  return undefined
}

function fieldOf(context: RowContext, row: SheetRow): string | undefined {
  const cell = cellOf(context, row, 'field')
  if (context.columns.has('field')) return cell?.kind === 'error' ? undefined : cell?.text
  return context.sections.findLast(({ field }) => field !== undefined)?.field
}

function internalOf(context: RowContext, row: SheetRow): boolean | undefined {
  const cell = cellOf(context, row, 'internal')
  const marked = clear(readYesNo(cell), () =>
    tell(context, 'catalogue-internal-unclear', { found: cell?.text ?? '' }, row.row),
  )
  return marked ?? (context.sections.some(({ internal }) => internal) ? true : undefined)
}

function clear<T>(reading: Reading<T>, unclear: () => void): T | undefined {
  if (reading === 'unclear') unclear()
  return reading === 'unclear' ? undefined : reading?.value
}
