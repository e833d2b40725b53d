import type { PlannedField, PlannedSection } from '../../dossier/form-plan.ts'
import { button, make, say } from '../shared/elements.ts'
import { type DraftState, placeOf, type ValueSource, withField, withoutRow, withRows } from './draft-steps.ts'
import { at, type Members, type Path, textOf, type Value, valueFrom } from './field-value.ts'
import { paperPicker } from './paper-field.ts'
import { pasteView } from './paste.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

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
  /** Where a value of a field was read; empty where it was not, or is another one by now. */
  sourcesOf(path: Path, value: Value | undefined): readonly ValueSource[]
  /** Values inside a section that were read and wait to be confirmed. */
  openIn(section: Path): readonly string[]
  /** Takes papers in that were dropped on a field. @returns the place of the first one */
  takePapers(items: Iterable<DataTransferItem>): Promise<string | undefined>
}

let made = 0

/** A field of an object with its label and hint; what is written in it goes into the draft at once. */
export function fieldView(field: PlannedField, owner: Path, editing: Editing, onChange = () => {}): HTMLElement {
  made += 1
  const id = `field-${made}`
  const place = placeOf([...owner, field.key])
  const shown = () => textShown(field, owner, editing)
  const input = control(field, shown())
  input.id = id
  input.dataset.place = place
  const path = [...owner, ...field.key.split('.')]
  const source = make('div', { className: 'sources' })
  const tellSource = () => source.replaceChildren(...sourcesView(path, editing, tellSource))
  const write = (text: string, typing?: string) => {
    const value = valueFrom(field, text)
    editing.change(owner, (draft, there) => withField(draft, there, field.key, value), typing)
    tellSource()
    onChange()
  }
  input.addEventListener('input', () => write(input.value, input instanceof HTMLSelectElement ? undefined : place))
  input.addEventListener('change', () => {
    editing.settle()
    // What was written is shown as it was read: the third of April is not taken for the fourth of March.
    if (input.isConnected) input.value = shown()
  })
  const required = field.required ? [' ', make('span', { className: 'muted small' }, [`(${say(WORDS.required)})`])] : []
  const told = field.hint === '' && input instanceof HTMLTextAreaElement ? say(WORDS.lines) : field.hint
  const hint = make('p', { className: 'muted small', id: `${id}-hint` }, [told])
  if (told !== '') input.setAttribute('aria-describedby', hint.id)
  const pick = (chosen: string) => {
    input.value = chosen
    write(chosen)
    editing.settle()
  }
  const isPath = field.kind === 'path' && input instanceof HTMLInputElement
  const picker = isPath ? [paperPicker(input, papersOf(editing), pick)] : []
  tellSource()
  return make('div', { className: 'field' }, [
    make('label', { htmlFor: id }, [field.label, ...required]),
    input,
    ...picker,
    source,
    ...(told === '' ? [] : [hint]),
  ])
}

const papersOf = (editing: Editing) => ({
  paths: () => Object.keys(editing.draft.papers),
  take: editing.takePapers,
})

/** From which papers a value comes, with their words; what is not sure is to be confirmed. */
function sourcesView(path: Path, editing: Editing, onConfirmed: () => void): HTMLElement[] {
  const value = at(editing.draft.manifest, path)
  return editing.sourcesOf(path, value).map(({ id, place, quote, isOpen }) => {
    const confirm = button(say(WORDS.confirm), 'quiet', () => {
      editing.change(path, (draft) => ({ ...draft, confirmed: [...draft.confirmed, id] }))
      onConfirmed()
    })
    const name = isOpen ? say(WORDS.sourceOpen, { place }) : say(WORDS.source, { place })
    const told = make('details', { className: isOpen ? 'source open small' : 'source small' }, [
      make('summary', { title: quote }, [name]),
      make('q', {}, [quote]),
    ])
    return make('div', {}, [told, ...(isOpen ? [confirm] : [])])
  })
}

/** What a field says in the draft, as it stands in its box. */
function textShown(field: PlannedField, owner: Path, { draft }: Editing): string {
  const value = at(draft.manifest, [...owner, ...field.key.split('.')])
  if (typeof value === 'boolean' && field.kind === 'boolean') return String(value)
  return textOf(field, value, {
    yes: say(WORDS.yes),
    no: say(WORDS.no),
    none: say(WORDS.noneWord),
    decimal: say(WORDS.decimal),
  })
}

