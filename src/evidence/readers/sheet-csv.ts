import { readCsv } from '../../bundle/csv/read-csv.ts'
import type { SheetRow } from '../../bundle/sheet/sheet.ts'
import type { DocumentText } from '../document-text.ts'
import { inUnicode } from './in-unicode.ts'
import { LineSink, TEXT_LIMITS } from './line-sink.ts'
import { withoutText } from './package.ts'
import { addSheet } from './sheet.ts'
import { overBounds } from './unread.ts'

/**
 * The text of a CSV file: a record as one line. The delimiter is the one that parts the first records into most cells.
 * @returns also when the file cannot be read: `text` and `reason` then say why
 */
export async function readCsvText(bytes: Uint8Array): Promise<DocumentText> {
  if (bytes.length > TEXT_LIMITS.weight) return overBounds('csv', 'size')
  try {
    const sink = new LineSink()
    addSheet(await readCsv(bytes, cellsIn), sink)
    return inUnicode('csv', [{ lines: sink.lines }])
  } catch (error) {
    return withoutText('csv', error)
  }
}

function cellsIn(rows: readonly SheetRow[]): number {
  return rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell !== undefined).length, 0)
}
