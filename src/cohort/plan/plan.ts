import type { CohortInput } from '../input.ts'
import type { Line } from '../line.ts'
import type { Prescreen, Reason, Visit } from '../prescreen.ts'
import type { PlanChange } from './changes.ts'
import { monthOf, visitMonths } from './months.ts'
import { type Candidate, inOrder, pickVisits } from './pick.ts'
import { BY_THE_PROVINCE, isInThird, quotasOf, thirdOf } from './quotas.ts'
import { reasonsFor } from './reasons.ts'

/**
 * The inspection plan of a year: whom to visit and whom to check by dossier, when, and why. Every obliged agency is in
 * one of the two (T Đ33.2); a person's changes are kept to, and the quotas are met all the same while agencies are left.
 */
export function planOf(input: CohortInput, lines: readonly Line[]): Prescreen['plan'] {
  const reasons = reasonsFor(input, lines)
  const changes = new Map((input.changes ?? []).map((one) => [one.agency, one]))
  const changeOf = ({ line }: Candidate) => changes.get(line.member.code)
  const candidates = lines
    .filter((line) => isInspected(line) || changes.get(line.member.code)?.change === 'add')
    .map((line): Candidate => ({ line, reasons: reasons(line) }))
  const added = candidates.filter((one) => changeOf(one)?.change === 'add')
  const open = candidates.filter((one) => changeOf(one)?.change !== 'drop')
  const told = (one: Candidate) => ({ ...one, reasons: withPerson(one.reasons, changeOf(one)) })
  const picked = pickVisits(open, added, quotasOf(input, lines), input).map(told).sort(inOrder)
  const visited = new Set(picked.map(({ line }) => line))
  const others = candidates
    .filter(({ line }) => !visited.has(line))
    .map(told)
    .sort(inOrder)
  const visits = (list: readonly Candidate[]) => timed(list, visitMonths(input.year, input.asOf), changes)
  return {
    onSite: visits(picked),
    dossier: visits(others),
    quota: { ...thirdOf(lines), picked: picked.filter(({ line }) => isInThird(line)).length },
    seed: input.seed,
  }
}

/** The province checks who must have a QMS, and who declared one without having to. */
function isInspected({ duty, merged, member, bundle }: Line): boolean {
  if (merged || duty === 'ended' || !BY_THE_PROVINCE.includes(member.block)) return false
  return duty !== 'encouraged' || (bundle !== undefined && bundle.screening.status !== 'notApplicable')
}

/** A person's decision is told after the reasons that speak for a visit by themselves. */
function withPerson(reasons: readonly Reason[], change: PlanChange | undefined): Reason[] {
  if (change === undefined) return [...reasons]
  const last = (reason: Reason) => reason === 'rotation' || reason === 'random'
  return [...reasons.filter((one) => !last(one)), 'person', ...reasons.filter(last)]
}

function timed(
  list: readonly Candidate[],
  months: readonly string[],
  changes: ReadonlyMap<string, PlanChange>,
): Visit[] {
  return list.map(({ line, reasons }, at) => {
    const { code } = line.member
    const change = changes.get(code)
    const chosen = change !== undefined && 'month' in change ? change.month : undefined
    const month = chosen ?? monthOf(at, list.length, months)
    return { code, ...(month !== undefined && { month }), reasons: [...reasons] }
  })
}
