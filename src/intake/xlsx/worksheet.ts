import { withValues } from '../../core/errors.ts'
import { displayName } from '../display.ts'
import { type Cell, columnName, type Merge, type SheetBuilder, SheetUnreadable } from '../sheet.ts'
import { WORKSHEET_RESAVE as RESAVE, WORKSHEET_TEXTS } from '../words.ts'
import type { XmlHandlers } from './xml.ts'

/** Gathers the text of `t` elements inside one string item, whether plain or in formatted runs, without phonetic guides. */
export class TextCapture {
  #text = ''
  #inText = false
  #phonetic = false

  /** A new string item begins. */
  start(): void {
    this.#text = ''
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true
    if (name === 't') this.#inText = !this.#phonetic
  }

  text(text: string): void {
    if (this.#inText) this.#text += text
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false
    if (name === 't') this.#inText = false
  }

  /** The text since {@link start}, characters that XML cannot hold (`_x000D_`) brought back. */
  take(): string {
    return unescapeText(this.#text)
  }
}

/** ECMA-376 Part 1, 22.9.2.19 (ST_Xstring): `_xHHHH_` stands for one UTF-16 unit. */
function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** What a sheet's cells point to in the rest of the workbook. */
export interface WorkbookTables {
  strings: readonly string[]
  /** By style index: shows numbers as days. */
  dateStyles: readonly boolean[]
  /** How texts are kept. */
  clean: (text: string) => string
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:E[+-]?\d+)?$/i

/** Reads the cells and merged ranges of one worksheet part into a builder. Rows without a number follow the one before. */
export class WorksheetReader implements XmlHandlers {
  readonly #builder: SheetBuilder
  readonly #tables: WorkbookTables
  readonly #enough: number
  readonly #inline = new TextCapture()
  #inData = false
  #row = 0
  #column = -1
  #type = 'n'
  #style = 0
  #inValue = false
  #value = ''

  /** @param enough filled rows after which reading may end */
  constructor(builder: SheetBuilder, tables: WorkbookTables, enough: number) {
    this.#builder = builder
    this.#tables = tables
    this.#enough = enough
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.#inData = true
    else if (name === 'mergeCell') this.#merge(attributes.ref ?? '')
    if (!this.#inData) return
    this.#inline.open(name)
    if (name === 'row') this.#startRow(attributes.r)
    else if (name === 'c') this.#startCell(attributes)
    else if (name === 'v') this.#inValue = true
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text
    else if (this.#inData) this.#inline.text(text)
  }

  close(name: string): void {
    if (name === 'sheetData') this.#inData = false
    if (!this.#inData) return
    this.#inline.close(name)
    if (name === 'v') this.#inValue = false
    else if (name === 'c') this.#endCell()
  }

  done(): boolean {
    return this.#builder.rows > this.#enough
  }

  #startRow(r: string | undefined): void {
    const row = r === undefined ? this.#row + 1 : rowNumber(r)
    if (row === undefined || row <= this.#row) throw badRow(r ?? String(row), this.#row)
    this.#row = row
    this.#column = -1
  }

  #startCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const at = r === undefined ? { row: this.#row, column: this.#column + 1 } : cellReference(r)
    if (at === undefined || at.row !== this.#row || at.column <= this.#column) throw badReference(r ?? '', this.#row)
    this.#column = at.column
    this.#type = t
    this.#style = Number(s)
    this.#value = ''
    this.#inline.start()
  }

  #endCell(): void {
    const cell = this.#cell()
    if (cell.text !== '') this.#builder.put(this.#row, this.#column, cell)
  }

  #cell(): Cell {
    switch (this.#type) {
      case 's':
        return { kind: 'text', text: this.#shared(this.#value.trim()) }
      case 'inlineStr':
        return { kind: 'text', text: this.#tables.clean(this.#inline.take()) }
      case 'b':
        return { kind: 'boolean', text: this.#value.trim() === '1' ? 'TRUE' : 'FALSE' }
      case 'e':
        return { kind: 'error', text: this.#value.trim() }
      case 'n':
        return this.#number(this.#value.trim())
      default:
        return { kind: 'text', text: this.#tables.clean(unescapeText(this.#value)) }
    }
  }

  #number(raw: string): Cell {
    if (!NUMBER.test(raw)) return { kind: 'text', text: raw }
    return { kind: this.#tables.dateStyles[this.#style] === true ? 'date' : 'number', text: raw }
  }

  #shared(index: string): string {
    if (index === '') return ''
    const string = /^\d{1,9}$/.test(index) ? this.#tables.strings[Number(index)] : undefined
    if (string === undefined) throw missingString(this.#row, this.#column, index, this.#tables.strings.length)
    return string
  }

  #merge(ref: string): void {
    const range = rangeReference(ref)
    if (range === undefined) throw badRange(ref)
    this.#builder.merge(range)
  }
}

function fault(vi: string, en: string): SheetUnreadable {
  return new SheetUnreadable(withValues(WORKSHEET_TEXTS.joined, { reason: { vi, en }, resave: RESAVE }))
}

/** A row whose number no sheet has, or that does not come after the one before. */
function badRow(found: string, previous: number): SheetUnreadable {
  return fault(
    `Trong trang tính, sau dòng ${previous} là dòng mang số '${displayName(found)}'; số dòng phải tăng dần và không quá 1.048.576.`,
    `In the sheet, row ${previous} is followed by a row numbered '${displayName(found)}'; numbers must rise and stay within 1,048,576.`,
  )
}

/** A cell whose address no sheet has, of another row, or not after the one before. */
function badReference(found: string, row: number): SheetUnreadable {
  return fault(
    `Dòng ${row} của trang tính có ô mang địa chỉ '${displayName(found)}'; địa chỉ phải thuộc dòng này, theo thứ tự và không quá cột XFD.`,
    `Row ${row} of the sheet has a cell with the address '${displayName(found)}'; it must be of this row, in order and within column XFD.`,
  )
}

/** A merged range that is none. */
function badRange(found: string): SheetUnreadable {
  return fault(
    `Trang tính có vùng ô gộp '${displayName(found)}', không phải là một vùng có thật; vùng ô gộp ghi theo dạng B5:C6.`,
    `The sheet has a merged range '${displayName(found)}', which is no range; one is written like B5:C6.`,
  )
}

/** A cell that points beyond the table of shared strings. */
function missingString(row: number, column: number, index: string, count: number): SheetUnreadable {
  return fault(
    `Ô ${columnName(column)}${row} trỏ tới chuỗi dùng chung số '${displayName(index)}', trong khi sổ tính chỉ có ${count} chuỗi; tệp bị hỏng.`,
    `Cell ${columnName(column)}${row} points to shared string '${displayName(index)}', but the workbook has only ${count}: the file is damaged.`,
  )
}

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_383
const REFERENCE = /^([A-Z]{1,3})([1-9]\d{0,6})$/

/** A row number as a sheet may have it, or undefined. */
function rowNumber(text: string): number | undefined {
  const row = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0
  return row >= 1 && row <= LAST_ROW ? row : undefined
}

/** A reference such as `B7`: row from 1, column from 0; undefined when no sheet has that cell (`XFD1048576` is the last). */
export function cellReference(text: string): { row: number; column: number } | undefined {
  const [, letters, digits] = REFERENCE.exec(text) ?? []
  if (letters === undefined || digits === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  const row = rowNumber(digits)
  return row === undefined || column - 1 > LAST_COLUMN ? undefined : { row, column: column - 1 }
}

/** A range such as `B5:C6` or one cell, or undefined when it is no range of a sheet. */
export function rangeReference(text: string): Merge | undefined {
  const [from, to, ...more] = text.split(':').map(cellReference)
  const end = text.includes(':') ? to : from
  if (from === undefined || end === undefined || more.length > 0) return undefined
  if (end.row < from.row || end.column < from.column) return undefined
  return { top: from.row, left: from.column, bottom: end.row, right: end.column }
}
