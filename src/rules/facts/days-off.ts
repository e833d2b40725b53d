import { type Day, isWeekend, toDay, toIso } from '../../core/days.ts'
import type { Holidays } from '../rule-set.ts'
import type { Registers, Scope } from './scope.ts'

/** The registers that say which days are off. */
export interface DayOffRegisters {
  ruleSet: Pick<Registers['ruleSet'], 'holidays'>
  profile: Pick<Registers['profile'], 'holidays'>
}

/**
 * Whether a day is a Saturday, a Sunday or a public holiday: fixed, set for that year, in lieu of a fixed one on a weekend
 * (Bộ luật Lao động 2019 Điều 111 khoản 3), or one the profile adds. A Saturday that is worked instead of a swapped day
 * stays a day off: doubt favours the agency (Bộ luật Dân sự 2015 Điều 148 khoản 5, by analogy).
 */
export function isDayOff({ registers }: { registers: DayOffRegisters }, day: Day): boolean {
  if (isWeekend(day)) return true
  const { holidays } = registers.ruleSet
  return isHoliday(holidays, day) || isInLieu(holidays, day) || (registers.profile.holidays ?? []).includes(toIso(day))
}

/** A day, or where it is off the next one that is not: a last day moves so (Bộ luật Dân sự 2015 Điều 148 khoản 5). */
export function workingDay(registers: DayOffRegisters, day: Day): Day {
  let next = day
  while (isDayOff({ registers }, next)) next++
  return next
}

/** Last day through which the days set year by year are known. */
export function daysOffKnownThrough({ registers }: Scope): Day {
  return toDay(registers.ruleSet.holidays.knownThrough)
}

function isHoliday({ fixed, dated }: Holidays, day: Day): boolean {
  const date = toIso(day)
  if (dated.some(({ from, through = from }) => from <= date && date <= through)) return true
  return fixed.some(({ monthDay, from }) => date.slice(5) === monthDay && date >= from)
}

/** Days before which a weekend's holiday cannot reach: two of them, and the holidays that may stand behind. */
const REACH = 7

/** Each fixed holiday on a weekend frees the next working day that is not freed already. */
function isInLieu(holidays: Holidays, day: Day): boolean {
  const freed = new Set<Day>()
  for (let holiday = day - REACH; holiday < day; holiday++) {
    const date = toIso(holiday)
    const counts = holidays.fixed.some(
      ({ monthDay, from, inLieu }) => inLieu && date.slice(5) === monthDay && date >= from,
    )
    if (!counts || !isWeekend(holiday)) continue
    let next = holiday + 1
    while (isWeekend(next) || isHoliday(holidays, next) || freed.has(next)) next++
    freed.add(next)
  }
  return freed.has(day)
}
