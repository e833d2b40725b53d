import { Clock, toDay, toIso } from '../core/days.ts'
import { InputError } from '../core/errors.ts'
import { fromPointer } from '../core/json.ts'
import { foldName, procedureKey } from '../core/names.ts'
import type { BundleFile, Dossier } from '../dossier/dossier.ts'
import { type Manifest, manifest as manifestSchema, namedPaths } from '../dossier/manifest.ts'
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
import type { Finding, Status, Verdict, VerdictNotice } from '../verdict/verdict.ts'

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
  /** Files that hold something; `yearly` ones are evidence of one year's work, which no other year can share. */
  files: ScreenedFile[]
  /** What the agency says of its size, for what can be asked of it; null where only a verdict is there. */
  figures: Figures | null
}

/** A file of a bundle; by its hashes the same paper is known again in another. */
export interface ScreenedFile {
  path: string
  sha256: string
  yearly: boolean
  /** Of its words, where it has enough of them; of its drawn pages, where they show ink. */
  textHash?: string
  drawnHash?: string
}

/** What a dossier says of the agency's size; nothing of it counts in a score. */
export interface Figures {
  /** The list is the agency's own, not the authority's. */
  ownList: boolean
  /** All procedures listed; of these internal ones, and others that are in force no more. */
  listed: number
  internal: number
  ended: number
  /** In force for organisations and citizens; fields among them; how many the process that serves most of them serves. */
  procedures: number
  fields: number
  mostShared: number
  /** Null where the agency does not say. */
  units: number | null
  staff: number | null
  /** Days of changes of the scope that the dossier tells of. */
  scopeChangedOn: string[]
  hasNoWebsite: boolean
  /** Records of work, where all have the same three days; else 0. */
  recordsAlike: number
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
    ...confirmation(verdict, readings),
    notices: verdict.notices.flatMap(({ id, values, kind }) => (kind === 'notice' ? [{ id, values }] : [])),
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

type Told = Pick<Screening, 'declaration' | 'procedures' | 'uncorrected' | 'files' | 'figures'>

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
  }
}

/** The day of the first declaration listed; unknown where the earliest one listed says that others went before. */
function firstDeclared({ manifest }: Scope, clock: Clock): string | null {
  const listed = (manifest.declarations ?? []).map((act) => ({ act, on: toDay(act.signedOn) }))
  const [earliest] = listed.filter(({ on }) => clock.reached(on)).sort((a, b) => a.on - b.on)
  return earliest === undefined || earliest.act.kind === 'again' ? null : toIso(earliest.on)
}

function figuresOf({ manifest, catalogue }: Dossier, scope: Scope, clock: Clock): Figures {
  const listed = catalogue.procedures ?? []
  const internal = listed.filter((one) => one.internal === true).length
  const live = scope.derive(proceduresInForce, clock)
  const open = live.filter(({ procedure }) => procedure.internal !== true)
  const serving = scope.derive(processesByProcedure, clock)
  const served = new Map<number, number>()
  for (const { key } of open)
    for (const { index } of serving.get(key) ?? []) served.set(index, (served.get(index) ?? 0) + 1)
  const { units, staffInScope, website } = manifest.agency
  return {
    ownList: catalogue.source === 'agency',
    listed: listed.length,
    internal,
    ended: listed.filter((one, at) => one.internal !== true && !live.some(({ index }) => index === at)).length,
    procedures: open.length,
    fields: new Set(open.flatMap(({ procedure: { field } }) => (field === undefined ? [] : [foldName(field)]))).size,
    mostShared: Math.max(0, ...served.values()),
    units: units?.length ?? null,
    staff: staffInScope ?? null,
    scopeChangedOn: (manifest.scopeEvents ?? []).map(({ on }) => on),
    hasNoWebsite: website === null,
    recordsAlike: alikeRecords(manifest.records ?? []),
  }
}

/** Records from which it is no chance that all have the same days; ours. */
const LEAST_RECORDS = 5

function alikeRecords(records: NonNullable<Manifest['records']>): number {
  const days = new Set(records.map(({ receivedOn, dueOn, returnedOn }) => [receivedOn, dueOn, returnedOn].join(' ')))
  return records.length >= LEAST_RECORDS && days.size === 1 ? records.length : 0
}

/** Words from which a text is told from a heading that many papers have. */
const LEAST_WORDS = 50

function filesOf({ manifest, files, readings }: Dossier): ScreenedFile[] {
  const yearly = yearlyPaths(manifest)
  return [...files.values()]
    .filter(({ state }: BundleFile) => state !== 'empty')
    .map(({ path, sha256 }) => {
      const { words, inkedPages, textHash, drawnHash } = readings?.get(path)?.content ?? NO_CONTENT
      return {
        ...{ path, sha256, yearly: yearly.has(path) },
        ...(textHash !== null && words >= LEAST_WORDS && { textHash }),
        ...(drawnHash !== null && (inkedPages ?? 0) > 0 && { drawnHash }),
      }
    })
}

const NO_CONTENT = { words: 0, inkedPages: null, textHash: null, drawnHash: null }

/** Sections of the manifest whose entries tell what was done on a day, and the keys that say when. */
const DATED: Partial<Record<keyof Manifest, readonly string[]>> = {
  internalAudits: ['to', 'from'],
  managementReviews: ['heldOn'],
  objectives: ['year'],
  records: ['receivedOn'],
  satisfaction: ['on'],
  training: ['on'],
  improvements: ['on'],
  statusReport: ['signedOn'],
}

/** Paths that the manifest names as evidence of what was done in the assessment year: no other year can share them. */
export function yearlyPaths(manifest: Manifest): ReadonlySet<string> {
  return new Set(
    namedPaths(manifestSchema, manifest).flatMap(({ path, pointer }) =>
      yearOf(manifest, pointer) === String(manifest.assessmentYear) ? [path] : [],
    ),
  )
}

/** The year of the entry in which a pointer stands; undefined in a section that has none. */
function yearOf(manifest: Manifest, pointer: string): string | undefined {
  const [name, index] = fromPointer(pointer)
  const keys = DATED[name as keyof Manifest]
  if (keys === undefined) return undefined
  const section = manifest[name as keyof Manifest] as unknown
  const entry = (Array.isArray(section) ? section[Number(index)] : section) as Record<string, unknown>
  const said = keys.map((key) => entry[key]).find((value) => value !== undefined)
  return said === undefined ? undefined : String(said).slice(0, 4)
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
