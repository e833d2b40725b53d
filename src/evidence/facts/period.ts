import { isIsoDate } from '../../base/day.ts'
import { wording } from './wording.ts'
import { datesIn, isoOf } from './written-dates.ts'

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