function control(field: PlannedField, text: string): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const yesNo = [
    { value: 'true', label: say(WORDS.yes) },
    { value: 'false', label: say(WORDS.no) },
  ]
  const choices = field.kind === 'boolean' ? yesNo : field.choices
  if (choices !== undefined) {
    const known = ['', ...choices.map(({ value }) => value)]
    const options = [
      { value: '', label: say(WORDS.choose) },
      ...choices,
      // What a file said and no choice says stays as it is, for the check to tell.
      ...(known.includes(text) ? [] : [{ value: text, label: text }]),
    ]
    const select = make(
      'select',
      {},
      options.map(({ value, label }) => make('option', { value }, [label])),
    )
    select.value = text
    return select
  }
  if (field.kind === 'list' || field.kind === 'yesOrList') return make('textarea', { value: text, rows: 3 })
  // Not the browser's own box for days: it shows them in the order of the browser's language.
  const placeholder = field.kind === 'date' ? say(WORDS.dateForm) : ''
  return make('input', { type: 'text', value: text, autocomplete: 'off', placeholder })
}

/** The rows of a list, each to be opened; more by a button or from Excel. */
export function rowsView(section: PlannedSection, list: Path, editing: Editing, onChange = () => {}): HTMLElement {
  const view = make('div', { className: 'rows' })
  const rowsNow = () => {
    const stated = at(editing.draft.manifest, list)
    return Array.isArray(stated) ? stated.length : 0
  }
  const redraw = (open?: number) => {
    const remove = (index: number) => {
      const gone = (draft: Editing['draft'], there: Path) =>
        withoutRow(draft, there.slice(0, -1), Number(there.at(-1)), section.always)
      editing.change([...list, index], gone)
      redraw()
      onChange()
    }
    view.replaceChildren(
      ...Array.from({ length: rowsNow() }, (_, index) =>
        rowView(section, [...list, index], index === open, editing, onChange, () => remove(index)),
      ),
    )
  }
  const append = (rows: readonly Members[]) => editing.change(list, (draft, there) => withRows(draft, there, rows))
  const add = button(say(WORDS.add, { title: section.title }), 'second', () => {
    append([{}])
    redraw(rowsNow() - 1)
    view.lastElementChild?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    onChange()
  })
  const paste = (rows: readonly Members[]) => {
    append(rows)
    redraw()
    onChange()
  }
  redraw()
  return make('div', {}, [view, make('p', { className: 'ways' }, [add]), pasteView(section, list, paste)])
}

function rowView(
  section: PlannedSection,
  path: Path,
  open: boolean,
  editing: Editing,
  onChange: () => void,
  onRemove: () => void,
): HTMLElement {
  const name = make('summary')
  const rename = () => {
    const row = at(editing.draft.manifest, path)
    const told = section.fields.slice(0, 2).map(({ key }) => at(row, key.split('.')))
    const words = told.filter((value) => typeof value === 'string' || typeof value === 'number').join(' · ')
    name.textContent = `${say(WORDS.row, { n: Number(path.at(-1)) + 1 })}${words === '' ? '' : `: ${words}`}`
  }
  const changed = () => {
    rename()
    onChange()
  }
  rename()
  const view = make('details', { className: 'row' }, [name])
  view.dataset.place = placeOf(path)
  // The fields of a row are made when it is opened: a catalogue has hundreds of rows.
  const fill = () => {
    if (view.childElementCount > 1) return
    view.append(
      make(
        'div',
        { className: 'fields' },
        section.fields.map((field) => fieldView(field, path, editing, changed)),
      ),
      ...section.parts.map((part) => partView(part, path, editing, changed)),
      button(say(WORDS.remove), 'quiet', onRemove),
    )
  }
  view.addEventListener('toggle', fill)
  if (open) {
    view.open = true
    fill()
  }
  return view
}

function partView(part: PlannedSection, row: Path, editing: Editing, onChange: () => void): HTMLElement {
  const rows = rowsView(part, [...row, ...part.at], editing, onChange)
  return make('fieldset', {}, [make('legend', {}, [part.title]), rows])
}
