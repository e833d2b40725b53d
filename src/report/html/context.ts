import type { Language } from '../../base/localized.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import type { Renderer } from '../render.ts'
import { html, type Markup } from './markup.ts'

/** What every part of the page is written from. */
export interface PageContext {
  verdict: Verdict
  ruleSet: RuleSet
  lang: Language
  renderer: Renderer
}

/** A rule's title, leading to what was found. */
export function ruleLink(rule: string, { renderer }: PageContext): Markup {
  return html`<a href="#rule-${rule}">${renderer.title(rule)}</a>`
}
