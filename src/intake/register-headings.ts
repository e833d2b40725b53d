import type { Member } from '../dossier/agency.ts'
import { type HeadingWords, headingReader, ORDINAL } from './catalogue/headings.ts'
import type { SheetRow } from './sheet.ts'

/** What a column of the authority's register may hold: a property of an agency. */
export type Column = keyof Member

/** Columns that every register has, by the heading a person knows them by. */
const REQUIRED = { code: 'Mã cơ quan', name: 'Tên cơ quan', block: 'Khối' } as const

/** Columns that a register may do without. */
export type OptionalColumn = Exclude<Column, keyof typeof REQUIRED>

const HEADINGS: Record<Column, HeadingWords> = {
  code: { is: ['code', 'ma co quan', 'ma dinh danh', 'ma dinh danh co quan', 'ma don vi', 'ma'] },
  name: { is: ['name', 'ten co quan', 'ten don vi', 'ten co quan don vi', 'co quan', 'ten'] },
  block: { is: ['block', 'khoi', 'khoi co quan', 'nhom co quan'] },
  commune: { is: ['commune', 'xa phuong', 'xa phuong dac khu', 'dia ban'] },
  mergedInto: { is: ['merged into', 'sap nhap vao'] },
  renamedFrom: { is: ['renamed from', 'doi ten tu'] },
  changedOn: { is: ['changed on', 'ngay thay doi'] },
  lastOnSite: { is: ['last on site', 'lan kiem tra tai tru so gan nhat', 'kiem tra tai tru so gan nhat'] },
}
/** Every column there is. */
export const COLUMNS = Object.keys(HEADINGS) as Column[]

const read = headingReader({ ordinal: ORDINAL, ...HEADINGS })

/** What a heading stands for: a column, a running number, or nothing that is known. */
export function readColumn(text: string): Column | 'ordinal' | undefined {
  return read(text)?.meaning
}

/** The heading row of a register. */
export interface Heading {
  /** As a person counts, from 1. */
  row: number
  /** Column of the sheet by meaning, from 0; of two with one meaning the left one. */
  columns: ReadonlyMap<Column, number>
  /** Headings that stand for nothing that is read. */
  unknown: readonly string[]
}

/** Title rows that may stand above the heading. */
const ROWS_TRIED = 30

/** The first row that names code, name and block. */
export function headingOf(rows: readonly SheetRow[]): Heading | undefined {
  return rows
    .slice(0, ROWS_TRIED)
    .map(heading)
    .find(({ columns }) => Object.keys(REQUIRED).every((one) => columns.has(one as Column)))
}

/** How many headings a row names; what tells the delimiter of a CSV file. */
export function understoodAt(rows: readonly SheetRow[], at: number): number {
  const row = rows[at]
  return row === undefined ? 0 : heading(row).columns.size
}

function heading({ row, cells }: SheetRow): Heading {
  const columns = new Map<Column, number>()
  const unknown: string[] = []
  for (const [at, cell] of cells.entries()) {
    if (cell === undefined) continue
    const meaning = readColumn(cell.text)
    if (meaning === 'ordinal') continue
    if (meaning === undefined || columns.has(meaning)) unknown.push(cell.text)
    else columns.set(meaning, at)
  }
  return { row, columns, unknown }
}
