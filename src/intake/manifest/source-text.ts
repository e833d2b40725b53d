import { isUtf8 } from 'node:buffer'
import type * as z from 'zod'
import type { Problem } from '../../core/errors.ts'
import { toPointer } from '../../core/json.ts'
import { longestOf, schemaAt } from '../../core/schemas.ts'
import { HIDDEN, hiddenIn, withoutHidden } from '../../core/texts.ts'
import { TEXT_LIMITS } from '../../dossier/primitives.ts'
import { shownValue } from '../display.ts'
import { SOURCE_TEXT_TEXTS } from '../refusals/manifest.ts'
import type { TextReading } from './parsed-text.ts'

/** A decoded text and its line starts: tells where an offset is, as an editor shows it. */
export class SourceText {
  readonly text: string
  #starts: number[] | undefined

  constructor(text: string) {
    this.text = text
  }

  /** 1-based line of an offset (UTF-16 units); `\r\n`, `\n` and a lone `\r` each end a line. */
  lineAt(offset: number): number {
    const starts = this.#lineStarts()
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  /** 1-based column of an offset, in UTF-16 units as most editors count. */
  columnAt(offset: number): number {
    return offset - (this.#lineStarts()[this.lineAt(offset) - 1] ?? 0) + 1
  }

  #lineStarts(): number[] {
    if (this.#starts === undefined) {
      this.#starts = [0]
      for (const end of this.text.matchAll(/\r{1,2}\n|\n|\r/g)) this.#starts.push(end.index + end[0].length)
    }
    return this.#starts
  }
}

const LINE_FEED = 0x0a

/** UTF-16 by its byte order mark, or by a NUL among its first two bytes (the first character is ASCII here). */
function isUtf16(bytes: Uint8Array): boolean {
  const [a, b] = bytes
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0
}

/** The first line that is not UTF-8, shown as windows-1258 would have it: a line feed is never part of a character. */
function firstWrongLine(bytes: Uint8Array): Problem {
  let line = 1
  let start = 0
  let end = bytes.indexOf(LINE_FEED)
  while (end !== -1 && isUtf8(bytes.subarray(start, end))) {
    line++
    start = end + 1
    end = bytes.indexOf(LINE_FEED, start)
  }
  const text = new TextDecoder('windows-1258').decode(bytes.subarray(start, end === -1 ? undefined : end)).trim()
  return {
    line,
    found: shownValue(text.normalize('NFC')),
    expected: SOURCE_TEXT_TEXTS.lineNotTextIn,
  }
}

/**
 * Text of bytes that must be UTF-8, with or without a byte order mark (which is dropped). A text in another encoding is
 * refused, not guessed: a wrong guess would turn names into other names.
 */
export function decodeUtf8(bytes: Uint8Array): TextReading<string> {
  if (isUtf16(bytes)) return { fault: { code: 'manifest-encoding', found: 'UTF-16' } }
  if (!isUtf8(bytes)) {
    return { fault: { code: 'manifest-encoding', found: 'windows-1258/TCVN3/VNI?', problems: [firstWrongLine(bytes)] } }
  }
  return { ok: new TextDecoder('utf-8').decode(bytes) }
}

/** An escape that may stand for a hidden character, or for a part of a letter. */
const ESCAPE = /\\[^"\\/]/
/** Anything but ASCII, Latin letters with their marks, and signs of print: among the rest may be hidden characters. */
const UNUSUAL = /[^\t\n\r -~\u00a0-\u00ac\u00ae-\u036f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]/

/**
 * Whether all texts of a JSON text are surely in NFC and without hidden characters, so that none needs to be looked at.
 * White space that JSON allows stands between them alone: inside it is escaped.
 */
export function isCleanJson(text: string): boolean {
  return !ESCAPE.test(text) && !UNUSUAL.test(text) && text.normalize('NFC') === text
}

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
    if (clean === text.replace(/\r{1,2}\n/g, '\n')) return clean
    this.hidden ??= { count: 0, first: { pointer: toPointer(this.#path), characters: hiddenIn(text) } }
    this.hidden.count++
    return clean
  }
}
