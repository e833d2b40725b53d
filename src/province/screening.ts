import { Clock, toDay, toIso } from '../core/days.ts'
import { InputError } from '../core/errors.ts'
import { procedureKey } from '../core/names.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Outcome } from '../rules/answer.ts'
import { findingKind } from '../rules/basis-kind.ts'
import { untold } from '../rules/checks.ts'
import { proceduresInForce } from '../rules/facts/catalogue.ts'
import { declarationInForce, isFirst } from '../rules/facts/declaration.ts'
import { editionOf } from '../rules/facts/declaration-edition.ts'
import { processesByProcedure } from '../rules/facts/procedures.ts'
import { day, type Registers, Scope } from '../rules/facts/scope.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { RuleSource, Tells } from '../rules/rule-source.ts'
import { confirmedShare } from '../verdict/evidence.ts'
import type { Finding, Status, Verdict, VerdictNotice } from '../verdict/verdict.ts'
import { type Figures, figuresOf, filesOf, type ScreenedFile } from './screened-figures.ts'

/** What the authority's desk keeps of one judged bundle: enough to count, compare and choose by. Plain data. */
export interface Screening extends Pick<Verdict, 'agency' | 'assessmentYear' | 'status' | 'grade' | 'score'> {
  sha256: string
  validUntil: string | null
  /** Rules by what they came to, in rule-set order; blocking ones apart. */
  blocking: string[]
  failing: string[]
  missing: string[]
  /** Of the failing ones, those that fail by a choice of ours alone: advised, and no breach. */
  advised: string[]
  passed: number
  /** Percent of the score that papers back; null without a score. */
  backed: number | null
  /** Percent of it that what papers say confirms, or the authority's own record; absent where an earlier release screened it. */
  confirmed?: number | null
  /** Of the rules whose own papers could be read, how many there are and how many say nothing of what was looked for. */
  confirmable: number
  unconfirmed: number
  /** What is told beside the score, without recommendations. */
  notices: Pick<VerdictNotice, 'id' | 'values'>[]
  /** First day on which the status gets worse, given no new evidence. */
  worsensOn: string | null
  /** The declaration in force: whether it is a repeated one, and the day of the agency's first one; null where it cannot be told. */
  declaration: {
    again: boolean | null
    firstOn: string | null
    /** Of the one in force; null where it cannot be told. */
    edition: string | null
    signedOn: string | null
  } | null
  /** Procedures in force for organisations and citizens; how many have a process, and how many stand in the declaration in force. */
  procedures: { total: number; covered: number; declared: number }
  /** Findings of earlier inspections that are not corrected. */
  uncorrected: number
  /** Day on which the minutes of the last inspection on site were signed; absent where none is told. */
  visitedOn?: string
  /** Files that hold something; `yearly` ones are evidence of one year's work, which no other year can share. */
  files: ScreenedFile[]
  /** What the agency says of its size, for what can be asked of it; null where only a verdict is there. */
  figures: Figures | null
  /** Difficulties and proposals of its status report; absent where it tells none. */
  difficulties?: string
}

/** What of it the verdict itself says. */
function screenedOutcomes(
  verdict: Verdict,
  known: readonly RuleSource[],
  readings?: Dossier['readings'],
): Omit<Screening, keyof Told> {
  const { agency, assessmentYear, status, grade, score, validUntil, bundle, findings } = verdict
  const isOurs = (finding: Finding) => {
    const rule = known.find(({ id, aliases = [] }) => id === finding.rule || aliases.includes(finding.rule))
    return rule !== undefined && findingKind(rule, finding) === 'ours'
  }
  const rules = (outcome: Outcome) => findings.filter((one) => one.outcome === outcome)
  return {
    ...{ agency, assessmentYear, status, grade, score, validUntil },
    sha256: bundle.sha256,
    blocking: rules('fail').flatMap(({ rule, severity }) => (severity === 'blocking' ? [rule] : [])),
    failing: rules('fail').map(({ rule }) => rule),
    missing: rules('missingEvidence').map(({ rule }) => rule),
    advised: rules('fail').flatMap((finding) => (isOurs(finding) ? [finding.rule] : [])),
    passed: rules('pass').length,
    backed: verdict.evidence?.backed ?? null,
    confirmed: verdict.evidence === null ? null : confirmedShare(verdict.evidence),
    ...confirmation(verdict, readings),
    notices: [
      ...waitingNotice(verdict),
      ...verdict.notices.flatMap(({ id, values, kind }) => (kind === 'notice' ? [{ id, values }] : [])),
    ],
    worsensOn: verdict.timeline.find((entry) => isWorse(entry.status, status))?.on ?? null,
  }
}

/** Draws up what the authority's desk keeps of a dossier and its verdict. A quarantined dossier tells nothing of itself. */
export function screeningOf(
  dossier: Dossier,
  verdict: Verdict,
  registers: Registers & { ruleSet: Pick<RuleSet, 'rules'> },
): Screening {
  const quarantined = verdict.notEvaluated.some(({ reason }) => reason === 'quarantined')
  const own = quarantined ? NOTHING_TOLD : told(dossier, new Scope(dossier, registers), new Clock(toDay(verdict.asOf)))
  return { ...screenedOutcomes(verdict, registers.ruleSet.rules, dossier.readings), ...own }
}

/**
 * How far the papers of the rules that look at one of their own could be confirmed. Without readings a paper that is there
 * counts as one that could be read.
 */
