import { type Form, formOf, isNullable, isRequired } from './form.ts'
import { hintOf } from './hints.ts'
import { type Field, NUMBER_HEADING, type Section, STATES } from './section.ts'
import { partsOf } from './sections.ts'

/** A column of a table or a labelled row of a form that holds a value of the manifest. */
export interface FieldColumn {
  kind: 'field'
  heading: string
  /** Stands under the heading; where it still stands, nothing was written. */
  hint: string
  /** What it belongs to cannot do without it; an empty cell is an empty list where it holds a list. */
  required: boolean
  field: Field
  form: Form
  nullable: boolean
}

/** What a sheet asks for at one place. */
export type Column =
  | FieldColumn
  /** The number that tells a row apart, or that says which row of the other sheet this one belongs to. */
  | { kind: 'number'; heading: string; hint: string; required: boolean }
  /** Có / Không có / Chưa khai of the part that stands on a sheet of its own. */
  | { kind: 'state'; heading: string; hint: string; required: false; part: Section }

/** All that a section's sheet asks for, from left to right or from top to bottom. */
export function columnsOf(section: Section): readonly Column[] {
  const parts = partsOf(section)
  const belongs = section.rowsOf !== undefined
  const number: Column[] =
    belongs || parts.length > 0
      ? [{ kind: 'number', heading: NUMBER_HEADING, hint: 'Ví dụ: 1', required: belongs }]
      : []
  return [...number, ...section.fields.map((field) => fieldColumn(section, field)), ...parts.map(stateColumn)]
}

function fieldColumn(section: Section, field: Field): FieldColumn {
  const form = formOf(section, field)
  return {
    kind: 'field',
    heading: field.heading,
    hint: field.hint ?? hintOf(form),
    required: isRequired(section, field),
    field,
    form,
    nullable: isNullable(section, field),
  }
}

function stateColumn(part: Section): Column {
  const hint = `${Object.values(STATES).join(', ')}; ${STATES.some}: kê ở trang ${part.sheet}`
  return { kind: 'state', heading: part.sheet, hint, required: false, part }
}
