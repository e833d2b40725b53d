import type { Cell, CellStyle, CellValue, DataValidation, NamedRange, RowDef, WriteSheet } from 'hucre'
import type { Column } from '../../intake/manifest-xlsx/layout/columns.ts'

/** One sheet being written, row by row and column by column from 0. */
export class SheetWriter {
  readonly #cells = new Map<string, Partial<Cell>>()
  readonly #rowDefs = new Map<number, RowDef>()
  readonly #validations: DataValidation[] = []
  #rows = 0
  #columns = 0

  put(row: number, column: number, value: CellValue, style: CellStyle, more: Partial<Cell> = {}): void {
    this.#cells.set(`${row},${column}`, { value, style, ...more })
    this.#rows = Math.max(this.#rows, row + 1)
    this.#columns = Math.max(this.#columns, column + 1)
  }

  height(row: number, points: number): void {
    this.#rowDefs.set(row, { height: points })
  }

  validate(validation: DataValidation | undefined): void {
    if (validation !== undefined) this.#validations.push(validation)
  }

  /** The sheet as the writer of workbooks takes it. */
  finish(about: Omit<WriteSheet, 'rows' | 'cells' | 'rowDefs' | 'dataValidations'>): WriteSheet {
    const rows = Array.from({ length: this.#rows }, (_, row) =>
      Array.from({ length: this.#columns }, (_, column) => this.#cells.get(`${row},${column}`)?.value ?? null),
    )
    return { ...about, rows, cells: this.#cells, rowDefs: this.#rowDefs, dataValidations: this.#validations }
  }
}

const FONT = { name: 'Times New Roman', size: 12 }

// biome-ignore lint/style/noRestrictedGlobals: a fixed day and no clock: the same content has the same bytes.
const MODIFIED = new Date('2026-01-01T00:00:00Z')

/** The bytes of a workbook (XLSX), the same for the same sheets. */
export async function workbookFile(
  title: string,
  sheets: WriteSheet[],
  namedRanges: NamedRange[] = [],
): Promise<Uint8Array> {
  // Loaded only by whoever writes one.
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({ properties: { title, modified: MODIFIED }, sheets, namedRanges, defaultFont: FONT })
}

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

/** A sheet is printed on A4 on its side, as many pages long as it takes, one wide. */
export const LANDSCAPE = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const

/** Rows of a table that are drawn for more to be filled in. */
export const BLANK_ROWS = 20
/** Last row that keeps texts as texts, though it is not drawn. */
export const FORMATTED_ROWS = 150
/** Last row that has drop-downs, besides those filled in. */
export const LAST_ROW = 3_000
/** Points that a line of text takes. */
export const LINE_POINTS = 16

/** Width of a column in characters. */
export function widthOf(column: Column): number {
  if (column.kind !== 'field') return 24
  const { kind } = column.form
  if (kind === 'date') return 16
  if (kind === 'count' || kind === 'amount' || kind === 'year' || kind === 'boolean') return 14
  if (kind === 'list' || kind === 'yesOrList' || kind === 'choice') return 32
  return kind === 'path' || /title|name|what|text|reason|cause|action|topic|note|document/.test(column.field.key)
    ? 34
    : 22
}

/** Points of a row whose texts wrap in cells of these widths. */
export function heightOf(cells: readonly { text: string; width: number }[], perLine = LINE_POINTS): number {
  const lines = cells.map(({ text, width }) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.02) / width)), 0),
  )
  return Math.max(1, ...lines) * perLine + 4
}

/** A column of a sheet of notes; its width in characters. */
export interface NotesColumn {
  heading: string
  width: number
}

/**
 * A sheet of notes for people. Its name begins with `Ghi chú`, so that it is not taken for a section when the workbook is
 * read back.
 */
export function notesSheet(
  name: string,
  columns: readonly NotesColumn[],
  rows: readonly (readonly string[])[],
): WriteSheet {
  const writer = new SheetWriter()
  for (const [at, { heading }] of columns.entries()) writer.put(0, at, heading, STYLES.heading)
  for (const [row, cells] of rows.entries()) {
    for (const [at, text] of cells.entries()) writer.put(row + 1, at, text, STYLES.plain)
    writer.height(row + 1, heightOf(cells.map((text, at) => ({ text, width: columns[at]?.width ?? 10 }))))
  }
  return writer.finish({
    name: `Ghi chú ${name}`,
    columns: columns.map(({ width }) => ({ width })),
    view: { showGridLines: false },
    pageSetup: LANDSCAPE,
  })
}
