import type { RuleAnswer } from '../rules/answer.ts'
import { creditOf } from '../rules/credit.ts'
import { ASSURANCES, type Assurance } from '../rules/outcome.ts'

/**
 * An answer under the least assurance that a profile demands: a pass, or a duty still in time for the sake of an earlier
 * act, that is backed less misses evidence, which may still be handed in; it says which paper to add, and why one that is
 * there does not count. What was found and how the texts stand to it stay.
 */
export function atLeast(answer: RuleAnswer, least: Assurance | undefined): RuleAnswer {
  const { assurance, outcome: _outcome, holdsUntil: _, dueOn: __, ...rest } = answer
  if (least === undefined || assurance === null || !isDemanded(answer)) return answer
  if (ASSURANCES.indexOf(assurance) >= ASSURANCES.indexOf(least)) return answer
  const lacking = answer.papers?.lacking ?? []
  const { dueOn: ___, ...values } = answer.values
  return {
    ...rest,
    outcome: 'missingEvidence',
    message: 'assuranceTooLow',
    values: {
      ...values,
      assurance,
      leastAssurance: least,
      ...(lacking.length > 0 && {
        missing: lacking.map(({ fact }) => fact),
        lacking: [...new Set(lacking.map(({ why }) => why))],
      }),
    },
    credit: creditOf('missingEvidence', undefined, undefined),
    assurance: null,
  }
}

/** An agency that has as yet done nothing and need not have is asked for no paper of it. */
function isDemanded({ outcome, papers }: RuleAnswer): boolean {
  return outcome === 'pass' || (outcome === 'notYetDue' && papers?.rests === true)
}
