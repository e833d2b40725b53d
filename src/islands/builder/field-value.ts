import type { PlannedField } from '../../dossier/form-plan.ts'
import type { Value } from './value.ts'

const YES = /^(?:có|yes|true|x|1)$/i
const NO = /^(?:không|no|false|0)$/i
const NONE = /^(?:không có|none)$/i

/** The value that a text stands for in a field; undefined for none. What cannot be read stays a text, for the check to tell. */
export function valueFrom(field: PlannedField, text: string): Value | undefined {
  const trimmed = text.trim().normalize('NFC')
  if (trimmed === '') return undefined
  if (field.nullable && NONE.test(trimmed)) return null
  switch (field.kind) {
    case 'count':
    case 'amount':
    case 'year':
      return numberOf(trimmed)
    case 'date':
      return isoOf(trimmed)
    case 'boolean':
      return YES.test(trimmed) ? true : NO.test(trimmed) ? false : trimmed
    case 'yesOrList':
      return YES.test(trimmed) ? true : NO.test(trimmed) ? false : listOf(trimmed)
    case 'list':
      return listOf(trimmed).map((word) => field.words?.[word] ?? word)
    case 'choice':
      return field.choices?.find(({ value, label }) => value === trimmed || label === trimmed)?.value ?? trimmed
    default:
      return trimmed
  }
}

/** How a value stands in its field. */
export function textOf(
  field: PlannedField,
  value: Value | undefined,
  words: { yes: string; no: string; none: string },
): string {
  if (value === undefined) return ''
  if (value === null) return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (!Array.isArray(value)) return String(value)
  const shown = Object.entries(field.words ?? {})
  return value.map((one) => shown.find(([, id]) => id === one)?.[0] ?? String(one)).join('\n')
}

function numberOf(text: string): number | string {
  const plain = /^\d{1,3}(?:[.\s]\d{3})+$/.test(text) ? text.replace(/[.\s]/g, '') : text.replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text
}

/** Days as offices and Excel write them: 28/02/2026, 2026-02-28. */
function isoOf(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const listOf = (text: string): string[] =>
  text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
