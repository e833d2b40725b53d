import { QmsVerdictError } from '../../base/errors.ts'
import type { TextLine } from '../document-text.ts'
import { tidyText } from './tidy-text.ts'

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
