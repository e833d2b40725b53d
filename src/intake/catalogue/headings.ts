import { type Localized, withValues } from '../../core/errors.ts'
import { foldWords } from '../../core/names.ts'
import type { Cell, SheetRow } from '../sheet.ts'
import { HEADINGS_TEXTS } from '../words.ts'

/**
 * What a column of a procedure list says. `lastDay` is known but not used: whether that day still counts is unclear. The
 * agency of a row counts in a list of the authority's for many agencies, and in no other.
 */
const MEANINGS = [
  'ordinal',
  'code',
  'name',
  'field',
  'limitDays',
  'announcedOn',
  'effectiveFrom',
  'effectiveTo',
  'internal',
  'lastDay',
  'agencyCode',
  'agency',
] as const
export type Meaning = (typeof MEANINGS)[number]

/** Headings of one meaning as offices and programs write them, folded; `begins` also with more words after. */
export interface HeadingWords {
  is: readonly string[]
  begins?: readonly string[]
}

/** A running number, in whatever list. */
export const ORDINAL: HeadingWords = { is: ['stt', 'tt', 'so tt', 'so thu tu', 'no'] }

const HEADINGS: Readonly<Record<Meaning, HeadingWords>> = {
  ordinal: ORDINAL,
  code: {
    is: ['ma', 'ma so', 'code', 'procedure code', 'ma ho so', 'ma so ho so'],
    begins: [
      'ma tthc',
      'ma thu tuc',
      'ma thu tuc hanh chinh',
      'ma so tthc',
      'ma so thu tuc',
      'ma so thu tuc hanh chinh',
      'ma so ho so tthc',
      'ma ho so tthc',
      'ma so ho so thu tuc',
    ],
  },
  name: {
    is: ['ten', 'name', 'tthc', 'thu tuc', 'thu tuc hanh chinh', 'procedure name', 'noi dung thu tuc hanh chinh'],
    begins: [
      'ten tthc',
      'ten thu tuc',
      'ten thu tuc hanh chinh',
      'ten cac thu tuc',
      'ten goi thu tuc',
      'danh muc thu tuc',
      'danh muc tthc',
    ],
  },
  field: {
    is: ['linh vuc', 'field', 'ten linh vuc', 'linh vuc tthc', 'linh vuc thu tuc hanh chinh', 'nganh linh vuc'],
  },
  limitDays: {
    is: ['thoi han', 'limit', 'limit days', 'thoi han ngay', 'so ngay giai quyet'],
    begins: ['thoi han giai quyet', 'thoi gian giai quyet', 'thoi han thuc hien', 'thoi gian thuc hien'],
  },
  announcedOn: {
    is: [
      'ngay cong bo',
      'announced on',
      'ngay ban hanh quyet dinh cong bo',
      'ngay ky quyet dinh cong bo',
      'cong bo ngay',
    ],
    begins: ['ngay quyet dinh cong bo'],
  },
  effectiveFrom: {
    is: [
      'hieu luc tu',
      'hieu luc tu ngay',
      'hieu luc ke tu ngay',
      'effective from',
      'ngay ap dung',
      'co hieu luc tu ngay',
    ],
    begins: [
      'ngay hieu luc',
      'ngay co hieu luc',
      'ngay bat dau hieu luc',
      'ngay bat dau co hieu luc',
      'thoi diem co hieu luc',
    ],
  },
  effectiveTo: {
    is: ['effective to', 'het hieu luc', 'het hieu luc tu ngay', 'bai bo tu ngay', 'thoi diem het hieu luc'],
    begins: ['ngay het hieu luc', 'ngay bai bo', 'ngay bi bai bo', 'ngay huy bo'],
  },
  internal: {
    is: ['noi bo', 'internal', 'tthc noi bo', 'thu tuc noi bo', 'la tthc noi bo', 'thu tuc hanh chinh noi bo'],
  },
  agencyCode: {
    is: ['ma co quan', 'ma don vi', 'ma dinh danh', 'ma dinh danh co quan', 'ma co quan thuc hien', 'agency code'],
  },
  agency: {
    is: [
      'co quan',
      'co quan thuc hien',
      'co quan thuc hien tthc',
      'co quan thuc hien thu tuc hanh chinh',
      'co quan giai quyet',
      'co quan don vi thuc hien',
      'don vi thuc hien',
      'ten co quan',
      'ten co quan thuc hien',
      'agency',
    ],
  },
  lastDay: { is: ['hieu luc den', 'hieu luc den ngay', 'hieu luc den het ngay', 'den ngay', 'hieu luc den het'] },
}

/** Headings that a message may name, in full spelling. */
export const HEADINGS_TOLD =
  'Mã TTHC (hoặc Mã thủ tục, Mã số TTHC), Tên thủ tục hành chính (hoặc Tên TTHC), Lĩnh vực, Thời hạn giải quyết, Ngày công bố, Ngày hiệu lực, Ngày hết hiệu lực (hoặc Ngày bãi bỏ), Nội bộ'

/** How well a heading is understood. */
interface HeadingReading<M extends string = Meaning> {
  meaning: M
  /** The heading is one of the known ones, to the last word. */
  exact: boolean
}

