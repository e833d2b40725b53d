import { Clock, toDay, toIso } from '../core/days.ts'
import { InputError, withValues } from '../core/errors.ts'
import { digest } from '../core/json.ts'
import { agencyCode, nearest } from '../core/names.ts'
import { READER } from '../documents/settings.ts'
import type { AuthorityWord } from '../dossier/authority-record.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Share } from '../rules/answer.ts'
import type { Exceptions } from '../rules/exceptions.ts'
import { Scope } from '../rules/facts/scope.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { judgingProfile, type Profile } from '../rules/rule-set.ts'
import { JUDGE_TEXTS } from '../rules/words.ts'
import type { JudgedRule } from './day-judge.ts'
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
  const { dossier, ruleSet, profileId, asOf } = input
  const profile = findProfile(ruleSet, profileId)
  const scope = new Scope(dossier, { ruleSet: ruleSet.source, profile: judgingProfile(profile, ruleSet.source) })
  const judge = new DossierJudge(scope, ruleSet, input.exceptions?.entries ?? [], input)
  const today = await judge.judge(toDay(asOf))
  const head = headOf(input, profile, today)
  const { quarantine } = today
  const body = quarantine ? quarantined(head, today, quarantine, input) : await full(head, today, judge, input, scope)
  return { verdict: { ...body, digest: digest(body) }, faults: faultsOf(today) }
}

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

/**
 * The profile (bộ thông số của địa phương) of a rule set by its id.
 * @throws InputError naming the nearest one and all there are
 */
export function findProfile(ruleSet: LoadedRuleSet, id: string): Profile {
  const { profiles } = ruleSet.source
  const found = profiles.find((profile) => profile.id === id)
  if (found) return found
  const known = profiles.map((profile) => profile.id)
  const near = nearest(id, known)
  const list = known.join(', ')
  throw new InputError(
    withValues(JUDGE_TEXTS.noProfileProfiles, {
      id,
      list,
      near: near ? withValues(JUDGE_TEXTS.nearest, { near }) : '',
    }),
  )
}

/** What stands at the top of every verdict: what was judged, by what, and on which day. */
function headOf({ dossier, ruleSet, engine, asOf }: JudgeInput, profile: Profile, { duty }: DayResult) {
  const { agency, assessmentYear } = dossier.manifest
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
    agency: { code: agencyCode(agency.code), name: agency.name, block: agency.block, province: agency.province, duty },
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
  // Nothing is scored, this rule neither.
  const told = { ...mark, answer: { ...mark.answer, credit: null } }
  const others = rules.filter(({ rule }) => rule.source.id !== mark.rule.source.id)
  return documentOf(head, {
    exceptions: { sha256: exceptions?.sha256 ?? null, applied: [], lapsed: [], without: null },
    status: 'undetermined',
    grade: null,
    score: null,
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
