import { Clock, toDay } from '../core/days.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { plainRule } from '../rules/outcome-rules.ts'
import { findProfile, judgingProfile } from '../rules/rule-set.ts'
import { effective } from './day-judge.ts'

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
