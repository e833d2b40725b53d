import type { Evidence, RuleAnswer } from './answer.ts'
import type { RuleContext } from './context.ts'
import { type AskedCheck, levelOf } from './corroborate.ts'
import type { ItemsResult } from './list-pass.ts'
import { ASSURANCES, type Outcome } from './outcome.ts'
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
  vocabulary: Vocabulary<unknown>,
  context: RuleContext,
  items: ItemsResult | undefined,
  asked: readonly AskedCheck[],
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
  const own = evidence.flatMap(({ file }) => file ?? [])
  for (const { declared, result } of asked) evidence.push(...quoted(declared.name, result, vocabulary, context))
  if (UNBACKED.includes(outcome)) return { evidence, assurance: null }
  if (files.asked === 0 || files.there < files.asked) return { evidence, assurance: 'declared' }
  const levels = [
    ...(own.length > 0 ? [levelOf(outcome, own, asked, vocabulary, context.scope)] : []),
    ...(items?.files.level ? [items.files.level] : []),
  ]
  return { evidence, assurance: ASSURANCES.find((one) => levels.includes(one)) ?? 'present' }
}

function quoted(
  fact: string,
  { state, file, page, quote, box }: AskedCheck['result'],
  vocabulary: Vocabulary<unknown>,
  { scope, clock }: RuleContext,
): Evidence[] {
  if (state !== 'contradicts' && state !== 'ambiguous') return []
  const pointer = vocabulary.facts[fact]?.pointer?.(scope, clock)
  const hash = vocabulary.fileHash(scope, file)
  const place = { ...(page !== undefined && { page }), ...(quote !== undefined && { quote }), ...(box && { box }) }
  return [{ ...(pointer !== undefined && { pointer }), file, ...(hash && { sha256: hash }), ...place }]
}
