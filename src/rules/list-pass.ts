import { toIso } from '../core/days.ts'
import { ASSURANCES, type Assurance, ITEM_RANK, type ItemOutcome, type ItemsSummary, type ShownItem } from './answer.ts'
import type { Test } from './condition.ts'
import type { RuleContext, Word } from './context.ts'
import { type AskedCheck, askTexts, type Check, levelOf, withTexts } from './corroborate.ts'
import type { Steps, StepsResult } from './steps.ts'
import type { ListDefinition, Vocabulary } from './vocabulary.ts'

/** Listed items are capped; counters never are. */
export const SHOWN_ITEMS = 12

/** What a rule over a list does with each item, built once. */
export interface ItemPlan extends Pick<Vocabulary<unknown>, 'isSigned'> {
  list: string
  key: Word
  show: readonly Word[]
  steps: Steps
  checks: readonly Check[]
  /** Items that only a person can decide pass while they are few: at most a share of a number. */
  tolerate?: { when: Test; most(context: RuleContext): number | undefined; message: string } | undefined
}

/** Items for which one message is recommended: how many, and the keys of the first. */
export interface RecommendedItems {
  message: string
  count: number
  keys: string[]
}

/** What a rule's items came to together. */
export interface ItemsResult {
  summary: ItemsSummary
  /** Strongest outcome among the items, undefined when none counted. */
  outcome: ItemOutcome | undefined
  /** Earliest day by which an item still in time is due, and earliest day through which a passing item holds. */
  dueOn?: number
  holdsUntil?: number
  recommended: readonly RecommendedItems[]
  /**
   * File evidence over the items that count: how many files were asked for, how many are there, and how well the item
   * that is backed least is backed.
   */
  files: { asked: number; there: number; level?: Assurance }
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
  private readonly files: ItemsResult['files'] = { asked: 0, there: 0 }
  private readonly shown = new Map<ItemOutcome, ShownItem[]>()
  private readonly recommended = new Map<string, RecommendedItems>()
  private readonly held: { result: StepsResult & { outcome: ItemOutcome }; context: RuleContext }[] = []
  private dueOn: number | undefined
  private holdsUntil: number | undefined
  private readonly plan: ItemPlan
  private readonly list: ListDefinition<unknown, unknown>

  constructor(plan: ItemPlan, list: ListDefinition<unknown, unknown>) {
    this.plan = plan
    this.list = list
  }

  /** Judges one item and counts it; items that do not apply are not counted. */
  add(context: RuleContext): void {
    const declared = this.plan.steps.judge(context)
    if (declared.outcome === 'notApplicable') return
    const asked = askTexts(this.plan.checks, declared.outcome, context)
    const result = withTexts({ ...declared, outcome: declared.outcome }, asked)
    this.counts.total++
    for (const message of declared.recommended ?? []) this.recommend(message, context)
    const { tolerate } = this.plan
    if (tolerate && result.outcome === 'needsReview' && tolerate.when(context, { unmet: [], absent: [] }) === true) {
      this.noteFiles(result.outcome, asked, context)
      this.held.push({ result: { ...declared, ...result }, context: { ...context } })
      return
    }
    this.counts[COUNTER[result.outcome]]++
    if (result.outcome === 'notYetDue') this.dueOn = least(this.dueOn, result.dueOn)
    if (result.outcome === 'pass') this.holdsUntil = least(this.holdsUntil, result.holdsUntil)
    this.noteFiles(result.outcome, asked, context)
    if (result.outcome !== 'pass') this.keep(result.outcome, result, context, asked)
  }

  private recommend(message: string, context: RuleContext): void {
    const known = this.recommended.get(message) ?? { message, count: 0, keys: [] }
    this.recommended.set(message, known)
    known.count++
    if (known.keys.length < SHOWN_ITEMS) known.keys.push(String(this.plan.key.read(context) ?? ''))
  }

  /** Few enough of the items held back pass and are recommended; otherwise they all wait for a person. */
  private settle(): void {
    const { tolerate } = this.plan
    const [first] = this.held
    if (!tolerate || !first) return
    const few = this.held.length <= (tolerate.most(first.context) ?? 0)
    for (const { result, context } of this.held.splice(0)) {
      this.counts[few ? 'passed' : 'needsReview']++
      if (few) this.recommend(tolerate.message, context)
      else this.keep('needsReview', result, context, [])
    }
  }

  private noteFiles(outcome: ItemOutcome, asked: readonly AskedCheck[], context: RuleContext): void {
    const words = this.plan.steps.evidence.filter(({ word }) => word.type === 'file')
    const there = words.map(({ word }) => word.read(context)).filter((path) => typeof path === 'string')
    this.files.asked += words.length
    this.files.there += there.length
    if (there.length === 0) return
    const level = levelOf(outcome, there, asked, this.plan, context.scope)
    this.files.level = ASSURANCES.find((one) => one === level || one === this.files.level) ?? level
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

  /** What the items came to together. */
  result(): ItemsResult {
    this.settle()
    const shown = ITEM_RANK.flatMap((outcome) => this.shown.get(outcome) ?? []).slice(0, SHOWN_ITEMS)
    return {
      summary: { ...this.counts, shown },
      outcome: ITEM_RANK.find((outcome) => this.counts[COUNTER[outcome]] > 0),
      files: this.files,
      recommended: [...this.recommended.values()],
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
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return Math.min(a, b)
}
