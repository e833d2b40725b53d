/**
 * A text in NFC with single spaces and trimmed, but with its lines kept: in a cell they part the items of a list. Hidden
 * characters are left for the whole manifest to be told of.
 */
export function tidyLines(text: string): string {
  return text
    .normalize('NFC')
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/[^\S\ufeff]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
