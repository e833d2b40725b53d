import { add, type Fraction, fraction, percentDown, times, ZERO } from '../base/fraction.ts'
import type { Grade } from '../rules/registers.ts'
import type { JudgedRule } from './day-judge.ts'
import type { Score, Status } from './verdict.ts'

/**
 * 100 × Σ weight·credit ÷ Σ weight over the rules in the score, in exact arithmetic, rounded down once to one decimal.
 * Null when no weight is in the score.
 */
export function scoreOf(rules: readonly JudgedRule[]): Score | null {
  let weights = 0
  let low: Fraction = ZERO
  let high: Fraction = ZERO
  for (const { weight, answer } of rules) {
    if (!answer.credit) continue
    weights += weight
    low = add(low, times(fraction(answer.credit.low.of, answer.credit.low.over), weight))
    high = add(high, times(fraction(answer.credit.high.of, answer.credit.high.over), weight))
  }
  return weights === 0 ? null : { low: percentDown(low, weights), high: percentDown(high, weights) }
}

/** The status of judged rules; duty and quarantine are decided before. First that holds. */
export function statusOf(rules: readonly JudgedRule[]): Status {
  const blocking = rules.filter((rule) => rule.severity === 'blocking')
  if (rules.some(({ answer }) => answer.outcome === 'error')) return 'undetermined'
  if (blocking.some(({ answer }) => answer.outcome === 'fail')) return 'notMet'
  if (blocking.some(({ answer }) => answer.outcome === 'missingEvidence')) return 'insufficientEvidence'
  return 'met'
}

/** The grade, only when met and no blocking rule waits for a person. Grades are data: the highest reached counts. */
export function gradeOf(
  rules: readonly JudgedRule[],
  status: Status,
  score: Score | null,
  grades: readonly Grade[],
): string | null {
  const waits = rules.some(({ severity, answer }) => severity === 'blocking' && answer.outcome === 'needsReview')
  if (status !== 'met' || waits || !score) return null
  const reached = grades.filter(({ atLeast }) => score.low >= atLeast).sort((a, b) => b.atLeast - a.atLeast)
  return reached[0]?.id ?? null
}
