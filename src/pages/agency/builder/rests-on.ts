import type { Language } from '../../../base/localized.ts'
import type { Section } from '../../../bundle/manifest/xlsx/layout/section.ts'
import type { RestingRule } from '../../../dossier/form-plan.ts'
import type { RuleSet } from '../../../rules/rule-set.ts'
import type { EvidenceSource, RuleSource } from '../../../rules/rule-source.ts'

/** Facts are named after their section of the manifest, but for the declaration in force. */
const SECTION_OF: Readonly<Record<string, string>> = { declaration: 'declarations' }

/**
 * The rules that find no evidence where a section says nothing, in rule-set order.
 * @param sections all of the form; a fact belongs to that one whose keys it begins with most of
 * @param day `YYYY-MM-DD`, on which the rules stand so
 */
export function rulesOn(
  section: Section,
  sections: readonly Section[],
  { rules }: RuleSet,
  day: string,
  lang: Language,
): RestingRule[] {
  return rules
    .filter((rule) => needed(rule, day).some((word) => sectionOfWord(word, sections) === section))
    .map(({ id, title, severity }) => ({ id, title: title[lang], isEssential: severity === 'blocking' }))
}

/** Words of the facts without which a rule misses evidence. */
function needed({ versions }: RuleSource, day: string): string[] {
  const version = versions.find(({ from, to }) => from <= day && (to === undefined || day < to))
  return (version?.evidence ?? []).flatMap((one) => wordOf(one) ?? [])
}

function wordOf(one: EvidenceSource[number]): string | undefined {
  if (typeof one === 'string') return one
  return one.optional ? undefined : one.fact
}

function sectionOfWord(word: string, sections: readonly Section[]): Section | undefined {
  const [root = '', ...rest] = word.split('.')
  const path = [SECTION_OF[root] ?? root, ...rest]
  const holding = sections.filter(({ at }) => at.length > 0 && at.every((key, index) => key === path[index]))
  return holding.toSorted((a, b) => b.at.length - a.at.length)[0]
}
