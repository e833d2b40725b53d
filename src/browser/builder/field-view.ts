import type { PlannedField, PlannedSection } from '../../dossier/form-plan.ts'
import { button, make, say } from '../shared/elements.ts'
import { at, isMembers, type Members, pastedRows, put, textOf, valueFrom } from './field-value.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

let made = 0

/** A field of a row with its label and hint; what is written in it goes into the row at once. */
export function fieldView(field: PlannedField, row: Members, onChange: () => void): HTMLElement {
  made += 1
  const id = `field-${made}`
  const path = field.key.split('.')
  const words = { yes: say(WORDS.yes), no: say(WORDS.no), none: say(WORDS.noneWord) }
  const value = at(row, path)
  const input = control(
    field,
    typeof value === 'boolean' && field.kind === 'boolean' ? (value ? 'true' : 'false') : textOf(field, value, words),
  )
  input.id = id
  input.addEventListener('input', () => {
    put(row, path, valueFrom(field, input.value))
    onChange()
  })
  const required = field.required ? [' ', make('span', { className: 'muted small' }, [`(${say(WORDS.required)})`])] : []
  const told = field.hint === '' && input instanceof HTMLTextAreaElement ? say(WORDS.lines) : field.hint
  const hint = make('p', { className: 'muted small', id: `${id}-hint` }, [told])
  if (told !== '') input.setAttribute('aria-describedby', hint.id)
  return make('div', { className: 'field' }, [
    make('label', { htmlFor: id }, [field.label, ...required]),
    input,
    ...(told === '' ? [] : [hint]),
  ])
}

function control(field: PlannedField, text: string): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const yesNo = [
    { value: 'true', label: say(WORDS.yes) },
    { value: 'false', label: say(WORDS.no) },
  ]
  const choices = field.kind === 'boolean' ? yesNo : field.choices
  if (choices !== undefined) {
    const options = [{ value: '', label: say(WORDS.choose) }, ...choices]
    const select = make(
      'select',
      {},
      options.map(({ value, label }) => make('option', { value }, [label])),
    )
    select.value = text
    return select
  }
  if (field.kind === 'list' || field.kind === 'yesOrList') return make('textarea', { value: text, rows: 3 })
  const isDay = field.kind === 'date' && (text === '' || /^\d{4}-\d\d-\d\d$/.test(text))
  return make('input', { type: isDay ? 'date' : 'text', value: text, autocomplete: 'off' })
}

/** The rows of a list, each to be opened; more by a button or from Excel. `rows` is the list itself and is changed. */
export function rowsView(section: PlannedSection, rows: Members[], onChange: () => void): HTMLElement {
  const list = make('div', { className: 'rows' })
  const redraw = (open?: number) =>
    list.replaceChildren(
      ...rows.map((row, index) => rowView(section, row, index, index === open, onChange, () => remove(index))),
    )
  const remove = (index: number) => {
    rows.splice(index, 1)
    redraw()
    onChange()
  }
  const add = button(say(WORDS.add, { title: section.title }), 'second', () => {
    rows.push({})
    redraw(rows.length - 1)
    list.lastElementChild?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    onChange()
  })
  const added = () => {
    redraw()
    onChange()
  }
  redraw()
  return make('div', {}, [list, make('p', { className: 'ways' }, [add]), pasteView(section, rows, added)])
}

function rowView(
  section: PlannedSection,
  row: Members,
  index: number,
  open: boolean,
  onChange: () => void,
  onRemove: () => void,
): HTMLElement {
  const name = make('summary')
  const rename = () => {
    const told = section.fields.slice(0, 2).map(({ key }) => at(row, key.split('.')))
    const words = told.filter((value) => typeof value === 'string' || typeof value === 'number').join(' · ')
    name.textContent = `${say(WORDS.row, { n: index + 1 })}${words === '' ? '' : `: ${words}`}`
  }
  const changed = () => {
    rename()
    onChange()
  }
  rename()
  const view = make('details', { className: 'row' }, [name])
  // The fields of a row are made when it is opened: a catalogue has hundreds of rows.
  const fill = () => {
    if (view.childElementCount > 1) return
    view.append(
      make(
        'div',
        { className: 'fields' },
        section.fields.map((field) => fieldView(field, row, changed)),
      ),
      ...section.parts.map((part) => partView(part, row, changed)),
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

function partView(part: PlannedSection, row: Members, onChange: () => void): HTMLElement {
  const stated = at(row, part.at)
  const rows = Array.isArray(stated) ? stated.filter(isMembers) : []
  const changed = () => {
    put(row, part.at, rows.length > 0 || Array.isArray(stated) ? rows : undefined)
    onChange()
  }
  return make('fieldset', {}, [make('legend', {}, [part.title]), rowsView(part, rows, changed)])
}

function pasteView(section: PlannedSection, rows: Members[], onAdded: () => void): HTMLElement {
  const columns = section.fields.map(({ label }) => label).join(', ')
  const area = make('textarea', { rows: 4 })
  area.setAttribute('aria-label', `${say(WORDS.paste)}: ${section.title}`)
  const told = make('p', { className: 'small' })
  told.setAttribute('role', 'status')
  const add = button(say(WORDS.pasteAdd), 'second', () => {
    const pasted = pastedRows(area.value, section.fields)
    rows.push(...pasted)
    area.value = ''
    told.textContent = say(WORDS.pasted, { n: pasted.length })
    onAdded()
  })
  return make('details', { className: 'paste' }, [
    make('summary', {}, [say(WORDS.paste)]),
    make('p', { className: 'small muted' }, [say(WORDS.pasteHint, { columns })]),
    area,
    make('p', { className: 'ways' }, [add]),
    told,
  ])
}
