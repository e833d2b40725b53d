import type { Outcome } from '../rules/outcome.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { Change } from './entry.ts'

/**
 * What changed from one verdict to another, rule by rule: in the order of the later one, then what only the earlier one
 * had. Null stands for a rule that was not evaluated, or is not in that rule set.
 */
export function changesBetween(before: Pick<Verdict, 'findings'>, after: Pick<Verdict, 'findings'>): Change[] {
  const [was, is] = [outcomesOf(before), outcomesOf(after)]
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((rule) => ({ rule, from: was.get(rule) ?? null, to: is.get(rule) ?? null }))
    .filter(({ from, to }) => from !== to)
}

const outcomesOf = ({ findings }: Pick<Verdict, 'findings'>): Map<string, Outcome> =>
  new Map(findings.map(({ rule, outcome }) => [rule, outcome]))
