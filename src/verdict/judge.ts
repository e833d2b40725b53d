import { digest } from '../base/canonical.ts'
import { Clock } from '../base/clock.ts'
import { toDay, toIso } from '../base/day.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { Scope } from '../facts/scope.ts'
import { judgingProfile } from '../rules/dated-profile.ts'
import type { Exceptions } from '../rules/exceptions.ts'
import type { LoadedRuleSet } from '../rules/load-rules.ts'
import { counted, type DayResult, DossierJudge } from './day-result.ts'
import { documentOf, headOf, type VerdictHead } from './document.ts'
import { exceptionsOf } from './excepted.ts'
import { findProfile } from './find-profile.ts'
import { findingOf } from './finding.ts'
import { forecast, lapseOf } from './forecast.ts'
import { groupsOf } from './groups.ts'
import { noticesOf } from './notices.ts'
import { papersOf, planOf } from './plan.ts'
import { quarantined } from './quarantine.ts'
import type { Verdict } from './verdict.ts'

/** What a verdict is made from. The same inputs give the same bytes. */
export interface JudgeInput {
  dossier: Dossier
  ruleSet: LoadedRuleSet
  profileId: string
  engine: { name: string; version: string }
  /** Day of judgement, `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
  exceptions?: Exceptions | undefined
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
  const judge = new DossierJudge(scope, ruleSet, input.exceptions?.entries ?? [])
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
  const notices = noticesOf(scope, new Clock(today.day), today, rules, judge.grades)
  return documentOf(head, {
    exceptions: exceptionsOf(today, judge, input.exceptions),
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
