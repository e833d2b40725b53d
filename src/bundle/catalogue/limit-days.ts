import type { Cell } from '../sheet/sheet.ts'
import { foldWords } from './fold-words.ts'
import { type Reading, saysNothing } from './reading.ts'

/** Folded: words, one number (perhaps spelt out behind it) of days, and nothing after it that varies it. */
const DAYS =
  /^([^\d]*?)(1\/2|\d+(?:[.,]\d+)?|nua) ?(?:\([^)\d]*\) ?)?ngay(?: lam viec| lich)? ?[,.;]? ?(?:(?:ke tu|tinh tu|tu|sau)\b[^\d;:]*)?$/
/** What may stand before the number: `trong thời hạn`, `không quá`. */
const LEAD = new Set(['', ...'toi da cham nhat la khong qua trong vong thoi han gian giai quyet'.split(' ')])
const SAME_DAY = /^(?:ngay )?trong ngay(?: lam viec)?\.?$/
const BARE_NUMBER = /^\d+(?:[.,]\d+)?$/
const LONGEST_TEXT = 200
const LONGEST_LIMIT = 3_650

/**
 * The time limit a cell tells, in days (working or calendar days are not told apart, as in the manifest); `Trong ngày` is
 * 1. `unclear` for hours, months, ranges and limits that depend on the case: none of them is one number of days.
 */
export function readLimitDays(cell: Cell | undefined): Reading<number> {
  if (cell === undefined || saysNothing(cell.text)) return undefined
  const days = cell.kind === 'number' ? Number(cell.text) : cell.kind === 'text' ? writtenDays(cell.text) : undefined
  return days === undefined || !(days >= 0 && days <= LONGEST_LIMIT) ? 'unclear' : { value: days }
}

function writtenDays(text: string): number | undefined {
  if (text.length > LONGEST_TEXT) return undefined
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
  if (BARE_NUMBER.test(plain)) return Number(plain.replace(',', '.'))
  if (SAME_DAY.test(plain)) return 1
  const [, lead, number] = DAYS.exec(plain) ?? []
  if (lead === undefined || number === undefined) return undefined
  if (
    !foldWords(lead)
      .split(' ')
      .every((word) => LEAD.has(word))
  )
    return undefined
  return number === '1/2' || number === 'nua' ? 0.5 : Number(number.replace(',', '.'))
}
