import type { Evidence, RuleAnswer } from './answer.ts'
import type { RuleContext } from './context.ts'
import type { ItemsResult } from './list-pass.ts'
import type { Outcome } from './outcome.ts'
import type { Steps } from './steps.ts'
import type { Vocabulary } from './vocabulary.ts'

const UNBACKED: readonly Outcome[] = ['missingEvidence', 'notApplicable', 'notInForce', 'error']

/** Where the evidence stands, and how well the finding is backed: by what is said, or by files that are there. */
export function backing(
  outcome: Outcome,
  steps: Steps,
  vocabulary: Vocabulary<unknown>,
  context: RuleContext,
  items: ItemsResult | undefined,
): Pick<RuleAnswer, 'evidence' | 'assurance'> {
  const evidence: Evidence[] = []
  const files = { asked: items?.files.asked ?? 0, there: items?.files.there ?? 0 }
  for (const { word, when } of steps.evidence) {
    if (when && when(context, { unmet: [], absent: [] }) !== true) continue
    const value = word.read(context)
    const pointer = vocabulary.facts[word.name]?.pointer?.(context.scope, context.clock)
    if (word.type === 'file') {
      files.asked++
      if (typeof value === 'string') {
        files.there++
        const hash = vocabulary.fileHash(context.scope, value)
        evidence.push({ ...(pointer !== undefined && { pointer }), file: value, ...(hash && { sha256: hash }) })
      }
    } else if (value !== undefined && pointer !== undefined && !evidence.some((one) => one.pointer === pointer))
      evidence.push({ pointer })
  }
  const present = files.asked > 0 && files.there === files.asked
  return { evidence, assurance: UNBACKED.includes(outcome) ? null : present ? 'present' : 'declared' }
}
