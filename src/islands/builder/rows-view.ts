import type { PlannedSection } from '../../dossier/form-plan.ts'
import { say } from '../shared/say.ts'
import { fieldView } from './field-view.ts'
import { button, make } from './make.ts'
import { pastedRows } from './paste.ts'
import { at, isMembers, type Members, put } from './value.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

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
