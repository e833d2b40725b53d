import type { CellValue } from 'hucre'
import { toDay } from '../base/day.ts'
import type { FieldColumn } from '../bundle/manifest/xlsx/layout/columns.ts'
import type { Form } from '../bundle/manifest/xlsx/layout/form.ts'
import { labelOf } from '../bundle/manifest/xlsx/layout/labels.ts'
import { STATES } from '../bundle/manifest/xlsx/layout/section.ts'

const EXCEL_DAY_ZERO = toDay('1900-01-01') - 2
/** Before it Excel's day numbers are one off (29 February 1900 never was). */
const FIRST_SAFE_DAY = toDay('1900-03-01')

/** A value of the manifest as its cell holds it; null where there is none. */
export function cellValue({ form, field }: FieldColumn, value: unknown): CellValue {
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
