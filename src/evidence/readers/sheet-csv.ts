import { readCsv } from '../../bundle/csv/read-csv.ts'
import type { SheetRow } from '../../bundle/sheet/sheet.ts'
import type { DocumentText } from '../document-text.ts'
import { fromLegacy } from '../legacy/from-legacy.ts'
import { LineSink } from './line-sink.ts'
import { noTextFor } from './package.ts'
import { addSheet } from './sheet.ts'

/**
 * The text of a CSV file: a record as one line. The delimiter is the one that parts the first records into most cells.
 * @returns also when the file cannot be read: `text` and `reason` then say why
 */
export async function readCsvText(bytes: Uint8Array): Promise<DocumentText> {
  const none = { format: 'csv', flags: [], content: [] } as const
  try {
    const sink = new LineSink()
    addSheet(await readCsv(bytes, cellsIn), sink)
    const unicode = fromLegacy(sink.lines, [])
    if (unicode === 'legacyFont') return { ...none, text: 'legacyFont' }
    return { format: 'csv', text: 'read', flags: unicode.flags, content: [{ lines: unicode.lines }] }
  } catch (error) {
    return { ...none, ...noTextFor(error) }
  }
}

function cellsIn(rows: readonly SheetRow[]): number {
  return rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell !== undefined).length, 0)
}
