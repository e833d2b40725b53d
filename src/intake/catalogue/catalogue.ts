import { withValues } from '../../core/errors.ts'
import type { ReadOptions } from '../container.ts'
import { bestHeading, readCsv } from '../csv.ts'
import { displayName } from '../display.ts'
import { formOf } from '../file-kinds.ts'
import { Deadline } from '../limits.ts'
import { Refusal } from '../refusals/refusal.ts'
import { type Sheet, SheetUnreadable } from '../sheet.ts'
import { CATALOGUE_TEXTS } from '../words.ts'
import { openWorkbook, type WorkbookSheet } from '../xlsx/workbook.ts'
import { noHeading, understoodAt } from './headings.ts'
import { hasHeading, type ProcedureList, ROWS_FOR_HEADING, readList, rowsForHeading } from './list.ts'
import { CatalogueUnreadable } from './notices.ts'
import { warn } from './rows.ts'

/**
 * The procedures of a list that an office keeps in Excel or CSV: headings in any order below title rows, sections,
 * totals and noise left out. Of a workbook the first visible sheet with a heading row is read.
 * @param name of the file, for messages; what the file is, its bytes say
 * @returns `rows[i]` is the sheet row (from 1) of `procedures[i]`
 * @throws CatalogueUnreadable when no list can be read out of the file; Refusal `read-timeout` when time is over
 */
export async function readCatalogue(bytes: Uint8Array, name: string, options: ReadOptions): Promise<ProcedureList> {
  const kind = formOf(bytes, name)
  if (kind.form === 'none') throw new CatalogueUnreadable(name, kind.why)
  try {
    return kind.form === 'csv' ? await fromCsv(bytes, name) : await fromWorkbook(bytes, name, options)
  } catch (error) {
    if (error instanceof SheetUnreadable) throw new CatalogueUnreadable(name, error.text, { cause: error })
    if (error instanceof Refusal && error.code !== 'read-timeout') throw notAPackage(name, error)
    throw error
  }
}

async function fromCsv(bytes: Uint8Array, name: string): Promise<ProcedureList> {
  const sheet = await readCsv(bytes, bestHeading(understoodAt))
  if (!hasHeading(sheet)) throw new CatalogueUnreadable(name, noHeading(rowsForHeading(sheet)))
  return readList(sheet, displayName(name))
}

async function fromWorkbook(bytes: Uint8Array, name: string, options: ReadOptions): Promise<ProcedureList> {
  const deadline = new Deadline(options)
  const tops: Sheet[] = []
  const lists: WorkbookSheet[] = []
  for (const sheet of await openWorkbook(bytes, options, () => deadline.check())) {
    const top = await sheet.read(ROWS_FOR_HEADING)
    tops.push(top)
    if (hasHeading(top)) lists.push(sheet)
  }
  const [first, ...others] = lists
  if (first === undefined) throw new CatalogueUnreadable(name, noHeading(tops.flatMap(rowsForHeading)))
  const file = displayName(name)
  const list = readList(await first.read(), file)
  const names = others.map((sheet) => `'${sheet.name}'`).join(', ')
  if (others.length > 0)
    warn({ file, notices: list.notices }, 'catalogue-further-sheets', { read: first.name, others: names })
  return list
}

/** The gate's own words speak of bundles; here it is one file of Excel's. */
function notAPackage(name: string, refusal: Refusal): CatalogueUnreadable {
  return new CatalogueUnreadable(name, withValues(CATALOGUE_TEXTS.fileCannotOpenedAs, { text: refusal.text }), {
    cause: refusal,
  })
}
