import type { Language, Localized } from '../core/errors.ts'
import { own } from '../core/json.ts'
import { heading, wrap } from '../core/texts.ts'
import type { ChangedRule, TextChanges } from '../rules/changes.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { BundlePreview, TurnedRule, VerdictChange } from '../verdict/rules-diff.ts'
import { DIFF_WORDS, PART_WORDS } from './format-words.ts'
import { PARAM_WORDS } from './rules/condition-words.ts'
import { showDate, showNumber, showValue } from './values.ts'
import { OUTCOME_WORDS, SEVERITY_WORDS, STATUS_WORDS } from './words.ts'

export type BundleLine = { bundle: string } & BundlePreview

type Named = { id: string; version: string; sha256: string }

/** What a change of rules would do, as data: what is written otherwise, and every agency that comes out otherwise. */
export interface RulesDiff {
  schemaVersion: 1
  kind: 'rulesDiff'
  asOf: string
  profile: string
  old: Named
  new: Named
  text: TextChanges
  bundles: { total: number; judged: number; refused: number }
  agencies: ({ bundle: string } & VerdictChange)[]
  refused: { bundle: string; code: string; message: Localized }[]
  /** Entries of the folder that are no bundle. */
  others: readonly string[]
}

const WIDTH = 110

/** A text under an indent of so many spaces, wrapped two deeper. */
function block(text: string, indent: number): string[] {
  return wrap(text, WIDTH - indent, '  ').map((line) => ' '.repeat(indent) + line)
}

/** The difference as a person reads it; `ruleSet`, the new one, names the grades. */
export function rulesDiffText(diff: RulesDiff, ruleSet: RuleSet, lang: Language): string {
  const word = (name: keyof typeof DIFF_WORDS) => DIFF_WORDS[name][lang]
  const set = ({ version, sha256 }: Named) => `${version} (${sha256.slice(0, 12)})`
  const { total, judged, refused } = diff.bundles
  const changed = diff.agencies.filter(({ changes }) => changes.length > 0)
  const lines = [
    `${word('title')}: ${set(diff.old)} → ${set(diff.new)}`,
    `${word('profile')}: ${diff.profile} · ${word('asOf')}: ${showDate(diff.asOf, lang)}`,
    ...heading(word('rules')),
    ...textLines(diff.text, lang),
    ...heading(`${word('agencies')} (${changed.length}/${judged})`),
    ...(changed.length === 0 ? [`  ${word('none')}`] : changed.flatMap((one) => agencyLines(one, ruleSet, lang))),
    ...rulesOnly(diff.agencies.length - changed.length, lang),
    ...(refused === 0 ? [] : heading(`${word('refused')} (${refused}/${total})`)),
    ...diff.refused.flatMap(({ bundle, code, message }) => block(`${bundle}: ${message[lang]} (${code})`, 2)),
    ...(diff.others.length === 0 ? [] : ['', ...block(`${word('others')}: ${diff.others.join(', ')}`, 0)]),
  ]
  return `${lines.join('\n')}\n`
}

function rulesOnly(count: number, lang: Language): string[] {
  return count === 0 ? [] : ['', `  ${DIFF_WORDS.rulesOnly[lang]}: ${count}`]
}

function textLines({ added, removed, changed, registers }: TextChanges, lang: Language): string[] {
  const lines = [
    ...added.map((id) => `  + ${id}`),
    ...removed.map((id) => `  - ${id}`),
    ...changed.flatMap((rule) => block(`~ ${changedWords(rule, lang)}`, 2)),
    ...(registers.length === 0 ? [] : block(`${DIFF_WORDS.registers[lang]}: ${registers.join(', ')}`, 2)),
  ]
  return lines.length === 0 ? [`  ${DIFF_WORDS.none[lang]}`] : lines
}

/** What is written otherwise in one rule. */
export function changedWords({ rule, was, parts, severity, weight, params = [] }: ChangedRule, lang: Language): string {
  const show = (value: unknown) => showValue(value, lang)
  const { severity: level, weight: weighs, params: settings, parts: others, from } = DIFF_WORDS
  const rest = parts.filter((part) => part !== 'severity' && part !== 'weight')
  return [
    was === undefined ? rule : `${was} → ${rule}`,
    ...(severity
      ? [`${level[lang]} ${SEVERITY_WORDS[severity.old][lang]} → ${SEVERITY_WORDS[severity.new][lang]}`]
      : []),
    ...(weight ? [`${weighs[lang]} ${weight.old} → ${weight.new}`] : []),
    ...params.map((one) => {
      const since = `${from[lang]} ${showDate(one.from, lang)}`
      return `${settings[lang]} ${own(PARAM_WORDS, one.name)?.[lang] ?? one.name} (${since}) ${show(one.old)} → ${show(one.new)}`
    }),
    ...(rest.length === 0 ? [] : [`${others[lang]}: ${rest.map((part) => PART_WORDS[part][lang]).join(', ')}`]),
  ].join('; ')
}

function agencyLines(change: RulesDiff['agencies'][number], ruleSet: RuleSet, lang: Language): string[] {
  const { agency, bundle, old, new: now, rules } = change
  const grade = (id: string | null) => ruleSet.grades.find((one) => one.id === id)?.label[lang] ?? showValue(id, lang)
  const score = ({ score: one }: typeof old) =>
    one === null ? showValue(null, lang) : `${showNumber(one.low, lang)}–${showNumber(one.high, lang)}`
  const pair = (before: string, after: string) => (before === after ? before : `${before} → ${after}`)
  const status = pair(STATUS_WORDS[old.status].label[lang], STATUS_WORDS[now.status].label[lang])
  return [
    ...block(`${agency.code} ${agency.name} (${bundle})`, 2),
    `    ${status}; ${DIFF_WORDS.grade[lang]} ${pair(grade(old.grade), grade(now.grade))}; ${DIFF_WORDS.score[lang]} ${pair(score(old), score(now))}`,
    ...rules.flatMap((rule) => block(`· ${turnedWords(rule, lang)}`, 4)),
  ]
}

/** What one rule comes to under both sets. */
export function turnedWords({ rule, old, new: now }: TurnedRule, lang: Language): string {
  const side = (one: TurnedRule['old']) =>
    one === null
      ? DIFF_WORDS.notJudged[lang]
      : `${OUTCOME_WORDS[one.outcome].label[lang]} (${SEVERITY_WORDS[one.severity][lang]}, ${DIFF_WORDS.weight[lang]} ${one.weight})`
  return `${rule}: ${side(old)} → ${side(now)}`
}
