import { Clock, toDay, toIso } from '../core/days.ts'
import { digest } from '../core/json.ts'
import { agencyCode } from '../core/names.ts'
import { READER } from '../documents/settings.ts'
import type { AuthorityWord } from '../dossier/authority-record.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Share } from '../rules/answer.ts'
import type { Exceptions } from '../rules/exceptions.ts'
import { Scope } from '../rules/facts/scope.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { findProfile, judgingProfile, type Profile } from '../rules/rule-set.ts'
import type { JudgedRule, RuleByRule } from './day-judge.ts'
import { counted, type DayResult, DossierJudge } from './day-result.ts'
import { forecast, lapseOf } from './forecast.ts'
import { codeNotices, noticesOf, recommendationsOf } from './notices.ts'
import { papersOf, planOf } from './plan.ts'
import { groupsOf } from './score.ts'
import type { Finding, Verdict } from './verdict.ts'

/** What a verdict is made from. The same inputs give the same bytes. */
export interface JudgeInput {
  dossier: Dossier
  ruleSet: LoadedRuleSet
  profileId: string
  engine: { name: string; version: string }
  /** Day of judgement, `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
  exceptions?: Exceptions | undefined
  /** Rules that are not judged since they took too long before; each is our `error`. */
  leftOut?: ReadonlySet<string> | undefined
  /** Hears of each rule before it is asked anything; rules are then judged one by one. */
  entering?: ((rule?: string) => void) | undefined
}

/** A verdict, and the faults of ours behind its `error` findings, for the log. */
export interface Judgement {
  verdict: Verdict
  faults: { rule: string; fault: unknown }[]
}

/**
 * Judges a dossier: outcomes, score, status, grade, what will change within 24 months given no new evidence, and what
 * to remedy first.
 *
 * @throws InputError when the profile is not in the rule set
 */
export async function judge(input: JudgeInput): Promise<Judgement> {
  const { profile, scope, judge } = judgeOf(input)
  const today = await judge.judge(toDay(input.asOf))
  const head = headOf(input, profile, today)
  const { quarantine } = today
  const body = quarantine ? quarantined(head, today, quarantine, input) : await full(head, today, judge, input, scope)
  return { verdict: { ...body, digest: digest(body) }, faults: faultsOf(today) }
}

function judgeOf(input: JudgeInput & Pick<RuleByRule, 'known'>) {
  const { dossier, ruleSet, profileId } = input
  const profile = findProfile(ruleSet, profileId)
  const scope = new Scope(dossier, { ruleSet: ruleSet.source, profile: judgingProfile(profile, ruleSet.source) })
  return { profile, scope, judge: new DossierJudge(scope, ruleSet, input.exceptions?.entries ?? [], input) }
}

/** How an agency stands on a day, and what its rules came to: a verdict but for what lies ahead and what to do. */
export interface DayStanding extends Pick<Verdict, 'agency' | 'status' | 'grade' | 'score' | 'findings'> {
  /** Every rule as it was judged, to be taken over where nothing of it has changed. */
  asJudged: readonly JudgedRule[]
}

/**
 * Judges a dossier for one day alone.
 * @param known rules that were judged for that day before, by the same rules, profile and dossier
 * @throws InputError when the profile is not in the rule set
 */
export async function judgeDay(input: JudgeInput, known: readonly JudgedRule[] = []): Promise<DayStanding> {
  const { judge } = judgeOf({ ...input, known })
  const today = await judge.judge(toDay(input.asOf))
  const { quarantine, asJudged, status, grade, score } = today
  const shown = quarantine ? [unscored(quarantine)] : today.rules.filter((rule) => !rule.off)
  const standing = quarantine ? SET_ASIDE : { status, grade, score }
  const agency = agencyOf(input, today)
  return { agency, ...standing, findings: shown.map((rule) => findingOf(rule, undefined)), asJudged }
}

