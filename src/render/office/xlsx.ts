import { type Markup, html as xml } from '../markup.ts'
import { OFFICE_RELATIONSHIPS, officeFile } from './package.ts'
import { type Cell, COLUMN_KINDS, type Column, type ColumnKind, type Formula, headingRow, type Table } from './table.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook (XLSX, ECMA-376) with one sheet per table, ready to print on A4.
 * @returns the bytes of the file, the same for the same tables
 */
export function workbook(tables: readonly Table[]): Promise<Uint8Array> {
  return officeFile(
    [
      { path: 'xl/workbook.xml', contentType: `${TYPE}.sheet.main+xml`, xml: workbookXml(tables) },
      ...tables.map((table, at) => ({
        path: `xl/worksheets/sheet${at + 1}.xml`,
        contentType: `${TYPE}.worksheet+xml`,
        xml: worksheet(table, MAIN),
      })),
      { path: 'xl/styles.xml', contentType: `${TYPE}.styles+xml`, xml: workbookStyles(MAIN) },
    ],
    [
      ...tables.map((_, at) => ({ type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` })),
      { type: 'styles', target: 'styles.xml' },
    ],
  )
}

/** The sheets by name, and the headings that each printed page repeats. */
function workbookXml(tables: readonly Table[]): string {
  return xml`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONSHIPS}"><sheets>${tables.map(
    ({ sheet }, at) => xml`<sheet name="${sheet}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )}</sheets><definedNames>${tables.map((table, at) => {
    const row = headingRow(table)
    return xml`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${`'${table.sheet.replaceAll("'", "''")}'!$${row}:$${row}`}</definedName>`
  })}</definedNames><calcPr fullCalcOnLoad="1"/></workbook>`.text
}

const LINE_POINTS = 16
/** Points; Excel refuses a workbook with a higher row. */
const HIGHEST_ROW = 409
/** Of Times New Roman 12, in units of a column's width. */
const LETTER_WIDTH = 0.94

/** A table as a sheet: title and notes over its whole width, headings that stay in sight, A4 on its side. */
function worksheet(table: Table, main: string): string {
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

/** Where a cell stands: among the rows, in the row of totals, or for a person to fill. */
const CELL_PLACES = ['row', 'total', 'toFill'] as const
type CellPlace = (typeof CELL_PLACES)[number]

const FONT_ROW = 0
const FONT_TITLE = 1
const FONT_NOTE = 2
const FONT_BOLD = 3
const FILL_HEAD = 2
const FILL_TO_FILL = 3

const FORMATS: Record<ColumnKind, number> = { text: 0, count: 3, share: 10, rounded: 9, points: 164, money: 3 }

const SIDES: Partial<Record<ColumnKind, string>> = {
  text: 'horizontal="left" wrapText="1"',
  count: 'horizontal="center"',
}

/** Indices of the formats of cells that are not of a column. */
const TITLE_STYLE = 1
const NOTE_STYLE = 2
const HEAD_STYLE = 3

/** Index of the format of a column's cell. */
function cellStyle(kind: ColumnKind, place: CellPlace): number {
  return 4 + CELL_PLACES.indexOf(place) * COLUMN_KINDS.length + COLUMN_KINDS.indexOf(kind)
}

/** `xl/styles.xml`: every format the indices above name. */
function workbookStyles(main: string): string {
  const formats = [
    xf(FONT_ROW, 0, 0, 0, 'vertical="top"'),
    xf(FONT_TITLE, 0, 0, 0, 'horizontal="center" vertical="center" wrapText="1"'),
    xf(FONT_NOTE, 0, 0, 0, 'horizontal="left" vertical="top" wrapText="1"'),
    xf(FONT_BOLD, FILL_HEAD, 1, 0, 'horizontal="center" vertical="center" wrapText="1"'),
    ...CELL_PLACES.flatMap((place) => COLUMN_KINDS.map((kind) => columnFormat(kind, place))),
  ]
  return `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/></numFmts><fonts count="4">${font('')}${font('<b/>', 14)}${font('<i/>')}${font('<b/>')}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE3E8EE')}${fill('FFFFF6D6')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${border()}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs></styleSheet>`
}

function columnFormat(kind: ColumnKind, place: CellPlace): string {
  const side = SIDES[kind] ?? 'horizontal="right"'
  const font = place === 'total' ? FONT_BOLD : FONT_ROW
  return xf(font, place === 'toFill' ? FILL_TO_FILL : 0, 1, FORMATS[kind], `${side} vertical="top"`)
}

function xf(font: number, fill: number, border: number, format: number, alignment: string): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`
}

const font = (kind: string, size = 12) =>
  `<font>${kind}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`
const fill = (argb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${argb}"/><bgColor indexed="64"/></patternFill></fill>`

function border(): string {
  const side = (name: string) => `<${name} style="thin"><color rgb="FF8B98A6"/></${name}>`
  return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`
}
