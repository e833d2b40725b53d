import type { RuleAnswer } from '../rules/answer.ts'
import { creditOf } from '../rules/credit.ts'
import { ASSURANCES, type Assurance } from '../rules/outcome.ts'

/**
 * An answer under the least assurance that a profile demands: a pass that is backed less misses evidence, which may
 * still be handed in. What was found and how the texts stand to it stay.
 */
export function atLeast(answer: RuleAnswer, least: Assurance | undefined): RuleAnswer {
  const { outcome, assurance, holdsUntil: _, ...rest } = answer
  if (least === undefined || outcome !== 'pass' || assurance === null) return answer
  if (ASSURANCES.indexOf(assurance) >= ASSURANCES.indexOf(least)) return answer
  return {
    ...rest,
    outcome: 'missingEvidence',
    message: 'assuranceTooLow',
    values: { ...answer.values, assurance, leastAssurance: least },
    credit: creditOf('missingEvidence', undefined, undefined),
    assurance: null,
  }
}
