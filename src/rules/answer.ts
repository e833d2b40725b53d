import type { Day } from '../base/day.ts'
import type { Assurance, ItemOutcome, Outcome } from './outcome.ts'
import type { PapersAnswer } from './papers.ts'
import type { TextCheck } from './text-check.ts'

/** A value a message may show: days as `YYYY-MM-DD`. */
export type MessageValue = string | number | boolean | readonly string[] | null

/** Where a finding's evidence stands: in the manifest, in a file of the bundle, in a row of a sheet. */
export interface Evidence {
  pointer?: string
  file?: string
  sha256?: string
  page?: number
  row?: number
  quote?: string
}

/** A part of one whole, exact: `of` out of `over`. */
export interface Share {
  of: number
  over: number
}

/** One item as it is shown: its key, what it came to, where it stands, and the fields the rule shows. */
export type ShownItem = { key: string; outcome: ItemOutcome } & Record<string, unknown>

/** The figures of a rule over a list; never capped. `shown` holds at most twelve items, the worst first. */
export interface ItemsSummary {
  total: number
  passed: number
  failed: number
  missing: number
  needsReview: number
  notYetDue: number
  shown: ShownItem[]
}

/** What one rule came to, before weight and score. */
export interface RuleAnswer {
  outcome: Outcome
  /** Id of the message; with `values` it is rendered in any language, at any later time. */
  message: string
  values: Record<string, MessageValue>
  /** Credit when the rule counts in the score: at worst, and at best once all evidence is there. */
  credit: { low: Share; high: Share } | null
  evidence: Evidence[]
  assurance: Assurance | null
  /** What the papers the rule asks for come to; absent where it asks for none. For the score, not part of a finding. */
  papers?: PapersAnswer
  /** Declared values held against the documents, the gravest first; absent where none was. */
  text?: TextCheck[]
  items?: ItemsSummary
  dueOn?: Day
  holdsUntil?: Day
  /** Set with outcome `error`: our fault, for the log; never part of a verdict. */
  fault?: unknown
}
