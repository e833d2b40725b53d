import type { PlannedSection } from '../../dossier/form-plan.ts'
import type { ManifestProblem } from '../shared/ask.ts'
import { button, make, say, show } from '../shared/elements.ts'
import { placeOf, without } from './draft-steps.ts'
import { at } from './field-value.ts'
import type { Editing } from './field-view.ts'
import { type FormPlace, formPlace, pathOf } from './form-place.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

/** A place of the form as it is spoken of: its section, row and field. */
export function nameOfPlace(place: FormPlace | undefined): string {
  const row = place?.rows.at(-1)?.at(-1)
  const where = [
    place?.section.title ?? say(WORDS.otherContent),
    typeof row === 'number' ? say(WORDS.row, { n: row + 1 }) : '',
    place?.field?.label ?? '',
  ]
  return where.filter((part) => part !== '').join(' · ')
}

/** What is to be put right in the form: told in a list and at the fields, each with the way there. */
export class FormProblems {
  readonly #list: HTMLUListElement
  readonly #form: HTMLElement
  readonly #sections: readonly PlannedSection[]
  readonly #editing: Editing
  #open: (() => void)[] = []
  #next = 0

  constructor(list: HTMLUListElement, form: HTMLElement, sections: readonly PlannedSection[], editing: Editing) {
    this.#list = list
    this.#form = form
    this.#sections = sections
    this.#editing = editing
  }

  /** How many there are. */
  get count(): number {
    return this.#open.length
  }

  /** Tells of problems, in the order of the form, in place of those told before. */
  tell(problems: readonly ManifestProblem[]): void {
    for (const mark of this.#form.querySelectorAll('.wrong')) mark.remove()
    for (const box of this.#form.querySelectorAll('[aria-invalid]')) box.removeAttribute('aria-invalid')
    const placed = problems
      .map((problem) => ({ problem, place: formPlace(pathOf(problem.pointer ?? ''), this.#sections) }))
      .sort((a, b) => this.#order(a.place) - this.#order(b.place))
    for (const section of this.#sections) {
      const n = placed.filter(({ place }) => place?.section === section).length
      if (n === 0) continue
      const heading = this.#details(`section/${placeOf(section.at)}`)?.querySelector('summary')
      heading?.append(make('span', { className: 'wrong' }, [` ${say(WORDS.wrongHere, { n })}`]))
    }
    this.#open = []
    this.#next = 0
    this.#list.replaceChildren(...placed.map(({ problem, place }) => this.#item(problem, place)))
    show(this.#list, placed.length > 0)
  }

  /** Opens a field that a pointer of the manifest leads to; false where the form has none. */
  open(pointer: string, told = ''): boolean {
    const place = formPlace(pathOf(pointer), this.#sections)
    if (place !== undefined) this.#go(place, told)
    return place !== undefined
  }

  /** Goes to the next place, after the last one to the first. */
  next(): void {
    this.#open[this.#next % Math.max(1, this.#open.length)]?.()
    this.#next += 1
  }

  #order(place: FormPlace | undefined): number {
    return place === undefined ? this.#sections.length : this.#sections.indexOf(place.section)
  }

  #item(problem: ManifestProblem, place: FormPlace | undefined): HTMLElement {
    const path = pathOf(problem.pointer ?? '')
    const written = at(this.#editing.draft.manifest, path)
    const found =
      typeof written === 'string' || typeof written === 'number' ? say(WORDS.written, { found: written }) : ''
    const told = `${found} ${problem.expected ?? problem.text}`.trim()
    const isOurs = place !== undefined && problem.section !== ''
    const go = () => {
      if (isOurs) this.#go(place, told)
      else this.#editing.change(path, without)
    }
    this.#open.push(go)
    return make('li', {}, [button(nameOfPlace(place), 'quiet', go), ` ${told}`])
  }

  /** Opens the section and the rows on the way, puts the cursor into the field and tells there what is wrong. */
  #go({ section, rows, owner, field }: FormPlace, told: string): void {
    const places = [`section/${placeOf(section.at)}`, ...rows.map(placeOf)]
    for (const place of places) {
      const details = this.#details(place)
      if (!details || details.open) continue
      details.open = true
      // The browser tells of it later; the fields inside are wanted now.
      details.dispatchEvent(new Event('toggle'))
    }
    const box = field && this.#find(placeOf([...owner, field.key]))
    // A row that is not there yet: the section it belongs to.
    const there = places.map((place) => this.#details(place)).findLast((details) => details !== undefined)
    const target = box ?? there?.querySelector<HTMLElement>('select, summary')
    if (box && told !== '' && box.getAttribute('aria-invalid') === null) {
      box.setAttribute('aria-invalid', 'true')
      const note = make('p', { className: 'wrong small' }, [told])
      box.parentElement?.append(note)
      const clear = () => {
        box.removeAttribute('aria-invalid')
        note.remove()
      }
      box.addEventListener('input', clear, { once: true })
    }
    target?.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
  }

  #find(place: string): HTMLElement | undefined {
    return [...this.#form.querySelectorAll<HTMLElement>('[data-place]')].find(({ dataset }) => dataset.place === place)
  }

  #details(place: string): HTMLDetailsElement | undefined {
    const found = this.#find(place)
    return found instanceof HTMLDetailsElement ? found : undefined
  }
}
