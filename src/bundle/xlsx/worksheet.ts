import type { Cell } from '../sheet/sheet.ts'
import type { SheetBuilder } from '../sheet/sheet-builder.ts'
import { cellReference, rangeReference, rowNumber } from './cell-reference.ts'
import { TextCapture, unescapeText } from './text-capture.ts'
import { badRange, badReference, badRow, missingString } from './worksheet-faults.ts'
import type { XmlHandlers } from './xml.ts'

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
