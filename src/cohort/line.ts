import { agencyCode, foldName } from '../base/names.ts'
import type { Member } from '../dossier/member.ts'
import { blockDuty } from '../verdict/block-duty.ts'
import type { Screening } from '../verdict/screening.ts'
import type { Duty } from '../verdict/verdict.ts'
import { type Change, changeOf } from './change.ts'
import type { CohortInput } from './input.ts'
import type { MatchedBundles } from './match-bundles.ts'
import type { PrescreenAgency } from './prescreen.ts'

/** One agency of the register with all that is known of it. */
export interface Line {
  member: Member
  duty: Duty
  /** It has become a part of another agency: listed, but in no total and no plan. */
  merged: boolean
  /** The bundle that counts, and its file. */
  bundle: { file: string; screening: Screening } | undefined
  /** The same agency in last year's document. */
  earlier: PrescreenAgency | undefined
  change: Change
}

/** A line for each member of the register, in its order. */
export function linesOf(input: CohortInput, bundles: MatchedBundles['byCode']): Line[] {
  const earlier = earlierAgencies(input)
  return input.register.members.map((member) => {
    const merged = hasMerged(member, input.asOf)
    const duty = merged ? 'ended' : blockDuty(member.block, input.ruleSet.source, input.profile, input.asOf)
    const bundle = bundles.get(member.code)
    const before = earlier(member)
    const change = input.previous === undefined ? null : changeOf(bundle?.screening, before)
    return { member, duty, merged, bundle, earlier: before, change }
  })
}

/** Agencies of last year's list that the register has no more, by whatever name. */
export function leftAgencies(input: CohortInput, lines: readonly Line[]): PrescreenAgency[] {
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
