import type { Localized } from '../../core/errors.ts'
import { type Condition, type Leaf, PRESENT } from '../../rules/condition.ts'
import { AS_OF, ITEM, PARAM } from '../../rules/context.ts'
import type { Expression } from '../../rules/expression.ts'
import { vocabulary } from '../../rules/facts/vocabulary.ts'
import type { CorroborateSource } from '../../rules/rule-source.ts'
import { showDate } from '../values.ts'
import { label, literal, paramValue, type Speech } from './condition-words.ts'
import type { Line } from './words.ts'
import { DIFFERENCE_WORDS as DIFFERS, CONDITION_HEADS as HEADS, OPERATOR_WORDS } from './words.ts'

type Messages = Readonly<Record<string, Localized>>

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

/** A day expression of a rule in words: *ngày thủ tục có hiệu lực cộng 3 tháng*. */
export function dayWords(source: Expression, speech: Speech): string {
  const vi = speech.lang === 'vi'
  const listed = (days: readonly Expression[]) => days.map((day) => dayWords(day, speech)).join('; ')
  if ('date' in source) return vi ? `ngày ${showDate(source.date, 'vi')}` : showDate(source.date, 'en')
  if ('endOfYear' in source) {
    const day = dayWords(source.endOfYear, speech)
    return vi ? `ngày 31/12 của năm có ${day}` : `31 December of the year of ${day}`
  }
  if ('latestOf' in source) return `${vi ? 'ngày muộn nhất trong' : 'the latest of'} [${listed(source.latestOf)}]`
  if ('earliestOf' in source) return `${vi ? 'ngày sớm nhất trong' : 'the earliest of'} [${listed(source.earliestOf)}]`
  if ('monthDay' in source) return inYear(source, speech)
  const start = 'day' in source ? dayWords(source.day, speech) : label(source.fact, speech)
  return moved(start, source, speech)
}

function inYear({ monthDay, year, plusYears = 0 }: Extract<Expression, { monthDay: string }>, speech: Speech): string {
  const shown = showDate(`2000-${monthDay}`, speech.lang)
  const name = label(year, speech)
  const away = Math.abs(plusYears)
  if (speech.lang === 'vi') {
    const years = away === 1 ? 'năm' : `${away} năm`
    const which = away === 0 ? name : `${years} ${plusYears < 0 ? 'trước' : 'sau'} ${name}`
    return `ngày ${shown.replace('/2000', '')} của ${which}`
  }
  const years = away === 1 ? 'the year' : `${away} years`
  const which = away === 0 ? name : `${years} ${plusYears < 0 ? 'before' : 'after'} ${name}`
  return `${shown.replace(' 2000', '')} of ${which}`
}

type Moved = Extract<Expression, { fact: string } | { day: Expression }>

function moved(start: string, { plusMonths = 0, workingDay }: Moved, speech: Speech): string {
  const vi = speech.lang === 'vi'
  const known = typeof plusMonths === 'number'
  const unit = vi ? ' tháng' : ' months'
  const months = known ? `${Math.abs(plusMonths)}${unit}` : paramValue(plusMonths.param, speech, unit)
  const back = known && plusMonths < 0
  const counted = vi ? `${start} ${back ? 'trừ' : 'cộng'} ${months}` : `${months} ${back ? 'before' : 'after'} ${start}`
  const day = plusMonths === 0 ? start : counted
  if (!workingDay) return day
  return vi
    ? `${day} (trúng ngày nghỉ thì đến ngày làm việc tiếp theo)`
    : `${day} (a day off moves it to the next working day)`
}

/** What is declared, what must agree with it in a document, and what follows from a difference. */
export function textLine({ declared, read }: CorroborateSource[number], speech: Speech): Line {
  const { lang, list } = speech
  const rule = read.startsWith(ITEM)
    ? vocabulary.lists[list ?? '']?.readings?.[read.slice(ITEM.length)]
    : vocabulary.readings[read]
  const differs = rule ? `; ${DIFFERS[rule.differs][lang]}` : ''
  return { text: `${label(declared, speech)} ↔ ${rule?.label[lang] ?? read}${differs}` }
}
