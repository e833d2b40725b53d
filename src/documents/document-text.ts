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
