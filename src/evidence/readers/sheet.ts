import type { ReadOptions } from '../../bundle/container.ts'
import { Deadline } from '../../bundle/deadline.ts'
import { serialToIso } from '../../bundle/sheet/serial-date.ts'
import { type Cell, columnName, type Sheet } from '../../bundle/sheet/sheet.ts'
import { openWorkbook } from '../../bundle/xlsx/read-xlsx.ts'
import type { DocumentText, TextPage } from '../document-text.ts'
import { inUnicode } from './in-unicode.ts'
import { LineSink } from './line-sink.ts'
import { officeOptions, officeText } from './package.ts'
import { tidyText } from './tidy-text.ts'
import { unreadable } from './unread.ts'

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
