import type { Language } from '../../core/errors.ts'
import { heading, table, wrap } from '../../core/texts.ts'
import {
  type BlockTotals,
  type Prescreen,
  type PrescreenAgency,
  type PrescreenProblem,
  resultOf,
  STATUSES,
  type Visit,
} from '../../province/prescreen.ts'
import type { Outcome } from '../../rules/answer.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import { showDate, showNumber } from '../values.ts'
import { OUTCOME_WORDS, STATUS_WORDS } from '../words.ts'
import { doubtTexts, exactShare, unsignedNotes } from './context.ts'
import {
  CHANGE_WORDS,
  PRESCREEN_WORDS as HEAD_WORDS,
  PROBLEM_WORDS,
  REASON_WORDS,
  resultLabel,
} from './prescreen-words.ts'

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
  const named = ruleSet.source.profiles.find(({ id }) => id === profile.id)?.title[lang] ?? profile.id
  const changes = changeLines(document, context, title)
  const lines = [
    filled(word('title'), { year: document.year }),
    ...wrap(
      `${word('asOf')}: ${showDate(asOf, lang)} · ${word('profile')}: ${named} · ${word('ruleSet')}: ${rules.version} (${rules.sha256.slice(0, 12)})`,
      WIDTH,
    ),
    ...unsignedNotes({ prescreen: document }, lang).flatMap((note) => ['', ...wrap(note, WIDTH)]),
    ...heading(word('blocks')),
    ...table(blockRows(document, context), WIDTH),
    ...section(word('targets'), targetLines(document, lang)),
    ...heading(`${word('agencies')} (${agencies.filter(({ change }) => change !== 'left').length})`),
    ...table(agencyRows(document, lang), WIDTH),
    ...section(word('doubts'), doubtLines(document, lang)),
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
function filled(template: string, values: Readonly<Record<string, number>>): string {
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

function doubtLines({ agencies }: Prescreen, lang: Language): string[] {
  const lines = agencies.flatMap((one) => doubtTexts(one, lang).map((text) => `${one.code} ${one.name}: ${text}`))
  return capped(lines, lang, (line) => `- ${line}`)
}

function problemLines(problems: readonly PrescreenProblem[], lang: Language): string[] {
  return (Object.keys(PROBLEM_WORDS) as PrescreenProblem['kind'][]).flatMap((kind) => {
    const own = problems.filter((one) => one.kind === kind)
    const line = ({ codes, file }: PrescreenProblem) => `- ${[codes.join(', '), file].filter(Boolean).join(' · ')}`
    return own.length === 0
      ? []
      : [
          `${PROBLEM_WORDS[kind].label[lang]} (${own.length}). ${PROBLEM_WORDS[kind].todo[lang]}`,
          ...capped(own, lang, line),
        ]
  })
}

/** A table of the agencies: code, score with the share that papers back, how long it stays so, change, status and name. */
function agencyRows({ agencies }: Prescreen, lang: Language): string[][] {
  return agencies
    .filter(({ change }) => change !== 'left')
    .map((one) => [
      one.code,
      score(one, lang),
      validUntil(one, lang),
      changed(one, lang),
      `${status(one, lang)} · ${one.name}`,
    ])
}

function score({ score: range, backed }: PrescreenAgency, lang: Language): string {
  if (range === null) return '–'
  const [low, high] = [showNumber(range.low, lang), showNumber(range.high, lang)]
  const papers = backed === null ? '' : ` (${showNumber(backed, lang)}%)`
  return `${low === high ? low : `${low}–${high}`}${papers}`
}

function validUntil({ validUntil: day }: PrescreenAgency, lang: Language): string {
  return day === null ? '' : showDate(day, lang)
}

function changed({ change }: PrescreenAgency, lang: Language): string {
  return change === null ? '' : CHANGE_WORDS[change][lang]
}

function status(agency: PrescreenAgency, lang: Language): string {
  const result = resultOf(agency)
  return result === 'none' ? HEAD_WORDS.noBundle[lang] : resultLabel(result, lang)
}

/**
 * Who joined, left, got better or worse, and by which rules: with last year's verdicts every rule that came out otherwise;
 * else `+` is mended since last year, `-` is new this year, among blocking failures and missing evidence.
 */
function changeLines(
  { agencies }: Prescreen,
  { previous, ruleChanges, lang }: TextContext,
  title: (rule: string) => string,
): string[] {
  if (previous === undefined) return []
  const before = new Map(previous.agencies.map((one) => [one.code, one]))
  return agencies.flatMap((one) => {
    const own = ruleChanges?.get(one.code)
    if (one.change === null || (one.change === 'same' && (own ?? []).length === 0)) return []
    const line = `${one.code} ${one.name}: ${CHANGE_WORDS[one.change][lang]}`
    if (one.change === 'left') return [line]
    const rules = own?.map(({ rule, from, to }) => `- ${title(rule)}: ${outcome(from, lang)} → ${outcome(to, lang)}`)
    return [line, ...(rules ?? ruleLines(one, before.get(one.code), title))]
  })
}

const outcome = (id: Outcome | null, lang: Language) =>
  id === null ? HEAD_WORDS.notEvaluated[lang] : OUTCOME_WORDS[id].label[lang]

function ruleLines(
  now: PrescreenAgency,
  before: PrescreenAgency | undefined,
  title: (rule: string) => string,
): string[] {
  if (before === undefined || now.status === null) return []
  const [open, wasOpen] = [now, before].map(({ blocking, missing }) => new Set([...blocking, ...missing]))
  const mended = [...(wasOpen ?? [])].filter((rule) => !open?.has(rule)).map((rule) => `+ ${title(rule)}`)
  const fresh = [...(open ?? [])].filter((rule) => !wasOpen?.has(rule)).map((rule) => `- ${title(rule)}`)
  return [...mended, ...fresh]
}

/** A table of the blocks, with their sum where there are several. */
function blockRows({ blocks }: Prescreen, { ruleSet, lang }: TextContext): string[][] {
  const word = (id: keyof typeof HEAD_WORDS) => HEAD_WORDS[id][lang]
  const label = (id: string) => ruleSet.source.blocks.find((one) => one.id === id)?.label[lang] ?? id
  const row = (name: string, of: readonly BlockTotals[]) => {
    const sum = (figure: (one: BlockTotals) => number) => of.reduce((total, one) => total + figure(one), 0)
    const [total, declared] = [sum((one) => one.total), sum((one) => one.declared)]
    const figures = [total, sum((one) => one.submitted), declared, sum((one) => one.declaredAgain)]
    return [
      ...figures.map((one) => showNumber(one, lang)),
      exactShare(declared / total, lang),
      [name, statuses(of, lang)].filter(Boolean).join(': '),
    ]
  }
  const heads = [word('total'), word('submitted'), word('declared'), word('again'), word('share'), word('block')]
  const rows = blocks.map((one) => row(label(one.block), [one]))
  return [heads, ...rows, ...(blocks.length > 1 ? [row(word('all'), blocks)] : [])]
}

function statuses(blocks: readonly BlockTotals[], lang: Language): string {
  return STATUSES.map((id) => ({ id, count: blocks.reduce((total, one) => total + one.statuses[id], 0) }))
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => `${showNumber(count, lang)} ${STATUS_WORDS[id].label[lang].toLocaleLowerCase('vi')}`)
    .join(', ')
}

/** Each target: what is asked for, how far it is, whether that is enough. */
function targetLines({ targets }: Prescreen, lang: Language): string[] {
  return targets.map(({ label, value, required, strict, met, information }) => {
    if (information) return `${label[lang]}: ${showNumber(value, lang)}`
    const share = required <= 1 && value <= 1
    const show = (figure: number) => (share ? exactShare(figure, lang, required) : showNumber(figure, lang))
    const verdict = met ? HEAD_WORDS.reached[lang] : HEAD_WORDS.open[lang]
    return `${label[lang]}: ${show(value)} (${strict ? '>' : '≥'} ${show(required)}): ${verdict}`
  })
}
