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
