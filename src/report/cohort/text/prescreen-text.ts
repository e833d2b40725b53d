import type { Language } from '../../../base/localized.ts'
import type { Prescreen, Problem, Visit } from '../../../cohort/prescreen.ts'
import type { Outcome } from '../../../rules/outcome.ts'
import type { RuleSet } from '../../../rules/rule-set.ts'
import { heading, table, wrap } from '../../text/layout.ts'
import { showDate, showNumber } from '../../values.ts'
import { PROBLEM_WORDS, REASON_WORDS } from '../words/ids.ts'
import { agencyRows, changeLines } from './agency-lines.ts'
import { blockRows, targetLines } from './figures.ts'
import { HEAD_WORDS } from './words.ts'

/** What the text needs beside the document: the rules it names, last year's document, the language. */
export interface TextContext {
  ruleSet: { source: RuleSet }
  previous: Prescreen | undefined
  /** Every rule that came out otherwise than in last year's verdict, by agency; absent where those are not at hand. */
  ruleChanges?: RuleChanges | undefined
  lang: Language
}

/** Rules by what they came to last year and this year; null: not evaluated. */
export type RuleChanges = ReadonlyMap<string, readonly { rule: string; from: Outcome | null; to: Outcome | null }[]>

const WIDTH = 110
const SHOWN = 20

/** The pre-screening as a person reads it on a terminal; long lists are capped, their counts are not. */
export function prescreenText(document: Prescreen, context: TextContext): string {
  const { lang, ruleSet } = context
  const word = (id: keyof typeof HEAD_WORDS) => HEAD_WORDS[id][lang]
  const { asOf, profile, ruleSet: rules, plan, agencies } = document
  const title = (id: string) => ruleSet.source.rules.find((rule) => rule.id === id)?.title[lang] ?? id
  const changes = changeLines(document, context, title)
  const lines = [
    filled(word('title'), { year: document.year }),
    `${word('asOf')}: ${showDate(asOf, lang)} · ${word('profile')}: ${profile.id} · ${word('ruleSet')}: ${rules.version} (${rules.sha256.slice(0, 12)})`,
    ...heading(word('blocks')),
    ...table(blockRows(document, context), WIDTH),
    ...section(word('targets'), targetLines(document, lang)),
    ...heading(`${word('agencies')} (${agencies.filter(({ change }) => change !== 'left').length})`),
    ...table(agencyRows(document, lang), WIDTH),
    ...section(word('changes'), changes),
    ...section(
      word('shortfalls'),
      capped(document.shortfalls, lang, ({ rule, agencies: count }) => `${showNumber(count, lang)} · ${title(rule)}`),
    ),
    ...heading(`${word('onSite')} (${plan.onSite.length})`),
    ...wrap(filled(word('quota'), { ...plan.quota, seed: plan.seed }), WIDTH),
    ...plan.onSite.flatMap((visit) => wrap(visitLine(visit, document, lang), WIDTH, '    ')),
    ...section(
      `${word('dossier')} (${plan.dossier.length})`,
      capped(plan.dossier, lang, (visit) => visitLine(visit, document, lang)),
    ),
    ...section(word('problems'), problemLines(document.problems, lang)),
  ]
  return `${lines.join('\n')}\n`
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...heading(title), ...lines.flatMap((line) => wrap(line, WIDTH, '    '))]
}

/** A template with its figures; a missing one stays as it is, for all to see. */
export function filled(template: string, values: Readonly<Record<string, number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

function capped<T>(items: readonly T[], lang: Language, line: (item: T) => string): string[] {
  const more = items.length - SHOWN
  return [...items.slice(0, SHOWN).map(line), ...(more > 0 ? [filled(HEAD_WORDS.more[lang], { count: more })] : [])]
}

function visitLine({ code, month, reasons }: Visit, { agencies }: Prescreen, lang: Language): string {
  const name = agencies.find((one) => one.code === code)?.name ?? ''
  const [year, number] = month?.split('-') ?? []
  const when = month === undefined ? '' : `${number}/${year} · `
  const why =
    reasons.map((id) => REASON_WORDS[id][lang].toLocaleLowerCase('vi')).join('; ') || HEAD_WORDS.noReason[lang]
  return `${when}${code} ${name}: ${why}`
}

function problemLines(problems: readonly Problem[], lang: Language): string[] {
  return (Object.keys(PROBLEM_WORDS) as Problem['kind'][]).flatMap((kind) => {
    const own = problems.filter((one) => one.kind === kind)
    const line = ({ codes, file }: Problem) => `- ${[codes.join(', '), file].filter(Boolean).join(' · ')}`
    return own.length === 0
      ? []
      : [
          `${PROBLEM_WORDS[kind].label[lang]} (${own.length}). ${PROBLEM_WORDS[kind].todo[lang]}`,
          ...capped(own, lang, line),
        ]
  })
}
