import type { CellStyle, NamedRange, WriteSheet } from 'hucre'
import { printable } from '../markup.ts'
import { type Cell, type Column, type ColumnKind, headingRow, type Table } from '../office.ts'
import { LANDSCAPE, LINE_POINTS, SheetWriter, workbookFile } from './sheet.ts'

/**
 * A workbook (XLSX) with one sheet per table, ready to print on A4.
 * @returns the bytes of the file, the same for the same tables
 */
export function tablesWorkbook(tables: readonly Table[]): Promise<Uint8Array> {
  return workbookFile(tables[0]?.title ?? '', tables.map(tableSheet), tables.map(repeatedHeading))
}

/** The row that every printed page repeats. The writer's own setting for it leaves names with spaces unquoted. */
function repeatedHeading(table: Table): NamedRange {
  const row = headingRow(table)
  const sheet = `'${table.sheet.replaceAll("'", "''")}'`
  return { name: '_xlnm.Print_Titles', range: `${sheet}!$${row}:$${row}`, scope: table.sheet }
}

/** Points; Excel refuses a workbook with a higher row. */
const HIGHEST_ROW = 409
/** Of Times New Roman 12, in units of a column's width. */
const LETTER_WIDTH = 0.94

/** A table as a sheet: title and notes over its whole width, headings that stay in sight, A4 on its side. */
function tableSheet(table: Table): WriteSheet {
  const { columns, title, notes, rows, total } = table
  const writer = new SheetWriter()
  const heading = headingRow(table)
  const last = columns.length - 1
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const banners = [title, ...notes].map((text, at) => ({ text, row: at, style: at === 0 ? TITLE : NOTE }))
  if (rows.length === 0 && table.empty) banners.push({ text: table.empty, row: heading + 1, style: NOTE })
  for (const { text, row, style } of banners) {
    writer.put(row, 0, printable(text), style)
    writer.height(row, heightOf([text], [width]))
  }
  for (const [at, { label }] of columns.entries()) writer.put(heading - 1, at, printable(label), HEAD)
  const widths = columns.map((column) => column.width)
  const labels = columns.map(({ label }) => label)
  writer.height(heading - 1, heightOf(labels, widths))
  for (const [at, cells] of rows.entries()) writeRow(writer, heading + at, cells, columns, 'row')
  if (total) writeRow(writer, heading + rows.length, total, columns, 'total')
  return writer.finish({
    name: table.sheet,
    columns: columns.map((column) => ({ width: column.width + 2 })),
    merges: banners.map(({ row }) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })),
    freezePane: { rows: heading },
    view: { showGridLines: false },
    pageSetup: {
      ...LANDSCAPE,
      margins: { left: 0.6, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  })
}

type RowKind = 'row' | 'total'

function writeRow(writer: SheetWriter, row: number, cells: readonly Cell[], columns: readonly Column[], kind: RowKind) {
  for (const [at, column] of columns.entries()) {
    const value = cells[at] ?? null
    const style = columnStyle(column, kind)
    if (typeof value === 'string') writer.put(row, at, printable(value), style)
    else if (value === null || typeof value === 'number') writer.put(row, at, value, style)
    else writer.put(row, at, null, style, { formula: value.formula, formulaResult: value.value })
  }
  const widths = columns.map(({ width }) => width)
  writer.height(
    row,
    heightOf(
      columns.map((_, at) => cells[at] ?? null),
      widths,
    ),
  )
}

/** Points of a row with wrapped texts: programs do not set the height of a row they did not write. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): number {
  const lines = Math.max(...cells.map((cell, at) => linesOf(cell, widths[at] ?? 1)))
  return Math.min(lines * LINE_POINTS + 4, HIGHEST_ROW)
}

function linesOf(value: Cell, width: number): number {
  if (typeof value !== 'string') return 1
  return value.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * LETTER_WIDTH) / width)), 0)
}

const FONT = { name: 'Times New Roman', size: 12 }
const SIDE = { style: 'thin', color: { rgb: '8B98A6' } } as const
const BOX = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE }
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
const centred = { horizontal: 'center', vertical: 'center', wrapText: true } as const

const TITLE: CellStyle = { font: { ...FONT, size: 14, bold: true }, alignment: centred }
const NOTE: CellStyle = {
  font: { ...FONT, italic: true },
  alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
}
const HEAD: CellStyle = { font: { ...FONT, bold: true }, fill: fill('E3E8EE'), border: BOX, alignment: centred }
const TO_FILL = fill('FFF6D6')

const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: 'General',
  count: '#,##0',
  share: '0.00%',
  rounded: '0%',
  points: '0.0',
  money: '#,##0',
}

/** What a cell of a column looks like: texts to the left and wrapped, counts in the middle, other numbers to the right. */
function columnStyle({ kind, toFill }: Column, row: RowKind): CellStyle {
  const horizontal = kind === 'text' ? 'left' : kind === 'count' ? 'center' : 'right'
  return {
    font: row === 'total' ? { ...FONT, bold: true } : FONT,
    border: BOX,
    alignment: { horizontal, vertical: 'top', ...(kind === 'text' && { wrapText: true }) },
    numFmt: FORMATS[kind],
    ...(row === 'row' && toFill && { fill: TO_FILL }),
  }
}
