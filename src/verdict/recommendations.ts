import type { JudgedRule } from './day-judge.ts'
import type { VerdictNotice } from './verdict.ts'

/**
 * What the rules recommend beside their outcomes, in rule-set order: ours, never a breach, outside status and score. The
 * notice's id is a message of the rule.
 */
export function recommendationsOf(rules: readonly JudgedRule[]): VerdictNotice[] {
  return rules.flatMap(({ rule, answer }) =>
    (answer.recommendations ?? []).map(
      ({ message, values }): VerdictNotice => ({ id: message, values, kind: 'recommendation', rule: rule.source.id }),
    ),
  )
}
