import { readCsv } from '../../bundle/csv/read-csv.ts'
import type { Sheet, SheetRow } from '../../bundle/sheet/sheet.ts'
import type { DocumentText } from '../document-text.ts'
import { fromLatin1 } from './from-latin1.ts'
import { inUnicode } from './in-unicode.ts'
import { LineSink, TEXT_LIMITS } from './line-sink.ts'
import { withoutText } from './package.ts'
import { addSheet } from './sheet.ts'
import { tidyText } from './tidy-text.ts'
import { overBounds } from './unread.ts'

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
