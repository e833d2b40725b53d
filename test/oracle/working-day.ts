import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { isWeekend, toDay, toIso } from '../../src/core/days.ts'
import { monthsLater } from './oracle.ts'

interface Register {
  fixed: { monthDay: string; from: string; inLieu?: boolean }[]
  dated: { from: string; through?: string }[]
}

/** Every day off of 2010–2040 that is no weekend, written out once: fixed, dated, and one for each fixed one on a weekend. */
const DAYS_OFF: ReadonlySet<string> = written(parse(readFileSync('rules/holidays.yaml', 'utf8')) as Register)

function written({ fixed, dated }: Register): Set<string> {
  const days = new Set<string>()
  for (const { from, through = from } of dated)
    for (let day = toDay(from); day <= toDay(through); day++) days.add(toIso(day))
  const kept: { date: string; inLieu: boolean }[] = []
  for (let year = 2010; year <= 2040; year++)
    for (const { monthDay, from, inLieu = false } of fixed)
      if (`${year}-${monthDay}` >= from) kept.push({ date: `${year}-${monthDay}`, inLieu })
  for (const { date } of kept) days.add(date)
  for (const { date, inLieu } of kept.sort((a, b) => (a.date < b.date ? -1 : 1))) {
    if (!inLieu || !isWeekend(toDay(date))) continue
    let next = date
    while (isWeekend(toDay(next)) || days.has(next)) next = toIso(toDay(next) + 1)
    days.add(next)
  }
  return days
}

/** Last date of a time of so many months for an act: on a day off it moves to the next working day. */
export function actDueOn(date: string, months: number): string {
  let due = monthsLater(date, months)
  while (isWeekend(toDay(due)) || DAYS_OFF.has(due)) due = toIso(toDay(due) + 1)
  return due
}

/** Within twelve months of its being established, an agency that has never declared is in time with what it owes. */
export function withinFounding(
  {
    agency,
    declarations = [],
  }: { agency: { establishedOn?: string | undefined }; declarations?: { signedOn: string }[] | undefined },
  asOf: string,
): boolean {
  const { establishedOn } = agency
  if (establishedOn === undefined || declarations.some(({ signedOn }) => signedOn <= asOf)) return false
  return asOf <= actDueOn(establishedOn, 12)
}
