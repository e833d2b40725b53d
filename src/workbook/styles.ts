import type { CellStyle } from 'hucre'
import type { Column } from '../bundle/manifest/xlsx/layout/columns.ts'

const FONT = { name: 'Times New Roman', size: 12 }
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const BOX = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const

/** What the cells of the template look like. */
export const STYLES = {
  plain: { font: FONT, border: BOX, alignment: { vertical: 'center', wrapText: true } },
  title: { font: { ...FONT, size: 15, bold: true, color: { rgb: '1F3864' } } },
  note: { font: { ...FONT, italic: true, color: { rgb: '595959' } }, alignment: { vertical: 'center' } },
  label: { font: { ...FONT, bold: true }, alignment: { vertical: 'center' } },
  state: {
    font: { ...FONT, bold: true },
    fill: fill('FFF2CC'),
    border: BOX,
    alignment: { horizontal: 'center', vertical: 'center' },
  },
  heading: {
    font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
    fill: fill('1F3864'),
    border: BOX,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  hint: {
    font: { ...FONT, size: 11, italic: true, color: { rgb: '7F7F7F' } },
    fill: fill('F2F2F2'),
    border: BOX,
    alignment: { vertical: 'center', wrapText: true },
  },
  name: { font: { ...FONT, bold: true }, border: BOX, alignment: { vertical: 'center', wrapText: true } },
  link: {
    font: { ...FONT, underline: true, color: { rgb: '1155CC' } },
    border: BOX,
    alignment: { vertical: 'center' },
  },
} as const satisfies Record<string, CellStyle>

const TEXT = '@'
const DAY = 'dd/mm/yyyy'

/** A cell to fill in. Text stays text, so that Excel turns no code into a number and no `5/3` into a day. */
export function inputStyle(column: Column): CellStyle {
  const kind = column.kind === 'field' ? column.form.kind : column.kind
  const number = kind === 'count' || kind === 'amount' || kind === 'year' || kind === 'number'
  const numFmt = kind === 'date' ? DAY : number ? 'General' : TEXT
  const horizontal = kind === 'date' || number ? 'center' : 'left'
  return { font: FONT, border: BOX, alignment: { horizontal, vertical: 'top', wrapText: true }, numFmt }
}
