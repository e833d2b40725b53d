import { type Day, endOfYear, yearOf } from './day.ts'

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
