import { OUTCOMES, type Outcome } from '../rules/outcome.ts'
import type { JudgedRule } from './day-judge.ts'
import { scoreOf } from './score.ts'
import type { Verdict } from './verdict.ts'

/** Score and outcomes per group; an excepted rule is counted among the outcomes but not in the score. */
export function groupsOf(
  groups: readonly { id: string }[],
  rules: readonly JudgedRule[],
  excepted: ReadonlySet<string>,
): Verdict['groups'] {
  return groups.map(({ id }) => {
    const own = rules.filter(({ rule }) => rule.source.group === id)
    const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>
    for (const { answer } of own) counts[answer.outcome]++
    return { id, score: scoreOf(own.filter(({ rule }) => !excepted.has(rule.source.id))), counts }
  })
}
