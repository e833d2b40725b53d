import { foldWords } from '../catalogue/fold-words.ts'

/** What a column of the authority's register may hold. */
export const COLUMNS = [
  'code',
  'name',
  'block',
  'commune',
  'mergedInto',
  'renamedFrom',
  'changedOn',
  'lastOnSite',
] as const
export type Column = (typeof COLUMNS)[number]

/** Columns that every register has, by the heading a person knows them by. */
export const REQUIRED = { code: 'Mã cơ quan', name: 'Tên cơ quan', block: 'Khối' } as const

/** Folded headings; the name of the column itself is one of them. */
const HEADINGS: Record<Column, readonly string[]> = {
  code: ['ma co quan', 'ma dinh danh', 'ma dinh danh co quan', 'ma don vi', 'ma'],
  name: ['ten co quan', 'ten don vi', 'ten co quan don vi', 'co quan', 'ten'],
  block: ['khoi', 'khoi co quan', 'nhom co quan'],
  commune: ['xa phuong', 'xa phuong dac khu', 'dia ban'],
  mergedInto: ['sap nhap vao'],
  renamedFrom: ['doi ten tu'],
  changedOn: ['ngay thay doi'],
  lastOnSite: ['lan kiem tra tai tru so gan nhat', 'kiem tra tai tru so gan nhat'],
}
const ORDINALS = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'no'])

const BY_HEADING = new Map(
  COLUMNS.flatMap((column) => [foldWords(column), ...HEADINGS[column]].map((words) => [words, column] as const)),
)

/** What a heading stands for: a column, a running number, or nothing that is known. */
export function readHeading(text: string): Column | 'ordinal' | undefined {
  const words = foldWords(text)
  return ORDINALS.has(words) ? 'ordinal' : BY_HEADING.get(words)
}
