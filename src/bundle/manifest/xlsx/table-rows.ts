import { foldWords } from '../../catalogue/fold-words.ts'
import { MergedCells } from '../../catalogue/merged-cells.ts'
import { columnName, type Sheet, type SheetRow } from '../../sheet/sheet.ts'
import type { Column } from './layout/columns.ts'
import { STATE_LABEL } from './layout/section.ts'
import type { SheetProblems } from './sheet-problems.ts'
import { strayCells, strayHeading } from './stray.ts'
import { columnOf, type Entry, filled } from './tab.ts'

/** Rows above the heading that are looked through. */
const ROWS_BEFORE_HEADING = 50

interface Table {
  sheet: Sheet
  name: string
  columns: readonly Column[]
  problems: SheetProblems
}

/**
 * The rows of a table, wherever its heading and its columns stand; a cell merged downwards counts in each of its rows.
 * What stands in no known column is told, not dropped.
 */
export function tableRows(table: Table): Entry[] {
  const { sheet, name, columns, problems } = table
  const heading = headingRow(sheet, columns)
  if (heading === undefined) {
    if (sheet.rows.some(({ cells }) => !isState(cells.find((cell) => cell !== undefined)?.text ?? '')))
      problems.add({ sheet: name }, '', {
        vi: `không tìm thấy dòng tiêu đề của bảng (${columns.map((column) => column.heading).join(', ')}). Giữ nguyên dòng tiêu đề như trong tệp mẫu.`,
        en: `the row of headings was not found (${columns.map((column) => column.heading).join(', ')}). Keep it as in the template.`,
      })
    return []
  }
  const where = placesOf(table, heading)
  const known = new Set(where.values())
  const merged = new MergedCells(sheet)
  const entries: Entry[] = []
  const stray = new Map<number, string>()
  for (const row of sheet.rows) {
    if (row.row <= heading.row || isRepeated(row, where)) continue
    for (const column of strayCells(row, known)) stray.set(column, row.cells[column]?.text ?? '')
    const cells = new Map(
      [...where].map(
        ([column, at]) =>
          [column, { at: `${columnName(at)}${row.row}`, cell: row.cells[at] ?? merged.value(row.row, at) }] as const,
      ),
    )
    const says = [...where].some(([column, at]) => column.kind !== 'number' && filled(column, row.cells[at]))
    if (says) entries.push({ at: `${columnName(Math.min(...known))}${row.row}`, cells })
  }
  for (const [column, found] of stray) strayHeading(table, heading, column, found)
  if (entries.length > 0) tellMissing(table, heading, where)
  return entries
}

function isState(text: string): boolean {
  return foldWords(text) === foldWords(STATE_LABEL)
}

/** The row that names most columns; it must name two, or all there are. */
function headingRow(sheet: Sheet, columns: readonly Column[]): SheetRow | undefined {
  const named = (row: SheetRow) =>
    new Set(row.cells.flatMap((cell) => (cell ? (columnOf(columns, cell.text) ?? []) : []))).size
  let best: SheetRow | undefined
  let most = 1
  for (const row of sheet.rows.slice(0, ROWS_BEFORE_HEADING)) {
    const count = named(row)
    if (count > most) [best, most] = [row, count]
  }
  return best
}

function placesOf({ name, columns, problems }: Table, heading: SheetRow): Map<Column, number> {
  const where = new Map<Column, number>()
  for (const [at, cell] of heading.cells.entries()) {
    const column = cell && columnOf(columns, cell.text)
    if (column === undefined) continue
    const first = where.get(column)
    if (first === undefined) where.set(column, at)
    else
      problems.add({ sheet: name, cell: `${columnName(at)}${heading.row}` }, `'${column.heading}'`, {
        vi: `cột này đã có ở cột ${columnName(first)}. Chỉ giữ lại một cột.`,
        en: `column ${columnName(first)} has this heading already. Keep one of the two.`,
      })
  }
  return where
}

/** Headings once more, as at the top of a printed page. */
function isRepeated(row: SheetRow, where: ReadonlyMap<Column, number>): boolean {
  const met = [...where].filter(([, at]) => row.cells[at] !== undefined)
  return (
    met.length > 1 && met.every(([column, at]) => foldWords(row.cells[at]?.text ?? '') === foldWords(column.heading))
  )
}

function tellMissing({ name, columns, problems }: Table, heading: SheetRow, where: ReadonlyMap<Column, number>): void {
  for (const column of columns) {
    if (!column.required || where.has(column)) continue
    problems.missingColumn(
      { sheet: name, cell: `A${heading.row}`, heading: column.heading },
      {
        vi: 'bảng thiếu cột bắt buộc này. Thêm lại cột như trong tệp mẫu.',
        en: 'the table lacks this column, which is required. Add it again as in the template.',
      },
    )
  }
}
