import type { DataValidation, WriteSheet } from 'hucre'
import { type Column, labelOf } from '../../intake/manifest-xlsx/layout/columns.ts'
import { STATES } from '../../intake/manifest-xlsx/layout/section.ts'
import { columnName } from '../../intake/sheet.ts'

const SHEET = 'Danh sách'

/**
 * The drop-downs of a workbook. Their values stand on a hidden sheet, since Excel allows a list inside a cell no more
 * than 255 characters.
 */
export class Choices {
  readonly #lists: (readonly string[])[] = []

  /** The drop-down of a column over a range of cells; undefined for a column that is written freely. */
  of(column: Column, range: string): DataValidation | undefined {
    const values = valuesOf(column)
    return values && this.list(values, range)
  }

  /** A drop-down of the three states. */
  states(range: string): DataValidation {
    return this.list(Object.values(STATES), range)
  }

  /** The hidden sheet that holds the values. */
  sheet(): WriteSheet {
    const length = Math.max(...this.#lists.map((list) => list.length))
    const rows = Array.from({ length }, (_, at) => this.#lists.map((list) => list[at] ?? null))
    return { name: SHEET, rows, hidden: true }
  }

  private list(values: readonly string[], range: string): DataValidation {
    const known = this.#lists.findIndex((list) => list.join('\n') === values.join('\n'))
    const at = known < 0 ? this.#lists.push(values) - 1 : known
    const letters = columnName(at)
    return {
      type: 'list',
      formula1: `'${SHEET}'!$${letters}$1:$${letters}$${values.length}`,
      range,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: 'Giá trị không có trong danh sách',
      errorMessage: 'Chọn một giá trị trong danh sách của ô này.',
    }
  }
}

function valuesOf(column: Column): readonly string[] | undefined {
  if (column.kind === 'state') return Object.values(STATES)
  if (column.kind !== 'field') return undefined
  if (column.form.kind === 'boolean') return ['Có', 'Không']
  return column.form.kind === 'choice' ? column.form.values.map(labelOf) : undefined
}
