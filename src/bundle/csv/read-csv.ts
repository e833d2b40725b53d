import type { Options } from 'csv-parse/sync'
import { cleanText, type Sheet, type SheetRow, SheetUnreadable } from '../sheet/sheet.ts'
import { SheetBuilder } from '../sheet/sheet-builder.ts'
import { SHEET_LIMITS } from '../sheet/sheet-limits.ts'
import { csvFault, csvTooLarge, csvTooManyRecords } from './csv-faults.ts'
import { decodeText } from './decode-text.ts'

const DELIMITERS = [',', ';', '\t'] as const
/** Numbers as Excel writes them to CSV: with a point, or with the comma of a Vietnamese Windows. */
const NUMBER = /^\d+(?:[.,]\d+)?$/
const LINE_ENDS = ['\r\n', '\n', '\r']
const TRIAL_RECORDS = 50

/**
 * A CSV file as a sheet; a row is a record, as Excel counts. The delimiter is the one under which the first rows say
 * the most. CSV has no types, so what looks like a number is one (with a point, whatever the file had).
 * @param understood how much the first rows say, 0 for nothing
 * @param clean how texts are kept; without it, cleaned and in one line
 * @throws SheetUnreadable when it is no text, larger than is read, or its quotes do not close
 */
export async function readCsv(
  bytes: Uint8Array,
  understood: (rows: readonly SheetRow[]) => number,
  clean: (text: string) => string = cleanText,
): Promise<Sheet> {
  if (bytes.length > SHEET_LIMITS.csvBytes) throw csvTooLarge(bytes.length)
  const { text, windows1258 } = decodeText(bytes)
  const { parse } = await import('csv-parse/sync')
  const body = text.replace(/^\ufeff?sep=(.)\r?\n/, '\n')
  const read = (delimiter: string, records?: number): Sheet => {
    const builder = new SheetBuilder()
    let row = 0
    const options: Options = {
      delimiter,
      // Lists put together from several files end their lines in several ways; left to itself the parser takes the first way for all.
      record_delimiter: LINE_ENDS,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: SHEET_LIMITS.csvRecord,
      on_record(record: string[]) {
        if (++row > SHEET_LIMITS.csvRecords) throw csvTooManyRecords()
        for (const [column, value] of record.entries()) putCell(builder, row, column, clean(value))
        return null
      },
      ...(records === undefined ? {} : { to: records }),
    }
    try {
      parse(body, options)
    } catch (error) {
      throw csvFault(error)
    }
    return builder.finish({ name: undefined, date1904: false, windows1258 })
  }
  return read(bestDelimiter((delimiter) => understood(read(delimiter, TRIAL_RECORDS).rows)))
}

function bestDelimiter(score: (delimiter: string) => number): string {
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const found = attempt(() => score(delimiter))
    if (found > best.score) best = { delimiter, score: found }
  }
  return best.delimiter
}

/** Under a wrong delimiter quotes may not close; the right one is read to its end afterwards and tells. */
function attempt(score: () => number): number {
  try {
    return score()
  } catch (error) {
    if (error instanceof SheetUnreadable) return 0
    throw error
  }
}

function putCell(builder: SheetBuilder, row: number, column: number, text: string): void {
  if (text === '') return
  builder.put(
    row,
    column,
    NUMBER.test(text) ? { kind: 'number', text: text.replace(',', '.') } : { kind: 'text', text },
  )
}
