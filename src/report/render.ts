import type { Language, Localized } from '../base/localized.ts'
import { vocabulary } from '../facts/vocabulary.ts'
import type { ShownItem } from '../rules/answer.ts'
import { ASSURANCES } from '../rules/outcome.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { RuleSource } from '../rules/rule-source.ts'
import type { TextCheck } from '../rules/text-check.ts'
import type { FieldDefinition } from '../rules/vocabulary.ts'
import type { Finding } from '../verdict/verdict.ts'
import { differenceTexts, labelOf } from './texts.ts'
import { showValue } from './values.ts'
import { OUTCOME_WORDS } from './words/outcomes.ts'
import { LACKING_REASONS, PAPERS_TO_ADD, TEXT_MESSAGES } from './words/texts.ts'
import { ASSURANCE_WORDS } from './words/verdict.ts'

/** A text with its `{name}` places filled in from values. */
export function fill(text: string, values: Readonly<Record<string, unknown>>, lang: Language): string {
  return text.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    /year$/i.test(name) ? String(values[name]) : showValue(values[name], lang),
  )
}

/** Renders stored findings: message id + values become sentences, in either language, at any later time. */
export class Renderer {
  readonly lang: Language
  readonly #rules: ReadonlyMap<string, RuleSource>
  readonly #ruleSet: RuleSet

  constructor(ruleSet: RuleSet, lang: Language) {
    this.lang = lang
    this.#ruleSet = ruleSet
    this.#rules = new Map(ruleSet.rules.map((rule) => [rule.id, rule]))
  }

  /** The rule's title in its passing state; its id when the rule set does not have it. */
  title(rule: string): string {
    return this.#rules.get(rule)?.title[this.lang] ?? rule
  }

  /** What to do or correct. */
  remedy(rule: string): string {
    return this.#rules.get(rule)?.remedy[this.lang] ?? ''
  }

  /** The articles a rule rests on: `Quyết định số 19/2014/QĐ-TTg, Điều 4 khoản 4 điểm b`. */
  basis(rule: string): string[] {
    return (this.#rules.get(rule)?.basis ?? []).map(({ source, clause }) => {
      const found = this.#ruleSet.sources.find((one) => one.id === source)
      const name = found?.number ? kindAndNumber(found.number, this.lang) : (found?.title[this.lang] ?? source)
      return clause ? `${name}, ${clause}` : name
    })
  }

  /** What was found, and each part that is not met, as sentences. */
  sentences(finding: Finding): string[] {
    const messages = this.#rules.get(finding.rule)?.messages ?? {}
    const { assurance, lacking, leastAssurance, missing, unmet } = finding.values
    const values: Record<string, unknown> = {
      ...finding.values,
      missing: this.labels(missing),
      assurance: this.#assurance(assurance),
      leastAssurance: this.#assurance(leastAssurance),
    }
    const main = messages[finding.message] ?? TEXT_MESSAGES[finding.message] ?? OUTCOME_WORDS[finding.outcome].sentence
    const why = Array.isArray(lacking)
      ? [PAPERS_TO_ADD, ...lacking.flatMap((one: string) => LACKING_REASONS[one] ?? [])]
      : []
    const told = [main, ...this.#parts(messages, unmet), ...why].map((text) => fill(text[this.lang], values, this.lang))
    return [...told, ...differenceTexts(finding.text, this.lang)]
  }

  #assurance(value: unknown): unknown {
    const known = ASSURANCES.find((one) => one === value)
    return known ? ASSURANCE_WORDS[known][this.lang] : value
  }

  /** One listed item in a line: its key, what is shown of it, and what is not met or missing. */
  item(finding: Finding, item: ShownItem): string {
    const { key, outcome, unmet, missing, dueOn } = item
    const texts = this.#parts(this.#rules.get(finding.rule)?.messages ?? {}, unmet).map((text) => text[this.lang])
    const values = Object.fromEntries(Object.entries(item).map(([name, value]) => [`item.${name}`, value]))
    const lacking = this.labels(missing)
    const details = [
      ...this.#shown(finding, item, texts),
      ...texts.map((text) => fill(text, values, this.lang)),
      ...(lacking ? [`${OUTCOME_WORDS.missingEvidence.label[this.lang]}: ${lacking}`] : []),
      ...differenceTexts(item.text as TextCheck[] | undefined, this.lang),
      ...(dueOn === undefined ? [] : [fill(this.lang === 'vi' ? 'hạn {dueOn}' : 'due {dueOn}', { dueOn }, this.lang)]),
    ]
    return [showValue(key, this.lang), `[${OUTCOME_WORDS[outcome].label[this.lang]}]`, details.join(' · ')]
      .filter((part) => part !== '')
      .join(' ')
  }

  /** Fields shown of an item that its sentences do not tell already; figures and days with their label. */
  #shown(finding: Finding, item: ShownItem, texts: readonly string[]): string[] {
    const fields = this.#fields(finding.rule)
    return Object.entries(item).flatMap(([name, value]) => {
      const field = fields[name]
      if (!field || value === item.key || texts.some((text) => text.includes(`{item.${name}}`))) return []
      const said = showValue(value, this.lang)
      return [field.type === 'text' || field.type === 'texts' ? said : `${field.label[this.lang]}: ${said}`]
    })
  }

  /** Fields of the lists that a rule goes over. */
  #fields(rule: string): Readonly<Record<string, FieldDefinition<unknown>>> {
    const versions = this.#rules.get(rule)?.versions ?? []
    const lists = versions.flatMap(({ forEach }) => (forEach ? [vocabulary.lists[forEach.list]] : []))
    return Object.assign({}, ...lists.map((list) => list?.fields))
  }

  /** What officers call facts, joined. */
  labels(names: unknown): string {
    if (!Array.isArray(names)) return ''
    return names.map((name: string) => labelOf(name)[this.lang]).join(', ')
  }

  #parts(messages: Readonly<Record<string, Localized>>, unmet: unknown): Localized[] {
    if (!Array.isArray(unmet)) return []
    return unmet.flatMap((name: string) => messages[name] ?? [])
  }
}

const KINDS: [RegExp, Localized][] = [
  [/\/QĐ-/, { vi: 'Quyết định số', en: 'Decision' }],
  [/\/TT-/, { vi: 'Thông tư số', en: 'Circular' }],
  [/\/NĐ-/, { vi: 'Nghị định số', en: 'Decree' }],
  [/^TCVN/, { vi: '', en: '' }],
]

/** `19/2014/QĐ-TTg` → `Quyết định số 19/2014/QĐ-TTg`; a letter (công văn) has no mark of its own. */
function kindAndNumber(number: string, lang: Language): string {
  const kind = KINDS.find(([mark]) => mark.test(number))?.[1] ?? { vi: 'Công văn số', en: 'Letter' }
  return `${kind[lang]} ${number}`.trim()
}
