import type { Options } from 'csv-parse/sync'
import { withValues } from '../core/errors.ts'
import { displaySize } from './display.ts'
import { cleanText, SHEET_LIMITS, type Sheet, SheetBuilder, type SheetRow, SheetUnreadable } from './sheet.ts'
import { CSV_TEXTS } from './words.ts'

const DELIMITERS = [',', ';', '\t'] as const
/** Numbers as Excel writes them to CSV: with a point, or with the comma of a Vietnamese Windows. */
const NUMBER = /^\d+(?:[.,]\d+)?$/
/** The first is what a text saved twice in the Windows way has. */
const LINE_ENDS = ['\r\r\n', '\r\n', '\n', '\r']
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
  const body = text.replace(/^\ufeff?sep=(.)\r{0,2}\n/, '\n')
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

/** Says of rows what the best of them says as a heading: how much rows of a list tell, for {@link readCsv}. */
export function bestHeading(
  understoodAt: (rows: readonly SheetRow[], at: number) => number,
): (rows: readonly SheetRow[]) => number {
  return (rows) => Math.max(0, ...rows.map((_, at) => understoodAt(rows, at)))
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

/** A CSV file beyond the size that is read. */
function csvTooLarge(bytes: number): SheetUnreadable {
  const [found, limit] = [displaySize(bytes), displaySize(SHEET_LIMITS.csvBytes)]
  return new SheetUnreadable(withValues(CSV_TEXTS.csvFileMoreThan, { found, limit }), { reason: 'size' })
}

/** A CSV file of more lines than are read, most of them empty. */
function csvTooManyRecords(): SheetUnreadable {
  const limit = SHEET_LIMITS.csvRecords
  return new SheetUnreadable(
    withValues(CSV_TEXTS.csvFileMoreThanLines, {
      limit: { vi: limit.toLocaleString('vi'), en: limit.toLocaleString('en') },
    }),
    { reason: 'size' },
  )
}

/** What csv-parse met, told to a person; any other error is handed back as it is. */
function csvFault(error: unknown): unknown {
  const { code, lines } = error as { code?: unknown; lines?: unknown }
  if (typeof code !== 'string' || !code.startsWith('CSV_')) return error
  const line = typeof lines === 'number' ? lines : 1
  return code === 'CSV_MAX_RECORD_SIZE'
    ? new SheetUnreadable(recordTooLong(line), { cause: error, reason: 'size' })
    : new SheetUnreadable(quoteOpen(line), { cause: error })
}

function quoteOpen(line: number) {
  return withValues(CSV_TEXTS.csvFileDoubleQuote, { line })
}

function recordTooLong(line: number) {
  const limit = SHEET_LIMITS.csvRecord
  return withValues(CSV_TEXTS.lineCsvFileLonger, {
    line,
    limit: { vi: limit.toLocaleString('vi'), en: limit.toLocaleString('en') },
  })
}

/** Text of a file and whether its encoding had to be taken for windows-1258. */
export interface DecodedText {
  text: string
  windows1258: boolean
}

/**
 * Text by its byte order mark (UTF-8, UTF-16), else as UTF-8 when that fits to the last byte, else as windows-1258.
 * @throws SheetUnreadable when the bytes are no text: they break their own mark's encoding, or hold NUL
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return marked(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return marked(bytes, 'utf-16be')
  if (first === 0xef && second === 0xbb && third === 0xbf) return marked(bytes, 'utf-8')
  const utf8 = strictly(bytes, 'utf-8')
  const text = utf8 ?? new TextDecoder('windows-1258').decode(bytes)
  return { text: withoutNul(text), windows1258: utf8 === undefined }
}

function marked(bytes: Uint8Array, encoding: string): DecodedText {
  const text = strictly(bytes, encoding)
  if (text === undefined) throw brokenEncoding(encoding)
  return { text: withoutNul(text), windows1258: false }
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function withoutNul(text: string): string {
  const at = text.indexOf('\0')
  if (at === -1) return text
  const line = text.slice(0, at).split('\n').length
  throw new SheetUnreadable(withValues(CSV_TEXTS.lineFileNulCharacter, { line }))
}

function brokenEncoding(encoding: string): SheetUnreadable {
  const name = encoding.toUpperCase()
  return new SheetUnreadable(withValues(CSV_TEXTS.fileSaysAtStart, { name }))
}
