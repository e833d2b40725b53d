import { isIsoDate } from '../../core/days.ts'
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
function isoOf(day = '', month = '', year = ''): string {
  return `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`
}

function monthNumber(month: string): string {
  const plain = month.toLowerCase().replaceAll(' ', '')
  const index = MONTHS.findIndex((names) => names.some((name) => name.replaceAll(' ', '') === plain))
  return (index < 0 ? month : String(index + 1)).padStart(2, '0')
}

/** `từ ngày 10`, `từ 10/9`, `ngày 10,`: a first day that leaves its month, or its year, to the last. */
const SHORT = wording(
  '(?<![\\d/.])(\\d{1,2})(?: ?(?:[/.-]|«tháng») ?(\\d{1,2}))? ?(?:«đến hết ngày|đến ngày|đến|tới ngày|tới|và ngày|và», ?|«đến hết ngày|đến ngày|đến|tới ngày|tới|và ngày|và»|[-–,]) ?(?:«ngày»)? ?$',
)
const TO = wording('^[ ,.;]*(?:«đến hết ngày|đến ngày|đến|tới ngày|tới|và ngày|và|đến hết» ?|[-–])(?: ?«ngày»)? ?$')
const CLOCK = /(?<!\d)\d{1,2} ?(?:(?:giờ|h|g)(?: ?\d{2}(?!\d))?(?: ?phút)?|:\d{2})(?!\p{L}),? ?/giu
/** A number before the first day that is read: an earlier day of a list. */
const EARLIER = /\d ?(?:[-–/,;.]|và)? ?$/u

/** First and last day of a period; the same day for one that took a day. */
export interface Period {
  from: string
  to: string
}

/**
 * The period that a text tells: two whole dates with `đến` between, a short first day with a whole last one (`từ 10 đến
 * 12/9/2026`), or one date. Several dates that make no period are none.
 */
export function periodIn(words: string): Period | undefined {
  const text = words.replace(CLOCK, '')
  const [first, second, third] = datesIn(text)
  if (!first || third) return undefined
  const begun = text.slice(0, first.at)
  if (second) {
    const ordered = first.iso <= second.iso && TO.test(text.slice(first.end, second.at))
    return ordered && !EARLIER.test(begun) ? { from: first.iso, to: second.iso } : undefined
  }
  const short = SHORT.exec(begun)
  if (!short) return EARLIER.test(begun) ? undefined : { from: first.iso, to: first.iso }
  const [year, month] = first.iso.split('-')
  const from = isoOf(short[1], short[2] ?? month, year)
  const whole = isIsoDate(from) && from <= first.iso && !EARLIER.test(begun.slice(0, short.index))
  return whole ? { from, to: first.iso } : undefined
}
