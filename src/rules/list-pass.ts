import { toIso } from '../core/days.ts'
import { ITEM_RANK, type ItemOutcome, type ItemsSummary, type Outcome, type ShownItem, TEXT_ASKED } from './answer.ts'
import { buildCondition, type Test } from './condition.ts'
import { findWord, knownWords, PARAM, type RuleContext, type Word, type Words } from './context.ts'
import { type AskedCheck, askTexts, buildChecks, type Check, NONE, withTexts } from './corroborate.ts'
import { askPapers, ItemPapers } from './papers.ts'
import { type Report, unknownWord } from './problems.ts'
import type { ForEachSource, TolerateSource } from './rule-source.ts'
import { buildItemSteps, type ItemSteps, type StepsResult } from './steps.ts'
import type { ListDefinition, Vocabulary } from './vocabulary.ts'
import { LIST_PASS_TEXTS } from './words.ts'

/** Listed items are capped; counters never are. */
const SHOWN_ITEMS = 12

/** What a rule over a list does with each item, built once. */
export interface ItemPlan extends Pick<Vocabulary<unknown>, 'isSigned' | 'paper'> {
  list: string
  key: Word
  show: readonly Word[]
  steps: ItemSteps
  checks: readonly Check[]
  /** Items that only a person can decide pass while they are few: at most a share of a number. */
  tolerate?: { when: Test; most(context: RuleContext): number | undefined; message: string } | undefined
}

/** Builds what a rule over a list does with each item; everything wrong in it is reported with its place. */
export function buildPlan(
  source: ForEachSource,
  outer: Words,
  report: Report,
  at: (string | number)[],
): ItemPlan | undefined {
  const list = Object.hasOwn(outer.vocabulary.lists, source.list) ? outer.vocabulary.lists[source.list] : undefined
  if (!list) {
    report([...at, 'list'], unknownWord(LIST_PASS_TEXTS.list, source.list, Object.keys(outer.vocabulary.lists)))
    return undefined
  }
  const words: Words = { ...outer, list }
  const field = (name: string, place: (string | number)[]): Word[] => {
    const word = findWord(`item.${name}`, words)
    if (!word) report(place, unknownWord(LIST_PASS_TEXTS.field, name, Object.keys(list.fields)))
    return word ? [word] : []
  }
  const [key] = field(source.key, [...at, 'key'])
  const show = (source.show ?? []).flatMap((name, index) => field(name, [...at, 'show', index]))
  const steps = buildItemSteps(source, words, report, at)
  const checks = buildChecks(source.corroborate, words, report, at)
  return (
    key && {
      list: source.list,
      key,
      show,
      steps,
      checks,
      tolerate: buildTolerate(source.tolerate, words, report, [...at, 'tolerate']),
      isSigned: outer.vocabulary.isSigned,
      paper: outer.vocabulary.paper,
    }
  )
}

function buildTolerate(
  source: TolerateSource | undefined,
  words: Words,
  report: Report,
  at: (string | number)[],
): ItemPlan['tolerate'] {
  if (source === undefined) return undefined
  const number = (name: string, place: string): Word | undefined => {
    const word = findWord(name, words)
    if (word?.type !== 'number')
      report([...at, place], unknownWord(LIST_PASS_TEXTS.numericFact, name, knownWords(words)))
    return word
  }
  const [share, whole] = [number(PARAM + source.share.param, 'share'), number(source.of, 'of')]
  return {
    when: buildCondition(source.when, words, report, [...at, 'when']),
    message: source.message,
    most(context) {
      const [part, over] = [share?.read(context), whole?.read(context)]
      // Rounded, so that 29% of 100 is 29.
      return typeof part === 'number' && typeof over === 'number' ? Math.round(part * over * 1e6) / 1e6 : undefined
    },
  }
}

/** Items for which one message is recommended: how many, and the keys of the first. */
interface RecommendedItems {
  message: string
  count: number
  keys: string[]
}

/** An item that is held back until it is known how many there are. */
interface HeldItem {
  result: StepsResult
  context: RuleContext
  asked: readonly AskedCheck[]
}

/** What a rule's items came to together. */
export interface ItemsResult {
  summary: ItemsSummary
  /** Earliest day by which an item still in time is due, and earliest day through which a passing item holds. */
  dueOn?: number
  holdsUntil?: number
  recommended: readonly RecommendedItems[]
  /** The papers of the items that count. */
  papers: ItemPapers
}

const COUNTER = {
  pass: 'passed',
  fail: 'failed',
  missingEvidence: 'missing',
  needsReview: 'needsReview',
  notYetDue: 'notYetDue',
} as const satisfies Record<ItemOutcome, keyof ItemsSummary>

/** Gathers the items of one rule while the list is gone over. */
export class ItemTally {
  readonly counts = { total: 0, passed: 0, failed: 0, missing: 0, needsReview: 0, notYetDue: 0 }
  fault: unknown
  private readonly papers = new ItemPapers()
  private readonly shown = new Map<ItemOutcome, ShownItem[]>()
  private readonly recommended = new Map<string, RecommendedItems>()
  private readonly held: HeldItem[] = []
  private dueOn: number | undefined
  private holdsUntil: number | undefined
  private readonly plan: ItemPlan
  private readonly list: ListDefinition<unknown, unknown>

  constructor(plan: ItemPlan, list: ListDefinition<unknown, unknown>) {
    this.plan = plan
    this.list = list
  }

