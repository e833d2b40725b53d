import type { Localized } from '../core/errors.ts'
import { agencyCode, foldName } from '../core/names.ts'
import type { Member } from '../dossier/agency.ts'
import { blockDuty, type Duty } from '../rules/facts/duty.ts'
import type { Prescreen, PrescreenAgency } from './prescreen.ts'
import { isWorse, type Screening } from './screening.ts'
import type { CohortInput, MatchedBundles } from './submissions.ts'

/** One agency of the register with all that is known of it. */
export interface AgencyLine {
  member: Member
  duty: Duty
  /** It has become a part of another agency: listed, but in no total and no plan. */
  merged: boolean
  /** The bundle that counts, and its file. */
  bundle: { file: string; screening: Screening } | undefined
  /** A bundle came in, and could not be judged again: it is neither there nor missing. Why; undefined where that is not so. */
  notJudged: Localized | undefined
  /** The same agency in last year's document. */
  earlier: PrescreenAgency | undefined
  change: Change
}

/** A line for each member of the register, in its order. */
export function linesOf(input: CohortInput, bundles: MatchedBundles['byCode']): AgencyLine[] {
  const earlier = earlierAgencies(input)
  const notJudged = new Map((input.notJudged ?? []).map(({ code, why }) => [code, why]))
  return input.register.members.map((member) => {
    const merged = hasMerged(member, input.asOf)
    const duty = merged ? 'ended' : blockDuty(member.block, input.ruleSet.source, input.profile, input.asOf)
    const bundle = bundles.get(member.code)
    const before = earlier(member)
    const change = input.previous === undefined ? null : changeOf(bundle?.screening, before)
    return {
      ...{ member, duty, merged, bundle, earlier: before, change },
      notJudged: bundle === undefined ? notJudged.get(member.code) : undefined,
    }
  })
}

/** Agencies of last year's list that the register has no more, by whatever name. */
export function leftAgencies(input: CohortInput, lines: readonly AgencyLine[]): PrescreenAgency[] {
  const found = new Set(lines.map(({ earlier }) => earlier?.code))
  return listed(input)
    .filter(({ code }) => !found.has(code))
    .map(({ code, name, block, duty }) => ({ ...NOTHING, code, name, block, duty, change: 'left' }))
}

const NOTHING = {
  ...{ status: null, grade: null, score: null, validUntil: null, bundle: null, backed: null },
  ...{ blocking: [], missing: [], notices: [] },
}

function hasMerged({ mergedInto, changedOn }: Member, asOf: string): boolean {
  return mergedInto !== undefined && (changedOn === undefined || changedOn <= asOf)
}

const listed = ({ previous }: CohortInput) => (previous?.agencies ?? []).filter(({ change }) => change !== 'left')

/** Last year's line of a member: by its code, else by the code or name it had. */
function earlierAgencies(input: CohortInput): (member: Member) => PrescreenAgency | undefined {
  const byCode = new Map(listed(input).map((one) => [one.code, one]))
  const byName = new Map(listed(input).map((one) => [foldName(one.name), one]))
  return ({ code, renamedFrom }) =>
    byCode.get(code) ??
    (renamedFrom === undefined ? undefined : (byCode.get(agencyCode(renamedFrom)) ?? byName.get(foldName(renamedFrom))))
}

export type Change = PrescreenAgency['change']

/**
 * How an agency does against last year: by status, then by the score it surely has. What could not be judged in one of
 * the years is neither better nor worse (null).
 */
export function changeOf(
  now: Pick<Screening, 'status' | 'score'> | undefined,
  before: PrescreenAgency | undefined,
): Change {
  if (before === undefined) return 'new'
  if (now === undefined || before.status === null) return null
  if (isWorse(now.status, before.status)) return 'worse'
  if (isWorse(before.status, now.status)) return 'better'
  if (now.status !== before.status || now.status === 'undetermined') return null
  const [low, lowBefore] = [now.score?.low ?? 0, before.score?.low ?? 0]
  if (low === lowBefore) return 'same'
  return low > lowBefore ? 'better' : 'worse'
}

/** Rules that agencies fail or bring no evidence for, the most frequent first, then in rule-set order. */
export function shortfallsOf(lines: readonly AgencyLine[], ruleIds: readonly string[]): Prescreen['shortfalls'] {
  const agencies = new Map(ruleIds.map((id) => [id, 0]))
  const advised = new Map<string, number>()
  for (const { bundle, merged } of lines) {
    if (bundle === undefined || merged) continue
    for (const rule of [...bundle.screening.failing, ...bundle.screening.missing])
      agencies.set(rule, (agencies.get(rule) ?? 0) + 1)
    for (const rule of bundle.screening.advised) advised.set(rule, (advised.get(rule) ?? 0) + 1)
  }
  return [...agencies]
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => {
      const ours = advised.get(rule)
      return { rule, agencies: count, ...(ours !== undefined && { advised: ours }) }
    })
}
