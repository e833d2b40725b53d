import type { Language } from '../../base/localized.ts'
import { datedProfile } from '../../rules/dated-profile.ts'
import type { Override } from '../../rules/registers.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource } from '../../rules/rule-source.ts'
import { ASSURANCE_WORDS, SEVERITY_WORDS } from '../words/verdict.ts'
import type { Line } from './lines.ts'
import { PAGE_WORDS } from './page-words.ts'
import { span } from './span.ts'
import { literal, paramName, type Speech, speechOf } from './speech.ts'
import { versionLines } from './steps-lines.ts'

type Version = RuleSource['versions'][number]

/** What one version of a rule judges and how, as lines. */
export function judgedLines(rule: RuleSource, version: Version, ruleSet: RuleSet, lang: Language): Line[] {
  return versionLines(version, speechOf(version, ruleSet, lang), rule.messages)
}

/** When the versions of a rule stand, with their parameters, and which profiles depart from it. */
export function historyLines(rule: RuleSource, ruleSet: RuleSet, lang: Language): Line[] {
  return [
    ...rule.versions.map((version) => ({ text: versionWords(version, ruleSet, lang) })),
    ...ruleSet.profiles.flatMap((profile) => overrideLines(rule, profile, ruleSet, lang)),
  ]
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

function overrideLines(
  rule: RuleSource,
  profile: RuleSet['profiles'][number],
  ruleSet: RuleSet,
  lang: Language,
): Line[] {
  const ids = [rule.id, ...(rule.aliases ?? [])]
  const overrides = (datedProfile(profile).overrides ?? []).filter((one) => ids.includes(one.rule))
  return overrides.map((one) => {
    const when = span(one, lang)
    const name = `${PAGE_WORDS.profile[lang]} \`${profile.id}\`${when === '' ? '' : ` (${when})`}`
    const told = `${overrideWords(one, ruleSet, lang)}. ${PAGE_WORDS.reason[lang]}: ${one.reason[lang]} (${one.decision})`
    return { text: `${name}: ${told}` }
  })
}

function overrideWords(override: Override, ruleSet: RuleSet, lang: Language): string {
  const { params, severity, weight, off, leastAssurance } = override
  return [
    ...(off ? [PAGE_WORDS.off[lang]] : []),
    ...(severity ? [SEVERITY_WORDS[severity][lang]] : []),
    ...(weight === undefined ? [] : [`${PAGE_WORDS.weight[lang]} ${weight}`]),
    ...(params ? [paramWords(params, speechOf({}, ruleSet, lang))] : []),
    ...(leastAssurance ? [`${PAGE_WORDS.leastAssurance[lang]}: ${ASSURANCE_WORDS[leastAssurance][lang]}`] : []),
  ].join('; ')
}
