import { type Localized, QmsVerdictError, withValues } from '../core/errors.ts'
import { withoutHidden } from '../core/texts.ts'
import { SHEET_TEXTS } from './words.ts'

/**
 * One filled cell. `text` is cleaned (NFC, single spaces, trimmed) for words; for `number` and `date` it is the number as
 * the file stores it, never one that went through a float; for `boolean` it is `TRUE` or `FALSE`.
 */
export interface Cell {
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  text: string
}

/** A row that has at least one filled cell. */
export interface SheetRow {
  /** As a person counts, from 1. */
  row: number
  /** By column, from 0 (column A); a hole is an empty cell. */
  cells: readonly (Cell | undefined)[]
}

/** A merged range: rows from 1, columns from 0, all inclusive. Its value is in the top left cell. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** A sheet or a CSV file as it stands: only filled cells, in order. */
export interface Sheet {
  /** Title of the sheet; a CSV file has none. */
  name: string | undefined
  rows: readonly SheetRow[]
  merges: readonly Merge[]
  /** Whether day numbers count from 1904-01-01 (old Excel for Mac). */
  date1904: boolean
  /** Filled cells to the right of the last column that is read. */
  cellsBeyond: number
  /** Set when the file was not UTF-8 or UTF-16 and was read as windows-1258. */
  windows1258: boolean
}

/** What kind of fault it is, for those who read other files than lists with the same readers. */
export type UnreadableReason = 'damaged' | 'doctype' | 'nesting' | 'size'

/** A sheet cannot be read for what the file is. The sentences do not name the file; whoever asked for it does. */
export class SheetUnreadable extends QmsVerdictError {
  override name = 'SheetUnreadable'
  readonly text: Localized
  readonly reason: UnreadableReason
  constructor(text: Localized, options: ErrorOptions & { reason?: UnreadableReason } = {}) {
    super(text.en, options)
    this.text = text
    this.reason = options.reason ?? 'damaged'
  }
}

const COLUMN_LETTERS = 26

/** Letters of a column: 0 → `A`, 27 → `AB`. */
export function columnName(column: number): string {
  const rest = Math.floor(column / COLUMN_LETTERS)
  const letter = String.fromCharCode(65 + (column % COLUMN_LETTERS))
  return rest === 0 ? letter : columnName(rest - 1) + letter
}

/** A text as it is kept: NFC, no hidden characters, line breaks and runs of white space made one space, trimmed. */
export function cleanText(text: string): string {
  return withoutHidden(text.normalize('NFC')).replace(/\s+/gu, ' ').trim()
}

const MIB = 1024 * 1024

/** How much of one sheet is read. The largest list in the country has some 15,000 rows of about 500 characters. */
export const SHEET_LIMITS = {
  /** Bytes of a CSV file. */
  csvBytes: 16 * MIB,
  /** Characters of one CSV record. */
  csvRecord: 128_000,
  /** Records of a CSV file, empty ones too: to pass over an empty line costs as much as to read a short one. */
  csvRecords: 200_000,
  /** Rows with a filled cell. */
  rows: 100_000,
  /** Columns from A; cells further right are counted, not read. */
  columns: 256,
  /** Filled cells. */
  cells: 1_000_000,
  /** Characters of all filled cells, a shared string counted each time it is used. */
  characters: 32 * MIB,
  /** Filled cells of all sheets of one workbook that are read, one read twice counted twice. */
  workbookCells: 2_000_000,
  /** Characters of all those cells. */
  workbookCharacters: 64 * MIB,
  /** Merged ranges. */
  merges: 100_000,
  /** Entries of a workbook's table of shared strings. */
  sharedStrings: 1_000_000,
  /** Characters of a workbook's table of shared strings. */
  sharedCharacters: 32 * MIB,
} as const

function tooMuch(what: { vi: string; en: string }, limit: number): SheetUnreadable {
  return new SheetUnreadable(
    withValues(SHEET_TEXTS.sheetMoreThanKeep, {
      limit: { vi: limit.toLocaleString('vi'), en: limit.toLocaleString('en') },
      what,
    }),
    { reason: 'size' },
  )
}

/** What the sheets of one workbook came to together. */
export class WorkbookTotals {
  #cells = 0
  #characters = 0

  /** @throws SheetUnreadable when the workbook holds more than is read */
  add(cell: Cell): void {
    if (++this.#cells > SHEET_LIMITS.workbookCells)
      throw tooMuch(SHEET_TEXTS.filledCellsOnAll, SHEET_LIMITS.workbookCells)
    this.#characters += cell.text.length
    if (this.#characters > SHEET_LIMITS.workbookCharacters)
      throw tooMuch(SHEET_TEXTS.charactersOnAllSheets, SHEET_LIMITS.workbookCharacters)
  }
}

/** Gathers the filled cells of one sheet in row order and stops as soon as a limit of {@link SHEET_LIMITS} is passed. */
export class SheetBuilder {
  #rows: SheetRow[] = []
  #merges: Merge[] = []
  #row = 0
  #cells: (Cell | undefined)[] = []
  #count = 0
  #characters = 0
  #beyond = 0
  readonly #totals: WorkbookTotals

  /** @param totals of the workbook that the sheet is of */
  constructor(totals = new WorkbookTotals()) {
    this.#totals = totals
  }

  /**
   * Takes one filled cell; rows come in ascending order.
   * @param column from 0
   * @throws SheetUnreadable when the sheet holds more than is read
   */
  put(row: number, column: number, cell: Cell): void {
    if (column >= SHEET_LIMITS.columns) {
      this.#beyond++
      return
    }
    if (row !== this.#row) this.#startRow(row)
    this.#cells[column] = cell
    this.#totals.add(cell)
    if (++this.#count > SHEET_LIMITS.cells) throw tooMuch(SHEET_TEXTS.filledCells, SHEET_LIMITS.cells)
    this.#characters += cell.text.length
    if (this.#characters > SHEET_LIMITS.characters) throw tooMuch(SHEET_TEXTS.characters, SHEET_LIMITS.characters)
  }

  /** @throws SheetUnreadable when there are more merged ranges than are read */
  merge(range: Merge): void {
    this.#merges.push(range)
    if (this.#merges.length > SHEET_LIMITS.merges) throw tooMuch(SHEET_TEXTS.mergedRanges, SHEET_LIMITS.merges)
  }

  /** Filled rows begun so far. */
  get rows(): number {
    return this.#rows.length
  }

  /** The sheet gathered so far. */
  finish(about: Pick<Sheet, 'name' | 'date1904' | 'windows1258'>): Sheet {
    return { ...about, rows: this.#rows, merges: this.#merges, cellsBeyond: this.#beyond }
  }

  #startRow(row: number): void {
    if (this.#rows.length >= SHEET_LIMITS.rows) throw tooMuch(SHEET_TEXTS.filledRows, SHEET_LIMITS.rows)
    this.#row = row
    this.#cells = []
    this.#rows.push({ row, cells: this.#cells })
  }
}

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
