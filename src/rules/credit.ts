import type { Assurance, Evidence, Outcome, PapersAnswer, RuleAnswer, Share } from './answer.ts'
import { findWord, knownWords, type RuleContext, type Words } from './context.ts'
import type { AskedCheck } from './corroborate.ts'
import type { ItemsResult } from './list-pass.ts'
import { askPapers, asksPapers, papersAnswer } from './papers.ts'
import { type Report, unknownWord } from './problems.ts'
import type { RuleVersionSource } from './rule-source.ts'
import type { Steps } from './steps.ts'
import type { Vocabulary } from './vocabulary.ts'
import { CREDIT_TEXTS } from './words.ts'

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
    if (word?.type !== 'number') report(at, unknownWord(CREDIT_TEXTS.numericFact, name, knownWords(words)))
    return word
  })
  return (context: RuleContext): Share | undefined => {
    const [of, over] = pair.map((word) => word?.read(context))
    if (typeof of !== 'number' || typeof over !== 'number' || over <= 0) return undefined
    return { of: Math.min(of, over), over }
  }
}

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
  const told = { values: [] as boolean[], sections: [] as boolean[] }
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
      const own = pointer !== undefined && vocabulary.fromAuthority(context.scope, pointer)
      told[word.type === 'section' ? 'sections' : 'values'].push(own)
      if (pointer !== undefined && !evidence.some((one) => one.pointer === pointer)) evidence.push({ pointer })
    }
  }
  for (const { declared, result } of asked) evidence.push(...quoted(declared.name, result, vocabulary, context))
  const own = askPapers(steps, outcome, asked, vocabulary, context)
  const asks = asksPapers(steps, ofItems)
  const { assurance, papers } = papersAnswer(outcome, own, items?.papers, { asks, rests })
  // The values that a rule looks at, else its sections, are all the authority's own word: no paper says it better.
  const [first, ...more] = told.values.length > 0 ? told.values : told.sections
  const isTold = first === true && more.every((one) => one)
  const level = isTold ? 'authority' : assurance
  return {
    evidence,
    assurance: UNBACKED.includes(outcome) ? null : level,
    ...(papers && { papers: isTold ? asTold(papers) : papers }),
  }
}

/** Papers of what the authority itself tells: they are not asked for any more. */
function asTold(papers: PapersAnswer): PapersAnswer {
  const total = Object.values(papers.levels).reduce((sum, count) => sum + count, 0)
  return { ...papers, levels: { authority: Math.max(1, total) }, read: true, silent: false, lacking: [] }
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

/**
 * An answer whose papers fall short of the least assurance that a profile demands: it misses evidence, which may still be
 * handed in. It says which paper to add, and why one that is there does not count. What was found and how the texts stand
 * to it stay.
 */
export function belowFloor(answer: RuleAnswer, least: Assurance): RuleAnswer {
  const { assurance, holdsUntil: _, dueOn: __, ...rest } = answer
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
