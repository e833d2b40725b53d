import { agencyCode, foldName } from '../core/names.ts'
import type { Doubts } from './doubts.ts'
import type { AgencyLine } from './lines.ts'
import { REASONS, type Reason } from './prescreen.ts'
import { type CohortInput, copying } from './submissions.ts'

/** Years after which a visit is due again: one third of the obliged is visited each year (T Đ33.2). */
export const ROTATION_YEARS = 3

/** Percent of the score below which it rests on what the agency says. */
const LEAST_BACKED = 40

/** Tells for each agency why it should be visited, the strongest reason first. */
export function reasonsFor(
  input: CohortInput,
  lines: readonly AgencyLine[],
  doubts: Doubts,
): (line: AgencyLine) => Reason[] {
  const lastMonth = visitMonths(input.year, input.asOf).at(-1)
  const copied = copying(input)
  const receiving = new Set(lines.filter(({ merged }) => merged).flatMap(({ member }) => nameOrCode(member.mergedInto)))
  const holds: Partial<Record<Reason, (line: AgencyLine) => boolean>> = {
    blockingFailure: ({ bundle }) => (bundle?.screening.blocking.length ?? 0) > 0,
    noDossier: ({ bundle }) => bundle === undefined,
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
