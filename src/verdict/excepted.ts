import { toDay } from '../base/day.ts'
import type { Exceptions } from '../rules/exceptions.ts'
import { counted, type DayResult, type DossierJudge } from './day-result.ts'
import type { Verdict } from './verdict.ts'

/** What exceptions did: those that count, those that do not and why, and how the agency stands without any. */
export function exceptionsOf(
  today: DayResult,
  judge: DossierJudge,
  file: Exceptions | undefined,
): Verdict['exceptions'] {
  const counts = ({ rule, lastDay }: { rule: string; lastDay: string }) =>
    today.excepted.has(rule) && toDay(lastDay) >= today.day
  const applied = judge.exceptions.filter(counts)
  const lapsed = judge.exceptions.filter((one) => !counts(one)).map((entry) => ({ entry, why: 'lapsed' as const }))
  const { status, grade, score } = today.judged ? judge.standing(counted(today.rules, new Set())) : today
  return {
    sha256: file?.sha256 ?? null,
    applied: [...applied],
    lapsed: [...lapsed, ...(file?.malformed ?? [])],
    without: applied.length === 0 ? null : { status, grade, score },
  }
}