/** Builds what tells the meaning of a heading, or undefined when it is none of the known ones. */
export function headingReader<M extends string>(
  known: Readonly<Record<M, HeadingWords>>,
): (text: string) => HeadingReading<M> | undefined {
  const meanings = Object.keys(known) as M[]
  return (text) => {
    const folded = foldWords(text)
    if (folded === '') return undefined
    const exact = meanings.find((one) => known[one].is.includes(folded) || known[one].begins?.includes(folded))
    if (exact !== undefined) return { meaning: exact, exact: true }
    const begins = meanings.find((one) => known[one].begins?.some((start) => folded.startsWith(`${start} `)))
    return begins === undefined ? undefined : { meaning: begins, exact: false }
  }
}

/** What a heading of a procedure list means, or undefined when it is none of the known ones. */
export const readHeading = headingReader(HEADINGS)

/** Where each meaning stands, as one heading row, or two under each other, say it. */
export interface Heading {
  /** Column by meaning, from 0. */
  columns: ReadonlyMap<Meaning, number>
  /** Further columns with a meaning that another column already has; not read. */
  doubled: readonly { meaning: Meaning; column: number }[]
  /** Rows that the heading takes: 1 or 2. */
  depth: 1 | 2
}

const LONGEST_HEADING = 200

/** The heading that begins at `rows[at]`, or undefined when that row, with or without the next, names no code and name. */
export function headingAt(rows: readonly SheetRow[], at: number): Heading | undefined {
  const [upper, lower] = [rows[at], rows[at + 1]]
  if (upper === undefined) return undefined
  const single = singleRow(upper)
  const double = lower?.row === upper.row + 1 ? twoRows(upper, lower) : undefined
  if (double !== undefined && isHeading(double) && size(double) > size(single)) return double
  return isHeading(single) ? single : undefined
}

/** Two rows as one heading, where they say more together than the lower alone. */
function twoRows(upper: SheetRow, lower: SheetRow): Heading | undefined {
  const alone = size(singleRow(lower))
  // Rows that say nothing apart are rows of the list: most of a sheet, and not worth a second look.
  if (size(singleRow(upper)) + alone === 0) return undefined
  const double = assemble(twoRowReadings(upper, lower), 2)
  return size(double) > alone ? double : undefined
}

/** How many meanings are known in the heading that begins at a row; what tells the delimiter of a CSV file. */
export function understoodAt(rows: readonly SheetRow[], at: number): number {
  return headingAt(rows, at)?.columns.size ?? 0
}

/** Meanings that single rows name though no heading came of it: what a message can point at. */
function partOfHeading(row: SheetRow): readonly Meaning[] {
  return [...singleRow(row).columns.keys()].filter((meaning) => meaning !== 'ordinal')
}

function isHeading(heading: Heading): boolean {
  return heading.columns.has('code') && heading.columns.has('name')
}

function size(heading: Heading): number {
  return heading.columns.size
}

const singleRows = new WeakMap<SheetRow, Heading>()

/** A row as a heading of its own; worked out once for each row, though asked for as upper and as lower one. */
function singleRow(row: SheetRow): Heading {
  const known = singleRows.get(row)
  if (known !== undefined) return known
  const heading = assemble(row.cells.map(readLabel), 1)
  singleRows.set(row, heading)
  return heading
}

/** A group heading stands in its leftmost cell only, merged or not: it goes with every lower cell to its right. */
function twoRowReadings(upper: SheetRow, lower: SheetRow): (HeadingReading | undefined)[] {
  const readings: (HeadingReading | undefined)[] = []
  let group = ''
  for (let column = 0; column < Math.max(upper.cells.length, lower.cells.length); column++) {
    const [top, below] = [upper.cells[column], lower.cells[column]]
    if (top !== undefined) group = top.text
    if (below === undefined) readings[column] = readLabel(top)
    else readings[column] = better(readLabel({ ...below, text: `${group} ${below.text}` }), readLabel(below))
  }
  return readings
}

function better(together: HeadingReading | undefined, alone: HeadingReading | undefined): HeadingReading | undefined {
  return [together, alone].find((reading) => reading?.exact) ?? together ?? alone
}

function readLabel(cell: Cell | undefined): HeadingReading | undefined {
  if (cell?.kind !== 'text' || cell.text.length > LONGEST_HEADING) return undefined
  return readHeading(cell.text)
}

/** An exact heading wins over one with more words, then the leftmost. */
function assemble(readings: readonly (HeadingReading | undefined)[], depth: 1 | 2): Heading {
  const columns = new Map<Meaning, number>()
  const doubled: { meaning: Meaning; column: number }[] = []
  for (const exact of [true, false])
    for (const [column, reading] of readings.entries()) {
      if (reading?.exact !== exact) continue
      if (columns.has(reading.meaning)) doubled.push({ meaning: reading.meaning, column })
      else columns.set(reading.meaning, column)
    }
  return { columns, doubled, depth }
}

/** Why no list was found: which row came nearest, and which headings are understood. */
export function noHeading(rows: readonly SheetRow[]): Localized {
  const near = nearest(rows)
  return withValues(HEADINGS_TEXTS.firstFilledRowsHold, { rows: rows.length, headingsTold: HEADINGS_TOLD, near })
}

function nearest(rows: readonly SheetRow[]): Localized | '' {
  for (const row of rows) {
    const known = partOfHeading(row)
    if (known.includes('code')) return withValues(HEADINGS_TEXTS.rowColumnCodesBut, { row: row.row })
    if (known.includes('name') && known.length > 1)
      return withValues(HEADINGS_TEXTS.rowColumnNamesBut, { row: row.row })
  }
  return ''
}
