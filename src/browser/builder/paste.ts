import { foldWords } from '../../core/names.ts'
import type { PlannedField, PlannedSection } from '../../dossier/form-plan.ts'
import { ORDINAL, readHeading } from '../../intake/catalogue/headings.ts'
import { button, make, say } from '../shared/elements.ts'
import { placeOf } from './draft-steps.ts'
import { type Members, type Path, valueFrom, withValue } from './field-value.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

/** A column of a table that was pasted. */
export interface PastedColumn {
  /** As the table has it; empty where it has none. */
  heading: string
  /** What is meant by it; undefined where that is not known. */
  field: PlannedField | undefined
  /** The first words that stand in it. */
  sample: string
}

/** A table as it was pasted, before its rows are added. */
export interface PastedTable {
  columns: PastedColumn[]
  /** Of the rows below the headings. */
  cells: string[][]
  /** Titles of parts and totals, which are no rows of the list. */
  leftOut: string[]
}

/** How many rows may stand above the headings: the title of the list, its decision. */
const ROWS_ABOVE = 10

/**
 * A table as Excel puts it on the clipboard: cells divided by tabs, a cell with line breaks in quotes. Where one of the
 * first rows holds headings, columns go by them, else by the order of the fields. Running numbers need no column.
 */
export function pastedTable(text: string, fields: readonly PlannedField[]): PastedTable {
  const all = cellsOf(text)
  const at = all.slice(0, ROWS_ABOVE).findIndex((cells) => isHeading(cells, fields))
  const headings = at < 0 ? [] : (all[at] ?? [])
  const below = at < 0 ? all : all.slice(at + 1)
  const cells = below.filter((row) => !isTitleOrTotal(row, fields))
  const width = Math.max(headings.length, ...cells.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, index) => ({
    heading: headings[index]?.trim() ?? '',
    field: at < 0 ? fields[index] : fieldOf(headings[index] ?? '', fields),
    sample: cells.map((row) => row[index]?.trim() ?? '').find((cell) => cell !== '') ?? '',
  }))
  const others = [...all.slice(0, Math.max(0, at)), ...below.filter((row) => isTitleOrTotal(row, fields))]
  const leftOut = others.map((row) => row.filter((cell) => cell.trim() !== '').join(' · '))
  return { columns, cells, leftOut }
}

/** Columns in which something stands and of which it is not known what; they are asked about, never dropped in silence. */
export function unknownColumns({ columns }: PastedTable): PastedColumn[] {
  return columns.filter(
    ({ field, heading, sample }) => field === undefined && sample !== '' && !ORDINAL.is.includes(foldWords(heading)),
  )
}

/** The rows of the list that a table says; those in which nothing stands are none. */
export function rowsOf({ columns, cells }: PastedTable): Members[] {
  return cells
    .map((row) => {
      let members: Members = {}
      for (const [index, cell] of row.entries()) {
        const field = columns[index]?.field
        if (field !== undefined) members = withValue(members, field.key.split('.'), valueFrom(field, cell))
      }
      return members
    })
    .filter((members) => Object.keys(members).length > 0)
}

/** The field that a heading means: by its own name, or as lists of procedures are headed by offices and programs. */
function fieldOf(heading: string, fields: readonly PlannedField[]): PlannedField | undefined {
  const folded = foldWords(heading)
  if (folded === '') return undefined
  const named = fields.find((field) => [field.heading, field.label].some((name) => foldWords(name) === folded))
  if (named !== undefined || !isProcedures(fields)) return named
  const meaning = readHeading(heading)?.meaning
  return fields.find(({ key }) => key === meaning)
}

const isProcedures = (fields: readonly PlannedField[]) => fields.some(({ key }) => key === 'limitDays')

function isHeading(cells: readonly string[], fields: readonly PlannedField[]): boolean {
  const known = cells.filter((cell) => fieldOf(cell, fields) !== undefined).length
  return known > 0 && known >= Math.min(2, cells.length)
}

const TOTAL = /^(?:(?:tong cong|tong so)\b|(?:tong|cong)$)/

const NUMERAL = /^(?:[IVX]+|[A-ZĐ])\.?$/

/** In a list of procedures a row with one filled cell is the title of a field; a total is none of any list. */
function isTitleOrTotal(row: readonly string[], fields: readonly PlannedField[]): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const [first = '', second] = filled
  if (TOTAL.test(foldWords(first))) return true
  if (!isProcedures(fields) || row.length <= 2) return false
  // A part is numbered, or not: `I` and its title, or the title alone.
  const title = second !== undefined && NUMERAL.test(first) ? second : first
  return filled.length <= (title === first ? 1 : 2) && !/\d/.test(title)
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '') break
    if (end !== '\t') rows.push([])
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
}

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
