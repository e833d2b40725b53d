import type { PlannedSection } from '../../dossier/form-plan.ts'
import { button, make, say } from '../shared/elements.ts'
import { placeOf } from './draft-steps.ts'
import type { Members, Path } from './field-value.ts'
import { type PastedTable, pastedTable, rowsOf, unknownColumns } from './paste.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

/** Where a table of Excel is pasted; columns that are not understood are asked about before anything is added. */
export function pasteView(
  section: PlannedSection,
  list: Path,
  onPasted: (rows: readonly Members[]) => void,
): HTMLElement {
  const columns = section.fields.map(({ label }) => label).join(', ')
  const area = make('textarea', { rows: 4 })
  area.dataset.place = `${placeOf(list)}/paste`
  area.setAttribute('aria-label', `${say(WORDS.paste)}: ${section.title}`)
  const asked = make('div', { className: 'fields' })
  const told = make('p', { className: 'small' })
  told.setAttribute('role', 'status')
  let table: PastedTable | undefined
  area.addEventListener('input', () => {
    table = undefined
    asked.replaceChildren()
  })
  const addRows = (from: PastedTable) => {
    const rows = rowsOf(from)
    if (rows.length > 0) {
      table = undefined
      area.value = ''
      asked.replaceChildren()
      onPasted(rows)
    }
    const leftOut = from.leftOut.length === 0 ? '' : say(WORDS.titlesLeftOut, { titles: from.leftOut.join('; ') })
    told.textContent = `${say(WORDS.pasted, { n: rows.length })} ${leftOut}`.trim()
  }
  const add = button(say(WORDS.pasteAdd), 'second', () => {
    if (table !== undefined) return addRows(table)
    const read = pastedTable(area.value, section.fields)
    if (unknownColumns(read).length === 0) return addRows(read)
    table = read
    askAbout(read)
  })
  const askAbout = (read: PastedTable) => {
    const unknown = unknownColumns(read)
    asked.replaceChildren(...unknown.map((column) => columnView(section, read, column)))
    told.textContent = say(WORDS.columnsUnknown, { n: unknown.length })
    asked.querySelector('select')?.focus()
  }
  const view = make('details', { className: 'paste' }, [
    make('summary', {}, [say(WORDS.paste)]),
    make('p', { className: 'small muted' }, [say(WORDS.pasteHint, { columns })]),
    area,
    asked,
    make('p', { className: 'ways' }, [add]),
    told,
  ])
  view.dataset.place = `${placeOf(list)}/pasting`
  return view
}

/** A column of which it is not known what it says, with the fields that it may be. */
function columnView(section: PlannedSection, table: PastedTable, column: PastedTable['columns'][number]): HTMLElement {
  const free = section.fields.filter((field) => !table.columns.some((other) => other.field === field))
  const select = make('select', {}, [
    make('option', { value: '' }, [say(WORDS.columnUnused)]),
    ...free.map(({ key, label }) => make('option', { value: key }, [label])),
  ])
  select.addEventListener('change', () => {
    column.field = free.find(({ key }) => key === select.value)
  })
  const name = column.heading || say(WORDS.columnAt, { n: table.columns.indexOf(column) + 1 })
  return make('div', { className: 'field' }, [
    make('label', {}, [say(WORDS.columnMeans, { name }), select]),
    make('p', { className: 'muted small' }, [say(WORDS.columnSample, { sample: column.sample.slice(0, 80) })]),
  ])
}
