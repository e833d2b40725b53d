import { toDay } from '../base/day.ts'
import { mergePatch, removeAt, setAt } from '../base/patch.ts'
import { Scope } from '../facts/scope.ts'
import { datedProfile } from '../rules/dated-profile.ts'
import type { LoadedRuleSet } from '../rules/load-rules.ts'
import type { RuleTest } from '../rules/rule-source.ts'
import { DossierJudge } from '../verdict/day-result.ts'
import { findProfile } from '../verdict/find-profile.ts'
import { findingOf } from '../verdict/finding.ts'
import { forecast, lapseOf } from '../verdict/forecast.ts'
import type { Finding } from '../verdict/verdict.ts'
import { testDossier } from './test-dossier.ts'

/** What a test inside a rule file came to: no differences means it passed. */
export interface RuleTestResult {
  rule: string
  test: string
  differences: string[]
}

/** Base dossiers by name, as manifests. */
export type Bases = ReadonlyMap<string, unknown>

/**
 * Runs one test of a rule file: the base dossier, changed, judged on the day; what comes out is compared. Only what the
 * test looks at is judged: its rule, the rules that set a bundle aside, and the days ahead where it says how long a pass
 * holds.
 */
export async function runRuleTest(
  rule: string,
  test: RuleTest,
  bases: Bases,
  ruleSet: LoadedRuleSet,
): Promise<RuleTestResult> {
  const base = bases.get(test.base)
  if (base === undefined) return { rule, test: test.name, differences: [`no base dossier '${test.base}'`] }
  const profile = findProfile(ruleSet, test.profile ?? 'national')
  const dossier = testDossier(changed(base, test), test)
  const scope = new Scope(dossier, { ruleSet: ruleSet.source, profile: datedProfile(profile) })
  const rules = ruleSet.rules.filter(({ source }) => source.id === rule || source.quarantines)
  const judge = new DossierJudge(scope, { ...ruleSet, rules }, [])
  const today = await judge.judge(toDay(test.asOf))
  const judged = today.rules.find((one) => one.rule.source.id === rule)
  if (!judged || judged.off || (today.quarantine && today.quarantine !== judged))
    return { rule, test: test.name, differences: ['no finding'] }
  const { outcome, fault } = judged.answer
  const crash = outcome === 'error' ? [`crashed: ${fault instanceof Error ? fault.stack : String(fault)}`] : []
  const lookAhead = test.holdsUntil !== undefined && !today.quarantine
  const lapse = lookAhead ? lapseOf(judged, today.day, await forecast(today, (day) => judge.judge(day))) : undefined
  return { rule, test: test.name, differences: [...crash, ...compare(findingOf(judged, lapse), test)] }
}

function changed(base: unknown, test: RuleTest): unknown {
  let value = mergePatch(base, test.patch ?? {})
  for (const [pointer, to] of Object.entries(test.set ?? {})) value = setAt(value, pointer, to)
  for (const pointer of test.remove ?? []) value = removeAt(value, pointer)
  return value
}

function compare(finding: Finding, test: RuleTest): string[] {
  const items: Record<string, unknown> = { ...finding.items }
  const pairs: [string, unknown, unknown][] = [
    ['outcome', finding.outcome, test.expect],
    ['dueOn', finding.dueOn, test.dueOn],
    ['holdsUntil', finding.holdsUntil, test.holdsUntil],
    ['credit.low', round(finding.credit?.low), round(test.credit?.low)],
    ['credit.high', round(finding.credit?.high), round(test.credit?.high)],
    ['unmet', finding.values.unmet ?? finding.items?.shown[0]?.unmet, test.unmet],
    ['assurance', finding.assurance, test.assurance],
    ['message', finding.message, test.message],
    ['texts', statesOf(finding), test.texts && sorted(test.texts)],
    ['keys', finding.items?.shown.map((item) => item.key), test.keys],
    ...Object.entries(test.items ?? {}).map(([name, n]): [string, unknown, unknown] => [
      `items.${name}`,
      items[name],
      n,
    ]),
  ]
  return pairs
    .filter(([, found, expected]) => expected !== undefined && JSON.stringify(found) !== JSON.stringify(expected))
    .map(([name, found, expected]) => `${name}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`)
}

/** How the texts stand to facts, by fact; of a rule over a list, to those of the first item shown. */
function statesOf({ text, items }: Finding): Record<string, string> {
  const told = text ?? ((items?.shown[0]?.text ?? []) as NonNullable<Finding['text']>)
  return sorted(Object.fromEntries(told.map(({ fact, state }) => [fact, state])))
}

const sorted = (states: Record<string, string>) => Object.fromEntries(Object.entries(states).sort())

const round = (value: number | undefined) => (value === undefined ? undefined : Math.round(value * 10_000) / 10_000)
