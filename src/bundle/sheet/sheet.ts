import { QmsVerdictError } from '../../base/errors.ts'
import { withoutHidden } from '../../base/hidden-characters.ts'
import type { Localized } from '../../base/localized.ts'

/**
 * One filled cell. `text` is cleaned (NFC, single spaces, trimmed) for words; for `number` and `date` it is the number as
 * the file stores it, never one that went through a float; for `boolean` it is `TRUE` or `FALSE`.
 */
export interface Cell {
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  text: string
}

/** A row that has at least one filled cell. */
export interface SheetRow {
  /** As a person counts, from 1. */
  row: number
  /** By column, from 0 (column A); a hole is an empty cell. */
  cells: readonly (Cell | undefined)[]
}

/** A merged range: rows from 1, columns from 0, all inclusive. Its value is in the top left cell. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** A sheet or a CSV file as it stands: only filled cells, in order. */
export interface Sheet {
  /** Title of the sheet; a CSV file has none. */
  name: string | undefined
  rows: readonly SheetRow[]
  merges: readonly Merge[]
  /** Whether day numbers count from 1904-01-01 (old Excel for Mac). */
  date1904: boolean
  /** Filled cells to the right of the last column that is read. */
  cellsBeyond: number
  /** Set when the file was not UTF-8 or UTF-16 and was read as windows-1258. */
  windows1258: boolean
}

/** What kind of fault it is, for those who read other files than lists with the same readers. */
export type UnreadableReason = 'damaged' | 'doctype' | 'nesting' | 'size'

/** A sheet cannot be read for what the file is. The sentences do not name the file; whoever asked for it does. */
export class SheetUnreadable extends QmsVerdictError {
  override name = 'SheetUnreadable'
  readonly text: Localized
  readonly reason: UnreadableReason
  constructor(text: Localized, options: ErrorOptions & { reason?: UnreadableReason } = {}) {
    super(text.en, options)
    this.text = text
    this.reason = options.reason ?? 'damaged'
  }
}

const COLUMN_LETTERS = 26

/** Letters of a column: 0 → `A`, 27 → `AB`. */
export function columnName(column: number): string {
  const rest = Math.floor(column / COLUMN_LETTERS)
  const letter = String.fromCharCode(65 + (column % COLUMN_LETTERS))
  return rest === 0 ? letter : columnName(rest - 1) + letter
}

/** A text as it is kept: NFC, no hidden characters, line breaks and runs of white space made one space, trimmed. */
export function cleanText(text: string): string {
  return withoutHidden(text.normalize('NFC')).replace(/\s+/gu, ' ').trim()
}
