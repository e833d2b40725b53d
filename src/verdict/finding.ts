import { toIso } from '../base/day.ts'
import type { Share } from '../rules/answer.ts'
import type { JudgedRule } from './day-judge.ts'
import type { Finding } from './verdict.ts'

const ratio = ({ of, over }: Share) => of / over

/**
 * The finding of a judged rule. `lapse` is the last day of a pass as the forecast has it; what the rule itself names
 * counts where the forecast does not reach.
 */
export function findingOf({ rule, version, severity, weight, answer }: JudgedRule, lapse: string | undefined): Finding {
  const { credit, items, dueOn } = answer
  const holdsUntil = lapse ?? (answer.holdsUntil === undefined ? undefined : toIso(answer.holdsUntil))
  return {
    rule: rule.source.id,
    version: version ? toIso(version.from) : null,
    group: rule.source.group,
    outcome: answer.outcome,
    severity,
    weight,
    credit: credit && { low: ratio(credit.low), high: ratio(credit.high) },
    message: answer.message,
    values: answer.values,
    evidence: answer.evidence,
    assurance: answer.assurance,
    ...(items && { items }),
    ...(holdsUntil !== undefined && answer.outcome === 'pass' && { holdsUntil }),
    ...(dueOn !== undefined && { dueOn: toIso(dueOn) }),
  }
}
