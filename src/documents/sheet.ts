import type { ReadOptions } from '../intake/container.ts'
import { readCsv } from '../intake/csv.ts'
import { Deadline } from '../intake/limits.ts'
import { type Cell, columnName, type Sheet, type SheetRow } from '../intake/sheet.ts'
import { serialToIso } from '../intake/written-values.ts'
import { openWorkbook } from '../intake/xlsx/workbook.ts'
import {
  type DocumentText,
  LineSink,
  overBounds,
  TEXT_LIMITS,
  type TextPage,
  tidyText,
  unreadable,
} from './document-text.ts'
import { inUnicode } from './legacy.ts'
import { officeOptions, officeText, withoutText } from './office-package.ts'
import { fromLatin1 } from './plain.ts'

/**
 * The text of an XLSX (or XLSM, whose macros are never run): each visible sheet in turn, a row as one line, its cells
 * as they are shown, days as `28/02/2026`. Hidden sheets are left out and flagged.
 * @returns also when the file cannot be read: `text` and `reason` then say why
 */
export async function readSheet(bytes: Uint8Array, options: ReadOptions): Promise<DocumentText> {
  return officeText('xlsx', bytes, () => readWorkbook(bytes, options))
}

async function readWorkbook(bytes: Uint8Array, options: ReadOptions): Promise<DocumentText> {
  const deadline = new Deadline(options)
  const reading = { clean: tidyText, hidden: true }
  const sheets = await openWorkbook(bytes, officeOptions(options), () => deadline.check(), reading)
  if (sheets.length === 0) return unreadable('xlsx', 'wrongType')
  const sink = new LineSink()
  const content: TextPage[] = []
  let hidden = false
  for (const { visible, read } of sheets) {
    if (!visible) hidden ||= (await read(0)).rows.length > 0
    else {
      const start = sink.lines.length
      addSheet(await read(), sink)
      content.push({ lines: sink.lines.slice(start) })
    }
  }
  const text = inUnicode(
    'xlsx',
    content.filter(({ lines }) => lines.length > 0),
  )
  return hidden && text.text === 'read' ? { ...text, flags: [...text.flags, 'hiddenText'] } : text
}

/** Adds the rows of a sheet as lines. */
export function addSheet(sheet: Sheet, sink: LineSink): void {
  for (const { row, cells } of sheet.rows) {
    const first = cells.findIndex((cell) => cell !== undefined)
    const shown = cells.map((cell) => (cell === undefined ? '' : shownText(cell, sheet.date1904)))
    sink.count(shown.reduce((sum, { length }) => sum + length, 0))
    const at = `${columnName(first)}${row}`
    sink.put([shown], sheet.name === undefined ? at : `${sheet.name}!${at}`)
  }
}

function shownText({ kind, text }: Cell, date1904: boolean): string {
  const iso = kind === 'date' ? serialToIso(text, date1904) : undefined
  return iso !== undefined ? iso.split('-').reverse().join('/') : text
}

/**
 * The text of a CSV file: a record as one line. The delimiter is the one that parts the first records into most cells.
 * @returns also when the file cannot be read: `text` and `reason` then say why
 */
export async function readCsvText(bytes: Uint8Array): Promise<DocumentText> {
  if (bytes.length > TEXT_LIMITS.weight) return overBounds('csv', 'size')
  try {
    const sheet = await readCsv(bytes, cellsIn, tidyText)
    const legacy = sheet.windows1258 ? textOf(await readCsv(fromLatin1(bytes), cellsIn, tidyText)) : undefined
    return legacy?.flags.includes('converted') ? legacy : textOf(sheet)
  } catch (error) {
    return withoutText('csv', error)
  }
}

function textOf(sheet: Sheet): DocumentText {
  const sink = new LineSink()
  addSheet(sheet, sink)
  return inUnicode('csv', [{ lines: sink.lines }])
}

function cellsIn(rows: readonly SheetRow[]): number {
  return rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell !== undefined).length, 0)
}
