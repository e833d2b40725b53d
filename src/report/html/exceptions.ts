import type { Exception, UncountedException } from '../../rules/exceptions.ts'
import { appliedExceptions, exceptionText, uncountedExceptions } from '../exceptions.ts'
import { fill } from '../render.ts'
import { UNCOUNTED_WORDS } from '../words/exceptions.ts'
import type { PageContext } from './context.ts'
import { html, type Markup } from './markup.ts'
import { PAGE_WORDS } from './words.ts'

/** Exceptions that count and those that do not. */
export function exceptionsPart(context: PageContext): Markup | null {
  const { verdict, lang } = context
  const [applied, others] = [appliedExceptions(verdict), uncountedExceptions(verdict)]
  if (applied.length + others.length === 0) return null
  const list = (title: string, entries: readonly Markup[]) =>
    entries.length === 0 ? null : html`<h3>${title}</h3><ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul>`
  return html`<section aria-labelledby="exceptions">
<h2 id="exceptions">${PAGE_WORDS.exceptions[lang]}</h2>
${list(
  PAGE_WORDS.counted[lang],
  applied.map((one) => html`${told(one, context)}`),
)}
${list(
  PAGE_WORDS.uncounted[lang],
  others.map((one) => uncounted(one, context)),
)}
</section>`
}

function told(exception: Exception, { renderer, lang }: PageContext): string {
  return `${renderer.title(exception.rule)}: ${exceptionText(exception, lang)}`
}

function uncounted({ entry, why, keys = [] }: UncountedException, context: PageContext): Markup {
  const { renderer, lang } = context
  const { rule } = entry as { rule?: unknown }
  const title = typeof rule === 'string' ? renderer.title(rule) : JSON.stringify(entry)
  const reason = UNCOUNTED_WORDS[why][lang]
  const wrong = keys.length === 0 ? '' : `; ${fill(PAGE_WORDS.wrongKeys[lang], { keys }, lang)}`
  return html`${why === 'lapsed' ? told(entry as Exception, context) : title}. <span class="muted">${reason}${wrong}.</span>`
}
