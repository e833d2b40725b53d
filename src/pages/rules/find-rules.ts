import type { Language } from '../../base/localized.ts'
import { Renderer } from '../../report/render.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource } from '../../rules/rule-source.ts'

/** A text without tone marks, as people who search type it: `Công bố` is `cong bo`. */
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase()

/** The rules that say every word of a search: in their id, title, law, interpretation or remedy. */
export function findRules(ruleSet: RuleSet, search: string, lang: Language): RuleSource[] {
  const words = bare(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  const renderer = new Renderer(ruleSet, lang)
  return ruleSet.rules.filter(({ id, aliases = [], title, interpretation, remedy }) => {
    const texts = [id, ...aliases, title[lang], ...renderer.basis(id), interpretation?.[lang] ?? '', remedy[lang]]
    const said = bare(texts.join(' '))
    return words.every((word) => said.includes(word))
  })
}
