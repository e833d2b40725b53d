import type { RawLine } from './line-sink.ts'

interface Row {
  cells: RawLine[][]
  ruled: boolean
}

/**
 * One table while it is read. A table with lines drawn holds data: a row is one line. One without is there to place
 * texts side by side (the heading of an office paper, the signature): it is read as it is seen, line by line.
 */
export class DocxTable {
  /** Lines are drawn between cells, by the table or its style. */
  ruled = false
  #row: Row = { cells: [], ruled: false }
  #cellRuled: boolean | undefined

  startRow(): void {
    this.#row = { cells: [], ruled: false }
  }

  startCell(): void {
    this.#row.cells.push([])
    this.#cellRuled = undefined
  }

  /** One side of the cell's own borders. */
  cellRule(visible: boolean): void {
    this.#cellRuled = visible || this.#cellRuled === true
  }

  add(lines: readonly RawLine[]): void {
    const cell = this.#row.cells.at(-1)
    if (cell !== undefined) for (const line of lines) cell.push(line)
  }

  endCell(): void {
    if (this.#cellRuled ?? this.ruled) this.#row.ruled = true
  }

  /** The lines of the row that ends. */
  endRow(): RawLine[] {
    const { cells, ruled } = this.#row
    if (ruled) return [cells.map((lines) => lines.flat().join(' '))]
    const height = cells.reduce((most, { length }) => Math.max(most, length), 0)
    return Array.from({ length: height }, (_, at) => cells.flatMap((lines) => lines[at] ?? []))
  }
}
