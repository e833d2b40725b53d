import type { Clock } from '../base/clock.ts'
import { type Day, toDay } from '../base/day.ts'

/** The day of a date that may be absent. */
export function day(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : toDay(text)
}

/** The day of an act that has happened by the day of judgement; an act dated later has not happened. */
export function done(text: string | undefined, clock: Clock): Day | undefined {
  const on = day(text)
  return on !== undefined && clock.reached(on) ? on : undefined
}

/** Of the acts that have happened, the latest; on one day, the last listed. With its place in the list. */
export function latest<T>(
  acts: readonly T[],
  dayOf: (act: T) => Day | undefined,
  clock: Clock,
): { act: T; index: number; on: Day } | undefined {
  let best: { act: T; index: number; on: Day } | undefined
  acts.forEach((act, index) => {
    const on = dayOf(act)
    if (on === undefined || !clock.reached(on)) return
    if (!best || on >= best.on) best = { act, index, on }
  })
  return best
}
