import type { PlannedField } from '../../dossier/form-plan.ts'
import { valueFrom } from './field-value.ts'
import { type Members, put } from './value.ts'

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
