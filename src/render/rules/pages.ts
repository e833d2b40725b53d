import { LANGUAGES, type Language } from '../../core/errors.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleTest } from '../../rules/rule-source.ts'
import { OUTCOME_WORDS, SEVERITY_WORDS } from '../words.ts'
import { editionLine, gradeLine, profileLine, sourceLine } from './registers.ts'
import { rulePage } from './rule-page.ts'
import { bullets, type Line, JUDGING_ORDER as ORDER, PAGE_WORDS, INDEX_WORDS as WORDS } from './words.ts'

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

/** What the rules are, how they are judged, the profiles and the registers, in Markdown. */
function indexPage(ruleSet: RuleSet, lang: Language): string {
  const section = (name: keyof typeof WORDS, lines: readonly string[]) => ['', `## ${WORDS[name][lang]}`, '', ...lines]
  const list = (name: keyof typeof WORDS, lines: readonly Line[]) => section(name, bullets(lines))
  const order = ORDER.map((step, at) => `${at + 1}. ${step[lang]}`)
  return [
    `# ${ruleSet.title[lang]}`,
    '',
    PAGE_WORDS.generated[lang],
    '',
    `\`${ruleSet.id}\`, ${WORDS.version[lang]} ${ruleSet.version}, ${ruleSet.rules.length} ${WORDS.rules[lang]}.`,
    ...ruleSet.groups.flatMap((group) => groupSection(group, ruleSet, lang)),
    ...section('order', order),
    ...list(
      'outcomes',
      Object.values(OUTCOME_WORDS).map(({ label, sentence }) => {
        const text = sentence[lang].replace(/\{[^{}]+\}/g, '…')
        return { text: `**${label[lang]}**: ${text}` }
      }),
    ),
    ...list(
      'grades',
      ruleSet.grades.map((grade) => gradeLine(grade, lang)),
    ),
    ...list(
      'profiles',
      ruleSet.profiles.map((profile) => profileLine(profile, ruleSet.blocks, lang)),
    ),
    ...list(
      'standards',
      ruleSet.standards.map((edition) => editionLine(edition, lang)),
    ),
    ...list(
      'sources',
      ruleSet.sources.map((source) => sourceLine(source, lang)),
    ),
    '',
  ].join('\n')
}

function groupSection({ id, title }: RuleSet['groups'][number], { rules }: RuleSet, lang: Language): string[] {
  const own = rules.filter((rule) => rule.group === id)
  const weight = own.reduce((sum, rule) => sum + rule.weight, 0)
  const heading = `## [${title[lang]}](${id}.${lang}.md) (${PAGE_WORDS.weight[lang]} ${weight})`
  const lines = own.map((rule) => {
    const counts = `${SEVERITY_WORDS[rule.severity][lang]}, ${PAGE_WORDS.weight[lang]} ${rule.weight}`
    return { text: `${rule.title[lang]} (\`${rule.id}\`, ${counts})` }
  })
  return ['', heading, '', ...bullets(lines)]
}
