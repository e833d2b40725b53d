import type * as z from 'zod'
import { HIDDEN, hiddenIn, withoutHidden } from '../../base/hidden-characters.ts'
import { toPointer } from '../../base/pointer.ts'
import { longestOf, schemaAt } from '../../base/schema-walk.ts'
import { TEXT_LIMITS } from '../../dossier/primitives.ts'

/** Texts that hidden characters were removed from: how many, and the first of them. */
export interface HiddenRemoved {
  count: number
  first: { pointer: string; characters: readonly string[] }
}

/** Plain data as it is kept, and what was taken out of its texts. */
export interface CleanData {
  value: unknown
  hidden: HiddenRemoved | undefined
}

/**
 * Plain data with every key and text in NFC, so that equal names are equal, and without hidden characters; the line
 * breaks of a text of some sentences are kept. Nesting was bounded before.
 */
export function cleanData(value: unknown, schema: z.core.$ZodType): CleanData {
  const cleaner = new Cleaner(schema)
  return { value: cleaner.clean(value), hidden: cleaner.hidden }
}

class Cleaner {
  hidden: HiddenRemoved | undefined
  readonly #schema: z.core.$ZodType
  readonly #path: PropertyKey[] = []

  constructor(schema: z.core.$ZodType) {
    this.#schema = schema
  }

  clean(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value.normalize('NFC'))
    if (Array.isArray(value)) return value.map((item, at) => this.#inside(at, item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        const name = key.normalize('NFC')
        return [name, this.#inside(name, member)]
      }),
    )
  }

  #inside(key: PropertyKey, value: unknown): unknown {
    this.#path.push(key)
    const clean = this.clean(value)
    this.#path.pop()
    return clean
  }

  #text(text: string): string {
    if (!HIDDEN.test(text)) return text
    const schema = schemaAt(this.#schema, this.#path)
    const lines = schema !== undefined && longestOf(schema) === TEXT_LIMITS.text
    const clean = withoutHidden(text, lines)
    // Windows ends its lines in two characters; to keep one of them takes nothing from the text.
    if (clean === text.replaceAll('\r\n', '\n')) return clean
    this.hidden ??= { count: 0, first: { pointer: toPointer(this.#path), characters: hiddenIn(text) } }
    this.hidden.count++
    return clean
  }
}
