import type { Cell } from '../sheet/sheet.ts'
import { type Reading, saysNothing } from './reading.ts'

/** Folded: `khong qua 07 (bay) ngay lam viec ke tu ngay nhan du ho so`; one number, in days, and nothing that varies it. */
const DAYS =
  /^(?:(?:trong )?(?:thoi (?:han|gian))?\s*(?:la )?(?:khong qua|toi da|cham nhat(?: la)?)?\s*(?:trong(?: vong)?)?\s*:?\s*)(\d+(?:[.,]\d+)?|1\/2|nua)\s*(?:\([a-z ]+\)\s*)?ngay(?: lam viec| lich)?\s*[,.;]?\s*(?:\(?(?:ke tu|tinh tu|tu|sau khi|sau) [^\d;:]*)?\.?$/
const SAME_DAY = /^(?:ngay )?trong ngay(?: lam viec)?\.?$/
const LONGEST = 3_650

/**
 * The time limit a cell tells, in days (working or calendar days are not told apart, as in the manifest); `Trong ngày` is
 * 1. `unclear` for hours, months, ranges and limits that depend on the case: none of them is one number of days.
 */
export function readLimitDays(cell: Cell | undefined): Reading<number> {
  if (cell === undefined || saysNothing(cell.text)) return undefined
  const days = cell.kind === 'number' ? Number(cell.text) : cell.kind === 'text' ? writtenDays(cell.text) : undefined
  return days === undefined || !(days >= 0 && days <= LONGEST) ? 'unclear' : { value: days }
}

function writtenDays(text: string): number | undefined {
  const folded = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
  if (SAME_DAY.test(folded)) return 1
  const number = (/^\d+(?:[.,]\d+)?$/.exec(folded)?.[0] ?? DAYS.exec(folded)?.[1])?.replace(',', '.')
  if (number === undefined) return undefined
  return number === '1/2' || number === 'nua' ? 0.5 : Number(number)
}
