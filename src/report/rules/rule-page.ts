import type { Language } from '../../base/localized.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource, RuleTest } from '../../rules/rule-source.ts'
import { Renderer } from '../render.ts'
import { SEVERITY_WORDS } from '../words/verdict.ts'
import { historyLines, judgedLines } from './history-lines.ts'
import { bullets } from './lines.ts'
import { EFFORT_WORDS, PAGE_WORDS } from './page-words.ts'
import { span } from './span.ts'
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
