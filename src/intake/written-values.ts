import { isIsoDate, toDay, toIso } from '../core/days.ts'
import { foldWords } from '../core/names.ts'
import type { Cell } from './sheet.ts'

/** What a cell says: a value, something that cannot be told for certain, or (undefined) nothing. */
export type CellReading<T> = { value: T } | 'unclear' | undefined

const NOTHING = /^[-–—_.…*\s]*$/u

/** Whether a cell was filled only to say that there is nothing: `-`, `…`. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text)
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+Z?)?$/
const DAY_FIRST = /^(\D*)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?:\s+0?0:00(?::00)?)?\.?$/
/** Folded: `ngày 05 tháng 3 năm 2014`. */
const IN_WORDS = /^(\D*)(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/
/** What may stand before the day: `kể từ ngày`, `có hiệu lực thi hành từ`. */
const LEAD_OF_DATE = new Set(['', 'bat', 'co', 'dau', 'hanh', 'hieu', 'ke', 'luc', 'ngay', 'thi', 'tu'])
/** Plain numbers that are taken for days: 1990 to 2099. Below them stand years (2014) and mere counts. */
const PLAIN_SERIALS = { from: 32_874, through: 73_050 }

/**
 * The day a cell of a date column tells, as `YYYY-MM-DD`; the day comes before the month, as in Vietnam.
 * `unclear` when it tells something else, or a day that does not exist.
 */
export function readDate(cell: Cell | undefined, date1904: boolean): CellReading<string> {
  if (cell === undefined || saysNothing(cell.text)) return undefined
  const iso = cell.kind === 'text' ? writtenDate(cell.text) : numericDate(cell, date1904)
  return iso === undefined || !isIsoDate(iso) ? 'unclear' : { value: iso }
}

function numericDate(cell: Cell, date1904: boolean): string | undefined {
  if (cell.kind === 'date') return serialToIso(cell.text, date1904)
  const serial = cell.kind === 'number' ? Number(cell.text) : Number.NaN
  const plausible = serial >= PLAIN_SERIALS.from && serial <= PLAIN_SERIALS.through
  return plausible ? serialToIso(cell.text, date1904) : undefined
}

/** The day that a text tells, as `YYYY-MM-DD`, though there may be no such day; undefined when it tells none. */
export function writtenDate(text: string): string | undefined {
  const iso = ISO.exec(text)
  if (iso !== null) return `${iso[1]}-${iso[2]}-${iso[3]}`
  const [, lead, day, month, year] = DAY_FIRST.exec(text) ?? IN_WORDS.exec(foldWords(text)) ?? []
  if (lead === undefined || day === undefined || month === undefined || year === undefined) return undefined
  if (
    !foldWords(lead)
      .split(' ')
      .every((word) => LEAD_OF_DATE.has(word))
  )
    return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const EPOCH_1900 = toDay('1900-01-01') - 1
const EPOCH_1904 = toDay('1904-01-01')
/** Excel's 1900 system counts a 29 February 1900 that never was (ECMA-376 Part 1, 18.17.4.1). */
const PHANTOM_DAY = 60

/**
 * The day of an Excel day number as the file stores it; a time of day is dropped.
 * @returns `YYYY-MM-DD`, or undefined when the number stands for no existing day of 1900–2200
 */
export function serialToIso(raw: string, date1904: boolean): string | undefined {
  const whole = /^(\d{1,6})(?:\.\d+)?$/.exec(raw)?.[1]
  if (whole === undefined) return undefined
  const serial = Number(whole)
  if (date1904) return existing(EPOCH_1904 + serial)
  if (serial === 0 || serial === PHANTOM_DAY) return undefined
  return existing(EPOCH_1900 + serial - (serial > PHANTOM_DAY ? 1 : 0))
}

function existing(day: number): string | undefined {
  const iso = toIso(day)
  return isIsoDate(iso) ? iso : undefined
}

/** Folded: words, one number (perhaps spelt out behind it) of days, and nothing after it that varies it. */
const DAYS =
  /^([^\d]*?)(1\/2|\d+(?:[.,]\d+)?|nua) ?(?:\([^)\d]*\) ?)?ngay(?: lam viec| lich)? ?[,.;]? ?(?:(?:ke tu|tinh tu|tu|sau)\b[^\d;:]*)?$/
/** What may stand before the number: `trong thời hạn`, `không quá`. */
const LEAD_OF_LIMIT = new Set(['', ...'toi da cham nhat la khong qua trong vong thoi han gian giai quyet'.split(' ')])
const SAME_DAY = /^(?:ngay )?trong ngay(?: lam viec)?\.?$/
const BARE_NUMBER = /^\d+(?:[.,]\d+)?$/
const LONGEST_TEXT = 200
const LONGEST_LIMIT = 3_650

/**
 * The time limit a cell tells, in days (working or calendar days are not told apart, as in the manifest); `Trong ngày` is
 * 1. `unclear` for hours, months, ranges and limits that depend on the case: none of them is one number of days.
 */
export function readLimitDays(cell: Cell | undefined): CellReading<number> {
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
      .every((word) => LEAD_OF_LIMIT.has(word))
  )
    return undefined
  return number === '1/2' || number === 'nua' ? 0.5 : Number(number.replace(',', '.'))
}

