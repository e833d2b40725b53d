import type { RawLine } from '../document-text.ts'
import { convertRun, type LegacyFont, legacyFontOf } from '../legacy-encodings.ts'

/** Gathers the text of one paragraph, each run turned into Unicode by the font it is set in. */
export class DocxParagraph {
  #lines: string[][] = [[]]
  #cell = ''
  #pending = ''
  #font: LegacyFont | undefined
  #fontName = ''
  /** Whether any of it was in a legacy font and was converted. */
  converted = false

  add(text: string, fontName: string): void {
    if (fontName !== this.#fontName) {
      const font = legacyFontOf(fontName)
      // A VNI letter may begin in one run and end in the next.
      if (font?.encoding !== this.#font?.encoding || font?.capitals !== this.#font?.capitals) this.#settle()
      this.#font = font
      this.#fontName = fontName
    }
    this.#pending += text
  }

  tab(): void {
    this.#settle()
    this.#lines.at(-1)?.push(this.#cell)
    this.#cell = ''
  }

  breakLine(): void {
    this.tab()
    this.#lines.push([])
  }

  /** @param label what Word puts before the paragraph; nothing where it has no text */
  finish(label: string): readonly RawLine[] {
    this.tab()
    const [first = [], ...others] = this.#lines
    if (label === '' || !this.#lines.flat().some((cell) => cell.trim() !== '')) return this.#lines
    return [[`${label} ${first[0] ?? ''}`, ...first.slice(1)], ...others]
  }

  #settle(): void {
    const unicode = this.#font === undefined ? this.#pending : convertRun(this.#pending, this.#font)
    if (unicode !== this.#pending) this.converted = true
    this.#cell += unicode
    this.#pending = ''
  }
}

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
