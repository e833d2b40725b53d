import type { Clock } from '../core/days.ts'
import type { Assurance, Severity } from '../rules/answer.ts'
import type { BuiltRule } from '../rules/build.ts'
import type { Params } from '../rules/context.ts'
import { holds } from '../rules/facts/scope.ts'
import type { Profile } from '../rules/rule-set.ts'

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
