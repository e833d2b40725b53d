import { isWeekend, toDay, toIso } from '../../src/core/days.ts'
import { monthsLater } from './oracle.ts'

const FIXED_HOLIDAYS = ['01-01', '04-30', '05-01', '09-02']

/** Last date of a time of so many months for an act: on a day off it moves to the next working day. */
export function actDueOn(date: string, months: number): string {
  let due = monthsLater(date, months)
  while (isWeekend(toDay(due)) || FIXED_HOLIDAYS.includes(due.slice(5))) due = toIso(toDay(due) + 1)
  return due
}
