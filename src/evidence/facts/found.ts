import type { Found } from '../../dossier/reading.ts'
import type { Line } from './line.ts'
import { boxesOf } from './quote-box.ts'

const QUOTE = 200

/**
 * A reading at a line: `words` are those it was read from, quoted up to 200 characters; parts that do not follow each
 * other in the text have ` … ` between them.
 */
export function found<T>(value: T, line: Line, ...words: readonly string[]): Found<T> {
  const quote = firstCharacters(words.map((part) => part.trim()).join(' … '))
  const box = line.boxes === undefined ? [] : boxesOf(quote.split(' … '), line)
  return {
    value,
    quote,
    ...(line.page !== undefined && { page: line.page }),
    ...(box.length > 0 && { box }),
    ...(line.cell !== undefined && { cell: line.cell }),
  }
}

/** The readings that differ, each as first found. */
export function distinct<T>(readings: readonly Found<T>[]): readonly Found<T>[] {
  const known = new Map<string, Found<T>>()
  for (const reading of readings) {
    const key = JSON.stringify(reading.value)
    if (!known.has(key)) known.set(key, reading)
  }
  return [...known.values()]
}

/** Never half a character at the end. */
function firstCharacters(words: string): string {
  return words.length <= QUOTE
    ? words
    : words
        .slice(0, QUOTE)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()
}
