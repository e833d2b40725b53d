import { Clock, toDay } from '../core/days.ts'
import { BLOCKS, type Block } from '../dossier/agency.ts'
import { datedProfile, type Profile, type Target } from '../rules/rule-set.ts'
import type { AgencyLine } from './lines.ts'
import { type BlockTotals, type Prescreen, type PrescreenAgency, STATUSES, type TargetResult } from './prescreen.ts'
import type { CohortInput } from './submissions.ts'

/** The targets of a profile that hold on the day. */
function targetsInForce(profile: Profile, asOf: string): Target[] {
  const clock = new Clock(toDay(asOf))
  const day = (text: string | undefined) => (text === undefined ? undefined : toDay(text))
  return (datedProfile(profile).targets ?? []).filter(({ from, to }) => clock.inForce(day(from), day(to)))
}

/** The year's tasks of a profile that hold on the day: what a plan asks of the authority itself. */
export function tasksInForce(profile: Profile, asOf: string): NonNullable<Profile['tasks']> {
  const clock = new Clock(toDay(asOf))
  const day = (text: string | undefined) => (text === undefined ? undefined : toDay(text))
  return (datedProfile(profile).tasks ?? []).filter(({ from, to }) => clock.inForce(day(from), day(to)))
}

/** How far the province is from each target of its profile: exact figures, and whether it is reached. */
export function targetResults(
  input: CohortInput,
  lines: readonly AgencyLine[],
  plan: Prescreen['plan'],
): TargetResult[] {
  return targetsInForce(input.profile, input.asOf).map((target) => {
    const { id, label, required, strict, information } = target
    const own = lines.filter((line) => !line.merged && inBlocks(target, line))
    const value = MEASURE[target.measure](own, { input, plan, target })
    const met = strict ? value > required : value >= required
    return { id, label, value, required, strict, met, ...(information && { information }) }
  })
}

/** Whether an agency is one a target speaks of; a target without blocks speaks of all. */
function inBlocks({ blocks }: Target, { member }: AgencyLine): boolean {
  return blocks === undefined || blocks.includes(member.block)
}

interface About {
  input: CohortInput
  plan: Prescreen['plan']
  target: Target
}

