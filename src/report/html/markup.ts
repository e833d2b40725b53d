import { escapeMarkup } from '../printable.ts'

/** Markup that is safe to put in a page: only {@link html} makes it. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** What may stand in a template: text is escaped, markup is not, lists are joined, nothing is nothing. */
export type Part = Markup | string | number | null | undefined | readonly Part[]

/** A template whose every place is escaped unless it holds markup, so that no text of a dossier can become markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((string, at) => string + (at < parts.length ? toText(parts[at]) : '')).join(''))
}

function toText(part: Part): string {
  if (part === null || part === undefined) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'string' || typeof part === 'number') return escapeMarkup(String(part))
  return part.map(toText).join('')
}
