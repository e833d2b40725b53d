import { Fact } from 'json-rules-engine'
import { Clock } from '../core/days.ts'
import type { Assurance, ItemOutcome, TextState } from './answer.ts'
import { AS_OF, findWord, type RuleContext, type Words } from './context.ts'
import { DAY, PARAMETER } from './engine-condition.ts'
import { buildExpression, type Expression } from './expression.ts'
import { ASSURANCE, ITEMS, RESTS, TEXT } from './outcome-rules.ts'

/** How well a rule that passes, or is in time, is backed; and whether anything told of an act of the agency was looked at. */
export interface Standing {
  assurance: Assurance
  rests: boolean
}

/** What was gone over beforehand for one rule: its items counted by what each came to, its texts and its papers. */
export interface GoneOver {
  items?: Readonly<Record<ItemOutcome, number>> | undefined
  /** The gravest state of a text that is held against the rule's facts; absent where none was. */
  text?: TextState | undefined
  /** By its own papers alone, and with those of its items; absent where no floor is under it. */
  papers?: { own: Standing; withItems: Standing } | undefined
}

/** The engine's cache would hash every question; the facts of a judgement are known by their names. */
const UNCACHED = { cache: false }

/**
 * The facts the engine decides on: those of the dossier by name, each read once and only when asked for; `day`, worked out
 * from others; `param`, a rule's own; `items`, `text`, `assurance` and `rests`, gone over beforehand. Days are plain
 * numbers.
 *
 * @param names of the dossier's facts that are asked for
 * @param goneOver by rule id
 */
export function engineFacts(
  names: Iterable<string>,
  words: Words,
  context: RuleContext,
  goneOver: ReadonlyMap<string, GoneOver> = new Map(),
): Fact[] {
  const asked = new Set([...names, AS_OF])
  const own = [...asked].flatMap((name) => {
    const word = findWord(name, words)
    return word
      ? [
          new Fact(
            name,
            once(() => plain(word.read(context))),
            UNCACHED,
          ),
        ]
      : []
  })
  const standing = ({ rule, items }: Record<string, unknown>) =>
    goneOver.get(String(rule))?.papers?.[items ? 'withItems' : 'own']
  const dayOf = (of: Expression) => plain(buildExpression(of, words, () => {}, [])(context))
  return [
    ...own,
    new Fact(DAY, ({ of }) => dayOf(of), UNCACHED),
    new Fact(PARAMETER, ({ value }) => value, UNCACHED),
    new Fact(ITEMS, ({ rule, outcome }) => goneOver.get(rule)?.items?.[outcome as ItemOutcome], UNCACHED),
    new Fact(TEXT, ({ rule }) => goneOver.get(rule)?.text ?? 'none', UNCACHED),
    new Fact(ASSURANCE, (params) => standing(params)?.assurance, UNCACHED),
    new Fact(RESTS, (params) => standing(params)?.rests, UNCACHED),
  ]
}

/** The day of judgement is told as a number: until when an answer holds is noted before the engine is asked. */
const plain = (value: unknown) => (value instanceof Clock ? value.day : value)

function once<T>(read: () => T): () => T {
  let known: { value: T } | undefined
  return () => {
    known ??= { value: read() }
    return known.value
  }
}
