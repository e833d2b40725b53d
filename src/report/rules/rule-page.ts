import type { Language } from '../../base/localized.ts'
import { datedProfile } from '../../rules/dated-profile.ts'
import type { Override } from '../../rules/registers.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource, RuleTest } from '../../rules/rule-source.ts'
import { Renderer } from '../render.ts'
import { SEVERITY_WORDS } from '../words/verdict.ts'
import { bullets } from './lines.ts'
import { EFFORT_WORDS, PAGE_WORDS } from './page-words.ts'
import { span } from './span.ts'
import { literal, paramName, type Speech } from './speech.ts'
import { versionLines } from './steps-lines.ts'
import { testLines } from './test-lines.ts'

/** A rule and the tests in its file; a published rule set has none. */
export interface RuleOnPage {
  rule: RuleSource
  tests: readonly RuleTest[]
}

/**
 * One rule as a legal officer reviews it, in Markdown: title, weight, articles, interpretation, what is judged and how,
 * remedy, history with the profiles that depart from it, and its tests.
 *
 * @param number shown before the title, where the rule stands in a list
 */
export function rulePage({ rule, tests }: RuleOnPage, ruleSet: RuleSet, lang: Language, number?: number): string {
  const word = (name: keyof typeof PAGE_WORDS) => PAGE_WORDS[name][lang]
  const severity = `${SEVERITY_WORDS[rule.severity][lang]} · ${word('weight')} ${rule.weight}`
  const paragraph = (title: string, text: string) => ['', `**${title}.** ${text}`]
  return [
    `## ${number === undefined ? '' : `${number}. `}${rule.title[lang]}`,
    '',
    `\`${rule.id}\` · ${severity} · ${EFFORT_WORDS[rule.effort][lang]}`,
    ...(rule.aliases ? paragraph(word('aliases'), rule.aliases.map((id) => `\`${id}\``).join(', ')) : []),
    ...paragraph(word('basis'), `${new Renderer(ruleSet, lang).basis(rule.id).join('; ')}.`),
    ...(rule.interpretation ? paragraph(word('interpretation'), rule.interpretation[lang].trim()) : []),
    ...rule.versions.flatMap((version) => judged(rule, version, ruleSet, lang)),
    ...(rule.quarantines ? ['', word('quarantines')] : []),
    ...paragraph(word('remedy'), rule.remedy[lang].trim()),
    '',
    `**${word('history')}**`,
    '',
    ...rule.versions.map((version) => `- ${versionWords(version, ruleSet, lang)}`),
    ...ruleSet.profiles.flatMap((profile) => overrideLines(rule, profile, ruleSet, lang)),
    ...(tests.length === 0
      ? []
      : ['', `**${word('tests')}** (${tests.length})`, '', ...bullets(testLines(tests, lang))]),
    '',
  ].join('\n')
}

type Version = RuleSource['versions'][number]

function speechOf({ params = {} }: Pick<Version, 'params'>, { blocks }: RuleSet, lang: Language): Speech {
  return { lang, blocks, params }
}

function judged(rule: RuleSource, version: Version, ruleSet: RuleSet, lang: Language): string[] {
  const lines = versionLines(version, speechOf(version, ruleSet, lang), rule.messages)
  return ['', `**${PAGE_WORDS.judged[lang]}** (${span(version, lang)})`, '', ...bullets(lines)]
}

function versionWords(version: Version, ruleSet: RuleSet, lang: Language): string {
  const values = paramWords(version.params ?? {}, speechOf(version, ruleSet, lang))
  const told = [span(version, lang), ...(values === '' ? [] : [`${PAGE_WORDS.values[lang]}: ${values}`])].join('; ')
  return version.note ? `${told}. ${version.note[lang]}` : `${told}.`
}

function paramWords(params: NonNullable<Version['params']>, speech: Speech): string {
  return Object.entries(params)
    .map(([name, value]) => `${paramName(name, speech.lang)} = ${literal(value, speech)}`)
    .join('; ')
}

function overrideLines(rule: RuleSource, profile: RuleSet['profiles'][number], ruleSet: RuleSet, lang: Language) {
  const ids = [rule.id, ...(rule.aliases ?? [])]
  const overrides = (datedProfile(profile).overrides ?? []).filter((one) => ids.includes(one.rule))
  return overrides.map((one) => {
    const when = span(one, lang)
    const name = `${PAGE_WORDS.profile[lang]} \`${profile.id}\`${when === '' ? '' : ` (${when})`}`
    return `- ${name}: ${overrideWords(one, ruleSet, lang)}. ${PAGE_WORDS.reason[lang]}: ${one.reason[lang]} (${one.decision})`
  })
}

function overrideWords(override: Override, ruleSet: RuleSet, lang: Language): string {
  const { params, severity, weight, off } = override
  return [
    ...(off ? [PAGE_WORDS.off[lang]] : []),
    ...(severity ? [SEVERITY_WORDS[severity][lang]] : []),
    ...(weight === undefined ? [] : [`${PAGE_WORDS.weight[lang]} ${weight}`]),
    ...(params ? [paramWords(params, speechOf({}, ruleSet, lang))] : []),
  ].join('; ')
}
