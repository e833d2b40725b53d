import { addMonths, toDay, toIso } from '../../base/day.ts'
import type { Score, Status, Verdict } from '../../verdict/verdict.ts'

/** A stretch of time in which status and score stay the same; `to` is the first day after it. */
export interface Span {
  from: number
  to: number
  status: Status
  score: Score | null
}

/** Stretches of time in which status and score stay the same. */
export function spansOf({ timeline, status, score }: Verdict, start: number, end: number): Span[] {
  const stands = [{ from: start, status, score }, ...timeline.map((one) => ({ ...one, from: toDay(one.on) }))]
  return stands.map((one, at) => ({ ...one, to: stands[at + 1]?.from ?? end }))
}

/** Spans that follow each other with one status, as one. */
export function oneStatus(spans: readonly Span[]): Span[] {
  return spans
    .filter((one, at) => one.status !== spans[at - 1]?.status)
    .map((one, at, kept) => ({
      ...one,
      to: kept[at + 1]?.from ?? spans.at(-1)?.to ?? one.to,
    }))
}

/** The lowest lane in which each number covers no earlier one. */
export function lanesOf(places: readonly number[], apart: number): { left: number; lane: number }[] {
  const ends: number[] = []
  return places.map((left) => {
    const free = ends.findIndex((end) => left - end >= apart)
    const lane = free < 0 ? ends.length : free
    ends[lane] = left
    return { left, lane }
  })
}

/** First days of months within the chart, `apart` months from each other, counted from January. */
export function monthsOf(start: number, end: number, apart: number): number[] {
  const first = toDay(`${toIso(addMonths(start, 1)).slice(0, 7)}-01`)
  return Array.from({ length: 24 }, (_, at) => addMonths(first, at)).filter(
    (day) => day < end && (Number(toIso(day).slice(5, 7)) - 1) % apart === 0,
  )
}
