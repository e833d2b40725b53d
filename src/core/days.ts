import { BoundedMemo } from './async.ts'

/** A calendar day as the number of days since 1970-01-01: cheap to compare, never carries a time or a zone. */
export type Day = number

const MS_PER_DAY = 86_400_000
/** Dossiers repeat few dates many times; calendar arithmetic is what judging spends most on without these. */
const DAYS = new BoundedMemo<string, Day>()
const MOVED = new BoundedMemo<number, Day>()
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
    const from = new Date(day * MS_PER_DAY)
    const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months]
    // Day 0 of the month after is the last of the month; Date.UTC carries months below 0 and above 11 into other years.
    const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    return Date.UTC(year, month, Math.min(from.getUTCDate(), lastOfMonth)) / MS_PER_DAY
  })
}

/**
 * The day of judgement, and the only way to ask about it. Every question whose answer would change on a later day is
 * noted in `until`, so whoever asked knows through which day the answers stay as they are. That is what makes the
 * forecast exact without judging every single day.
 */
export class Clock {
  /** Last day on which every answer given so far still holds; Infinity when none depends on the day. */
  until = Number.POSITIVE_INFINITY
  /** The day of judgement. Compare through the methods: a bare comparison is not noted. */
  readonly day: Day

  constructor(day: Day) {
    this.day = day
  }

  /** Has `day` come (day ≤ C)? */
  reached(day: Day): boolean {
    if (day <= this.day) return true
    this.until = Math.min(this.until, day - 1)
    return false
  }

  /** Is `day` over (day < C)? */
  passed(day: Day): boolean {
    if (day < this.day) return true
    this.until = Math.min(this.until, day)
    return false
  }

  /** Is C within a stretch of days? Both ends inclusive; an absent end is open. */
  within(from: Day | undefined, through: Day | undefined): boolean {
    return (from === undefined || this.reached(from)) && (through === undefined || !this.passed(through))
  }

  /** Is C in force between `from` (inclusive) and `to` (exclusive)? An absent end is open. */
  inForce(from: Day | undefined, to: Day | undefined): boolean {
    return (from === undefined || this.reached(from)) && (to === undefined || !this.reached(to))
  }

  /** The calendar year of C. */
  year(): number {
    this.absorb(endOfYear(this.day))
    return yearOf(this.day)
  }

  /** Takes over the limit of an answer that was computed with another clock of the same day. */
  absorb(until: number): void {
    this.until = Math.min(this.until, until)
  }
}

const MS_PER_HOUR = 3_600_000
/** Asia/Ho_Chi_Minh has kept UTC+7, without summer time, since 1975. */
const VIETNAM_AHEAD_MS = 7 * MS_PER_HOUR

/**
 * The calendar day in Vietnam at an instant: what `asOf` is made of, once, at the edge.
 * @param instant ISO 8601 with a zone: `2026-03-05T17:00:00Z` is 2026-03-06 in Vietnam
 * @throws RangeError when `instant` is none
 */
export function dayInVietnam(instant: string): string {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${JSON.stringify(instant)}`)
  return toIso(Math.floor((ms + VIETNAM_AHEAD_MS) / (24 * MS_PER_HOUR)))
}

/**
 * One form for all ways to write an instant: UTC with milliseconds, `2026-03-05T02:00:00.000Z`.
 * @param instant ISO 8601 with a zone
 * @throws RangeError when `instant` is none
 */
export function utcInstant(instant: string): string {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${JSON.stringify(instant)}`)
  return new Date(ms).toISOString()
}

/**
 * The instant one millisecond later, in the same form.
 * @throws RangeError when `instant` is none
 */
export function millisecondAfter(instant: string): string {
  return new Date(Date.parse(utcInstant(instant)) + 1).toISOString()
}
