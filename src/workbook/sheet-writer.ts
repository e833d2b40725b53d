import type { Cell, CellStyle, CellValue, DataValidation, RowDef, WriteSheet } from 'hucre'

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
