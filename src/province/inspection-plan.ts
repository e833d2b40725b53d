import { agencyCode, foldName } from '../core/names.ts'
import type { Doubts } from './doubts.ts'
import type { AgencyLine } from './lines.ts'
import { type Prescreen, REASONS, type Reason, type Visit } from './prescreen.ts'
import { type CohortInput, copying, type PlanChange } from './submissions.ts'
import { BY_THE_PROVINCE, isCounted, isInThird, type Quota, quotasOf, thirdOf } from './targets.ts'

/**
 * The inspection plan of a year: whom to visit and whom to check by dossier, when, and why. Every obliged agency is in
 * one of the two (T Đ33.2); a person's changes are kept to, and the quotas are met all the same while agencies are left.
 */
export function planOf(input: CohortInput, lines: readonly AgencyLine[], doubts: Doubts): Prescreen['plan'] {
  const reasons = reasonsFor(input, lines, doubts)
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
function isInspected({ duty, merged, member, bundle }: AgencyLine): boolean {
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

/** An agency that may be visited, and why. */
interface Candidate {
  line: AgencyLine
  reasons: readonly Reason[]
}

/** Of every ten visits a quota asks for, one goes to an agency that no reason would bring there. */
const VISITS_PER_LOT = 10

/**
 * Fills the quotas one after the other: by reasons, the strongest first; then by rotation, the longest unvisited first;
 * and a tenth by lot among those without a reason. A person's own picks count.
 * @returns the picks with their reasons
 */
function pickVisits(
  candidates: readonly Candidate[],
  added: readonly Candidate[],
  quotas: readonly Quota[],
  { year, seed }: { year: number; seed: number },
): Candidate[] {
  const picked = [...added]
  for (const { covers, required } of quotas) {
    const taken = new Set(picked.map(({ line }) => line))
    const open = candidates.filter(({ line }) => covers(line) && !taken.has(line))
    const need = required - picked.filter(({ line }) => covers(line)).length
    if (need > 0) picked.push(...fill(open, need, year, seed))
  }
  return picked
}

function fill(open: readonly Candidate[], need: number, year: number, seed: number): Candidate[] {
  const plain = open.filter(({ reasons }) => reasons.length === 0)
  const lots = Math.min(Math.floor(need / VISITS_PER_LOT), plain.length)
  const reasoned = open.filter(({ reasons }) => reasons.length > 0).sort(inOrder)
  const first = reasoned.slice(0, need - lots)
  const turns = rotation(plain, year)
  const rotated = turns.slice(0, need - lots - first.length)
  const rest = turns.slice(rotated.length).sort(inOrder)
  return [
    ...first,
    ...rotated.map(({ line }) => ({ line, reasons: ['rotation' as const] })),
    ...drawLots(rest, lots, seed).map(({ line }) => ({ line, reasons: ['random' as const] })),
  ]
}

/** Longest unvisited first, never visited before all; where that does not tell, each third of the list has its year. */
function rotation(plain: readonly Candidate[], year: number): Candidate[] {
  const turns = [...plain]
    .sort(inOrder)
    .map((one, at) => ({ one, turn: at % ROTATION_YEARS === year % ROTATION_YEARS ? 0 : 1 }))
  const visited = ({ one }: (typeof turns)[number]) => one.line.member.lastOnSite ?? 0
  return turns.sort((a, b) => visited(a) - visited(b) || a.turn - b.turn).map(({ one }) => one)
}

/** The order of the plan: strongest reason, then more reasons, then code. */
function inOrder(a: Candidate, b: Candidate): number {
  return (
    strongest(a) - strongest(b) ||
    b.reasons.length - a.reasons.length ||
    (a.line.member.code < b.line.member.code ? -1 : 1)
  )
}

function strongest({ reasons: [first] }: Candidate): number {
  return first === undefined ? REASONS.length : REASONS.indexOf(first)
}

const MODULUS = 2 ** 32

/**
 * Draws by lot that anybody can draw again from the same seed: a linear congruential generator modulo 2^32 (Knuth, The
 * Art of Computer Programming, volume 2, 3.2.1), of which the high bits decide.
 * @returns `count` of the items, each at most once
 */
export function drawLots<T>(items: readonly T[], count: number, seed: number): T[] {
  const left = [...items]
  const drawn: T[] = []
  let state = seed >>> 0
  // Seeds are years: neighbours would draw alike in the first steps.
  for (let step = 0; step < 8; step++) state = next(state)
  while (drawn.length < count && left.length > 0) {
    state = next(state)
    drawn.push(...left.splice(Math.floor((state / MODULUS) * left.length), 1))
  }
  return drawn
}

function next(state: number): number {
  return (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
}

type Plan = Prescreen['plan']

/**
 * A plan that was drawn up, with what a person decided since: `add` moves an agency to the visits, `drop` to the checks by
 * dossier, `move` gives it another month. Nobody is picked instead of one that was dropped; drawing the plan up anew with
 * the same changes does that.
 */
export function withPlanChanges({ plan, agencies }: Prescreen, changes: readonly PlanChange[]): Plan {
  const byCode = (list: readonly Visit[]) => new Map(list.map((one) => [one.code, one]))
  const changed = { onSite: byCode(plan.onSite), dossier: byCode(plan.dossier) }
  for (const change of changes) makeChange(changed, change)
  const [onSite, dossier] = [[...changed.onSite.values()], [...changed.dossier.values()]]
  const counted = new Set(agencies.filter(isCounted).map(({ code }) => code))
  const picked = onSite.filter(({ code }) => counted.has(code)).length
  return { ...plan, onSite, dossier, quota: { ...plan.quota, picked } }
}

/** Visits and checks by dossier, by the codes of their agencies, in the order of the plan. */
type Lists = Record<'onSite' | 'dossier', Map<string, Visit>>

function makeChange({ onSite, dossier }: Lists, change: PlanChange): void {
  const { agency } = change
  const visit = decided(onSite.get(agency) ?? dossier.get(agency) ?? { code: agency, reasons: [] }, change)
  if (change.change === 'add') {
    dossier.delete(agency)
    onSite.set(agency, visit)
  } else if (change.change === 'drop' && onSite.delete(agency)) dossier.set(agency, visit)
  else for (const list of [onSite, dossier]) if (list.has(agency)) list.set(agency, visit)
}

/** With a person's decision among the reasons, and the month where one was chosen. */
function decided(visit: Visit, change: PlanChange): Visit {
  const last = (reason: Visit['reasons'][number]) => reason === 'rotation' || reason === 'random'
  const reasons = visit.reasons.filter((reason) => reason !== 'person')
  const month = 'month' in change && change.month !== undefined ? change.month : visit.month
  return {
    code: visit.code,
    ...(month !== undefined && { month }),
    reasons: [...reasons.filter((one) => !last(one)), 'person', ...reasons.filter(last)],
  }
}

/** Years after which a visit is due again: one third of the obliged is visited each year (T Đ33.2). */
const ROTATION_YEARS = 3

/** Percent of the score below which it rests on what the agency says. */
const LEAST_BACKED = 40

/** Tells for each agency why it should be visited, the strongest reason first. */
function reasonsFor(input: CohortInput, lines: readonly AgencyLine[], doubts: Doubts): (line: AgencyLine) => Reason[] {
  const lastMonth = visitMonths(input.year, input.asOf).at(-1)
  const copied = copying(input)
  const receiving = new Set(lines.filter(({ merged }) => merged).flatMap(({ member }) => nameOrCode(member.mergedInto)))
  const holds: Partial<Record<Reason, (line: AgencyLine) => boolean>> = {
    blockingFailure: ({ bundle }) => (bundle?.screening.blocking.length ?? 0) > 0,
    noDossier: ({ bundle, notJudged }) => bundle === undefined && notJudged === undefined,
    lapsesBeforeVisit: ({ bundle }) => {
      const on = bundle?.screening.worsensOn
      return on != null && lastMonth !== undefined && on.slice(0, 7) <= lastMonth
    },
    repeatedFinding: isRepeated,
    worse: ({ change }) => change === 'worse',
    littleEvidence: hasLittleEvidence,
    declaredOnly: ({ bundle }) => bundle?.screening.backed != null && bundle.screening.backed < LEAST_BACKED,
    papersSayLittle: ({ bundle }) => {
      const { confirmable, unconfirmed } = bundle?.screening ?? { confirmable: 0, unconfirmed: 0 }
      return confirmable > 0 && unconfirmed * 2 >= confirmable
    },
    copiedPapers: ({ member }) => copied.has(member.code),
    figuresDoubted: ({ member }) => (doubts.get(member.code) ?? []).length > 0,
    yearsSinceVisit: ({ member: { lastOnSite } }) =>
      lastOnSite !== undefined && input.year - lastOnSite >= ROTATION_YEARS,
    reorganised: ({ member }) =>
      receiving.has(member.code) ||
      receiving.has(foldName(member.name)) ||
      (member.renamedFrom !== undefined && isRecent(member.changedOn, input)),
  }
  return (line) => REASONS.filter((reason) => holds[reason]?.(line))
}

/** Found last year and found again, or of an inspection and not corrected. */
function isRepeated({ bundle, earlier }: AgencyLine): boolean {
  if (bundle === undefined) return false
  const before = new Set([...(earlier?.blocking ?? []), ...(earlier?.missing ?? [])])
  return bundle.screening.uncorrected > 0 || bundle.screening.failing.some((rule) => before.has(rule))
}

/** A blocking rule lacks evidence, or more rules lack it than are met. */
function hasLittleEvidence({ bundle }: AgencyLine): boolean {
  if (bundle === undefined) return false
  const { status, missing, passed } = bundle.screening
  return status === 'insufficientEvidence' || missing.length > passed
}

function isRecent(changedOn: string | undefined, { year, asOf }: CohortInput): boolean {
  return changedOn === undefined || (changedOn <= asOf && Number(changedOn.slice(0, 4)) >= year - 1)
}

function nameOrCode(text: string | undefined): string[] {
  return text === undefined ? [] : [agencyCode(text), foldName(text)]
}

/** November is for the summary to the provincial committee (T Đ38): visits end before. */
const LAST_VISITS = 10
/** A plan made before its year is approved in its first months. */
const FIRST_VISITS = 3

/** The months of a year that are left for visits after a day: through October, or whatever is left of the year. */
export function visitMonths(year: number, asOf: string): string[] {
  const [asOfYear, asOfMonth] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))]
  if (asOfYear > year) return []
  const first = asOfYear < year ? FIRST_VISITS : asOfMonth + 1
  const last = first > LAST_VISITS ? 12 : LAST_VISITS
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, at) => `${year}-${String(first + at).padStart(2, '0')}`,
  )
}

/** Spreads items evenly over months, the first ones first; undefined when there is no month. */
export function monthOf(at: number, count: number, months: readonly string[]): string | undefined {
  return months[Math.floor((at * months.length) / count)]
}
