import type { DocumentText } from '../document-text.ts'

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
