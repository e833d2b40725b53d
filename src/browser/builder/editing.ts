import type { DraftState } from './draft-steps.ts'
import type { Path } from './field-value.ts'

/** How the views of the form read the draft and change it. */
export interface Editing {
  readonly draft: DraftState
  /**
   * Takes a change in, keeps it and brings the page up to it.
   * @param path of what is changed; `make` is given it as it is in the draft it is given
   * @param typing the field being typed in
   */
  change(path: Path, make: (draft: DraftState, path: Path) => DraftState, typing?: string): void
  /** What is typed from now on is a step of its own. */
  settle(): void
}

/** The name by which a place of the page is found again after it was drawn anew. */
export const placeOf = (path: Path): string => path.join('/')

/**
 * Remembers, before the form is drawn anew, which sections and rows stand open, where the cursor is, and tables pasted
 * but not yet added.
 * @returns what brings all that back, to be called on the new form
 */
export function rememberPlaces(form: HTMLElement): () => void {
  const open = [...form.querySelectorAll<HTMLDetailsElement>('details[open]')]
  const openPlaces = new Set(open.map(({ dataset }) => dataset.place).filter((place) => place !== undefined))
  const pasted = new Map(pasteAreas(form).map((area) => [area.dataset.place, area.value]))
  const focused = document.activeElement
  const place = focused instanceof HTMLElement && form.contains(focused) ? focused.dataset.place : undefined
  const caret = isTextBox(focused) ? focused.selectionStart : null
  return () => {
    reopen(form, openPlaces)
    for (const area of pasteAreas(form)) area.value = pasted.get(area.dataset.place) ?? ''
    const again = all(form).find(({ dataset }) => place !== undefined && dataset.place === place)
    again?.focus({ preventScroll: true })
    if (isTextBox(again) && caret !== null) again.setSelectionRange(caret, caret)
  }
}

/** Opens what stood open; rows inside a row are there only once it is open itself. */
function reopen(form: HTMLElement, places: ReadonlySet<string>): void {
  const closed = all(form).find(
    (one) => one instanceof HTMLDetailsElement && !one.open && places.has(one.dataset.place ?? ''),
  )
  if (!(closed instanceof HTMLDetailsElement)) return
  closed.open = true
  // The browser tells of it later; what is inside is wanted now.
  closed.dispatchEvent(new Event('toggle'))
  reopen(form, places)
}

const all = (form: HTMLElement) => [...form.querySelectorAll<HTMLElement>('[data-place]')]
const pasteAreas = (form: HTMLElement) => [...form.querySelectorAll<HTMLTextAreaElement>('.paste textarea')]
const isTextBox = (one: Element | null | undefined): one is HTMLInputElement | HTMLTextAreaElement =>
  one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement
