import { type Problem, withValues } from '../../core/errors.ts'
import { shownValue } from '../display.ts'
import { type ManifestRefusalCode, PARSED_TEXT_TEXTS } from '../refusals/manifest.ts'

/** Deepest nesting of lists and objects a manifest may have. */
export const MAX_NESTING = 32
/** Most values (keys not counted) a manifest may hold: about five times a dossier of 2,000 procedures and processes. */
export const MAX_VALUES = 500_000
/**
 * Longest name of a key, in characters; the manifest's own have 20 at most. Names stand in the pointer of every value
 * below them: one of a megabyte over 10,000 values would be written down 10,000 times.
 */
export const MAX_KEY = 100
/** Most problems that are listed one by one; the rest is counted. */
export const MAX_LISTED_PROBLEMS = 10_000

/** Where a value stands in its file. */
export interface TextPlace {
  /** 1-based; of the key for a member of an object, of the value for an element of a list. */
  line: number
  /** A number, as it is written (a reader would have dropped the zeros of 1.001610). */
  written?: string
}

/** A text that was read into a value by its syntax alone; whether the value is a manifest is another question. */
export interface ParsedText {
  value: unknown
  /** What the syntax allows and we do not (a key given twice, an alias); the value is still worth checking. */
  problems: ProblemList
  /** Places of the values at these RFC 6901 pointers; a pointer that is not in the text is left out. */
  places(pointers: ReadonlySet<string>): ReadonlyMap<string, TextPlace>
}

/** What can be wrong with a text; the published codes of refusals. */
export type TextFaultCode = Extract<
  ManifestRefusalCode,
  | 'manifest-empty'
  | 'manifest-encoding'
  | 'manifest-not-parseable'
  | 'manifest-too-deep'
  | 'manifest-too-many-values'
  | 'manifest-not-object'
  | 'manifest-invalid'
>

/** Why a text could not be read at all: its code, words for its `{found}`, and the places. */
export interface TextFault {
  code: TextFaultCode
  found?: string
  problems?: readonly Problem[]
}

/** One of the two. */
export type TextReading<T> = { ok: T } | { fault: TextFault }

/** Problems, all counted, and worded while there is room to list them. */
export class ProblemList {
  readonly listed: Problem[] = []
  count = 0

  add(word: () => Problem): void {
    this.count++
    if (this.listed.length < MAX_LISTED_PROBLEMS) this.listed.push(word())
  }
}

/** A key that its object has already since line `first`; `found` is its value this time. */
export function duplicateKey(pointer: string, line: number, first: number, found: string): Problem {
  return {
    pointer,
    line,
    found,
    expected: withValues(PARSED_TEXT_TEXTS.keyAlreadyGivenOn, { first }),
  }
}

/** Nested deeper than a manifest can be; seen before anything recursive touches it. */
export function tooDeep(line: number): { fault: TextFault } {
  return {
    fault: { code: 'manifest-too-deep', found: String(MAX_NESTING), problems: [limit(line, `> ${MAX_NESTING}`)] },
  }
}

/** A key longer than any can be: nothing below it is looked at. */
export function keyTooLong(line: number, key: string): Problem {
  return {
    line,
    found: shownValue(key),
    expected: withValues(PARSED_TEXT_TEXTS.keyCharactersAtMost, { key: key.length, maxKey: MAX_KEY }),
  }
}

/** More values than a manifest can have. */
export function tooMany(line: number): { fault: TextFault } {
  return {
    fault: { code: 'manifest-too-many-values', found: String(MAX_VALUES), problems: [limit(line, `> ${MAX_VALUES}`)] },
  }
}

function limit(line: number, found: string): Problem {
  return {
    line,
    found,
    expected: PARSED_TEXT_TEXTS.limitPassedFromLine,
  }
}
