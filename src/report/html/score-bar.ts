import type { Language } from '../../base/localized.ts'
import type { Grade } from '../../rules/registers.ts'
import type { Score } from '../../verdict/verdict.ts'
import { fill } from '../render.ts'
import { html, type Markup } from './markup.ts'
import { PAGE_WORDS } from './words.ts'

/** A score drawn as a bar of 0 to 100: what is certain, what missing evidence could add, where grades begin. */
export function scoreBar({ low, high }: Score, lang: Language, grades: readonly Grade[] = []): Markup {
  const title = fill(PAGE_WORDS.scoreBar[lang], { low, high }, lang)
  const marks = grades.filter(({ atLeast }) => atLeast > 0)
  return html`<svg class="bar" role="img" aria-label="${title}" viewBox="0 0 100 8" preserveAspectRatio="none"><title>${title}</title><rect class="track" width="100" height="8"/><rect class="possible" width="${high}" height="8"/><rect class="low" width="${low}" height="8"/>${marks.map(
    ({ atLeast }) => html`<line class="mark" x1="${atLeast}" x2="${atLeast}" y1="0" y2="8"/>`,
  )}</svg>`
}
