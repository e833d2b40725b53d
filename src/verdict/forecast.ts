import { addMonths, type Day, toDay, toIso } from '../core/days.ts'
import type { Outcome } from '../rules/answer.ts'
import type { JudgedRule } from './day-judge.ts'
import type { DayResult } from './day-result.ts'
import type { TimelineEntry } from './verdict.ts'

/** Months the forecast looks ahead. */
export const FORECAST_MONTHS = 24

/** Entries for exactly the days on which something differs from the day before, given no new evidence; ascending. */
export async function forecast(today: DayResult, judge: (day: Day) => Promise<DayResult>): Promise<TimelineEntry[]> {
  const end = addMonths(today.day, FORECAST_MONTHS)
  const entries: TimelineEntry[] = []
  let before = today
  while (before.until + 1 <= end) {
    const next = await judge(before.until + 1)
    const entry = entryFor(before, next)
    if (entry) entries.push(entry)
    before = next
  }
  return entries
}

/** What differs between two days, or undefined when nothing does. */
export function entryFor(before: DayResult, next: DayResult): TimelineEntry | undefined {
  const turns = turnsBetween(before.rules, next.rules)
  const { status, grade, score } = next
  const same =
    before.status === status && before.grade === grade && JSON.stringify(before.score) === JSON.stringify(score)
  return same && turns.length === 0 ? undefined : { on: toIso(next.day), turns, status, grade, score }
}

function turnsBetween(before: readonly JudgedRule[], after: readonly JudgedRule[]): TimelineEntry['turns'] {
  return after.flatMap((rule, index) => {
    const [from, to] = [outcomeOf(before[index]), outcomeOf(rule)]
    return from === to ? [] : [{ rule: rule.rule.source.id, from, to }]
  })
}

/** A rule that the profile switches off for a while is told like one not in force. */
const outcomeOf = (rule: JudgedRule | undefined): Outcome => (!rule || rule.off ? 'notInForce' : rule.answer.outcome)

/**
 * Last day through which a pass holds: as the forecast has it, and beyond its end as the rule itself says. Undefined
 * when nothing is known to end it, or when it ends because the rule applies no more.
 */
export function lapseOf(
  { rule, answer }: JudgedRule,
  day: Day,
  timeline: readonly TimelineEntry[],
): string | undefined {
  if (answer.outcome !== 'pass') return undefined
  for (const { on, turns } of timeline) {
    const turn = turns.find((one) => one.rule === rule.source.id)
    if (turn) return turn.to === 'notApplicable' || turn.to === 'notInForce' ? undefined : toIso(toDay(on) - 1)
  }
  const { holdsUntil } = answer
  return holdsUntil !== undefined && holdsUntil >= addMonths(day, FORECAST_MONTHS) ? toIso(holdsUntil) : undefined
}
