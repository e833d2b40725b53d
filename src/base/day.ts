import { Temporal } from 'temporal-polyfill'
import { Recall } from './recall.ts'

/** A calendar day as the number of days since 1970-01-01: cheap to compare, never carries a time or a zone. */
export type Day = number

const MS_PER_DAY = 86_400_000
/** Dossiers repeat few dates many times; calendar arithmetic is what judging spends most on without these. */
const DAYS = new Recall<string, Day>()
const MOVED = new Recall<number, Day>()
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** Whether `text` is a date that exists, written `YYYY-MM-DD` (years 1900–2200). */
export function isIsoDate(text: string): boolean {
  return !Number.isNaN(dayOf(text))
}

/**
 * The day of an ISO date.
 * @throws RangeError when `text` is not an existing date; input from people is checked with {@link isIsoDate} first.
 */
export function toDay(text: string): Day {
  const day = dayOf(text)
  if (Number.isNaN(day)) throw new RangeError(`not a date: ${JSON.stringify(text)}`)
  return day
}

/** The day, or NaN when the text is no date that exists. */
function dayOf(text: string): Day {
  if (!ISO_DATE.test(text)) return Number.NaN
  return DAYS.get(text, () => {
    const year = Number(text.slice(0, 4))
    const at = Date.UTC(year, Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)))
    const exists = year >= 1900 && year <= 2200 && new Date(at).toISOString().slice(0, 10) === text
    return exists ? at / MS_PER_DAY : Number.NaN
  })
}

/** `YYYY-MM-DD` of a day. */
export function toIso(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear()
}

/** 31 December of the day's year. */
export function endOfYear(day: Day): Day {
  return Date.UTC(yearOf(day), 11, 31) / MS_PER_DAY
}

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(day * MS_PER_DAY).getUTCDay()
  return weekday === 0 || weekday === 6
}

/**
 * The corresponding day `months` calendar months later (negative: earlier); where that month has no such day, its
 * last day (Bộ luật Dân sự 2015, Điều 147–148, by analogy).
 */
export function addMonths(day: Day, months: number): Day {
  return MOVED.get(day * 65_536 + months, () => {
    const moved = Temporal.PlainDate.from(toIso(day)).add({ months }, { overflow: 'constrain' })
    return Date.UTC(moved.year, moved.month - 1, moved.day) / MS_PER_DAY
  })
}
