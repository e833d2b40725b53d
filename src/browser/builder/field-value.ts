import type { PlannedField } from '../../dossier/form-plan.ts'
import { readYesNo, writtenDate, writtenNumber } from '../../intake/written-values.ts'

/** What a manifest is made of while it is filled in; only the service says whether it is one. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value }
export type Members = { [key: string]: Value }

export const isMembers = (value: Value | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path of keys; undefined where nothing does. */
export function at(root: Value | undefined, path: readonly string[]): Value | undefined {
  let here = root
  for (const key of path) here = isMembers(here) && Object.hasOwn(here, key) ? here[key] : undefined
  return here
}

/** Writes a value at a path, making what lies between; undefined takes it away, with all that is empty then. */
export function put(root: Members, [key, ...rest]: readonly string[], value: Value | undefined): void {
  if (key === undefined) return
  if (rest.length === 0) {
    if (value === undefined) delete root[key]
    else root[key] = value
    return
  }
  const inner = root[key]
  const members: Members = isMembers(inner) ? inner : {}
  put(members, rest, value)
  if (Object.keys(members).length === 0) delete root[key]
  else root[key] = members
}

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
      return writtenNumber(trimmed) ?? trimmed
    case 'date':
      return writtenDate(trimmed) ?? trimmed
    case 'boolean':
      return yesOrNo(trimmed) ?? trimmed
    case 'yesOrList':
      return yesOrNo(trimmed) ?? listOf(trimmed)
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
 * Rows of a table as Excel puts it on the clipboard: cells divided by tabs, a cell with line breaks in quotes. Where the
 * first row holds headings, columns go by them, else by the order of the fields; columns not known are left out.
 */
export function pastedRows(text: string, fields: readonly PlannedField[]): Members[] {
  const [first = [], ...rest] = cellsOf(text)
  const byHeading = first.map((cell) => fields.find((field) => known(cell, field)))
  const hasHeadings = byHeading.filter((field) => field !== undefined).length >= Math.min(2, first.length)
  const columns = hasHeadings ? byHeading : fields
  return (hasHeadings ? rest : [first, ...rest])
    .map((cells) => rowOf(cells, columns))
    .filter((row) => Object.keys(row).length > 0)
}

function rowOf(cells: readonly string[], columns: readonly (PlannedField | undefined)[]): Members {
  const row: Members = {}
  for (const [index, cell] of cells.entries()) {
    const field = columns[index]
    if (field !== undefined) put(row, field.key.split('.'), valueFrom(field, cell))
  }
  return row
}

const fold = (text: string) => text.trim().normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ')
const known = (cell: string, { heading, label }: PlannedField) =>
  [heading, label].some((name) => fold(name) === fold(cell))

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '') break
    if (end !== '\t') rows.push([])
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
}
