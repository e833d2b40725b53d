import type { Clock } from '../core/days.ts'
import { own } from '../core/json.ts'
import type { FactType, FactValue, ListDefinition, Vocabulary } from './vocabulary.ts'

/** What a parameter of a rule may be. */
export type ParamValue = string | number | boolean | readonly string[]
export type Params = Readonly<Record<string, ParamValue>>

/** What a rule is judged on: the scope its facts are read from, the day, its parameters, the item of a list. */
export interface RuleContext {
  readonly scope: unknown
  readonly clock: Clock
  readonly params: Params
  readonly item?: unknown
  /** What the authority itself says of the rule; absent where it says nothing. */
  readonly authority?: AuthoritySays | undefined
}

/** The authority's own word on one rule. */
export interface AuthoritySays {
  /** A person of the authority saw the papers. */
  papersSeen: boolean
  /** What a person decided of an item, by its key. */
  items: ReadonlyMap<string, 'pass' | 'fail' | 'missingEvidence' | 'notApplicable'>
}

/** The words a rule may use where it stands: the vocabulary, and the fields of its list inside `forEach`. */
export interface Words {
  readonly vocabulary: Vocabulary<unknown>
  readonly list?: ListDefinition<unknown, unknown>
  /** The rule's parameters with their defaults. */
  readonly params?: Params
}

/** A word looked up once, when the rule is built. The day of judgement is read as the clock, so that asking is noted. */
export interface Word {
  readonly name: string
  readonly type: FactType
  /** Of a file: whether it is asked for as evidence. */
  readonly asked: boolean
  read(context: RuleContext): FactValue | Clock
}

/** The fact that is the day of judgement itself. */
export const AS_OF = 'asOf'
/** What the name of a fact about the item of a list begins with. */
export const ITEM = 'item.'
/** What the name of a parameter begins with where it is read like a fact. */
export const PARAM = 'param.'

/** Looks a word up; undefined when rules cannot say it here. */
export function findWord(name: string, words: Words): Word | undefined {
  if (name === AS_OF) return { name, type: 'day', asked: false, read: (context) => context.clock }
  if (name.startsWith(ITEM)) {
    const field = own(words.list?.fields, name.slice(ITEM.length))
    return field && { name, type: field.type, asked: field.asked ?? true, read: (context) => field.read(context.item) }
  }
  if (name.startsWith(PARAM)) {
    const param = name.slice(PARAM.length)
    const value = own(words.params, param)
    return value === undefined
      ? undefined
      : { name, type: typeOf(value), asked: false, read: (context) => context.params[param] }
  }
  const fact = own(words.vocabulary.facts, name)
  return (
    fact && {
      name,
      type: fact.type,
      asked: fact.asked ?? true,
      read: (context) => fact.read(context.scope, context.clock),
    }
  )
}

/** Every word that can be said here, for the message about one that cannot. */
export function knownWords(words: Words): string[] {
  const fields = Object.keys(words.list?.fields ?? {}).map((field) => ITEM + field)
  const params = Object.keys(words.params ?? {}).map((param) => PARAM + param)
  return [AS_OF, ...params, ...fields, ...Object.keys(words.vocabulary.facts)]
}

function typeOf(value: ParamValue): FactType {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  return typeof value === 'boolean' ? 'flag' : 'texts'
}
