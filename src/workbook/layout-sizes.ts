import type { Column } from '../bundle/manifest/xlsx/layout/columns.ts'

/** Rows of a table that are drawn for more to be filled in. */
export const BLANK_ROWS = 20
/** Last row that keeps texts as texts, though it is not drawn. */
export const FORMATTED_ROWS = 150
/** Last row that has drop-downs, besides those filled in. */
export const LAST_ROW = 3_000
/** Points that a line of text takes. */
export const LINE_POINTS = 16

/** Width of a column in characters. */
export function widthOf(column: Column): number {
  if (column.kind !== 'field') return 24
  const { kind } = column.form
  if (kind === 'date') return 16
  if (kind === 'count' || kind === 'amount' || kind === 'year' || kind === 'boolean') return 14
  if (kind === 'list' || kind === 'yesOrList' || kind === 'choice') return 32
  return kind === 'path' || /title|name|what|text|reason|cause|action|topic|note|document/.test(column.field.key)
    ? 34
    : 22
}

/** Points of a row whose texts wrap in cells of these widths. */
export function heightOf(cells: readonly { text: string; width: number }[], perLine = LINE_POINTS): number {
  const lines = cells.map(({ text, width }) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.02) / width)), 0),
  )
  return Math.max(1, ...lines) * perLine + 4
}
