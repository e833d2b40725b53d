import { type Markup, html as xml } from '../../html/markup.ts'
import { type Cell, type Column, type Formula, headingRow, type Table } from '../table/table.ts'
import { type CellPlace, cellStyle, HEAD_STYLE, NOTE_STYLE, TITLE_STYLE } from './workbook-styles.ts'

const LINE_POINTS = 16
/** Points; Excel refuses a workbook with a higher row. */
const HIGHEST_ROW = 409
/** Of Times New Roman 12, in units of a column's width. */
const LETTER_WIDTH = 0.94

/** A table as a sheet: title and notes over its whole width, headings that stay in sight, A4 on its side. */
export function worksheet(table: Table, main: string): string {
  const { columns, title, notes, rows, total } = table
  const heading = headingRow(table)
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const wide = [title, ...notes]
  const body = rows.map((cells, at) => row(heading + 1 + at, cells, columns, 'row'))
  const last = heading + rows.length
  const lines = [
    ...wide.map((text, at) => banner(at + 1, text, at === 0 ? TITLE_STYLE : NOTE_STYLE, width)),
    banner(
      heading,
      columns.map(({ label }) => label),
      HEAD_STYLE,
      columns.map((column) => column.width),
    ),
    ...body,
    ...(total ? [row(last + 1, total, columns, 'total')] : []),
    ...(rows.length === 0 && table.empty ? [banner(last + 2, table.empty, NOTE_STYLE, width)] : []),
  ]
  const end = letter(columns.length - 1)
  const merged = [...wide.map((_, at) => at + 1), ...(rows.length === 0 && table.empty ? [last + 2] : [])]
  return xml`<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="${heading}" topLeftCell="A${heading + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(
    (column, at) => xml`<col min="${at + 1}" max="${at + 1}" width="${column.width + 2}" customWidth="1"/>`,
  )}</cols><sheetData>${lines}</sheetData><mergeCells count="${merged.length}">${merged.map(
    (at) => xml`<mergeCell ref="A${at}:${end}${at}"/>`,
  )}</mergeCells><pageMargins left="0.6" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`
    .text
}

/** A row of texts of one format; a row over the whole width has one. */
function banner(
  at: number,
  texts: string | readonly string[],
  style: number,
  widths: number | readonly number[],
): Markup {
  const list = typeof texts === 'string' ? [texts] : texts
  const room = typeof widths === 'number' ? [widths] : widths
  return line(
    at,
    list.map((text, column) => textCell(`${letter(column)}${at}`, style, text)),
    Math.max(...list.map((text, column) => linesOf(text, room[column] ?? 1))),
  )
}

function row(at: number, cells: readonly Cell[], columns: readonly Column[], place: CellPlace): Markup {
  const written = columns.map((column, index) => {
    const value = cells[index] ?? null
    const style = cellStyle(column.kind, place === 'row' && column.toFill ? 'toFill' : place)
    const name = `${letter(index)}${at}`
    if (value === null) return xml`<c r="${name}" s="${style}"/>`
    return typeof value === 'string' ? textCell(name, style, value) : numberCell(name, style, value)
  })
  const heights = columns.map(({ width }, index) => linesOf(cells[index] ?? null, width))
  return line(at, written, Math.max(...heights))
}

function line(at: number, cells: readonly Markup[], lines: number): Markup {
  return xml`<row r="${at}" ht="${Math.min(lines * LINE_POINTS + 4, HIGHEST_ROW)}" customHeight="1">${cells}</row>`
}

function numberCell(name: string, style: number, cell: number | Formula): Markup {
  if (typeof cell === 'number') return xml`<c r="${name}" s="${style}"><v>${cell}</v></c>`
  return xml`<c r="${name}" s="${style}"><f>${cell.formula}</f>${cell.value === null ? null : xml`<v>${cell.value}</v>`}</c>`
}

function textCell(name: string, style: number, text: string): Markup {
  return xml`<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** Lines a wrapped text takes: programs do not set the height of a row they did not write. A number takes one. */
function linesOf(value: Cell, width: number): number {
  if (typeof value !== 'string') return 1
  return value.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * LETTER_WIDTH) / width)), 0)
}

/** `A` for 0; tables of more than 26 columns do not fit on paper. */
function letter(column: number): string {
  return String.fromCharCode(65 + column)
}
