import type { TextLine } from '../document-text.ts'
import { tidyText } from './tidy-text.ts'

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