const PLAIN = /^\d+(?:[.,]\d+)?$/
/** Thousands parted by dots or spaces, as in Vietnam: 12.000.000. */
const GROUPED = /^\d{1,3}(?:[. ]\d{3})+$/
/** What officers write after a number. */
const UNIT = /(?:đồng|đ|vnđ|người|cán bộ|ý kiến)\.?$/iu

/**
 * The number a cell tells; a text may have its thousands parted by dots, and a unit after it. `unclear` for anything
 * else, and for a fraction of people or answers.
 */
export function readNumber(cell: Cell, kind: 'count' | 'amount' | 'year'): { value: number } | 'unclear' {
  const value = cell.kind === 'number' ? Number(cell.text) : writtenNumber(cell.text)
  if (value === undefined || !Number.isFinite(value) || value < 0) return 'unclear'
  return kind !== 'amount' && !Number.isInteger(value) ? 'unclear' : { value }
}

/** The number that a text tells, with or without a unit; undefined when it tells none. */
export function writtenNumber(text: string): number | undefined {
  const digits = text.replace(UNIT, '').trimEnd()
  if (GROUPED.test(digits)) return Number(digits.replace(/[. ]/g, ''))
  return PLAIN.test(digits) ? Number(digits.replace(',', '.')) : undefined
}

const YES = new Set(['x', 'co', '1', 'true', 'yes', 'dung', 'noi bo', 'v', '✓', '✔'])
const NO = new Set(['khong', '0', 'false', 'no', 'sai', 'khong phai'])

/** Whether a mark in a cell says yes (`x`, `Có`) or no (`Không`). */
export function readYesNo(cell: Cell | undefined): CellReading<boolean> {
  if (cell === undefined || saysNothing(cell.text)) return undefined
  const word = foldWords(cell.text) || cell.text
  if (YES.has(word)) return { value: true }
  return NO.has(word) ? { value: false } : 'unclear'
}

/** A procedure code, and what stood in the cell where it had to be mended. */
export interface CodeReading {
  code: string
  mendedFrom?: string
}

const DECIMALS = 6
/** How many equal digits after the sixth show that they come from binary rounding (1.0016099999999999). */
const ROUNDING = 5

/**
 * The code in a cell, as written; undefined when there is none (a code has a digit). Excel makes the number 1.00161 of
 * `1.001610`: the digits it lost are given back, by working on the digits as stored.
 */
export function readCode(cell: Cell | undefined): CodeReading | undefined {
  if (cell === undefined || cell.kind === 'error' || !/\d/.test(cell.text)) return undefined
  if (cell.kind !== 'number') return { code: cell.text }
  const code = sixDecimals(cell.text)
  return code === undefined || code === cell.text ? { code: cell.text } : { code, mendedFrom: cell.text }
}

function sixDecimals(raw: string): string | undefined {
  const [, whole, decimals] = /^(\d)\.(\d+)$/.exec(raw) ?? []
  if (whole === undefined || decimals === undefined) return undefined
  const kept = decimals.slice(0, DECIMALS).padEnd(DECIMALS, '0')
  const rest = decimals.slice(DECIMALS)
  if (/^0*$/.test(rest) || rest.startsWith('0'.repeat(ROUNDING))) return `${whole}.${kept}`
  return rest.startsWith('9'.repeat(ROUNDING)) ? oneMore(whole, kept) : undefined
}

function oneMore(whole: string, decimals: string): string {
  const digits = String(BigInt(whole + decimals) + 1n)
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`
}
