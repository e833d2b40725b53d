import type { Cell, Merge, Sheet } from '../sheet/sheet.ts'

/**
 * Values of cells merged downwards (a field written once beside twenty rows). Rows are asked for in ascending order, so
 * that any number of merged ranges costs one walk through them.
 */
export class MergedCells {
  readonly #merges: readonly Merge[]
  readonly #cells: ReadonlyMap<number, readonly (Cell | undefined)[]>
  readonly #columns = new Map<number, { ranges: readonly Merge[]; at: number }>()

  constructor(sheet: Sheet) {
    this.#merges = sheet.merges.filter(({ top, bottom }) => bottom > top).sort((a, b) => a.top - b.top)
    this.#cells = new Map(this.#merges.length === 0 ? [] : sheet.rows.map(({ row, cells }) => [row, cells]))
  }

  /** Whether the cell lies below the top row of a merged range. */
  continues(row: number, column: number): boolean {
    return this.#above(row, column) !== undefined
  }

  /** The value that a cell shows though it is stored rows above. */
  value(row: number, column: number): Cell | undefined {
    const range = this.#above(row, column)
    return range === undefined ? undefined : this.#cells.get(range.top)?.[column]
  }

  #above(row: number, column: number): Merge | undefined {
    const walk = this.#columns.get(column) ?? this.#begin(column)
    while ((walk.ranges[walk.at]?.bottom ?? row) < row) walk.at++
    const range = walk.ranges[walk.at]
    return range !== undefined && range.top < row ? range : undefined
  }

  #begin(column: number) {
    const walk = { ranges: this.#merges.filter(({ left }) => left === column), at: 0 }
    this.#columns.set(column, walk)
    return walk
  }
}
