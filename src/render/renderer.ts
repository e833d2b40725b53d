import type { Language, Localized } from '../core/errors.ts'
import type { Notice } from '../dossier/dossier.ts'
import type { LinePicture } from '../dossier/reading.ts'
import { ASSURANCES, type Evidence, type Outcome, type ShownItem, type TextCheck } from '../rules/answer.ts'
import { ITEM } from '../rules/context.ts'
import { vocabulary } from '../rules/facts/vocabulary.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { RuleSource } from '../rules/rule-source.ts'
import type { FieldDefinition } from '../rules/vocabulary.ts'
import type { Finding } from '../verdict/verdict.ts'
import { DAYS_OFF_NOT_COUNTED, KINDS_OF_TEXTS as KINDS, LACKING_REASONS, LETTER_SIGN } from './format-words.ts'
import { manifestPlace, showValue } from './values.ts'
import {
  ASSURANCE_WORDS,
  OUTCOME_WORDS,
  PAPERS_TO_ADD,
  PAPERS_TO_HAND_IN,
  TEXT_MESSAGES,
  TEXT_REASONS,
  TEXT_REMEDIES,
  TEXT_WORDS,
} from './words.ts'

/** What a formatter may need beside the verdict. */
export interface FormatOptions {
  ruleSet: RuleSet
  lang: Language
  /** Characters in a line, for text. */
  width?: number
  /** What the reader mended or ignored; not part of the verdict. */
  notices?: readonly Notice[]
  /** What a person has to look at, for pages; not part of the verdict. */
  pictures?: readonly LinePicture[] | undefined
}

/** A text with its `{name}` places filled in from values. */
export function fill(text: string, values: Readonly<Record<string, unknown>>, lang: Language): string {
  return text.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    /year$/i.test(name) ? String(values[name]) : showValue(values[name], lang),
  )
}