/** Of a bundle that is set aside nothing is scored. */
const SET_ASIDE = { status: 'undetermined', grade: null, score: null } as const
const unscored = (rule: JudgedRule): JudgedRule => ({ ...rule, answer: { ...rule.answer, credit: null } })

async function full(
  head: VerdictHead,
  today: DayResult,
  judge: DossierJudge,
  input: JudgeInput,
  scope: Scope,
): Promise<Omit<Verdict, 'digest'>> {
  const timeline = await forecast(today, (day) => judge.judge(day))
  const shown = today.rules.filter((rule) => !rule.off)
  const rules = counted(today.rules, today.excepted)
  const first = timeline[0]
  const { status, grade, score, evidence } = today
  const notices = [
    ...noticesOf(scope, new Clock(today.day), today, rules, judge.grades),
    ...codeNotices(input.dossier.manifest, input.asOf),
    ...(today.judged ? recommendationsOf(rules) : []),
  ]
  return documentOf(head, {
    exceptions: applyExceptions(today, judge, input.exceptions),
    status,
    grade,
    score,
    evidence,
    groups: groupsOf(input.ruleSet.source.groups, shown, today.excepted),
    findings: shown.map((rule) => findingOf(rule, lapseOf(rule, today.day, timeline))),
    validUntil: first ? toIso(toDay(first.on) - 1) : null,
    timeline,
    plan: today.judged ? planOf(rules, today, judge.grades) : [],
    papers: today.judged ? papersOf(rules) : { rules: [], score: null, backed: null },
    notices,
    notEvaluated: today.rules
      .filter((rule) => rule.off)
      .map(({ rule }) => ({ rule: rule.source.id, reason: 'profileOff' })),
  })
}

function faultsOf({ rules }: DayResult): Judgement['faults'] {
  return rules.flatMap(({ rule, answer }) =>
    answer.outcome === 'error' ? [{ rule: rule.source.id, fault: answer.fault }] : [],
  )
}

/** What stands at the top of every verdict: what was judged, by what, and on which day. */
function headOf(input: JudgeInput, profile: Profile, today: DayResult) {
  const { dossier, ruleSet, engine, asOf } = input
  const { assessmentYear } = dossier.manifest
  const { source, sha256, procedures } = dossier.catalogue
  const { id, version } = ruleSet.source
  return {
    schemaVersion: 2 as const,
    kind: 'verdict' as const,
    bundle: dossier.bundle,
    catalogue: { source, sha256, procedures: procedures?.length ?? 0 },
    records: { sha256: dossier.authority?.sha256 ?? null, used: usedOf(dossier.authority) },
    readings: readingsOf(dossier),
    provisional: dossier.scansWaiting !== undefined,
    agency: agencyOf(input, today),
    assessmentYear,
    ruleSet: { id, version, sha256: ruleSet.sha256 },
    profile: { id: profile.id, sha256: digest(profile) },
    ...(dossier.register && { register: dossier.register }),
    ...(dossier.trust && { trust: dossier.trust }),
    engine,
    asOf,
    unnamedFiles: [...dossier.unnamedFiles],
  }
}

function agencyOf({ dossier }: Pick<JudgeInput, 'dossier'>, { duty }: DayResult): Verdict['agency'] {
  const { code, name, block, province } = dossier.manifest.agency
  return { code: agencyCode(code), name, block, province, duty }
}

/** What the authority's own record and register told, as pointers. */
function usedOf(word: AuthorityWord | undefined): string[] {
  if (word === undefined) return []
  const { told, noticeReceivedOn, papersSeen, decisions } = word
  return [
    ...told,
    ...(noticeReceivedOn === undefined ? [] : ['/noticeReceivedOn']),
    ...(papersSeen.length === 0 ? [] : ['/papersSeen']),
    ...(decisions.length === 0 ? [] : ['/decisions']),
  ]
}

type VerdictHead = ReturnType<typeof headOf>

