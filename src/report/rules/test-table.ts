import type { Language } from '../../base/localized.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleTest } from '../../rules/rule-source.ts'
import { showDate } from '../values.ts'
import { OUTCOME_WORDS } from '../words/outcomes.ts'
import { PAGE_WORDS } from './page-words.ts'

/** The tests of a rule as a folded Markdown table: the case, the day, what it must come to. */
export function testTable(tests: readonly RuleTest[], { blocks }: Pick<RuleSet, 'blocks'>, lang: Language): string[] {
  const heads = [PAGE_WORDS.testName[lang], PAGE_WORDS.testDay[lang], PAGE_WORDS.testExpected[lang]]
  const rows = tests.map((test) => [caseWords(test, blocks, lang), showDate(test.asOf, lang), expected(test, lang)])
  return [
    `<details><summary>${PAGE_WORDS.tests[lang]} (${tests.length})</summary>`,
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...rows.map(row),
    '',
    '</details>',
  ]
}

const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

function caseWords({ name, base, profile }: RuleTest, blocks: RuleSet['blocks'], lang: Language): string {
  const agency = blocks.find(({ id }) => id === base)?.label[lang] ?? base
  const by = profile === undefined ? '' : `, ${PAGE_WORDS.profile[lang].toLocaleLowerCase(lang)} \`${profile}\``
  return `${name} (${agency}${by})`
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
