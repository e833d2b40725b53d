import type { PageContext } from './context.ts'
import { html, type Markup } from './markup.ts'
import { PAGE_WORDS } from './words.ts'

/**
 * The articles a rule rests on; opened, the full names of the documents and how this rule understands them, in our own
 * words.
 */
export function basisPart(rule: string, { ruleSet, renderer, lang }: PageContext): Markup {
  const articles = renderer.basis(rule).join('; ')
  const found = ruleSet.rules.find(({ id }) => id === rule)
  const cited = new Set(found?.basis.map(({ source }) => source))
  const titles = ruleSet.sources.filter(({ id }) => cited.has(id)).map(({ title }) => title[lang])
  const interpretation = found?.interpretation?.[lang]
  if (titles.length === 0) return html`${articles}`
  return html`<details><summary>${articles}</summary><ul>${titles.map((title) => html`<li>${title}</li>`)}</ul>${
    interpretation === undefined ? null : html`<p>${PAGE_WORDS.interpretation[lang]}: ${interpretation.trim()}</p>`
  }</details>`
}
