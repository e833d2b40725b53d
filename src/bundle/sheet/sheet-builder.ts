import { type Cell, type Merge, type Sheet, type SheetRow, SheetUnreadable } from './sheet.ts'
import { SHEET_LIMITS } from './sheet-limits.ts'

function tooMuch(what: { vi: string; en: string }, limit: number): SheetUnreadable {
  return new SheetUnreadable(
    {
      vi: `Trang tính có quá ${limit.toLocaleString('vi')} ${what.vi}. Chỉ giữ lại bảng danh mục thủ tục hành chính, xóa các nội dung khác rồi lưu lại.`,
      en: `The sheet has more than ${limit.toLocaleString('en')} ${what.en}. Keep only the list of procedures, delete everything else and save again.`,
    },
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
      throw tooMuch(
        { vi: 'ô có dữ liệu ở tất cả các trang', en: 'filled cells on all its sheets' },
        SHEET_LIMITS.workbookCells,
      )
    this.#characters += cell.text.length
    if (this.#characters > SHEET_LIMITS.workbookCharacters)
      throw tooMuch(
        { vi: 'ký tự ở tất cả các trang', en: 'characters on all its sheets' },
        SHEET_LIMITS.workbookCharacters,
      )
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
    if (++this.#count > SHEET_LIMITS.cells)
      throw tooMuch({ vi: 'ô có dữ liệu', en: 'filled cells' }, SHEET_LIMITS.cells)
    this.#characters += cell.text.length
    if (this.#characters > SHEET_LIMITS.characters)
      throw tooMuch({ vi: 'ký tự', en: 'characters' }, SHEET_LIMITS.characters)
  }

  /** @throws SheetUnreadable when there are more merged ranges than are read */
  merge(range: Merge): void {
    this.#merges.push(range)
    if (this.#merges.length > SHEET_LIMITS.merges)
      throw tooMuch({ vi: 'vùng ô gộp', en: 'merged ranges' }, SHEET_LIMITS.merges)
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
    if (this.#rows.length >= SHEET_LIMITS.rows)
      throw tooMuch({ vi: 'dòng có dữ liệu', en: 'filled rows' }, SHEET_LIMITS.rows)
    this.#row = row
    this.#cells = []
    this.#rows.push({ row, cells: this.#cells })
  }
}
