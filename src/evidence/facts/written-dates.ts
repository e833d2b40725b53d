import { isIsoDate } from '../../base/day.ts'
import { wording } from './wording.ts'

/** A date in a text: the day, and from where to where it is written. */
export interface WrittenDate {
  iso: string
  at: number
  end: number
}

const MONTHS = [
  ['một'],
  ['hai'],
  ['ba'],
  ['tư', 'bốn'],
  ['năm'],
  ['sáu'],
  ['bảy', 'bẩy'],
  ['tám'],
  ['chín'],
  ['mười'],
  ['mười một'],
  ['mười hai'],
]
const MONTH_WORDS = MONTHS.flat().sort((a, b) => b.length - a.length)

/** Day, month and year between which a date is written: `02/4/2026`, `2-4-2026`, `02 tháng Tư năm 2026`. */
const DAY_FIRST = wording(
  `(?<![\\d/.,])(\\d{1,2}) ?(?:«tháng»|[/.-]) ?(\\d{1,2}|«${MONTH_WORDS.join('|')}») ?,? ?(?:«năm»|[/.-]) ?(\\d{4})(?!\\d)(?! ?/ ?[\\p{L}\\d]|-\\p{L})`,
  'gu',
)
const ISO = /(?<![\d/.,-])\d{4}-\d{2}-\d{2}(?![\d/-])/gu

/** Words before a day by which something is to be done: no day on which it was. */
export const LIMIT = wording('«trước|chậm nhất|hạn chót» ?(?:«ngày» ?)?\\d')

/**
 * The dates written in a text, in their order, in any form Vietnamese offices use (NĐ 30/2020, Phụ lục I, II.4 and the
 * usual short forms). The day stands first; a date that does not exist or has a blank in it is none.
 */
export function datesIn(text: string): WrittenDate[] {
  const dates: WrittenDate[] = []
  const keep = (iso: string, match: RegExpExecArray) => {
    if (isIsoDate(iso)) dates.push({ iso, at: match.index, end: match.index + match[0].length })
  }
  for (const match of text.matchAll(DAY_FIRST)) keep(isoOf(match[1], match[2], match[3]), match)
  for (const match of text.matchAll(ISO)) keep(match[0], match)
  return dates.sort((a, b) => a.at - b.at)
}

/** `YYYY-MM-DD`, which may not exist, of a day, a month in figures or words, and a year. */
export function isoOf(day = '', month = '', year = ''): string {
  return `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`
}

function monthNumber(month: string): string {
  const plain = month.toLowerCase().replaceAll(' ', '')
  const index = MONTHS.findIndex((names) => names.some((name) => name.replaceAll(' ', '') === plain))
  return (index < 0 ? month : String(index + 1)).padStart(2, '0')
}
