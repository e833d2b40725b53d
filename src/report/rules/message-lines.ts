import type { Language } from '../../base/localized.ts'
import type { Outcome } from '../../rules/outcome.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource } from '../../rules/rule-source.ts'
import { OUTCOME_WORDS } from '../words/outcomes.ts'
import { plain } from './condition-lines.ts'
import type { Line } from './lines.ts'
import { speechOf } from './speech.ts'

/** What a verdict says of a rule, by outcome, in the words of its last version. */
export function messageLines(rule: RuleSource, ruleSet: RuleSet, lang: Language): Line[] {
  const version = rule.versions.at(-1)
  const speech = { ...speechOf(version ?? {}, ruleSet, lang), list: version?.forEach?.list }
  return Object.entries(rule.messages).flatMap(([name, text]) =>
    isOutcome(name) ? [{ text: `**${OUTCOME_WORDS[name].label[lang]}**: ${plain(text, speech)}` }] : [],
  )
}

const isOutcome = (name: string): name is Outcome => Object.hasOwn(OUTCOME_WORDS, name)
