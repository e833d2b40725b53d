import { COLUMN_KINDS, type ColumnKind } from '../table/table.ts'

/** Where a cell stands: among the rows, in the row of totals, or for a person to fill. */
export const CELL_PLACES = ['row', 'total', 'toFill'] as const
export type CellPlace = (typeof CELL_PLACES)[number]

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
export const TITLE_STYLE = 1
export const NOTE_STYLE = 2
export const HEAD_STYLE = 3

/** Index of the format of a column's cell. */
export function cellStyle(kind: ColumnKind, place: CellPlace): number {
  return 4 + CELL_PLACES.indexOf(place) * COLUMN_KINDS.length + COLUMN_KINDS.indexOf(kind)
}

/** `xl/styles.xml`: every format the indices above name. */
export function workbookStyles(main: string): string {
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
