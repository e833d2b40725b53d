import { Clock, toIso } from '../core/days.ts'
import type { Localized } from '../core/errors.ts'
import type { ItemsSummary, MessageValue } from './answer.ts'
import { findWord, knownWords, type RuleContext, type Word, type Words } from './context.ts'
import { type Report, unknownWord } from './problems.ts'
import { MESSAGES_TEXTS } from './words.ts'

const PLACEHOLDER = /\{([^{}]+)\}/g
const ITEMS = 'items.'
const COUNTERS = ['total', 'passed', 'failed', 'missing', 'needsReview', 'notYetDue']
/** Values every finding may carry beside facts; they come from the steps, not from a word. */
const FROM_STEPS = ['dueOn', 'holdsUntil', 'missing', 'recommended', 'recommendedItems']

/** Names in braces in any language of a text. */
function placeholders(text: Localized): string[] {
  return [
    ...new Set([...text.vi.matchAll(PLACEHOLDER), ...text.en.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')),
  ]
}

/** Whether a text shows figures of items. */
export function tellsItems(text: Localized): boolean {
  return placeholders(text).some((name) => name.startsWith(ITEMS))
}

/** Collects what a message shows, so that it can be rendered at any later time without the dossier. */
export type ValuesOf = (context: RuleContext, items: ItemsSummary | undefined) => Record<string, MessageValue>

/**
 * Builds the collector of one message's values. A name that is no fact, parameter or counter is reported; names of
 * item fields belong to items and are taken from what the rule shows of them.
 */
export function buildValues(text: Localized, words: Words, report: Report, at: string[]): ValuesOf {
  const facts: Word[] = []
  const counters: string[] = []
  for (const name of placeholders(text)) {
    if (FROM_STEPS.includes(name) || name.startsWith('item.')) continue
    const word = findWord(name, words)
    if (word) facts.push(word)
    else if (name.startsWith(ITEMS) && COUNTERS.includes(name.slice(ITEMS.length)))
      counters.push(name.slice(ITEMS.length))
    else {
      const known = [...FROM_STEPS, ...COUNTERS.map((one) => ITEMS + one), ...knownWords(words)]
      report(at, unknownWord(MESSAGES_TEXTS.placeholder, name, known))
    }
  }
  return (context, items) => {
    const values: Record<string, MessageValue> = {}
    for (const word of facts) values[word.name] = shown(word, context)
    for (const name of counters)
      values[ITEMS + name] = (items?.[name as keyof ItemsSummary] as number | undefined) ?? null
    return values
  }
}

function shown(word: Word, context: RuleContext): MessageValue {
  const value = word.read(context)
  if (value instanceof Clock) return toIso(value.day)
  if (value === undefined) return null
  return word.type === 'day' ? toIso(value as number) : value
}
