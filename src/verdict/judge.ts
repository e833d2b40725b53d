import { digest } from '../base/canonical.ts'
import { toDay, toIso } from '../base/day.ts'
import { agencyCode } from '../base/names.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { Scope } from '../facts/scope.ts'
import { datedProfile } from '../rules/dated-profile.ts'
import type { Exceptions } from '../rules/exceptions.ts'
import type { LoadedRuleSet } from '../rules/load-rules.ts'
import type { Profile } from '../rules/registers.ts'
import { counted, type DayResult, DossierJudge } from './day-result.ts'
import { exceptionsOf } from './excepted.ts'
import { findProfile } from './find-profile.ts'
import { findingOf } from './finding.ts'
import { forecast, lapseOf } from './forecast.ts'
import { groupsOf } from './groups.ts'
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
  const scope = new Scope(dossier, { ruleSet: ruleSet.source, profile: datedProfile(profile) })
  const judge = new DossierJudge(scope, ruleSet, input.exceptions?.entries ?? [])
  const today = await judge.judge(toDay(asOf))
  const head = headOf(input, profile, today)
  const { quarantine } = today
  const body = quarantine ? quarantined(head, today, quarantine, input) : await full(head, today, judge, input)
  return { verdict: { ...body, digest: digest(body) }, faults: faultsOf(today) }
}

/** What stands at the top of every verdict: what was judged, by what, and on which day. */
function headOf({ dossier, ruleSet, engine, asOf }: JudgeInput, profile: Profile, { duty }: DayResult) {
  const { agency, assessmentYear } = dossier.manifest
  const { source, sha256, procedures } = dossier.catalogue
  const { id, version } = ruleSet.source
  return {
    schemaVersion: 1 as const,
    kind: 'verdict' as const,
    bundle: dossier.bundle,
    catalogue: { source, sha256, procedures: procedures?.length ?? 0 },
    agency: { code: agencyCode(agency.code), name: agency.name, block: agency.block, province: agency.province, duty },
    assessmentYear,
    ruleSet: { id, version, sha256: ruleSet.sha256 },
    profile: { id: profile.id, sha256: digest(profile) },
    engine,
    asOf,
    unnamedFiles: [...dossier.unnamedFiles],
  }
}

export type VerdictHead = ReturnType<typeof headOf>

async function full(
  head: VerdictHead,
  today: DayResult,
  judge: DossierJudge,
  input: JudgeInput,
): Promise<Omit<Verdict, 'digest'>> {
  const timeline = await forecast(today, (day) => judge.judge(day))
  const shown = today.rules.filter((rule) => !rule.off)
  const rules = counted(today.rules, today.excepted)
  const first = timeline[0]
  const { status, grade, score } = today
  return {
    ...head,
    exceptions: exceptionsOf(today, judge, input.exceptions),
    status,
    grade,
    score,
    groups: groupsOf(input.ruleSet.source.groups, shown, today.excepted),
    findings: shown.map((rule) => findingOf(rule, lapseOf(rule, timeline))),
    validUntil: first ? toIso(toDay(first.on) - 1) : null,
    timeline,
    plan: today.judged ? planOf(rules, today, judge.grades) : [],
    papers: today.judged ? papersOf(rules) : { rules: [], score: null },
    notEvaluated: today.rules
      .filter((rule) => rule.off)
      .map(({ rule }) => ({ rule: rule.source.id, reason: 'profileOff' })),
  }
}

function faultsOf({ rules }: DayResult): Judgement['faults'] {
  return rules.flatMap(({ rule, answer }) =>
    answer.outcome === 'error' ? [{ rule: rule.source.id, fault: answer.fault }] : [],
  )
}
