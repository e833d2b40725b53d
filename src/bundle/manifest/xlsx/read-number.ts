import type { Cell } from '../../sheet/sheet.ts'

const PLAIN = /^\d+(?:,\d+)?$/
/** Thousands parted by dots or spaces, as in Vietnam: 12.000.000. */
const GROUPED = /^\d{1,3}(?:[. ]\d{3})+$/
/** What officers write after a number. */
const UNIT = /(?:đồng|đ|vnđ|người|cán bộ|ý kiến)\.?$/iu

/**
 * The number a cell tells; a text may have its thousands parted by dots, and a unit after it. `unclear` for anything
 * else, and for a fraction of people or answers.
 */
export function readNumber(cell: Cell, kind: 'count' | 'amount' | 'year'): { value: number } | 'unclear' {
  const value = cell.kind === 'number' ? Number(cell.text) : written(cell.text)
  if (value === undefined || !Number.isFinite(value) || value < 0) return 'unclear'
  return kind !== 'amount' && !Number.isInteger(value) ? 'unclear' : { value }
}

function written(text: string): number | undefined {
  const digits = text.replace(UNIT, '').trimEnd()
  if (PLAIN.test(digits)) return Number(digits.replace(',', '.'))
  return GROUPED.test(digits) ? Number(digits.replace(/[. ]/g, '')) : undefined
}
