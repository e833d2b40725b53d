import type { Evidence, RuleAnswer } from './answer.ts'
import type { RuleContext } from './context.ts'
import type { AskedCheck } from './corroborate.ts'
import type { ItemsResult } from './list-pass.ts'
import type { Outcome } from './outcome.ts'
import { askPapers, asksPapers, papersAnswer } from './papers.ts'
import type { Steps } from './steps.ts'
import type { Vocabulary } from './vocabulary.ts'

const UNBACKED: readonly Outcome[] = ['missingEvidence', 'notApplicable', 'notInForce', 'error']

/**
 * Where the evidence stands, and how well the finding is backed: by what is said, by files that are there, by their text,
 * by their signatures. Each reading that contradicts or is in doubt stands in the evidence with its words.
 */
export function backing(
  outcome: Outcome,
  steps: Steps,
  ofItems: Steps | undefined,
  vocabulary: Vocabulary<unknown>,
  context: RuleContext,
  items: ItemsResult | undefined,
  asked: readonly AskedCheck[],
): Pick<RuleAnswer, 'evidence' | 'assurance' | 'papers'> {
  const evidence: Evidence[] = []
  let rests = false
  for (const { word, when } of steps.evidence) {
    if (when && when(context, { unmet: [], absent: [] }) !== true) continue
    const value = word.read(context)
    const pointer = vocabulary.facts[word.name]?.pointer?.(context.scope, context.clock)
    if (word.type === 'file') {
      if (typeof value === 'string') {
        const hash = vocabulary.fileHash(context.scope, value)
        evidence.push({ ...(pointer !== undefined && { pointer }), file: value, ...(hash && { sha256: hash }) })
      }
    } else if (value !== undefined) {
      rests ||= word.type !== 'section'
      if (pointer !== undefined && !evidence.some((one) => one.pointer === pointer)) evidence.push({ pointer })
    }
  }
  for (const { declared, result } of asked) evidence.push(...quoted(declared.name, result, vocabulary, context))
  const own = askPapers(steps, outcome, asked, vocabulary, context)
  const asks = asksPapers(steps, ofItems)
  const { assurance, papers } = papersAnswer(outcome, own, items?.papers, { asks, rests })
  return { evidence, assurance: UNBACKED.includes(outcome) ? null : assurance, ...(papers && { papers }) }
}

function quoted(
  fact: string,
  { state, file, page, quote }: AskedCheck['result'],
  vocabulary: Vocabulary<unknown>,
  { scope, clock }: RuleContext,
): Evidence[] {
  if (state !== 'contradicts' && state !== 'ambiguous') return []
  const pointer = vocabulary.facts[fact]?.pointer?.(scope, clock)
  const hash = vocabulary.fileHash(scope, file)
  const place = { ...(page !== undefined && { page }), ...(quote !== undefined && { quote }) }
  return [{ ...(pointer !== undefined && { pointer }), file, ...(hash && { sha256: hash }), ...place }]
}
