import { LANGUAGES, type Language } from '../../base/localized.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleTest } from '../../rules/rule-source.ts'
import { indexPage } from './index-page.ts'
import { PAGE_WORDS } from './page-words.ts'
import { rulePage } from './rule-page.ts'

type Tests = ReadonlyMap<string, readonly RuleTest[]>

/**
 * The rules as pages for a legal officer, by file name: an index and one page per group, each in both languages. The same
 * rules make the same pages.
 */
export function rulePages(ruleSet: RuleSet, tests: Tests): Map<string, string> {
  const pages = new Map<string, string>()
  for (const lang of LANGUAGES) {
    pages.set(`index.${lang}.md`, indexPage(ruleSet, lang))
    for (const { id } of ruleSet.groups) pages.set(`${id}.${lang}.md`, groupPage(id, ruleSet, tests, lang))
  }
  return pages
}

function groupPage(id: string, ruleSet: RuleSet, tests: Tests, lang: Language): string {
  const title = ruleSet.groups.find((group) => group.id === id)?.title[lang] ?? id
  const rules = ruleSet.rules.filter(({ group }) => group === id)
  return [
    `# ${title}`,
    '',
    PAGE_WORDS.generated[lang],
    '',
    ...rules.map((rule, at) => rulePage({ rule, tests: tests.get(rule.id) ?? [] }, ruleSet, lang, at + 1)),
  ].join('\n')
}
