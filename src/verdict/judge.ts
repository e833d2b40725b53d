import { digest } from '../base/canonical.ts'
import { Clock } from '../base/clock.ts'
import { addMonths, type Day, toDay, toIso } from '../base/day.ts'
import { InputError } from '../base/errors.ts'
import { agencyCode } from '../base/names.ts'
import { nearest } from '../base/nearest.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { Scope } from '../facts/scope.ts'
import type { LoadedRuleSet } from '../rules/load-rules.ts'
import { OUTCOMES, type Outcome } from '../rules/outcome.ts'
import type { Profile } from '../rules/registers.ts'
import { DayJudge, type JudgedRule } from './day-judge.ts'
import { dutyOf, isJudged } from './duty.ts'
import { findingOf } from './finding.ts'
import { gradeOf, scoreOf, statusOf } from './score.ts'
import type { Duty, Score, Status, TimelineEntry, Verdict } from './verdict.ts'

/** Months the forecast looks ahead. */
const FORECAST_MONTHS = 24

/** What a verdict is made from. The same inputs give the same bytes. */
export interface JudgeInput {
  dossier: Dossier
  ruleSet: LoadedRuleSet
  profileId: string
  engine: { name: string; version: string }
  /** Day of judgement, `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
}

/** A verdict, and the faults of ours behind its `error` findings, for the log. */
export interface Judgement {
  verdict: Verdict
  faults: { rule: string; fault: unknown }[]
}

/** Everything that can differ from one day to the next. */
export interface DayResult {
  day: Day
  until: number
  duty: Duty
  rules: JudgedRule[]
  status: Status
  grade: string | null
  score: Score | null
}

/**
 * Judges a dossier: outcomes, score, status, grade, and what will change within 24 months given no new evidence.
 *
 * @throws InputError when the profile is not in the rule set
 */
export async function judge({ dossier, ruleSet, profileId, engine, asOf }: JudgeInput): Promise<Judgement> {
  const profile = findProfile(ruleSet, profileId)
  const scope = new Scope(dossier, { ruleSet: ruleSet.source, profile })
  const days = new DayJudge(scope, ruleSet, profile)
  const today = await judgeDay(scope, ruleSet, profile, days, toDay(asOf))
  const forecast = await lookAhead(today, (day) => judgeDay(scope, ruleSet, profile, days, day))
  const { agency, assessmentYear } = dossier.manifest
  const { id, version, groups } = ruleSet.source
  const first = forecast[0]
  const evaluated = today.rules.filter((rule) => !rule.off)
  const body = {
    schemaVersion: 1 as const,
    kind: 'verdict' as const,
    bundle: dossier.bundle,
    catalogue: {
      source: dossier.catalogue.source,
      sha256: dossier.catalogue.sha256,
      procedures: dossier.catalogue.procedures?.length ?? 0,
    },
    agency: {
      code: agencyCode(agency.code),
      name: agency.name,
      block: agency.block,
      province: agency.province,
      duty: today.duty,
    },
    assessmentYear,
    ruleSet: { id, version, sha256: ruleSet.sha256 },
    profile: { id: profile.id, sha256: digest(profile) },
    exceptions: { sha256: null, applied: [], lapsed: [], without: null },
    engine,
    asOf,
    status: today.status,
    grade: today.grade,
    score: today.score,
    groups: groups.map((group) => groupOf(group.id, evaluated)),
    findings: evaluated.map((rule) => findingOf(rule, lapse(rule, forecast))),
    validUntil: first ? toIso(toDay(first.on) - 1) : null,
    timeline: forecast,
    plan: [],
    papers: { rules: [], score: today.score },
    notEvaluated: today.rules
      .filter((rule) => rule.off)
      .map((rule) => ({ rule: rule.rule.source.id, reason: 'profileOff' as const })),
    unnamedFiles: [...dossier.unnamedFiles],
  }
  const faults = today.rules.flatMap(({ rule, answer }) =>
    answer.outcome === 'error' ? [{ rule: rule.source.id, fault: answer.fault }] : [],
  )
  return { verdict: { ...body, digest: digest(body) }, faults }
}

function findProfile(ruleSet: LoadedRuleSet, id: string): Profile {
  const { profiles } = ruleSet.source
  const found = profiles.find((profile) => profile.id === id)
  if (found) return found
  const known = profiles.map((profile) => profile.id)
  const near = nearest(id, known)
  const list = known.join(', ')
  throw new InputError({
    vi: `Không có bộ thông số '${id}'${near ? `; gần nhất là '${near}'` : ''}. Các bộ thông số hiện có: ${list}.`,
    en: `There is no profile '${id}'${near ? `; the nearest is '${near}'` : ''}. Profiles: ${list}.`,
  })
}

async function judgeDay(
  scope: Scope,
  ruleSet: LoadedRuleSet,
  profile: Profile,
  days: DayJudge,
  day: Day,
): Promise<DayResult> {
  const clock = new Clock(day)
  const duty = dutyOf(scope, clock)
  const judged = isJudged(scope, duty, clock)
  const all = await days.judge(day)
  const rules = judged ? all : all.map(setAside)
  const until = Math.min(clock.until, ...all.map((rule) => rule.until))
  const counted = rules.filter((rule) => !rule.off)
  if (!judged) return { day, until, duty, rules, status: 'notApplicable', grade: null, score: null }
  const status = statusOf(counted)
  const score = scoreOf(counted)
  return {
    day,
    until,
    duty,
    rules,
    status,
    score,
    grade: gradeOf(counted, status, score, profile.grades ?? ruleSet.source.grades),
  }
}

/** The rule of an agency that is not judged. */
function setAside(rule: JudgedRule): JudgedRule {
  const answer = {
    outcome: 'notApplicable',
    message: 'notApplicable',
    values: {},
    credit: null,
    evidence: [],
    assurance: null,
  } as const
  return { ...rule, answer: { ...answer, evidence: [] } }
}

/** Entries for exactly the days on which something differs from the day before, ascending. */
async function lookAhead(today: DayResult, judgeOn: (day: Day) => Promise<DayResult>): Promise<TimelineEntry[]> {
  const end = addMonths(today.day, FORECAST_MONTHS)
  const entries: TimelineEntry[] = []
  let before = today
  while (before.until + 1 <= end) {
    const next = await judgeOn(before.until + 1)
    const turns = turnsBetween(before.rules, next.rules)
    const differs = before.status !== next.status || before.grade !== next.grade
    if (turns.length > 0 || differs || JSON.stringify(before.score) !== JSON.stringify(next.score))
      entries.push({ on: toIso(next.day), turns, status: next.status, grade: next.grade, score: next.score })
    before = next
  }
  return entries
}

function turnsBetween(before: readonly JudgedRule[], after: readonly JudgedRule[]): TimelineEntry['turns'] {
  return after.flatMap((rule, index) => {
    const [from, to] = [outcomeOf(before[index]), outcomeOf(rule)]
    return from === to ? [] : [{ rule: rule.rule.source.id, from, to }]
  })
}

/** A rule that the profile switches off for a while is told like one not in force. */
const outcomeOf = (rule: JudgedRule | undefined): Outcome => (!rule || rule.off ? 'notInForce' : rule.answer.outcome)

/** Last day through which a pass holds, as the forecast has it. */
function lapse({ rule, answer }: JudgedRule, forecast: readonly TimelineEntry[]): string | undefined {
  if (answer.outcome !== 'pass') return undefined
  for (const { on, turns } of forecast) {
    const turn = turns.find((one) => one.rule === rule.source.id)
    if (turn) return turn.to === 'notApplicable' || turn.to === 'notInForce' ? undefined : toIso(toDay(on) - 1)
  }
  return undefined
}

function groupOf(id: string, rules: readonly JudgedRule[]): Verdict['groups'][number] {
  const own = rules.filter((rule) => rule.rule.source.group === id)
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  for (const { answer } of own) counts[answer.outcome]++
  return { id, score: scoreOf(own), counts }
}
