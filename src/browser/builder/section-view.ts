import { ruleBookPath } from '../../core/paths.ts'
import type { PlannedField, PlannedSection } from '../../dossier/form-plan.ts'
import { button, make, say } from '../shared/elements.ts'
import { innerSections, isFilled, ownValue, placeOf, type SectionState, stateOf, withState } from './draft-steps.ts'
import { at, isMembers, type Members, type Value } from './field-value.ts'
import { type Editing, fieldView, rowsView } from './field-view.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

/** A section on the page. */
export interface SectionView {
  element: HTMLElement
  /** Brings what it shows up to the draft. */
  refresh(): void
}

/**
 * One section of the form: its state, its fields or rows, and in its heading what is missing still.
 * @param all the sections of the form; those inside this one are left alone by it
 */
export function sectionView(section: PlannedSection, all: readonly PlannedSection[], editing: Editing): SectionView {
  const told = make('span', { className: 'told small' })
  const toConfirm = make('span', { className: 'to-confirm small' })
  const body = make('div')
  const chosen = () => {
    drawn = undefined
    refresh()
  }
  const again = () => {
    drawn = undefined
    body.replaceChildren()
    refresh()
  }
  const state = section.always ? undefined : stateView(section, all, editing, chosen)
  const sure = make('p', { className: 'ways sure' })
  let drawn: SectionState | undefined
  let seen: Value | undefined
  const refresh = () => {
    const open = editing.openIn(section.at)
    toConfirm.textContent = open.length === 0 ? '' : say(WORDS.confirmHere, { n: open.length })
    sure.replaceChildren(...(open.length === 0 ? [] : [confirmAll(open, editing, again)]))
    const value = at(editing.draft.manifest, section.at)
    if (drawn !== undefined && value === seen) return
    seen = value
    const now = stateOf(editing.draft, section)
    if (now !== drawn) body.replaceChildren(...(now === 'some' ? contentOf(section, editing) : []))
    drawn = now
    state?.show(now)
    told.textContent = tellCompleteness(section, editing.draft.manifest)
    const found = completenessOf(section, editing.draft.manifest)
    element.dataset.state = found.state === 'some' && found.lacking.length > 0 ? 'lacking' : found.state
  }
  const element = make('details', { className: 'part' }, [
    make('summary', {}, [make('strong', {}, [section.title]), ' ', told, ' ', toConfirm]),
    make('p', { className: 'muted' }, [section.note]),
    ...rulesView(section),
    ...(state ? [state.element] : []),
    sure,
    body,
  ])
  element.dataset.place = `section/${placeOf(section.at)}`
  refresh()
  return { element, refresh }
}

/** Says of all values of a section that were read that they are right. */
function confirmAll(open: readonly string[], editing: Editing, onDone: () => void): HTMLElement {
  return button(say(WORDS.confirmAll, { n: open.length }), 'second', () => {
    editing.change([], (draft) => ({ ...draft, confirmed: [...draft.confirmed, ...open] }))
    onDone()
  })
}

function contentOf(section: PlannedSection, editing: Editing): HTMLElement[] {
  if (section.shape === 'table') return [rowsView(section, section.at, editing)]
  const fields = section.fields.map((field) => fieldView(field, section.at, editing))
  return [make('div', { className: 'fields' }, fields)]
}

