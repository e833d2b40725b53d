import type { Language } from '../../core/errors.ts'
import type { LinePicture } from '../../dossier/reading.ts'
import type { Grade, RuleSet } from '../../rules/rule-set.ts'
import type { Finding, Score, Verdict } from '../../verdict/verdict.ts'
import { html, type Markup } from '../markup.ts'
import { fill, type Renderer } from '../renderer.ts'
import { PAGE_WORDS } from './words.ts'

/** What every part of the page is written from. */
export interface PageContext {
  verdict: Verdict
  ruleSet: RuleSet
  lang: Language
  renderer: Renderer
  /** What a person has to look at. */
  pictures: readonly LinePicture[]
}

/** What to do about a rule, in the imperative, as a link to its finding. */
export function toDoLink(rule: string, { renderer }: PageContext, step: 'remedy' | 'paper'): Markup {
  return html`<a href="#rule-${rule}">${step === 'paper' ? renderer.toHandIn(rule) : renderer.toDo(rule)}</a>`
}

/**
 * Where the way to the form's field stands, for a page that is shown within the site: it knows of the rule, and of the
 * place in the manifest where the finding has one. Alone it shows nothing.
 */
export function formPlace({ rule, evidence }: Pick<Finding, 'rule' | 'evidence'>): Markup {
  const pointer = evidence.find(({ pointer }) => pointer !== undefined)?.pointer ?? ''
  return html`<span class="to-form" data-rule="${rule}" data-field="${pointer}"></span>`
}

/** Where the ways to the papers of a finding stand, for a page that is shown within the site. */
export function paperPlace({ rule }: Pick<Finding, 'rule'>): Markup {
  return html`<span class="to-paper" data-rule="${rule}"></span>`
}

/** A score drawn as a bar of 0 to 100: what is certain, what missing evidence could add, where grades begin. */
export function scoreBar({ low, high }: Score, lang: Language, grades: readonly Grade[] = []): Markup {
  const title = fill(PAGE_WORDS.scoreBar[lang], { low, high }, lang)
  const marks = grades.filter(({ atLeast }) => atLeast > 0)
  return html`<svg class="bar" role="img" aria-label="${title}" viewBox="0 0 100 8" preserveAspectRatio="none"><title>${title}</title><rect class="track" width="100" height="8"/><rect class="possible" width="${high}" height="8"/><rect class="low" width="${low}" height="8"/>${marks.map(
    ({ atLeast }) => html`<line class="mark" x1="${atLeast}" x2="${atLeast}" y1="0" y2="8"/>`,
  )}</svg>`
}
