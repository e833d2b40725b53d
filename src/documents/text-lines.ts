import { QmsVerdictError } from '../core/errors.ts'
import type { TextLine } from './document-text.ts'

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
