import type { RuleAnswer, Share } from './answer.ts'
import { findWord, knownWords, type RuleContext, type Words } from './context.ts'
import type { ItemsResult } from './list-pass.ts'
import type { Outcome } from './outcome.ts'
import { type Report, unknownWord } from './rule-problem.ts'
import type { RuleVersionSource } from './rule-source.ts'

const NONE: Share = { of: 0, over: 1 }
const FULL: Share = { of: 1, over: 1 }

/**
 * What a rule earns: at worst, and at best once all evidence is there. A rule that only a
 * person can tell earns what one does that misses evidence: nothing yet. Only a rule that does not pass earns a part: the
 * share of its items, or one number over another.
 */
export function creditOf(
  outcome: Outcome,
  items: ItemsResult | undefined,
  share: Share | undefined,
): RuleAnswer['credit'] {
  if (outcome === 'pass') return { low: FULL, high: FULL }
  if (outcome !== 'fail' && outcome !== 'missingEvidence' && outcome !== 'needsReview') return null
  if (items) {
    const { passed, failed, missing, needsReview } = items.summary
    const open = missing + needsReview
    const over = passed + failed + open
    return over === 0 ? bare(outcome) : { low: { of: passed, over }, high: { of: passed + open, over } }
  }
  return outcome === 'fail' && share ? { low: share, high: share } : bare(outcome)
}

const bare = (outcome: 'fail' | 'missingEvidence' | 'needsReview') => ({
  low: NONE,
  high: outcome === 'fail' ? NONE : FULL,
})

/** Builds the share of a rule that gives credit by one number over another; undefined for all others. */
export function buildShare(source: RuleVersionSource, words: Words, report: Report, at: (string | number)[]) {
  if (source.credit === undefined || source.credit === 'items') return undefined
  const pair = [source.credit.of, source.credit.over].map((name) => {
    const word = findWord(name, words)
    if (word?.type !== 'number')
      report(at, unknownWord({ vi: 'Dữ kiện số', en: 'The numeric fact' }, name, knownWords(words)))
    return word
  })
  return (context: RuleContext): Share | undefined => {
    const [of, over] = pair.map((word) => word?.read(context))
    if (typeof of !== 'number' || typeof over !== 'number' || over <= 0) return undefined
    return { of: Math.min(of, over), over }
  }
}
