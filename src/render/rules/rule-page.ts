import type { Language } from '../../core/errors.ts'
import type { Outcome } from '../../rules/answer.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource, RuleTest } from '../../rules/rule-source.ts'
import { EFFORT_WORDS } from '../format-words.ts'
import { Renderer } from '../renderer.ts'
import { showDate } from '../values.ts'
import { OUTCOME_WORDS, SEVERITY_WORDS } from '../words.ts'
import { speechOf } from './condition-words.ts'
import { plain } from './conditions.ts'
import { historyLines, judgedLines } from './history.ts'
import { bullets, TEST_DAYS as DAYS, type Line, PAGE_WORDS, span } from './words.ts'

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
    ...bullets(historyLines(rule, ruleSet, lang)),
    ...(tests.length === 0
      ? []
      : ['', `**${word('tests')}** (${tests.length})`, '', ...bullets(testLines(tests, lang))]),
    '',
  ].join('\n')
}

function judged(rule: RuleSource, version: RuleSource['versions'][number], ruleSet: RuleSet, lang: Language): string[] {
  const lines = judgedLines(rule, version, ruleSet, lang)
  return ['', `**${PAGE_WORDS.judged[lang]}** (${span(version, lang)})`, '', ...bullets(lines)]
}

/** What a verdict says of a rule, by outcome, in the words of its last version. */
export function messageLines(rule: RuleSource, ruleSet: RuleSet, lang: Language): Line[] {
  const version = rule.versions.at(-1)
  const speech = { ...speechOf(version ?? {}, ruleSet, lang), list: version?.forEach?.list }
  return Object.entries(rule.messages).flatMap(([name, text]) =>
    isOutcome(name) ? [{ text: `**${OUTCOME_WORDS[name].label[lang]}**: ${plain(text, speech)}` }] : [],
  )
}

const isOutcome = (name: string): name is Outcome => Object.hasOwn(OUTCOME_WORDS, name)

/** The tests in a rule's file, one line each: the day of judgement, what it must come to, the case. */
function testLines(tests: readonly RuleTest[], lang: Language): Line[] {
  return tests.map((test) => ({
    text: `${showDate(test.asOf, lang)}: ${expected(test, lang)} - ${caseWords(test, lang)}`,
  }))
}

function caseWords({ name, profile }: RuleTest, lang: Language): string {
  return profile === undefined ? name : `${name} (${PAGE_WORDS.profile[lang].toLocaleLowerCase(lang)} \`${profile}\`)`
}

function expected(test: RuleTest, lang: Language): string {
  const days = (['dueOn', 'holdsUntil'] as const).flatMap((key) => {
    const day = test[key]
    return day === undefined ? [] : [`${DAYS[key][lang]} ${showDate(day, lang)}`]
  })
  return [OUTCOME_WORDS[test.expect].label[lang], ...days].join(', ')
}