const MEASURE: Record<Target['measure'], (lines: readonly AgencyLine[], about: About) => number> = {
  declaredShare: (lines) => shareOf(declaredCount(lines), lines.length),
  declaredCount: (lines) => declaredCount(lines),
  metShare: (lines) => shareOf(lines.filter(({ bundle }) => bundle?.screening.status === 'met').length, lines.length),
  coveredShare: (lines) => {
    const procedures = lines.flatMap(({ bundle }) => (bundle ? [bundle.screening.procedures] : []))
    return shareOf(sum(procedures.map(({ covered }) => covered)), sum(procedures.map(({ total }) => total)))
  },
  editionDeclaredShare: (lines, { target }) =>
    shareOf(lines.filter((line) => declaredEdition(line, target)).length, lines.length),
  declaredProceduresShare: (lines) => {
    const procedures = lines.flatMap(({ bundle }) => (bundle ? [bundle.screening.procedures] : []))
    return shareOf(sum(procedures.map(({ declared }) => declared)), sum(procedures.map(({ total }) => total)))
  },
  newlyDeclaredCount: (lines, about) => lines.filter((line) => isNewlyDeclared(line, about)).length,
  inspectedCount: (lines, { plan }) => planned(lines, [...plan.onSite, ...plan.dossier]),
  dossierCount: (lines, { plan }) => planned(lines, [...plan.onSite, ...plan.dossier]),
  onSiteCount: (lines, { plan }) => planned(lines, plan.onSite),
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

function planned(lines: readonly AgencyLine[], visits: readonly { code: string }[]): number {
  const codes = new Set(visits.map(({ code }) => code))
  return lines.filter(({ member }) => codes.has(member.code)).length
}

/** The declaration in force names the edition of a target and was signed by its day. */
function declaredEdition({ bundle }: AgencyLine, { edition, by }: Target): boolean {
  const found = bundle?.screening.declaration
  if (!found || found.edition === null || found.signedOn === null) return false
  return (edition === undefined || found.edition === edition) && (by === undefined || found.signedOn <= by)
}

/** Declared for the first time since the day that a target names, else since the target began, else since last year's document, else in the year. */
function isNewlyDeclared({ bundle }: AgencyLine, { input, target }: About): boolean {
  const firstOn = bundle?.screening.declaration?.firstOn
  if (firstOn == null) return false
  if (target.since !== undefined) return firstOn >= target.since
  if (target.from !== undefined) return firstOn >= target.from
  return input.previous === undefined ? firstOn >= `${input.year}-01-01` : firstOn > input.previous.asOf
}

/** Figures of each block that has agencies, in the order of the blocks; merged agencies are in none. */
export function blockTotals(lines: readonly AgencyLine[], gradeIds: readonly string[]): BlockTotals[] {
  return BLOCKS.flatMap((block) => {
    const own = lines.filter((line) => line.member.block === block && !line.merged)
    return own.length === 0 ? [] : [totals(block, own, gradeIds)]
  })
}

function totals(block: BlockTotals['block'], lines: readonly AgencyLine[], gradeIds: readonly string[]): BlockTotals {
  const screenings = lines.flatMap(({ bundle }) => (bundle ? [bundle.screening] : []))
  const declared = declaredCount(lines)
  return {
    block,
    total: lines.length,
    submitted: screenings.length + lines.filter(({ notJudged }) => notJudged !== undefined).length,
    declared,
    declaredAgain: screenings.filter(({ declaration }) => declaration?.again === true).length,
    share: declared / lines.length,
    statuses: counts(STATUSES, (id) => screenings.filter(({ status }) => status === id).length),
    grades: counts(gradeIds, (id) => screenings.filter(({ grade }) => grade === id).length),
  }
}

/** Agencies whose declaration is in force. */
function declaredCount(lines: readonly AgencyLine[]): number {
  return lines.filter(({ bundle }) => bundle?.screening.declaration != null).length
}

function counts<T extends string>(ids: readonly T[], count: (id: T) => number): Record<T, number> {
  return Object.fromEntries(ids.map((id) => [id, count(id)])) as Record<T, number>
}

/** How many agencies of a kind are visited at least. */
export interface Quota {
  covers: (line: AgencyLine) => boolean
  required: number
}

/** Who inspects the agencies of a block (T Đ5.3, Đ34.1a). */
const INSPECTED_BY: Readonly<Record<Block, 'ministry' | 'province'>> = {
  ministry: 'ministry',
  'provincial-committee': 'province',
  department: 'province',
  'sub-department': 'province',
  'management-board': 'province',
  district: 'province',
  'district-office': 'province',
  commune: 'province',
  'public-service-unit': 'province',
  vertical: 'ministry',
}
export const BY_THE_PROVINCE: readonly Block[] = BLOCKS.filter((block) => INSPECTED_BY[block] === 'province')

/** Obliged by law, and inspected by the province: what the third is counted on (T Đ33.2). */
export function isCounted({ duty, block }: Pick<PrescreenAgency, 'duty' | 'block'>): boolean {
  return duty === 'obliged' && BY_THE_PROVINCE.includes(block)
}

/** Whether the third is counted on an agency of the register. */
export function isInThird({ duty, member }: AgencyLine): boolean {
  return isCounted({ duty, block: member.block })
}

/** One third of those, rounded up. */
export function thirdOf(lines: readonly AgencyLine[]): { obliged: number; required: number } {
  const obliged = lines.filter(isInThird).length
  return { obliged, required: Math.ceil(obliged / 3) }
}

/** What the profile asks for by block, then the third of the law: visits of the one count for the other. */
export function quotasOf(input: CohortInput, lines: readonly AgencyLine[]): Quota[] {
  const local = targetsInForce(input.profile, input.asOf).filter(({ measure }) => measure === 'onSiteCount')
  return [
    ...local.map((target) => ({
      covers: (line: AgencyLine) => inBlocks(target, line),
      required: Math.floor(target.required) + (target.strict || !Number.isInteger(target.required) ? 1 : 0),
    })),
    { covers: isInThird, required: thirdOf(lines).required },
  ]
}