/** Pictures of the lines that a person has to compare; only where they decide. */
export function picturesOfFinding(
  { outcome, evidence }: Pick<Finding, 'outcome' | 'evidence'>,
  pictures: readonly LinePicture[],
): LinePicture[] {
  if (outcome !== 'needsReview') return []
  const places = new Set(evidence.map(({ file, page, box }) => JSON.stringify([file, page, box])))
  return pictures.filter(({ file, page, box }) => places.has(JSON.stringify([file, page, box])))
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

  /** What to do, in one clause: the remedy up to its first semicolon or full stop. */
  toDo(rule: string): string {
    return this.remedy(rule).split(/[;.](?: |$)/)[0] ?? ''
  }

  /** To hand in the papers of a rule, where nothing else is asked: the rule's own remedy would ask to do it all again. */
  toHandIn(rule: string): string {
    return fill(PAPERS_TO_HAND_IN[this.lang], { title: this.title(rule) }, this.lang)
  }

  /** What to do or correct. */
  remedy(rule: string): string {
    return this.#rules.get(rule)?.remedy[this.lang] ?? ''
  }

  /**
   * The articles a rule rests on, from small to large: `điểm b khoản 4 Điều 4 Quyết định số 19/2014/QĐ-TTg`.
   * @param only `law`: without practice, which is no ground to ask anything of anyone
   */
  basis(rule: string, only?: 'law'): string[] {
    const cited = (this.#rules.get(rule)?.basis ?? []).filter(
      ({ source }) => only === undefined || source !== 'practice',
    )
    return cited.map(({ source, clause }) => {
      const found = this.#ruleSet.sources.find((one) => one.id === source)
      const name = found?.number ? kindAndNumber(found.number, this.lang) : (found?.title[this.lang] ?? source)
      return clause ? cite(clause, name, this.lang) : name
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
    const uncounted = finding.values.daysOffNotCounted === true ? [DAYS_OFF_NOT_COUNTED[this.lang]] : []
    return [...told, ...uncounted, ...differenceTexts(finding.text, this.lang)]
  }

  /** A sentence for each of the named parts of a rule, from a finding's values. */
  parts({ rule, values }: Finding, names: readonly string[]): string[] {
    const texts = this.#parts(this.#rules.get(rule)?.messages ?? {}, names)
    return texts.map((text) => fill(text[this.lang], values, this.lang))
  }

  /** A message of a rule with its values: what it recommends; undefined where the rule has none of that id. */
  message(rule: string, id: string, values: Readonly<Record<string, unknown>>): string | undefined {
    const text = this.#rules.get(rule)?.messages[id]
    return text && fill(text[this.lang], values, this.lang)
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

/** A place in a text, in Vietnamese as it stands; in English `Decision 19/2014/QĐ-TTg, point b, clause 4, Article 4`. */
function cite(clause: string, name: string, lang: Language): string {
  if (lang === 'vi') return `${clause} ${name}`
  const english = clause
    .replace(/^đoạn liền trước đoạn cuối /u, 'paragraph before the last, ')
    .replace(/^đoạn cuối /u, 'last paragraph, ')
    .replace(/điểm ([a-zđ](?:, [a-zđ])*) /gu, 'point $1, ')
    .replace(/khoản (\d+)(, | )/gu, 'clause $1, ')
    .replace(/Điều (\d+)/gu, 'Article $1')
    .replace(/^điều /u, 'clause ')
  return `${name}, ${english}`
}

/** `19/2014/QĐ-TTg` → `Quyết định số 19/2014/QĐ-TTg`; a letter (công văn) has no mark of its own. */
function kindAndNumber(number: string, lang: Language): string {
  const kind = KINDS.find(([mark]) => mark.test(number))?.[1] ?? LETTER_SIGN
  return `${kind[lang]} ${number}`.trim()
}

const put = (text: Localized, values: Readonly<Record<string, string>>, lang: Language) =>
  text[lang].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

/** What officers call a fact, a field of a list or a thing looked for in a document. */
export function labelOf(name: string): Localized {
  const bare = name.startsWith(ITEM) ? name.slice(ITEM.length) : name
  const inLists = Object.values(vocabulary.lists).flatMap((list) => list.fields[bare] ?? list.readings?.[bare] ?? [])
  const found = vocabulary.facts[name] ?? vocabulary.readings[name] ?? inLists[0]
  return found?.label ?? { vi: name, en: name }
}

/** Where in a document something was read: `cong-bo.pdf, trang 1`. */
function placeIn({ file, page, cell }: TextCheck, lang: Language): string {
  return [
    file,
    ...(page === undefined ? [] : [put(TEXT_WORDS.page, { page: String(page) }, lang)]),
    ...(cell === undefined ? [] : [put(TEXT_WORDS.cell, { cell }, lang)]),
  ].join(', ')
}

/** A sentence for each declared value that the documents contradict or leave in doubt, with both values and the quote. */
function differenceTexts(checks: readonly TextCheck[] | undefined, lang: Language): string[] {
  return (checks ?? [])
    .filter(({ state }) => state === 'contradicts' || state === 'ambiguous')
    .map((check) => {
      const { fact, declared, lacking, found = [], quote, why } = check
      const values = {
        fact: labelOf(fact)[lang],
        declared: showValue(declared, lang),
        place: placeIn(check, lang),
        found: found.map((one) => showValue(one, lang)).join('”, “'),
        lacking: String(lacking ?? ''),
      }
      const told = put(lacking === undefined ? TEXT_WORDS.differs : TEXT_WORDS.lacks, values, lang)
      const details = [
        ...(quote === undefined ? [] : [put(TEXT_WORDS.quote, { quote }, lang)]),
        ...(why === undefined ? [] : [reason(why, lang)]),
      ]
      return `${capital(told)}${details.length === 0 ? '' : ` (${details.join('; ')})`}.`
    })
}

/** What was looked for in documents without being found, and why where the text could not be asked; a line per file. */
export function notFoundTexts({ text = [] }: Finding, lang: Language): string[] {
  const lines = new Map<string, string[]>()
  for (const { state, file, why, found, lookedFor } of text) {
    if (state !== 'notFound' || vocabulary.readings[lookedFor]?.guard) continue
    const words = why !== undefined ? TEXT_WORDS.notRead : found ? TEXT_WORDS.notCompared : TEXT_WORDS.notFound
    const line = put(words, { file, why: why === undefined ? '' : reason(why, lang), what: '{what}' }, lang)
    lines.set(line, [...(lines.get(line) ?? []), labelOf(lookedFor)[lang]])
  }
  return [...lines].map(([line, what]) => line.replace('{what}', () => what.join('; ')))
}

const reason = (why: string, lang: Language) => TEXT_REASONS[why]?.[lang] ?? why
const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/**
 * Where the evidence stands, how well it backs the finding, and what was looked for in documents without being found;
 * empty where nothing backs it.
 */
export function evidenceText(finding: Finding, lang: Language): string {
  const notFound = notFoundTexts(finding, lang)
  if (finding.assurance === null) return notFound.join('; ')
  const places = finding.evidence.map((one) => placeOf(one, lang)).join('; ')
  return [`${ASSURANCE_WORDS[finding.assurance][lang]}${places ? `: ${places}` : ''}`, ...notFound].join('; ')
}

/** A place in the manifest, on a page of a file, or in a row of a sheet. */
export type EvidencePlace = Pick<Evidence, 'file' | 'pointer' | 'row' | 'page'>

/** A file by its path with page or row, a place in the manifest as people write it. */
export function placeOf({ file, pointer, row, page }: EvidencePlace, lang: Language): string {
  if (file !== undefined && page !== undefined) return `${file} (${fill(TEXT_WORDS.page[lang], { page }, lang)})`
  if (file !== undefined) return row === undefined ? file : `${file}:${row}`
  return manifestPlace(pointer ?? '', lang)
}

/** Where a listed item stands. */
export function placeOfItem({ file, pointer, row }: ShownItem): EvidencePlace {
  return {
    ...(typeof file === 'string' && { file }),
    ...(typeof pointer === 'string' && { pointer }),
    ...(typeof row === 'number' && { row }),
  }
}

/** Outcomes that leave the agency, or who looks, something to do. A fault of ours leaves the agency nothing. */
const TO_DO: readonly Outcome[] = ['fail', 'missingEvidence', 'needsReview', 'notYetDue']

/** What to do or correct after a finding; empty where there is nothing to do. Where documents decided, it is they that are to be put right. */
export function remedyText({ rule, outcome, message }: Finding, renderer: Renderer): string {
  if (!TO_DO.includes(outcome)) return ''
  return TEXT_REMEDIES[message]?.[renderer.lang] ?? renderer.remedy(rule)
}
