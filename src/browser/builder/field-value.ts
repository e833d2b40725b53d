import type { PlannedField } from '../../dossier/form-plan.ts'
import { readLimitDays, readYesNo, writtenDate, writtenNumber } from '../../intake/written-values.ts'

/** What a manifest is made of while it is filled in; only the service says whether it is one. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value }
export type Members = { [key: string]: Value }

export const isMembers = (value: Value | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keys, and of lists the index of a row, from the manifest to a value: `processes`, 3, `steps`, 0, `unit`. */
export type Path = readonly (string | number)[]

/** What stands at a path; undefined where nothing does. */
export function at(root: Value | undefined, path: Path): Value | undefined {
  let here = root
  for (const key of path) {
    if (typeof key === 'number') here = Array.isArray(here) ? here[key] : undefined
    else here = isMembers(here) && Object.hasOwn(here, key) ? here[key] : undefined
  }
  return here
}

/**
 * The root with another value at a path; all beside it is the same, shared with the old root, which is left as it was.
 * @param value undefined takes it away, with all objects on the way that are empty then
 * @param kept how many keys from the root lead to what stays though it be empty: a section, or a row
 */
export function withValue(root: Members, path: Path, value: Value | undefined, kept = 0): Members {
  const changed = replaced(root, path, value, kept)
  return isMembers(changed) ? changed : {}
}

function replaced(here: Value | undefined, path: Path, value: Value | undefined, kept: number): Value | undefined {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (typeof key === 'number') {
    const rows = Array.isArray(here) ? here : []
    const row = replaced(rows[key], rest, value, kept - 1) ?? {}
    return [...rows.slice(0, key), row, ...rows.slice(key + 1)]
  }
  const members = isMembers(here) ? here : {}
  const inner = replaced(at(members, [key]), rest, value, kept - 1)
  if (inner !== undefined) return { ...members, [key]: inner }
  const { [key]: _gone, ...others } = members
  return kept < 0 && Object.keys(others).length === 0 ? undefined : others
}

const NONE = /^(?:không có|none)$/i

/** The value that a text stands for in a field; undefined for none. What cannot be read stays a text, for the check to tell. */
export function valueFrom(field: PlannedField, text: string): Value | undefined {
  const trimmed = text.trim().normalize('NFC')
  if (trimmed === '') return undefined
  if (field.nullable && NONE.test(trimmed)) return null
  if (field.codes) return field.kind === 'list' ? codesIn(trimmed) : procedureCode(trimmed)
  if (field.key === 'limitDays') return limitFrom(trimmed)
  switch (field.kind) {
    case 'count':
    case 'amount':
    case 'year':
      return writtenNumber(trimmed) ?? trimmed
    case 'date':
      return writtenDate(trimmed) ?? trimmed
    case 'boolean':
      return yesOrNo(trimmed) ?? trimmed
    case 'yesOrList':
      return yesOrNo(trimmed) ?? listOf(trimmed)
    case 'list':
      return listOf(field.commas ? trimmed.replaceAll(',', ';') : trimmed).map((word) => field.words?.[word] ?? word)
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
  words: { yes: string; no: string; none: string; decimal: string },
): string {
  if (value === undefined) return ''
  if (value === null) return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return String(value).replace('.', words.decimal)
  if (field.kind === 'date' && typeof value === 'string') return value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1')
  if (!Array.isArray(value)) return String(value)
  const shown = Object.entries(field.words ?? {})
  return value.map((one) => shown.find(([, id]) => id === one)?.[0] ?? String(one)).join('\n')
}

const codesIn = (text: string): string[] =>
  text
    .split(/[;,\s]+/)
    .filter((word) => word !== '')
    .map(procedureCode)

function limitFrom(text: string): Value {
  const reading = readLimitDays({ kind: 'text', text })
  return typeof reading === 'object' ? reading.value : text
}

function yesOrNo(text: string): boolean | undefined {
  const reading = readYesNo({ kind: 'text', text })
  return typeof reading === 'object' ? reading.value : undefined
}

const listOf = (text: string): string[] =>
  text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/**
 * The code of a procedure as it is written: `2000635` and `2.00635` (Excel takes a code for a number, and its last zeros
 * for nothing) become `2.000635` and `2.006350`. Anything else stays.
 */
function procedureCode(text: string): string {
  const [, whole, joined, decimals] = /^(\d)(?:(\d{6})|[.,](\d{1,6}))$/.exec(text) ?? []
  return whole === undefined ? text : `${whole}.${joined ?? decimals?.padEnd(6, '0')}`
}
