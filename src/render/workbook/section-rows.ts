import type { CellValue } from 'hucre'
import { toDay } from '../../core/days.ts'
import { type Column, type FieldColumn, labelOf } from '../../intake/manifest-xlsx/layout/columns.ts'
import { type Section, STATES, type State } from '../../intake/manifest-xlsx/layout/section.ts'
import { type Form, sectionOf } from '../../intake/manifest-xlsx/layout/sections.ts'

/** What a manifest says of a section: whether anything, and the objects its sheet shows. */
export interface SectionContent {
  state: State | undefined
  rows: readonly SectionRow[]
}

interface SectionRow {
  /** Of the row, or of the row it belongs to, from 1. */
  number: number
  object: unknown
}

/** The content of a section's sheet, also of a manifest that is not finished; for the empty template, with neither state nor rows. */
export function contentOf(section: Section, stated: object | undefined): SectionContent {
  if (stated === undefined) return { state: undefined, rows: [] }
  if (section.rowsOf !== undefined) {
    const owners = contentOf(sectionOf(section.rowsOf), stated).rows
    const rows = owners.flatMap(({ number, object }) =>
      listAt(object, section.at).map((one) => ({ number, object: one })),
    )
    return { state: undefined, rows }
  }
  const value = valueAt(stated, section.at)
  if (value === undefined) return { state: 'unsaid', rows: [] }
  const objects = Array.isArray(value) ? value : [value]
  return {
    state: objects.length === 0 ? 'none' : 'some',
    rows: objects.map((object, at) => ({ number: at + 1, object })),
  }
}

/** What stands in a column of a row. */
export function valueIn(column: Column, { number, object }: SectionRow): CellValue {
  if (column.kind === 'number') return number
  if (column.kind === 'field') return cellValue(column, valueAt(object, column.field.key.split('.')))
  const list = valueAt(object, column.part.at)
  return STATES[list === undefined ? 'unsaid' : listAt(object, column.part.at).length === 0 ? 'none' : 'some']
}

function listAt(object: unknown, at: readonly string[]): unknown[] {
  const value = valueAt(object, at)
  return Array.isArray(value) ? value : []
}

function valueAt(root: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined),
    root,
  )
}

const EXCEL_DAY_ZERO = toDay('1900-01-01') - 2
/** Before it Excel's day numbers are one off (29 February 1900 never was). */
const FIRST_SAFE_DAY = toDay('1900-03-01')

/** A value of the manifest as its cell holds it; null where there is none. */
function cellValue({ form, field }: FieldColumn, value: unknown): CellValue {
  if (value === undefined) return null
  if (value === null) return STATES.none
  if (Array.isArray(value)) {
    const of: Form = form.kind === 'list' ? form.of : { kind: 'text' }
    const items = value.map((item) => field.words?.[item]?.[0] ?? String(shown(of, item)))
    return value.length === 0 ? STATES.none : items.join(field.procedureCodes ? ', ' : field.words ? '; ' : '\n')
  }
  return shown(form, value)
}

function shown(form: Form, value: unknown): CellValue {
  if (typeof value === 'boolean') return value ? 'Có' : 'Không'
  if (typeof value === 'number') return value
  const text = String(value)
  if (form.kind === 'choice') return labelOf(text)
  return form.kind === 'date' && toDay(text) >= FIRST_SAFE_DAY ? toDay(text) - EXCEL_DAY_ZERO : text
}
