import { OUTCOMES, type Outcome } from '../rules/answer.ts'
import type { Grade } from '../rules/rule-set.ts'
import type { JudgedRule } from './day-judge.ts'
import { add, backedOf, type Fraction, fraction, percentDown, times, unreadFloor, ZERO } from './evidence.ts'
import type { Score, Status, Verdict } from './verdict.ts'

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

/** The blocking rules that wait for a person: until one has decided there is no grade. */
export function waitingRules(rules: readonly JudgedRule[]): JudgedRule[] {
  return rules.filter(({ severity, answer }) => severity === 'blocking' && answer.outcome === 'needsReview')
}

/**
 * The grade, only when met and no blocking rule waits for a person: the highest that the points and what papers back of
 * them both reach. The highest ones ask that the papers the profile demands were read, too. Grades are data.
 */
export function gradeOf(
  rules: readonly JudgedRule[],
  status: Status,
  score: Score | null,
  grades: readonly Grade[],
): string | null {
  if (status !== 'met' || !score || waitingRules(rules).length > 0) return null
  const backed = backedOf(rules)
  const unread = grades.some(({ read }) => read) && unreadFloor(rules).length > 0
  const reached = grades.filter(
    (grade) =>
      score.low >= grade.atLeast && (backed === null || backed >= grade.backed) && !(grade.read === true && unread),
  )
  return highest(reached)?.id ?? null
}

/** The grade that the points alone would bring; null where there is none at all. */
export function gradeByPoints(
  rules: readonly JudgedRule[],
  status: Status,
  score: Score | null,
  grades: readonly Grade[],
): Grade | null {
  if (status !== 'met' || !score || waitingRules(rules).length > 0) return null
  return highest(grades.filter(({ atLeast }) => score.low >= atLeast)) ?? null
}

function highest(grades: readonly Grade[]): Grade | undefined {
  return [...grades].sort((a, b) => b.atLeast - a.atLeast)[0]
}

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
