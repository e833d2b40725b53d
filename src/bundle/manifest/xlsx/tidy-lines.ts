import { cleanText } from '../../sheet/sheet.ts'

/** A text as `cleanText` makes it, but with its lines kept: in a cell they part the items of a list. */
export function tidyLines(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n')
}
