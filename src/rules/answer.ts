import type { Day } from '../core/days.ts'
import { foldName } from '../core/names.ts'
import type { Box } from '../dossier/reading.ts'
import type { DeclaredValue, FoundValue, ReadingRule, TextReading } from './vocabulary.ts'

/** What a rule may come to, in the order of the published contract. */
export const OUTCOMES = [
  'pass',
  'fail',
  'missingEvidence',
  'notYetDue',
  'notApplicable',
  'notInForce',
  'needsReview',
  'error',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What an item of a list may come to, the strongest first: one of it decides for the rule. */
export const ITEM_RANK = ['fail', 'missingEvidence', 'needsReview', 'notYetDue', 'pass'] as const
export type ItemOutcome = (typeof ITEM_RANK)[number]

export const SEVERITIES = ['blocking', 'major', 'minor'] as const
export type Severity = (typeof SEVERITIES)[number]

/** How well a finding is backed, the weakest first. */
export const ASSURANCES = ['declared', 'present', 'recognised', 'corroborated', 'signed', 'authority'] as const
export type Assurance = (typeof ASSURANCES)[number]

/** Cost of a remedy. */
export const EFFORT = { low: 1, medium: 3, high: 9 } as const

/** The texts of documents are asked only where the rule, by what is declared, comes to one of these. */
export const TEXT_ASKED: readonly Outcome[] = ['pass', 'notYetDue', 'needsReview']

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
  /** Where the quote stands on the page, one box for each line of it. */
  box?: readonly Box[]
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

/** A message of the rule that is recommended, and what it shows; of a list, how many items and the first of them. */
export interface Recommendation {
  message: string
  values: Record<string, MessageValue>
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
  /** What is recommended beside the outcome; it changes neither status nor score. */
  recommendations?: Recommendation[]
  dueOn?: Day
  holdsUntil?: Day
  /** Set with outcome `error`: our fault, for the log; never part of a verdict. */
  fault?: unknown
}

/** How the text of a document stands to a declared value, the gravest first. */
export const TEXT_STATES = ['contradicts', 'ambiguous', 'notFound', 'agrees'] as const
export type TextState = (typeof TEXT_STATES)[number]

/** Values of a list that are told of one check. */
export const MOST = 12

/** A declared value held against the text of the document that should bear it out. Plain data, rendered in any language. */
export interface TextCheck {
  state: TextState
  /** Name of the fact (`item.` for a field) whose value is declared. */
  fact: string
  /** Of a list the values that the text lacks, or its first where it lacks none: at most {@link MOST}. */
  declared: MessageValue
  /** How many values of a declared list the text lacks. */
  lacking?: number
  /** Name of what was looked for in the text. */
  lookedFor: string
  file: string
  /** What the text says, as read, at most {@link MOST} values; absent when nothing was found. */
  found?: string[]
  /** The words of the first reading that decides, and where they stand. */
  quote?: string
  page?: number
  cell?: string
  box?: readonly Box[]
  /** The text is that of a scan, as it was recognised. */
  recognised?: true
  /** Id of why the text does not count: it could not be read, or cannot be relied on. */
  why?: string
}

/** What makes a text unfit to bear out or to contradict anything: a reader of the paper might not see what was read. */
const UNRELIABLE = ['hiddenText', 'trackedChanges', 'lettersLost']
/** What we turned into letters ourselves may differ by a letter of ours: it may bear out, but contradicts nothing. */
const OURS = ['converted', 'recognised']
/** A scan that was recognised: marks on letters are what is misread first. */
const RECOGNISED = 'recognised'

/**
 * How a text stands to a declared value, and the reading that decides. Nobody guesses: readings that differ are
 * ambiguous, and a text that cannot be relied on neither bears out nor contradicts.
 */
export function compareText(declared: DeclaredValue, reading: TextReading, rule: ReadingRule): ComparedText {
  const { state, by, lacking } = Array.isArray(declared)
    ? compareList(declared, reading, rule)
    : compareOne(declared, reading, rule)
  const doubt = reading.flags.find((flag) => UNRELIABLE.includes(flag) || OURS.includes(flag))
  if (doubt !== undefined && state === 'contradicts') return { state: 'ambiguous', by, lacking, why: doubt }
  if (doubt !== undefined && !OURS.includes(doubt) && state === 'agrees') return { state: 'notFound', why: doubt }
  return { state, by, lacking, why: state === 'notFound' ? reading.why : undefined }
}

interface Compared {
  state: TextState
  /** The reading that decides. */
  by?: FoundValue | undefined
  /** Of a declared list, what the text lacks. */
  lacking?: readonly string[] | undefined
}

interface ComparedText extends Compared {
  why?: string | undefined
}

function compareOne(declared: DeclaredValue, reading: TextReading, rule: ReadingRule): Compared {
  const { found } = reading
  const results = found.map((one) => ({ one, result: compared(declared, one.value, reading, rule) }))
  const same = results.find(({ result }) => result === 'same')?.one
  const other = results.find(({ result }) => result === 'other')?.one
  if (same && (rule.several || results.every(({ result }) => result === 'same'))) return { state: 'agrees', by: same }
  if (!other) return { state: 'notFound' }
  if (rule.differs === 'notFound') return { state: 'notFound' }
  const differing = new Set(found.map(({ value }) => foldName(String(value)).replaceAll(' ', ''))).size > 1
  return { state: differing ? 'ambiguous' : rule.differs, by: other }
}

/** Words of a scan are the same where they differ in nothing but marks, Đ for D among them. */
function compared(
  declared: DeclaredValue,
  found: string | number,
  { flags }: TextReading,
  rule: ReadingRule,
): ReturnType<ReadingRule['compare']> {
  const result = rule.compare(declared, found)
  if (result === 'same' || !flags.includes(RECOGNISED)) return result
  if (typeof declared !== 'string' || typeof found !== 'string') return result
  return bare(declared) === bare(found) ? 'same' : result
}

function bare(words: string): string {
  return foldName(words).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll(' ', '')
}

/**
 * A list bears out a declared list when it names all of it. What it lacks counts only when it names half as many at
 * least: a text that mentions one or two in passing is no list.
 */
function compareList(declared: readonly string[], reading: TextReading, rule: ReadingRule): Compared {
  const { found } = reading
  const lacking = declared.filter((one) => !found.some(({ value }) => compared(one, value, reading, rule) === 'same'))
  const [first] = found
  if (declared.length === 0 || !first) return { state: 'notFound', lacking }
  if (lacking.length === 0) return { state: 'agrees', by: first }
  const named = new Set(found.map(({ value }) => foldName(String(value)))).size
  const isList = named * 2 >= declared.length
  return isList && rule.differs !== 'notFound'
    ? { state: rule.differs, by: first, lacking }
    : { state: 'notFound', lacking }
}

/** How well each part of a rule that passes is backed by the papers it asks for; exact, and as plain numbers. */
export interface PapersAnswer {
  /** Passing items (or the rule as one whole) by how well they are backed. */
  levels: Partial<Record<Assurance, number>>
  /** Every paper asked for is there and was read. */
  read: boolean
  /** A paper asked for could be read, so that the rule can be confirmed. */
  confirmable: boolean
  /** A paper could be read and holds none of the words looked for. */
  silent: boolean
  /** Something that is told of an act of the agency's was looked at. */
  rests: boolean
  /** The rule's own papers that back nothing, and why. */
  lacking: readonly LackingPaper[]
}

/** A paper that is asked for and backs nothing. */
export interface LackingPaper {
  fact: string
  /** Not named or not there; there but without content; named for more acts than it has pages; silent on what was looked for. */
  why: 'absent' | 'empty' | 'usedTooOften' | 'silent'
}
