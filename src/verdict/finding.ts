import { toIso } from '../base/day.ts'
import type { Share } from '../rules/answer.ts'
import type { JudgedRule } from './day-judge.ts'
import type { Finding } from './verdict.ts'

const ratio = ({ of, over }: Share) => of / over

/** The finding of a judged rule; `holdsUntil` is the last day of a pass that lapses. */
export function findingOf(judged: JudgedRule, holdsUntil: string | undefined): Finding {
  const { rule, version, severity, weight, answer } = judged
  const { credit, items, dueOn } = answer
  return {
    rule: rule.source.id,
    version: version ? toIso(version.from) : null,
    group: rule.source.group,
    outcome: answer.outcome,
    severity,
    weight,
    credit: credit && { low: ratio(credit.low), high: ratio(credit.high) },
    message: answer.message,
    values: holdsUntil === undefined ? answer.values : { ...answer.values, holdsUntil },
    evidence: answer.evidence,
    assurance: answer.assurance,
    ...(answer.text && { text: answer.text }),
    ...(items && { items }),
    ...(holdsUntil !== undefined && { holdsUntil }),
    ...(dueOn !== undefined && { dueOn: toIso(dueOn) }),
  }
}
