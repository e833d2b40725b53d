import { type Day, isWeekend, toDay, toIso } from '../base/day.ts'
import type { Scope } from './scope.ts'

/**
 * Whether a day is a Saturday, a Sunday or a public holiday: the fixed ones of the register, and those the profile
 * lists year by year (Bộ luật Dân sự 2015 Điều 148 khoản 5, by analogy).
 */
export function isDayOff({ registers }: Scope, day: Day): boolean {
  if (isWeekend(day)) return true
  const date = toIso(day)
  const fixed = registers.ruleSet.holidays.some(
    ({ monthDay, from }) => date.slice(5) === monthDay && day >= toDay(from),
  )
  return fixed || (registers.profile.holidays ?? []).includes(date)
}
