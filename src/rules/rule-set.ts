import { digest } from '../base/canonical.ts'
import type { BlockEntry, Edition, Grade, Holiday, Profile, RuleSetHead, Source } from './registers.ts'
import type { RuleSource } from './rule-source.ts'

/** Everything of `rules/` as plain data, in rule-set order: what a release publishes as one immutable file. */
export interface RuleSet extends RuleSetHead {
  rules: RuleSource[]
  sources: Source[]
  standards: Edition[]
  grades: Grade[]
  holidays: Holiday[]
  blocks: BlockEntry[]
  profiles: Profile[]
}

/** SHA-256 over the RFC 8785 form of a rule set: two sets that judge alike in every word have the same one. */
export function ruleSetHash(ruleSet: RuleSet): string {
  return digest(ruleSet)
}
