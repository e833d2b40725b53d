import type { Language } from '../../base/localized.ts'
import type { RuleTest } from '../../rules/rule-source.ts'
import { showDate } from '../values.ts'
import { OUTCOME_WORDS } from '../words/outcomes.ts'
import type { Line } from './lines.ts'
import { PAGE_WORDS } from './page-words.ts'

/** The tests in a rule's file, one line each: the day of judgement, what it must come to, the case. */
export function testLines(tests: readonly RuleTest[], lang: Language): Line[] {
  return tests.map((test) => ({
    text: `${showDate(test.asOf, lang)}: ${expected(test, lang)} - ${caseWords(test, lang)}`,
  }))
}

function caseWords({ name, profile }: RuleTest, lang: Language): string {
  return profile === undefined ? name : `${name} (${PAGE_WORDS.profile[lang].toLocaleLowerCase(lang)} \`${profile}\`)`
}

const DAYS = {
  dueOn: { vi: 'chậm nhất đến hết ngày', en: 'due by' },
  holdsUntil: { vi: 'còn đạt đến hết ngày', en: 'holds through' },
}

function expected(test: RuleTest, lang: Language): string {
  const days = (['dueOn', 'holdsUntil'] as const).flatMap((key) => {
    const day = test[key]
    return day === undefined ? [] : [`${DAYS[key][lang]} ${showDate(day, lang)}`]
  })
  return [OUTCOME_WORDS[test.expect].label[lang], ...days].join(', ')
}
