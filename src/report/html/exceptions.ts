import { exceptionLines } from '../exceptions.ts'
import { EXCEPTION_LABELS } from '../words/exceptions.ts'
import type { PageContext } from './context.ts'
import { html, type Markup } from './markup.ts'

/** Exceptions that count and those that do not. */
export function exceptionsPart({ verdict, renderer, lang }: PageContext): Markup | null {
  const { counted, uncounted } = exceptionLines(verdict, renderer)
  if (counted.length + uncounted.length === 0) return null
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? null : html`<h3>${title}</h3><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
  return html`<section aria-labelledby="exceptions">
<h2 id="exceptions">${EXCEPTION_LABELS.title[lang]}</h2>
${list(EXCEPTION_LABELS.counted[lang], counted)}
${list(EXCEPTION_LABELS.uncounted[lang], uncounted)}
</section>`
}
