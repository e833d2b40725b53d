import { type Localized, type Problem, withValues } from '../../core/errors.ts'
import { displayName, shownPiece, shownValue } from '../display.ts'
import { JSON_TEXTS } from '../refusals/manifest.ts'
import { JSON_JSON_FLAW_TEXTS } from '../words.ts'
import { type JsonToken, nextToken } from './json-tokens.ts'
import { type JsonFlaw, walkJson } from './json-walk.ts'
import {
  duplicateKey,
  keyTooLong,
  MAX_KEY,
  MAX_NESTING,
  MAX_VALUES,
  type ParsedText,
  ProblemList,
  type TextPlace,
  type TextReading,
  tooDeep,
  tooMany,
} from './parsed-text.ts'
import type { SourceText } from './source-text.ts'

/**
 * Reads a JSON text (RFC 8259) and tells every fault of its syntax with line and column. Keys given twice are problems,
 * not silently the last one.
 */
export function readJson(source: SourceText): TextReading<ParsedText> {
  const whole = soundJson(source.text)
  const placesOf: ParsedText['places'] = (pointers) => places(source, pointers)
  if (whole !== undefined) return { ok: { ...whole, problems: new ProblemList(), places: placesOf } }
  const flaws = new ProblemList()
  const duplicates = new ProblemList()
  const end = walkJson(source.text, {
    flaw: (flaw) => flaws.add(() => flawProblem(source, flaw)),
    duplicate: (pointer, key, first) =>
      duplicates.add(() =>
        duplicateKey(pointer(), source.lineAt(key.start), source.lineAt(first), valueAfter(source.text, key)),
      ),
  })
  if (end.stopped === 'tooDeep') return tooDeep(source.lineAt(end.at))
  if (end.stopped === 'tooMany') return tooMany(source.lineAt(end.at))
  if (end.stopped === 'keyTooLong')
    flaws.add(() => keyTooLong(source.lineAt(end.at), source.text.slice(end.at, end.end).replaceAll('"', '')))
  if (flaws.count > 0) {
    return { fault: { code: 'manifest-not-parseable', found: String(flaws.count), problems: flaws.listed } }
  }
  const value: unknown = JSON.parse(source.text)
  return { ok: { value, problems: duplicates, places: placesOf } }
}

/**
 * The value of a text in which nothing is wrong, which is nearly every one: that takes no walk, token by token. Undefined
 * where something may be; the walk then tells what.
 */
function soundJson(text: string): { value: unknown } | undefined {
  const keys = keysWritten(text)
  if (keys === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return keysKept(value, new Set()) === keys ? { value } : undefined
  } catch {
    return undefined
  }
}

const [QUOTE, COMMA, COLON, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE, BACKSLASH] = [...'",:[]{}\\'].map((sign) =>
  sign.charCodeAt(0),
)

/** How many keys stand in a text, if it is JSON; undefined where it may be nested too deep or hold too many values. */
function keysWritten(text: string): number | undefined {
  let [keys, values, depth] = [0, 1, 0]
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) {
      at = stringEnd(text, at)
      if (at === -1) return undefined
    } else if (sign === COLON) keys++
    else if (sign === COMMA) values++
    else if (sign === OPEN || sign === OPEN_LIST) {
      values++
      if (++depth > MAX_NESTING) return undefined
    } else if (sign === CLOSE || sign === CLOSE_LIST) depth--
  }
  return values > MAX_VALUES ? undefined : keys
}

/** Where a string ends that begins at `from`, or -1. */
function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at - 1
    while (text.charCodeAt(before) === BACKSLASH) before--
    if ((at - before) % 2 === 1) return at
  }
  return -1
}

/** How many keys a value has; NaN where one is too long, or may be another one once it is in NFC. */
function keysKept(value: unknown, known: Set<string>): number {
  if (typeof value !== 'object' || value === null) return 0
  let keys = 0
  if (Array.isArray(value)) for (const item of value) keys += keysKept(item, known)
  else
    for (const [key, member] of Object.entries(value)) {
      keys += 1 + keysKept(member, known)
      if (known.has(key)) continue
      if (key.length > MAX_KEY || key.normalize('NFC') !== key) return Number.NaN
      known.add(key)
    }
  return keys
}

function valueAfter(text: string, key: JsonToken): string {
  const { kind, start, end } = nextToken(text, nextToken(text, key.end).end)
  if (kind === '[' || kind === '{') return kind === '[' ? '[…]' : '{…}'
  return kind === 'string' ? shownValue(text.slice(start + 1, end - 1)) : displayName(text.slice(start, end))
}

function flawProblem(source: SourceText, flaw: JsonFlaw): Problem {
  const column = source.columnAt(flaw.start)
  const opened = String(source.lineAt(flaw.opened ?? 0))
  const { vi, en } = JSON_FLAW_TEXTS[flaw.kind]
  const expected: Localized = withValues(JSON_TEXTS.column, {
    column,
    reason: { vi: vi.replace('{line}', opened), en: en.replace('{line}', opened) },
  })
  return { line: source.lineAt(flaw.start), found: shownPiece(source.text.slice(flaw.start, flaw.end)), expected }
}

function places(source: SourceText, pointers: ReadonlySet<string>): Map<string, TextPlace> {
  const found = new Map<string, TextPlace>()
  if (pointers.size === 0) return found
  walkJson(source.text, {
    value: (pointer, token, key) => {
      const at = pointer()
      if (!pointers.has(at)) return
      const place: TextPlace = { line: source.lineAt(key ?? token.start) }
      const written = token.kind === 'scalar' ? source.text.slice(token.start, token.end) : undefined
      found.set(at, written === undefined ? place : { ...place, written })
    },
  })
  return found
}

/**
 * What is wrong and what to write instead, for each fault of JSON syntax; the whole sentence reads
 * "manifest.json dòng 3: gặp 'x', cột 7: …". `{line}` is the line of the bracket the fault is about.
 */
const JSON_FLAW_TEXTS: Readonly<Record<JsonFlaw['kind'], Localized>> = JSON_JSON_FLAW_TEXTS
