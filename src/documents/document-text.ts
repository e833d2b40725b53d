import { QmsVerdictError } from '../core/errors.ts'
import type { DocumentReading } from '../dossier/reading.ts'

/** Where a cell stands on its page, in points from the top left of the page as it is shown. */
export interface CellBox {
  x: number
  y: number
  width: number
  height: number
  /** Beginning and width of each word of the cell, one after the other; absent where they are not known. */
  words?: readonly number[]
}

/** A line as a person sees it: NFC, single spaces, trimmed; never empty. */
export interface TextLine {
  text: string
  /** Parts of the line that stand apart: cells of a table or a sheet, runs with a wide gap between; one where it is one run. */
  cells: readonly string[]
  /** `<sheet>!B7` of the first cell, of a sheet. */
  cell?: string
  /** Of each cell, on a page. */
  boxes?: readonly CellBox[]
}

/** A page, or a sheet, or a whole document that has no pages. */
export interface TextPage {
  /** 1-based, of a document that has pages. */
  page?: number
  lines: readonly TextLine[]
}

/** The text of one document, from any reader. Only in memory: what is kept are the facts read in it. */
export interface DocumentText extends Pick<DocumentReading, 'format' | 'text' | 'reason' | 'pages' | 'flags'> {
  content: readonly TextPage[]
  /** What its pages look like, where they were drawn. */
  drawn?: DrawnPages
}

/** Pages of a document drawn at 50 dpi. */
export interface DrawnPages {
  /** How many show ink on 0.5–60 % of it; pages that look the same count once. */
  inked: number
  /** Lower-case hex SHA-256 of what was drawn, page by page. */
  hash: string
}

type Format = DocumentText['format']

const without = (format: Format, text: DocumentText['text'], reason?: string): DocumentText => ({
  format,
  text,
  ...(reason !== undefined && { reason }),
  flags: [],
  content: [],
})

/** A file that its reader could not open. */
export const unreadable = (format: Format, reason: string): DocumentText => without(format, 'unreadable', reason)

/** A file whose reader was stopped by a bound. */
export const overBounds = (format: Format, reason: string): DocumentText => without(format, 'overBounds', reason)

/** A file behind a password. */
export const locked = (format: Format): DocumentText => without(format, 'locked', 'password')

/** A file of a type that has no text for us. */
export const noText = (format: Format): DocumentText => without(format, 'none')

/** A line as it is put together: the parts that stand apart in it, not yet tidied. */
export type RawLine = readonly string[]

/** How much of one document is kept. A thousand pages have some 50,000 lines and 3 million characters. */
export const TEXT_LIMITS = {
  lines: 100_000,
  /** Characters, and elements of a DOCX that are no text; bytes of a CSV file. */
  weight: 8 * 1024 * 1024,
} as const

/** A document holds more than {@link TEXT_LIMITS}. */
export class TextTooLarge extends QmsVerdictError {
  override name = 'TextTooLarge'
}

/** Gathers the lines of a document and stops at {@link TEXT_LIMITS}. Lines without text are left out. */
export class LineSink {
  readonly lines: TextLine[] = []
  #weight = 0

  /** @throws TextTooLarge */
  put(lines: readonly RawLine[], cell?: string): void {
    for (const line of lines) {
      const cells = line.map(tidyText).filter((text) => text !== '')
      if (cells.length === 0) continue
      this.lines.push({ text: cells.join(' '), cells, ...(cell !== undefined && { cell }) })
      if (this.lines.length > TEXT_LIMITS.lines) throw new TextTooLarge(`more than ${TEXT_LIMITS.lines} lines`)
    }
  }

  /**
   * Counts what is read, whether or not it becomes a line.
   * @throws TextTooLarge
   */
  count(weight: number): void {
    this.#weight += weight
    if (this.#weight > TEXT_LIMITS.weight) throw new TextTooLarge(`more than ${TEXT_LIMITS.weight} characters`)
  }
}

/** Lines of plain text, as a person sees them; tabulators stand between cells. */
export function plainLines(text: string): TextLine[] {
  return text.split(/\r\n|[\n\r\v\f\u2028\u2029]/).flatMap((line) => {
    const cells = line
      .split(/\t+/)
      .map(tidyText)
      .filter((cell) => cell !== '')
    return cells.length === 0 ? [] : [{ text: cells.join(' '), cells }]
  })
}

/** NFC, white space made one space, trimmed. The soft hyphen stays: in TCVN3 it is the letter ư. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
