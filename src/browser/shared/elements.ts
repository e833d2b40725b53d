import type { Language, Localized } from '../../core/errors.ts'

/**
 * The element of a page that a script works with.
 * @throws TypeError when the page does not have it: page and script are not of one build
 */
export function element<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new TypeError(`the page has no ${kind.name} #${id}`)
  return found
}

/**
 * What the page tells its script: the JSON in `<script type="application/json" id="…">`, made by this build's server.
 * @throws TypeError when it is not there
 */
export function pageData<T>(id: string): T {
  return JSON.parse(element(id, HTMLScriptElement).textContent ?? '')
}

/** Shows an element, or takes it out of the page for everybody. */
export function show(target: HTMLElement, shown: boolean): void {
  target.hidden = !shown
}

/** A new element with its properties and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** A button that does something and sends no form. */
export function button(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', className }, [text])
  made.addEventListener('click', onClick)
  return made
}

/** The language of the page. */
const pageLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'vi')

/** A text in the page's language, its `{places}` filled in. */
export function say(text: Localized, values: Readonly<Record<string, string | number>> = {}): string {
  return text[pageLanguage()].replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place))
}

/** Bytes as a person reads them: `3,4 MB` in Vietnamese, `3.4 MB` in English. */
export function sizeText(bytes: number): string {
  const [unit, divisor] = bytes < 1024 * 1024 ? ['KB', 1024] : ['MB', 1024 * 1024]
  const shown = new Intl.NumberFormat(pageLanguage(), { maximumFractionDigits: 1 }).format(bytes / Number(divisor))
  return `${shown} ${unit}`
}
