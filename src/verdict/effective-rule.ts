import { Clock, toDay } from '../core/days.ts'
import type { Assurance, Severity } from '../rules/answer.ts'
import type { BuiltRule } from '../rules/build.ts'
import type { Params } from '../rules/context.ts'
import { holds } from '../rules/facts/scope.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { plainRule } from '../rules/outcome-rules.ts'
import { judgingProfile, type Profile } from '../rules/rule-set.ts'
import { findProfile } from './judge.ts'

/** A rule as it stands on a day under a profile. */
export interface EffectiveRule {
  rule: BuiltRule
  version: BuiltRule['versions'][number] | undefined
  severity: Severity
  weight: number
  params: Params
  off: boolean
  /** The least assurance with which it passes, where the profile demands one. */
  leastAssurance: Assurance | undefined
}

/** The version of a rule in force on the day, with what the profile sets for it on that day. */
export function effective(rule: BuiltRule, profile: Profile, clock: Clock): EffectiveRule {
  const version = rule.versions.find(({ from, to }) => clock.inForce(from, to))
  let { severity, weight } = rule.source
  let params: Params = version?.params ?? {}
  let off = false
  let leastAssurance: Assurance | undefined
  for (const override of profile.overrides ?? []) {
    if (override.rule !== rule.source.id || !holds(override, clock)) continue
    severity = override.severity ?? severity
    weight = override.weight ?? weight
    params = { ...params, ...override.params }
    off ||= override.off ?? false
    leastAssurance = override.leastAssurance ?? leastAssurance
  }
  return { rule, version, severity, weight, params, off, leastAssurance }
}

/**
 * The rules in force on a day under a profile as plain json-rules-engine rules: what `new Engine(JSON.parse(text))` loads,
 * and just what this product puts to its own engine. Parameters, and what the profile demands of papers, stand in them as
 * values.
 *
 * @param date `YYYY-MM-DD`
 * @returns the file's name, by day, profile and hash of the rule set, and its text
 * @throws InputError when the profile is not in the rule set
 */
export function publishPlainRules(
  ruleSet: LoadedRuleSet,
  profileId: string,
  date: string,
): { name: string; text: string } {
  const profile = judgingProfile(findProfile(ruleSet, profileId), ruleSet.source)
  const rules = ruleSet.rules.flatMap((rule) => {
    const { version, params, off, leastAssurance } = effective(rule, profile, new Clock(toDay(date)))
    return version === undefined || off
      ? []
      : [plainRule(rule.source.id, version.engineRule(params, leastAssurance).lines)]
  })
  return {
    name: `json-rules-engine-${date}-${profileId}-${ruleSet.sha256}.json`,
    text: `${JSON.stringify(rules, null, 1)}\n`,
  }
}