/** The document in the order of its published form, so that a person finds things where the contract has them. */
function documentOf(
  { engine, asOf, unnamedFiles, ...top }: VerdictHead,
  { exceptions, notices, ...judged }: Omit<Verdict, 'digest' | keyof VerdictHead>,
): Omit<Verdict, 'digest'> {
  return { ...top, exceptions, engine, asOf, ...judged, unnamedFiles, notices }
}

/** What of the readings the verdict names, so that judging again can tell whether the documents were read alike. */
function readingsOf({ readings, scansWaiting }: Dossier): Verdict['readings'] {
  const all = [...(readings?.values() ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1))
  const scans = all.filter(({ text }) => text === 'scan')
  const read = scans.filter(({ scan }) => scan !== undefined && scan.read > 0).length
  const sha256 = readings === undefined ? null : digest(all)
  const waiting = scansWaiting && { waiting: [...new Set(scansWaiting)].sort() }
  return { sha256, reader: READER, scans: { total: scans.length, read, ...waiting } }
}

const ratio = ({ of, over }: Share) => of / over

/** The finding of a judged rule; `holdsUntil` is the last day of a pass that lapses. */
export function findingOf(judged: JudgedRule, holdsUntil: string | undefined): Finding {
  const { rule, version, severity, weight, answer } = judged
  const { credit, items, dueOn } = answer
  return {
    rule: rule.source.id,
    version: version ? toIso(version.from) : null,
    group: rule.source.group,
    outcome: answer.outcome,
    severity,
    weight,
    credit: credit && { low: ratio(credit.low), high: ratio(credit.high) },
    message: answer.message,
    values: holdsUntil === undefined ? answer.values : { ...answer.values, holdsUntil },
    evidence: answer.evidence,
    assurance: answer.assurance,
    ...(answer.text && { text: answer.text }),
    ...(items && { items }),
    ...(holdsUntil !== undefined && { holdsUntil }),
    ...(dueOn !== undefined && { dueOn: toIso(dueOn) }),
  }
}

/** What exceptions did: those that count, those that do not and why, and how the agency stands without any. */
function applyExceptions(today: DayResult, judge: DossierJudge, file: Exceptions | undefined): Verdict['exceptions'] {
  const counts = ({ rule, lastDay }: { rule: string; lastDay: string }) =>
    today.excepted.has(rule) && toDay(lastDay) >= today.day
  const applied = judge.exceptions.filter(counts)
  const lapsed = judge.exceptions.filter((one) => !counts(one)).map((entry) => ({ entry, why: 'lapsed' as const }))
  const { status, grade, score } = today.judged ? judge.standing(counted(today.rules, new Set())) : today
  return {
    sha256: file?.sha256 ?? null,
    applied: [...applied],
    lapsed: [...lapsed, ...(file?.malformed ?? [])],
    without: applied.length === 0 ? null : { status, grade, score },
  }
}

/**
 * The verdict on a bundle in which something is marked secret: undetermined, whatever the duty; the one finding, and
 * nothing else is evaluated, scored or forecast (QĐ 19/2014 Điều 3 khoản 3).
 */
function quarantined(
  head: VerdictHead,
  { rules }: DayResult,
  mark: JudgedRule,
  { ruleSet, exceptions }: JudgeInput,
): Omit<Verdict, 'digest'> {
  const told = unscored(mark)
  const others = rules.filter(({ rule }) => rule.source.id !== mark.rule.source.id)
  return documentOf(head, {
    exceptions: { sha256: exceptions?.sha256 ?? null, applied: [], lapsed: [], without: null },
    ...SET_ASIDE,
    evidence: null,
    groups: groupsOf(ruleSet.source.groups, [told], new Set()),
    findings: [findingOf(told, undefined)],
    validUntil: null,
    timeline: [],
    plan: [],
    papers: { rules: [], score: null, backed: null },
    notices: [],
    notEvaluated: others.map(({ rule }) => ({ rule: rule.source.id, reason: 'quarantined' })),
  })
}
