import { Clock } from '../base/clock.ts'
import { toDay, toIso } from '../base/day.ts'
import type { BundleFile, Dossier } from '../dossier/dossier.ts'
import { proceduresInForce } from '../facts/catalogue.ts'
import { day } from '../facts/days.ts'
import { declarationInForce, isFirst } from '../facts/declarations.ts'
import { processesByProcedure } from '../facts/processes.ts'
import { type Registers, Scope } from '../facts/scope.ts'
import type { Outcome } from '../rules/outcome.ts'
import type { Status, Verdict } from './verdict.ts'
import { yearlyPaths } from './yearly-evidence.ts'

/** What the authority's desk keeps of one judged bundle: enough to count, compare and choose by. Plain data. */
export interface Screening extends Pick<Verdict, 'agency' | 'assessmentYear' | 'status' | 'grade' | 'score'> {
  sha256: string
  validUntil: string | null
  /** Rules by what they came to, in rule-set order; blocking ones apart. */
  blocking: string[]
  failing: string[]
  missing: string[]
  passed: number
  /** First day on which the status gets worse, given no new evidence. */
  worsensOn: string | null
  /** The declaration in force: whether it is a repeated one, and the day of the agency's first one; null where it cannot be told. */
  declaration: { again: boolean | null; firstOn: string | null } | null
  /** Procedures in force for organisations and citizens, and how many of them have a process in force. */
  procedures: { total: number; covered: number }
  /** Findings of earlier inspections that are not corrected. */
  uncorrected: number
  /** Files that hold something; `yearly` ones are evidence of one year's work, which no other year can share. */
  files: { path: string; sha256: string; yearly: boolean }[]
}

/** What of it the verdict itself says. */
export function screenedOutcomes(verdict: Verdict): Omit<Screening, keyof Told> {
  const { agency, assessmentYear, status, grade, score, validUntil, bundle, findings } = verdict
  const rules = (outcome: Outcome) => findings.filter((one) => one.outcome === outcome)
  return {
    ...{ agency, assessmentYear, status, grade, score, validUntil },
    sha256: bundle.sha256,
    blocking: rules('fail').flatMap(({ rule, severity }) => (severity === 'blocking' ? [rule] : [])),
    failing: rules('fail').map(({ rule }) => rule),
    missing: rules('missingEvidence').map(({ rule }) => rule),
    passed: rules('pass').length,
    worsensOn: verdict.timeline.find((entry) => isWorse(entry.status, status))?.on ?? null,
  }
}

/** Draws up what the authority's desk keeps of a dossier and its verdict. A quarantined dossier tells nothing of itself. */
export function screeningOf(dossier: Dossier, verdict: Verdict, registers: Registers): Screening {
  const quarantined = verdict.notEvaluated.some(({ reason }) => reason === 'quarantined')
  const own = quarantined ? NOTHING_TOLD : told(dossier, new Scope(dossier, registers), new Clock(toDay(verdict.asOf)))
  return { ...screenedOutcomes(verdict), ...own }
}

type Told = Pick<Screening, 'declaration' | 'procedures' | 'uncorrected' | 'files'>

const NOTHING_TOLD: Told = { declaration: null, procedures: { total: 0, covered: 0 }, uncorrected: 0, files: [] }

const BETTER_FIRST: readonly Status[] = ['met', 'insufficientEvidence', 'notMet']

/** Whether a status is worse than another; those that say nothing of how well an agency does are neither. */
export function isWorse(status: Status, than: Status): boolean {
  return BETTER_FIRST.includes(than) && BETTER_FIRST.indexOf(status) > BETTER_FIRST.indexOf(than)
}

function told(dossier: Dossier, scope: Scope, clock: Clock): Told {
  const { manifest } = dossier
  const found = declarationInForce(scope, clock)
  const serving = scope.derive(processesByProcedure, clock)
  const procedures = scope.derive(proceduresInForce, clock).filter(({ procedure }) => procedure.internal !== true)
  return {
    declaration: found ? { again: !isFirst(scope, found), firstOn: firstDeclared(scope, clock) } : null,
    procedures: { total: procedures.length, covered: procedures.filter(({ key }) => serving.has(key)).length },
    uncorrected: (manifest.earlierFindings ?? []).filter(({ correctedOn }) => {
      const on = day(correctedOn)
      return on === undefined || !clock.reached(on)
    }).length,
    files: filesOf(dossier),
  }
}

/** The day of the first declaration listed; unknown where the earliest one listed says that others went before. */
function firstDeclared({ manifest }: Scope, clock: Clock): string | null {
  const listed = (manifest.declarations ?? []).map((act) => ({ act, on: toDay(act.signedOn) }))
  const [earliest] = listed.filter(({ on }) => clock.reached(on)).sort((a, b) => a.on - b.on)
  return earliest === undefined || earliest.act.kind === 'again' ? null : toIso(earliest.on)
}

function filesOf({ manifest, files }: Dossier): Screening['files'] {
  const yearly = yearlyPaths(manifest)
  return [...files.values()]
    .filter(({ state }: BundleFile) => state !== 'empty')
    .map(({ path, sha256 }) => ({ path, sha256, yearly: yearly.has(path) }))
}
