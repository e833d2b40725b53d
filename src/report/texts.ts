import type { Language, Localized } from '../base/localized.ts'
import { vocabulary } from '../facts/vocabulary.ts'
import { ITEM } from '../rules/context.ts'
import type { TextCheck } from '../rules/text-check.ts'
import type { Finding } from '../verdict/verdict.ts'
import { showValue } from './values.ts'
import { TEXT_REASONS, TEXT_WORDS } from './words/texts.ts'

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
export function differenceTexts(checks: readonly TextCheck[] | undefined, lang: Language): string[] {
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
