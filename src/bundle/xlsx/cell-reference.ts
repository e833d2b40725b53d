import type { Merge } from '../sheet/sheet.ts'

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_383
const REFERENCE = /^([A-Z]{1,3})([1-9]\d{0,6})$/

/** A row number as a sheet may have it, or undefined. */
export function rowNumber(text: string): number | undefined {
  const row = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0
  return row >= 1 && row <= LAST_ROW ? row : undefined
}

/** A reference such as `B7`: row from 1, column from 0; undefined when no sheet has that cell (`XFD1048576` is the last). */
export function cellReference(text: string): { row: number; column: number } | undefined {
  const [, letters, digits] = REFERENCE.exec(text) ?? []
  if (letters === undefined || digits === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  const row = rowNumber(digits)
  return row === undefined || column - 1 > LAST_COLUMN ? undefined : { row, column: column - 1 }
}

/** A range such as `B5:C6` or one cell, or undefined when it is no range of a sheet. */
export function rangeReference(text: string): Merge | undefined {
  const [from, to, ...more] = text.split(':').map(cellReference)
  const end = text.includes(':') ? to : from
  if (from === undefined || end === undefined || more.length > 0) return undefined
  if (end.row < from.row || end.column < from.column) return undefined
  return { top: from.row, left: from.column, bottom: end.row, right: end.column }
}