  /** Judges one item and counts it, or holds it back until {@link settle}; items that do not apply are not counted. */
  add(context: RuleContext): void {
    const declared = this.plan.steps.judge(context)
    if (declared.outcome === 'notApplicable') return
    const asked = TEXT_ASKED.includes(declared.outcome) ? askTexts(this.plan.checks, context) : NONE
    const own = withTexts({ ...declared, outcome: declared.outcome }, asked)
    const decided = context.authority?.items.get(String(this.plan.key.read(context) ?? ''))
    const outcome = decided !== undefined && isOpenTo(decided, own.outcome) ? decided : own.outcome
    if (outcome === 'notApplicable') return
    const result = { ...own, outcome }
    this.counts.total++
    for (const message of this.plan.steps.recommended(context)) this.recommend(message, context)
    const { tolerate } = this.plan
    if (tolerate && result.outcome === 'needsReview' && tolerate.when(context, { unmet: [], absent: [] }) === true)
      this.held.push({ result, context: { ...context }, asked })
    else this.count(result.outcome, { result, context, asked })
  }

  private count(outcome: ItemOutcome, { result, context, asked }: HeldItem): void {
    this.counts[COUNTER[outcome]]++
    if (outcome === 'notYetDue') this.dueOn = least(this.dueOn, result.dueOn)
    if (outcome === 'pass') this.holdsUntil = least(this.holdsUntil, result.holdsUntil)
    this.papers.add(outcome, askPapers(this.plan.steps, outcome, asked, this.plan, context))
    if (outcome !== 'pass') this.keep(outcome, result, context, asked)
  }

  private recommend(message: string, context: RuleContext): void {
    const known = this.recommended.get(message) ?? { message, count: 0, keys: [] }
    this.recommended.set(message, known)
    known.count++
    if (known.keys.length < SHOWN_ITEMS) known.keys.push(String(this.plan.key.read(context) ?? ''))
  }

  /** Once every item was judged: few enough of those held back pass and are recommended; else all wait for a person. */
  settle(): void {
    const { tolerate } = this.plan
    const [first] = this.held
    if (!tolerate || !first) return
    const few = this.held.length <= (tolerate.most(first.context) ?? 0)
    for (const item of this.held.splice(0)) {
      this.count(few ? 'pass' : 'needsReview', item)
      if (few) this.recommend(tolerate.message, item.context)
    }
  }

  private keep(outcome: ItemOutcome, result: StepsResult, context: RuleContext, asked: readonly AskedCheck[]): void {
    const kept = this.shown.get(outcome) ?? []
    if (kept.length >= SHOWN_ITEMS) return
    this.shown.set(outcome, kept)
    const item: ShownItem = { key: String(this.plan.key.read(context) ?? ''), outcome }
    for (const word of this.plan.show) {
      const value = word.read(context)
      if (value !== undefined)
        item[word.name.replace(/^item\./, '')] = word.type === 'day' ? toIso(value as number) : value
    }
    if (result.dueOn !== undefined) item.dueOn = toIso(result.dueOn)
    if (result.unmet.length > 0) item.unmet = result.unmet
    if (result.missing.length > 0) item.missing = result.missing
    const told = asked.filter(({ result: { state } }) => state === 'contradicts' || state === 'ambiguous')
    if (told.length > 0) item.text = told.map((one) => one.result)
    kept.push(Object.assign(item, this.list.place(context.item)))
  }

  /** How many items came to each outcome: what the engine decides on. */
  came(): Record<ItemOutcome, number> {
    const { passed, failed, missing, needsReview, notYetDue } = this.counts
    return { pass: passed, fail: failed, missingEvidence: missing, needsReview, notYetDue }
  }

  /** What is told of the items together. */
  result(): ItemsResult {
    const shown = ITEM_RANK.flatMap((outcome) => this.shown.get(outcome) ?? []).slice(0, SHOWN_ITEMS)
    return {
      summary: { ...this.counts, shown },
      recommended: [...this.recommended.values()],
      papers: this.papers,
      ...(this.dueOn !== undefined && { dueOn: this.dueOn }),
      ...(this.holdsUntil !== undefined && { holdsUntil: this.holdsUntil }),
    }
  }
}

/** Goes over a list once for all rules that judge its items. A rule that crashes drops out; the others go on. */
export function passOver(
  items: readonly unknown[],
  entries: readonly { tally: ItemTally; context: RuleContext }[],
): void {
  const bound = entries.map(({ tally, context }) => ({ tally, context: { ...context, item: undefined as unknown } }))
  for (const item of items) {
    for (const { tally, context } of bound) {
      if (tally.fault !== undefined) continue
      context.item = item
      try {
        tally.add(context)
      } catch (cause) {
        tally.fault = cause
      }
    }
  }
  for (const { tally } of bound) {
    if (tally.fault !== undefined) continue
    try {
      tally.settle()
    } catch (cause) {
      tally.fault = cause
    }
  }
}

/**
 * Whether what a person of the authority decided stands over what a rule comes to: always where only a person can tell, and
 * where the agency's papers would let it pass and the person found otherwise. To let off a breach there are exceptions.
 */
export function isOpenTo(decided: Outcome, outcome: Outcome): boolean {
  return outcome === 'needsReview' || (outcome === 'pass' && decided !== 'pass')
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return Math.min(a, b)
}