function confirmation(
  { evidence, findings }: Verdict,
  readings: Dossier['readings'],
): Pick<Screening, 'confirmable' | 'unconfirmed'> {
  const isRead = (file: string) => readings === undefined || readings.get(file)?.text === 'read'
  const read = findings.filter(
    (finding) => finding.credit !== null && finding.evidence.some(({ file }) => file !== undefined && isRead(file)),
  )
  const silent = new Set(evidence?.unconfirmed)
  const says = ({ text = [] }: Finding) => text.some(({ state }) => state === 'agrees')
  // A rule that holds no text against its facts is confirmed by the words it looks for alone.
  const confirmable = read.filter(({ rule, text }) => silent.has(rule) || text !== undefined)
  const unconfirmed = confirmable.filter((finding) => silent.has(finding.rule) || !says(finding))
  return { confirmable: confirmable.length, unconfirmed: unconfirmed.length }
}

type Told = Pick<
  Screening,
  'declaration' | 'procedures' | 'uncorrected' | 'visitedOn' | 'files' | 'figures' | 'difficulties'
>

const NOTHING_TOLD: Told = {
  declaration: null,
  procedures: { total: 0, covered: 0, declared: 0 },
  uncorrected: 0,
  files: [],
  figures: null,
}

const BETTER_FIRST: readonly Status[] = ['met', 'insufficientEvidence', 'notMet']

/** Whether a status is worse than another; those that say nothing of how well an agency does are neither. */
export function isWorse(status: Status, than: Status): boolean {
  return BETTER_FIRST.includes(than) && BETTER_FIRST.indexOf(status) > BETTER_FIRST.indexOf(than)
}

function told(dossier: Dossier, scope: Scope, clock: Clock): Told {
  const { manifest } = dossier
  const found = declarationInForce(scope, clock)
  const serving = scope.derive(processesByProcedure, clock)
  const declared = new Set((found?.act.procedures ?? []).map(procedureKey))
  const isDeclared = (key: string) => found?.act.allProcedures === true || declared.has(key)
  const visitedOn = manifest.onSiteInspection?.recordSignedOn
  const difficulties = manifest.statusReport?.difficulties?.trim()
  const procedures = scope.derive(proceduresInForce, clock).filter(({ procedure }) => procedure.internal !== true)
  return {
    declaration: found
      ? {
          again: !isFirst(scope, found),
          firstOn: firstDeclared(scope, clock),
          edition: editionOf(found.act.standard) ?? null,
          signedOn: toIso(found.on),
        }
      : null,
    procedures: {
      total: procedures.length,
      covered: procedures.filter(({ key }) => serving.has(key)).length,
      declared: procedures.filter(({ key }) => isDeclared(key)).length,
    },
    uncorrected: (manifest.earlierFindings ?? []).filter(({ correctedOn }) => {
      const on = day(correctedOn)
      return on === undefined || !clock.reached(on)
    }).length,
    files: filesOf(dossier),
    figures: figuresOf(dossier, scope, clock),
    ...(visitedOn !== undefined && { visitedOn }),
    ...(difficulties && { difficulties }),
  }
}

/** The day of the first declaration listed; unknown where the earliest one listed says that others went before. */
function firstDeclared({ manifest }: Scope, clock: Clock): string | null {
  const listed = (manifest.declarations ?? []).map((act) => ({ act, on: toDay(act.signedOn) }))
  const [earliest] = listed.filter(({ on }) => clock.reached(on)).sort((a, b) => a.on - b.on)
  return earliest === undefined || earliest.act.kind === 'again' ? null : toIso(earliest.on)
}

/**
 * What a verdict alone tells the authority's desk. It does not say whether the declaration is the agency's first, nor
 * which files the bundle holds: declarations count as such, none as a repeated or a new one, and nothing is compared.
 *
 * @param rules of the set in use, which say what a finding tells; the verdict may name a rule by an earlier id
 * @throws InputError when no rule of the set tells what is needed
 */
export function screeningOfVerdict(verdict: Verdict, rules: readonly RuleSource[]): Screening {
  const [declaration, coverage, correction] = [
    findingThatTells('declaration', verdict, rules),
    findingThatTells('coverage', verdict, rules),
    findingThatTells('correction', verdict, rules),
  ]
  return {
    ...screenedOutcomes(verdict, rules),
    declaration: declaration?.outcome === 'pass' ? { again: null, firstOn: null, edition: null, signedOn: null } : null,
    procedures: { total: coverage?.items?.total ?? 0, covered: coverage?.items?.passed ?? 0, declared: 0 },
    uncorrected: (correction?.items?.total ?? 0) - (correction?.items?.passed ?? 0),
    files: [],
    figures: null,
  }
}

function findingThatTells(tells: Tells, { findings }: Verdict, rules: readonly RuleSource[]): Finding | undefined {
  const rule = rules.find((one) => one.tells === tells)
  if (rule === undefined) throw new InputError(untold(tells))
  const ids = [rule.id, ...(rule.aliases ?? [])]
  return findings.find((finding) => ids.includes(finding.rule))
}

/** That the verdict did not wait for its scans: nothing is written to the agency by it. */
function waitingNotice({ provisional, readings: { scans } }: Verdict): Screening['notices'] {
  return provisional ? [{ id: 'scansWaiting', values: { scans: scans.total - scans.read } }] : []
}
