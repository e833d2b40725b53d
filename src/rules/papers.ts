import { ASSURANCES, type Assurance, type LackingPaper, type Outcome, type PapersAnswer } from './answer.ts'
import type { RuleContext } from './context.ts'
import { type AskedCheck, levelOf } from './corroborate.ts'
import type { EvidenceWord, Steps } from './steps.ts'
import type { Paper, Vocabulary } from './vocabulary.ts'

/** Papers looked at in one place: for the rule as a whole, or for one item. */
interface Asked {
  /** At least one is asked for: it is neither a list judged line by line nor the very thing judged. */
  asked: boolean
  level: Assurance
  read: boolean
  confirmable: boolean
  silent: boolean
  lacking: readonly LackingPaper[]
}

const weakest = (some: readonly Assurance[]) => ASSURANCES.find((one) => some.includes(one))

/** Files that are looked at as evidence. */
function filesOf({ evidence }: Pick<Steps, 'evidence'>): readonly EvidenceWord[] {
  return evidence.filter(({ word }) => word.type === 'file')
}

/** Papers that a person of the authority saw, wherever they are kept. */
const SEEN = { level: 'authority', read: true, confirmable: true, silent: false, lacking: [] } as const

/**
 * The papers asked for in one place; undefined where none is. One that is not named, absent, without content, used too
 * often, or that could be read and holds no word looked for backs nothing.
 */
export function askPapers(
  steps: Steps,
  outcome: Outcome,
  texts: readonly AskedCheck[],
  vocabulary: Pick<Vocabulary<unknown>, 'isSigned' | 'paper'>,
  context: RuleContext,
): Asked | undefined {
  const words = filesOf(steps).filter(({ when }) => !when || when(context, { unmet: [], absent: [] }) === true)
  if (words.length === 0) return undefined
  const asked = words.some(({ word }) => word.asked)
  if (context.authority?.papersSeen) return { ...SEEN, asked }
  const there: string[] = []
  const lacking: LackingPaper[] = []
  const result = { read: true, confirmable: false, silent: false }
  for (const { word } of words) {
    const path = word.read(context)
    const paper = typeof path === 'string' ? vocabulary.paper(context.scope, path) : undefined
    if (typeof path === 'string') there.push(path)
    const silent = paper?.says !== undefined && steps.names.length > 0 && !isNamed(paper.says, steps.names)
    result.read &&= paper?.read === true && paper.holds && !silent
    result.confirmable ||= paper?.read === true && steps.names.length > 0
    result.silent ||= silent
    const why = whyLacking(paper, silent)
    if (why) lacking.push({ fact: word.name, why })
  }
  const level = lacking.length > 0 ? 'declared' : levelOf(outcome, there, texts, vocabulary, context.scope)
  return { ...result, level, lacking, asked }
}

function whyLacking(paper: Paper | undefined, silent: boolean): LackingPaper['why'] | undefined {
  if (paper === undefined) return 'absent'
  if (!paper.holds) return 'empty'
  if (!paper.withinUses) return 'usedTooOften'
  return silent ? 'silent' : undefined
}

function isNamed(says: NonNullable<Paper['says']>, names: readonly string[]): boolean {
  return says.agency || names.some((name) => says.names.includes(name))
}

/** Gathers the papers of a list, item by item. */
export class ItemPapers {
  /** Some item asks for a paper. */
  asked = false
  weakest: Assurance | undefined
  readonly levels: Partial<Record<Assurance, number>> = {}
  read = true
  confirmable = false
  silent = false

  add(outcome: Outcome, asked: Asked | undefined): void {
    if (asked === undefined) return
    this.asked ||= asked.asked
    this.weakest = weakest([asked.level, ...(this.weakest ? [this.weakest] : [])])
    if (outcome === 'pass') this.levels[asked.level] = (this.levels[asked.level] ?? 0) + 1
    this.read &&= asked.read
    this.confirmable ||= asked.confirmable
    this.silent ||= asked.silent
  }
}

/** Whether a rule asks for papers at all, by its own words or those of its items. */
export function asksPapers(own: Steps, ofItems: Steps | undefined): boolean {
  return [own, ...(ofItems ? [ofItems] : [])].some((steps) => filesOf(steps).some(({ word }) => word.asked))
}

/**
 * What the papers of a rule come to: its own and its items' together, an item being backed no better than the rule is.
 * No papers where none is asked for; a rule that misses evidence or fails asks for its papers all the same, so that
 * leaving a line out never counts for anything.
 */
export function papersAnswer(
  outcome: Outcome,
  own: Asked | undefined,
  items: ItemPapers | undefined,
  { asks, rests }: { asks: boolean; rests: boolean },
): { assurance: Assurance; papers?: PapersAnswer } {
  const ofItems = items?.weakest === undefined ? undefined : items
  if (own === undefined && ofItems === undefined) {
    const unasked = !asks || outcome === 'pass' || outcome === 'notYetDue'
    const papers = { levels: {}, read: false, confirmable: false, silent: false, rests, lacking: [] }
    return { assurance: 'declared', ...(!unasked && { papers }) }
  }
  const levels: PapersAnswer['levels'] = {}
  if (ofItems === undefined) levels[own?.level ?? 'declared'] = 1
  else
    for (const [level, count] of Object.entries(ofItems.levels) as [Assurance, number][]) {
      const both = weakest([level, ...(own ? [own.level] : [])]) ?? level
      levels[both] = (levels[both] ?? 0) + count
    }
  const parts = [...(own ? [own] : []), ...(ofItems ? [ofItems] : [])]
  const assurance = weakest([...(own ? [own.level] : []), ...(ofItems?.weakest ? [ofItems.weakest] : [])]) ?? 'declared'
  if (!parts.some(({ asked }) => asked)) return { assurance }
  const papers = {
    levels,
    read: parts.every((one) => one.read),
    confirmable: parts.some((one) => one.confirmable),
    silent: parts.some((one) => one.silent),
    rests,
    lacking: own?.lacking ?? [],
  }
  return { assurance, papers }
}

/** The words all rules of a set look for, each once, in order. */
export function lookedForBy(rules: readonly { versions: readonly { names: readonly string[] }[] }[]): string[] {
  return [...new Set(rules.flatMap(({ versions }) => versions.flatMap(({ names }) => names)))].sort()
}
