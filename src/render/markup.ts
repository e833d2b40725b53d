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

/** Hidden characters but tab and line feed (what turns the direction of reading, zero-width, tags), lone surrogates, noncharacters. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu

/** Letters and marks of the languages that are written here: a text of nothing else is as it should be, and soon seen to be. */
const USUAL = /^[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u27bf]*$/

/** A text of the dossier without the characters that XML forbids, that steer a terminal, or that make a page show other than it holds. */
export function printable(text: string): string {
  return USUAL.test(text) ? text : text.replace(UNPRINTABLE, '')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it may stand in XML and HTML, between tags or inside a quoted attribute. */
export function escapeMarkup(text: string): string {
  return printable(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
}