/** The box that says whether there is such a thing. What is filled in is put away only when the person agrees. */
function stateView(section: PlannedSection, all: readonly PlannedSection[], editing: Editing, onChosen: () => void) {
  const inner = innerSections(section, all)
  const states: SectionState[] = section.shape === 'table' ? ['unsaid', 'some', 'none'] : ['unsaid', 'some']
  const select = make(
    'select',
    {},
    states.map((value) => make('option', { value }, [say(WORDS[value])])),
  )
  select.dataset.place = `state/${placeOf(section.at)}`
  const told = make('p', { className: 'small' })
  told.setAttribute('role', 'status')
  const choose = (to: SectionState) => {
    const own = ownValue(editing.draft, section, inner)
    const isSure = to === 'some' || !isFilled(own) || confirm(question(section, own))
    if (isSure) {
      editing.change(section.at, (draft) => withState(draft, section, inner, to))
      onChosen()
    }
    const now = stateOf(editing.draft, section)
    select.value = now
    told.textContent = isSure && now !== to ? say(WORDS.heldByInner, { inner: inner[0]?.title ?? '' }) : ''
  }
  select.addEventListener('change', () => choose(select.value as SectionState))
  return {
    element: make('div', { className: 'field' }, [make('label', {}, [say(WORDS.state), select]), told]),
    show: (state: SectionState) => {
      select.value = state
    },
  }
}

function question(section: PlannedSection, own: Value | undefined): string {
  const { title } = section
  return Array.isArray(own) ? say(WORDS.putAwayRows, { title, n: own.length }) : say(WORDS.putAwayFields, { title })
}

/** Which points are judged by what stands here. */
function rulesView({ rules }: PlannedSection): HTMLElement[] {
  if (rules.length === 0) return []
  const links = rules.map(({ id, title, isEssential }) =>
    make('li', {}, [
      make('a', { href: ruleBookPath(id), target: '_blank', rel: 'noopener' }, [title]),
      ...(isEssential ? [` (${say(WORDS.essential)})`] : []),
    ]),
  )
  const summary = make('summary', { className: 'small' }, [say(WORDS.rulesHere, { n: rules.length })])
  return [make('details', { className: 'rules' }, [summary, make('ul', { className: 'small' }, links)])]
}

function unsaidText({ rules }: PlannedSection): string {
  const n = rules.length
  const essential = rules.filter(({ isEssential }) => isEssential).length
  if (n === 0) return say(WORDS.unsaid)
  return essential === 0 ? say(WORDS.unsaidRules, { n }) : say(WORDS.unsaidEssential, { n, essential })
}

function tellCompleteness(section: PlannedSection, root: Members): string {
  const found = completenessOf(section, root)
  if (found.state === 'unsaid') return unsaidText(section)
  if (found.state === 'none') return say(WORDS.none)
  const { lacking, rows, open } = found
  return [
    section.shape === 'table' ? say(WORDS.rows, { n: rows }) : '',
    lacking.length > 0 ? say(WORDS.lacking, { fields: lacking.join(', ') }) : say(WORDS.complete),
    open > 0 ? say(WORDS.open, { n: open }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** How far a section is filled in. */
type Completeness =
  /** Nothing is said: the judgement will find evidence missing. */
  | { state: 'unsaid' }
  /** It is said that there is none. */
  | { state: 'none' }
  | { state: 'some'; rows: number; lacking: string[]; open: number }

/** What a section says, which of its required fields are empty, and how many of the others. */
function completenessOf(section: PlannedSection, root: Members): Completeness {
  const value = section.at.length === 0 ? root : at(root, section.at)
  if (Array.isArray(value) && value.length === 0) return { state: section.always ? 'unsaid' : 'none' }
  const objects = (Array.isArray(value) ? value : [value]).filter(isMembers)
  if (value === undefined || objects.length === 0) return { state: 'unsaid' }
  const lacking = objects.flatMap((object) => section.fields.filter((field) => isLacking(field, object)))
  const open = objects.flatMap((object) => section.fields.filter((field) => isOpen(field, object)))
  return {
    state: 'some',
    rows: objects.length,
    lacking: [...new Set(lacking.map(({ label }) => label))],
    open: open.length,
  }
}

const valueIn = ({ key }: PlannedField, object: Value) => at(object, key.split('.'))
/** Required inside a part that was begun counts like any other. */
const isLacking = (field: PlannedField, object: Members) => field.required && valueIn(field, object) === undefined
const isOpen = (field: PlannedField, object: Members) => !field.required && valueIn(field, object) === undefined

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
