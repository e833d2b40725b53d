import type { Localized } from '../../base/localized.ts'
import { vocabulary } from '../../facts/vocabulary.ts'
import type { Condition, Leaf } from '../../rules/condition.ts'
import { AS_OF, ITEM, PARAM } from '../../rules/context.ts'
import { PRESENT } from '../../rules/operators.ts'
import { dayWords } from './day-words.ts'
import type { Line } from './lines.ts'
import { OPERATOR_WORDS } from './operator-words.ts'
import { label, literal, paramValue, type Speech } from './speech.ts'

type Messages = Readonly<Record<string, Localized>>

const HEADS = {
  all: { vi: 'tất cả các điều sau', en: 'all of these' },
  any: { vi: 'ít nhất một trong các điều sau', en: 'at least one of these' },
  not: { vi: 'không phải', en: 'not' },
}

/** A condition tree in words, one line per part; a part with a message of its own says what is told when it is not met. */
export function conditionLine(tree: Condition, speech: Speech, messages: Messages = {}): Line {
  const told = tree.name === undefined ? undefined : messages[tree.name]
  const otherwise = told ? ` — ${speech.lang === 'vi' ? 'nếu không' : 'if not'}: “${plain(told, speech)}”` : ''
  const under = (parts: readonly Condition[], head: keyof typeof HEADS): Line => ({
    text: `${HEADS[head][speech.lang]}${otherwise}`,
    inside: parts.map((part) => conditionLine(part, speech, messages)),
  })
  if ('all' in tree) {
    const [first, ...others] = tree.all
    return first && others.length === 0 && !told ? conditionLine(first, speech, messages) : under(tree.all, 'all')
  }
  if ('any' in tree) return under(tree.any, 'any')
  if ('not' in tree) {
    const inner = conditionLine(tree.not, speech, messages)
    return inner.inside ? under([tree.not], 'not') : { text: `${HEADS.not[speech.lang]}: ${inner.text}${otherwise}` }
  }
  return { text: `${leafWords(tree, speech)}${otherwise}` }
}

function leafWords({ fact, operator, value }: Leaf, speech: Speech): string {
  const { lang } = speech
  const name = label(fact, speech)
  if (operator === PRESENT) return presence(name, value === true, lang)
  if (typeof value === 'boolean') {
    const yes = (operator === 'equal') === value
    return `${name}: ${literal(yes, speech)}`
  }
  return `${name} ${OPERATOR_WORDS[operator]?.[lang] ?? operator} ${rightSide(value, speech)}`
}

function presence(name: string, there: boolean, lang: Speech['lang']): string {
  if (lang === 'vi') return there ? `có ${name}` : `không có ${name}`
  return there ? `there is: ${name}` : `there is no: ${name}`
}

function rightSide(value: Leaf['value'], speech: Speech): string {
  if (typeof value !== 'object' || Array.isArray(value)) return literal(value, speech)
  if ('param' in value) return paramValue(value.param, speech)
  if ('fact' in value && value.fact.startsWith(PARAM)) return paramValue(value.fact.slice(PARAM.length), speech)
  return dayWords(value, speech)
}

/** A message with the names of the facts that are filled in; parameters, known beforehand, with their values. */
export function plain(text: Localized, speech: Speech): string {
  return text[speech.lang].replace(/\{([^{}]+)\}/g, (_, name: string) => `[${placeholder(name, speech)}]`)
}

function placeholder(name: string, speech: Speech): string {
  if (name.startsWith(PARAM)) return paramValue(name.slice(PARAM.length), speech)
  const known = name === AS_OF || name.startsWith(ITEM) || Object.hasOwn(vocabulary.facts, name)
  return known ? label(name, speech) : '…'
}
