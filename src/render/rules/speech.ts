import type { Language, Localized } from '../../core/errors.ts'
import { own } from '../../core/json.ts'
import { AS_OF, ITEM, PARAM, type Params, type ParamValue } from '../../rules/context.ts'
import { vocabulary } from '../../rules/facts/vocabulary.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import { showValue } from '../values.ts'
import { DUTY_WORDS } from '../words.ts'
import { FACT_PHRASES, LITERAL_WORDS, PARAM_WORDS } from './condition-words.ts'

/** Where in the rules something is said: in which language, under which parameters, of the items of which list. */
export interface Speech {
  lang: Language
  blocks: RuleSet['blocks']
  params: Params
  list?: string | undefined
}

/** How a version of a rule is spoken of, outside the items of its list. */
export function speechOf(
  { params = {} }: { params?: Params | undefined },
  { blocks }: Pick<RuleSet, 'blocks'>,
  lang: Language,
): Speech {
  return { lang, blocks, params }
}

/** What an officer calls a fact, a field of the list's items, or a parameter; its bare name where nobody has said. */
export function label(name: string, { lang, list, params }: Speech): string {
  if (name === AS_OF) return lang === 'vi' ? 'ngày đánh giá' : 'the day of judgement'
  if (name.startsWith(PARAM)) {
    const param = name.slice(PARAM.length)
    return Object.hasOwn(params, param) ? paramName(param, lang) : name
  }
  const field = name.startsWith(ITEM) && list !== undefined ? name.slice(ITEM.length) : undefined
  const phrase = own(FACT_PHRASES, field === undefined ? name : `${list}.${field}`)
  const found = phrase ?? (field === undefined ? own(vocabulary.facts, name)?.label : fieldLabel(list, field))
  return found?.[lang] ?? name
}

/** A parameter as it is named to a reader: what it stands for, and its key in the rule's file. */
export function paramName(param: string, lang: Language): string {
  return `${own(PARAM_WORDS, param)?.[lang] ?? (lang === 'vi' ? 'thông số' : 'parameter')} (\`${param}\`)`
}

/** A literal of a rule or the value of a parameter as an officer says it. */
export function literal(value: ParamValue, speech: Speech): string {
  if (typeof value === 'object') return value.map((one) => literal(one, speech)).join('; ')
  if (typeof value !== 'string') return showValue(value, speech.lang)
  const block = speech.blocks.find(({ id }) => id === value)
  const words = block?.label ?? own<Localized>(LITERAL_WORDS, value) ?? own<Localized>(DUTY_WORDS, value)
  return words?.[speech.lang] ?? `\`${value}\``
}

/** The value of a parameter in its unit, with its key: `3 tháng (\`updateMonths\`)`. */
export function paramValue(param: string, speech: Speech, unit = ''): string {
  const value = own(speech.params, param)
  return value === undefined ? `\`${param}\`` : `${literal(value, speech)}${unit} (\`${param}\`)`
}

function fieldLabel(list: string | undefined, field: string): Localized | undefined {
  const fields = list === undefined ? undefined : own(vocabulary.lists, list)?.fields
  return fields && own(fields, field)?.label
}
