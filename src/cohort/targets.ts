import { Clock } from '../base/clock.ts'
import { toDay } from '../base/day.ts'
import { datedProfile } from '../rules/dated-profile.ts'
import type { Profile, Target } from '../rules/registers.ts'
import { declaredCount } from './block-totals.ts'
import type { CohortInput } from './input.ts'
import type { Line } from './line.ts'
import type { Prescreen, TargetResult } from './prescreen.ts'

/** The targets of a profile that hold on the day. */
export function targetsInForce(profile: Profile, asOf: string): Target[] {
  const clock = new Clock(toDay(asOf))
  const day = (text: string | undefined) => (text === undefined ? undefined : toDay(text))
  return (datedProfile(profile).targets ?? []).filter(({ from, to }) => clock.inForce(day(from), day(to)))
}

/** How far the province is from each target of its profile: exact figures, and whether it is reached. */
export function targetResults(input: CohortInput, lines: readonly Line[], plan: Prescreen['plan']): TargetResult[] {
  return targetsInForce(input.profile, input.asOf).map((target) => {
    const { id, label, required, strict } = target
    const own = lines.filter((line) => !line.merged && inBlocks(target, line))
    const value = MEASURE[target.measure](own, { input, plan, target })
    return { id, label, value, required, strict, met: strict ? value > required : value >= required }
  })
}

/** Whether an agency is one a target speaks of; a target without blocks speaks of all. */
export function inBlocks({ blocks }: Target, { member }: Line): boolean {
  return blocks === undefined || blocks.includes(member.block)
}

interface About {
  input: CohortInput
  plan: Prescreen['plan']
  target: Target
}

const MEASURE: Record<Target['measure'], (lines: readonly Line[], about: About) => number> = {
  declaredShare: (lines) => shareOf(declaredCount(lines), lines.length),
  declaredCount: (lines) => declaredCount(lines),
  metShare: (lines) => shareOf(lines.filter(({ bundle }) => bundle?.screening.status === 'met').length, lines.length),
  coveredShare: (lines) => {
    const procedures = lines.flatMap(({ bundle }) => (bundle ? [bundle.screening.procedures] : []))
    return shareOf(sum(procedures.map(({ covered }) => covered)), sum(procedures.map(({ total }) => total)))
  },
  newlyDeclaredCount: (lines, about) => lines.filter((line) => isNewlyDeclared(line, about)).length,
  dossierCount: (lines, { plan }) => planned(lines, [...plan.onSite, ...plan.dossier]),
  onSiteCount: (lines, { plan }) => planned(lines, plan.onSite),
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

function planned(lines: readonly Line[], visits: readonly { code: string }[]): number {
  const codes = new Set(visits.map(({ code }) => code))
  return lines.filter(({ member }) => codes.has(member.code)).length
}

/** Declared for the first time since the target began, else since last year's document, else in the year. */
function isNewlyDeclared({ bundle }: Line, { input, target }: About): boolean {
  const firstOn = bundle?.screening.declaration?.firstOn
  if (firstOn == null) return false
  if (target.from !== undefined) return firstOn >= target.from
  return input.previous === undefined ? firstOn >= `${input.year}-01-01` : firstOn > input.previous.asOf
}
