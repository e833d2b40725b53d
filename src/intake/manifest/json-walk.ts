import { toPointer } from '../../core/json.ts'
import { MAX_KEY, MAX_NESTING, MAX_VALUES } from './parsed-text.ts'

interface Frame {
  close: '}' | ']'
  opened: number
  keys: Map<string, number>
  key: string
  keyAt: number | undefined
  index: number
}

const ESCAPED = '\\u0000'.length

type Stop = 'syntax' | 'tooDeep' | 'tooMany' | 'keyTooLong'
type Expecting = 'value' | 'firstValue' | 'key' | 'firstKey' | 'colon' | 'comma' | 'end'

/**
 * Walks a JSON text once, without recursion, and tells a visitor its values, repeated keys and every fault of syntax it
 * can get over (a missing comma, a quote of the wrong kind), so that one answer tells a person all of them. A text
 * without a flaw is exactly one that `JSON.parse` accepts (RFC 8259).
 */
export function walkJson(text: string, visitor: JsonVisitor): WalkEnd {
  return new Walk(text, visitor).run()
}

class Walk {
  readonly #text: string
  readonly #visitor: JsonVisitor
  readonly #frames: Frame[] = []
  #expecting: Expecting = 'value'
  #last: JsonToken = { kind: 'skip', start: 0, end: 0 }
  #values = 0

  constructor(text: string, visitor: JsonVisitor) {
    this.#text = text
    this.#visitor = visitor
  }

  run(): WalkEnd {
    for (let at = 0; ; ) {
      const token = nextToken(this.#text, at)
      at = token.end
      if (token.flaw !== undefined) this.#flaw(token.flaw, token)
      if (token.kind === 'skip') continue
      if (token.kind === 'end') return this.#atEnd(token)
      const stop = this.#take(token)
      if (stop !== undefined) return { stopped: stop, at: token.start, end: token.end }
      this.#last = token
    }
  }

  #take(token: JsonToken): Stop | undefined {
    if (this.#expecting === 'end') return this.#giveUp('afterEnd', token)
    if (token.kind === ',') this.#comma(token)
    else if (token.kind === ':') this.#colon(token)
    else if (token.kind === '}' || token.kind === ']') return this.#close(token, token.kind)
    else return this.#open(token)
    return undefined
  }

  #comma(token: JsonToken): void {
    if (this.#expecting === 'comma') this.#expecting = this.#next()
    else if (this.#expecting === 'colon' || this.#last.kind === ':') {
      this.#flaw('missingValue', token)
      this.#expecting = 'key'
    } else this.#flaw('extraComma', token)
  }

  #colon(token: JsonToken): void {
    if (this.#expecting === 'colon') this.#expecting = 'value'
    else this.#flaw('unexpected', token)
  }

  #close(token: JsonToken, kind: '}' | ']'): 'syntax' | undefined {
    const frame = this.#frames.at(-1)
    if (frame?.close !== kind) return this.#giveUp('mismatch', token)
    if (this.#expecting === 'colon' || this.#last.kind === ':') this.#flaw('missingValue', token)
    else if (this.#last.kind === ',') this.#flaw('trailingComma', this.#last)
    this.#frames.pop()
    this.#valueDone()
    return undefined
  }

  /** A string, a scalar or an opening bracket: a key where one is due, else a value. */
  #open(token: JsonToken): Stop | undefined {
    if (this.#expecting === 'comma') {
      this.#flaw('missingComma', { start: this.#last.end, end: token.end })
      this.#expecting = this.#next()
    }
    if (this.#expecting === 'colon') {
      this.#flaw('missingColon', token)
      this.#expecting = 'value'
    }
    if (this.#expecting === 'key' || this.#expecting === 'firstKey') return this.#key(token)
    this.#visitor.value?.(() => this.#pointer(), token, this.#frames.at(-1)?.keyAt)
    if (++this.#values > MAX_VALUES) return 'tooMany'
    if (token.kind !== '{' && token.kind !== '[') this.#valueDone()
    else {
      if (this.#frames.length >= MAX_NESTING) return 'tooDeep'
      const close = token.kind === '{' ? '}' : ']'
      this.#frames.push({ close, opened: token.start, keys: new Map(), key: '', keyAt: undefined, index: 0 })
      this.#expecting = token.kind === '{' ? 'firstKey' : 'firstValue'
    }
    return undefined
  }

  #key(token: JsonToken): 'syntax' | 'keyTooLong' | undefined {
    const frame = this.#frames.at(-1)
    if (frame === undefined || token.kind === '{' || token.kind === '[') return this.#giveUp('keyExpected', token)
    if (token.kind === 'scalar' && token.flaw === undefined) this.#flaw('unquotedKey', token)
    // Every letter may be written as an escape of six.
    if (token.end - token.start > ESCAPED * MAX_KEY + 2) return 'keyTooLong'
    frame.key = keyText(this.#text, token)
    if (frame.key.length > MAX_KEY) return 'keyTooLong'
    frame.keyAt = token.start
    const first = frame.keys.get(frame.key)
    if (first === undefined) frame.keys.set(frame.key, token.start)
    else this.#visitor.duplicate?.(() => this.#pointer(), token, first)
    this.#expecting = 'colon'
    return undefined
  }

  #valueDone(): void {
    const frame = this.#frames.at(-1)
    this.#expecting = frame === undefined ? 'end' : 'comma'
    if (frame?.close === ']') frame.index++
  }

  #next(): Expecting {
    return this.#frames.at(-1)?.close === '}' ? 'key' : 'value'
  }

  #atEnd(token: JsonToken): WalkEnd {
    if (this.#expecting === 'end') return { stopped: false }
    const opened = this.#frames.at(-1)?.opened
    this.#flaw(opened === undefined ? 'noValue' : 'unclosed', token)
    return { stopped: 'syntax', at: token.start }
  }

  #giveUp(kind: GrammarFlaw, token: JsonToken): 'syntax' {
    this.#flaw(kind, token)
    return 'syntax'
  }

  #flaw(kind: TokenFlaw | GrammarFlaw, { start, end }: { start: number; end: number }): void {
    const opened = this.#frames.at(-1)?.opened
    this.#visitor.flaw?.({ kind, start, end, ...(opened === undefined ? {} : { opened }) })
  }

  #pointer(): string {
    return toPointer(this.#frames.map((frame) => (frame.close === '}' ? frame.key : frame.index)))
  }
}

/** A key as the reader will know it: unescaped and in NFC. */
function keyText(text: string, token: JsonToken): string {
  const raw = text.slice(token.start, token.end)
  if (token.kind === 'scalar') return raw.normalize('NFC')
  const key: unknown = raw.includes('\\') && token.flaw === undefined ? JSON.parse(raw) : raw.slice(1, -1)
  return String(key).normalize('NFC')
}

/** What is wrong with the order of the tokens. */
type GrammarFlaw =
  | 'missingComma'
  | 'trailingComma'
  | 'extraComma'
  | 'missingColon'
  | 'missingValue'
  | 'unexpected'
  | 'unquotedKey'
  | 'keyExpected'
  | 'mismatch'
  | 'unclosed'
  | 'noValue'
  | 'afterEnd'

/** One fault of syntax: from `start` to `end`; `opened` is where the bracket was opened that it concerns. */
export interface JsonFlaw {
  kind: TokenFlaw | GrammarFlaw
  start: number
  end: number
  opened?: number
}

/** Who is told what stands where. `pointer()` costs, so it is asked only by those who need it. */
export interface JsonVisitor {
  flaw?(flaw: JsonFlaw): void
  /** A key that its object already has. */
  duplicate?(pointer: () => string, key: JsonToken, first: number): void
  /** A value begins; `key` is the offset of its key where it has one. */
  value?(pointer: () => string, token: JsonToken, key: number | undefined): void
}

/** How the walk ended; `stopped` where going on was pointless, `at` its offset. */
export type WalkEnd = { stopped: false } | { stopped: Stop; at: number; end?: number }

/** What is wrong with one token, though it can be told what was meant. */
type TokenFlaw =
  | 'comment'
  | 'oddSpace'
  | 'singleQuotes'
  | 'smartQuotes'
  | 'unclosedString'
  | 'controlInString'
  | 'badEscape'
  | 'badNumber'
  | 'bareWord'

/** One token of a JSON text, or of a text that was meant to be JSON. Offsets are UTF-16 units, `end` exclusive. */
export interface JsonToken {
  kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'scalar' | 'skip' | 'end'
  start: number
  end: number
  flaw?: TokenFlaw
}

const PUNCTUATION = '{}[]:,'
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/
const ESCAPE = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/
const SMART_QUOTES = '“”„‟‘’«»'
const WORD = /[^,:{}[\]"\r\n]*/y
const COMMENT = /\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|#[^\r\n]*/y
const BLANK = /[ \t\r\n]*/y
const ODD_SPACE = /[^\S \t\r\n]+/y
const LINE_END = /[\r\n]|$/g

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** A string from its opening `"`, to its closing one or to the end of the line. */
function quoted(text: string, start: number): JsonToken {
  let unusual = false
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      const token: JsonToken = { kind: 'string', start, end: at + 1 }
      if (!unusual) return token
      const inner = text.slice(start + 1, at).replace(/\\\\/g, '')
      const flaw = ESCAPE.test(inner) ? 'badEscape' : hasControl(inner) ? 'controlInString' : undefined
      return flaw === undefined ? token : { ...token, flaw }
    }
    if (code === 0x0a || code === 0x0d) return { kind: 'string', start, end: at, flaw: unclosed(text.slice(start, at)) }
    if (code === 0x5c) {
      unusual = true
      if (text.charCodeAt(at + 1) >= 0x20) at++
    } else if (code < 0x20) unusual = true
  }
  return { kind: 'string', start, end: text.length, flaw: unclosed(text.slice(start)) }
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 0x20) return true
  return false
}

/** A line that ends in a smart quote was meant to be closed by it. */
function unclosed(line: string): TokenFlaw {
  const last = line
    .trimEnd()
    .replace(/[,:\]}]$/, '')
    .trimEnd()
    .at(-1)
  return last !== undefined && SMART_QUOTES.includes(last) ? 'smartQuotes' : 'unclosedString'
}

/** A text in quotes that JSON does not know, to its closing sign or to the end of the line. */
function oddlyQuoted(text: string, start: number): JsonToken {
  const flaw = text[start] === "'" ? 'singleQuotes' : 'smartQuotes'
  LINE_END.lastIndex = start + 1
  const lineEnd = LINE_END.exec(text)?.index ?? text.length
  const rest = text.slice(start + 1, lineEnd)
  const close = rest.search(flaw === 'singleQuotes' ? /'(?=\s*([,:\]}]|$))/ : /[“”„‟‘’«»"](?=\s*([,:\]}]|$))/)
  return { kind: 'string', start, end: close === -1 ? lineEnd : start + 1 + close + 1, flaw }
}

function bare(text: string, start: number): JsonToken {
  const raw = text.slice(start, start + Math.max(1, matchAt(WORD, text, start)))
  const comment = raw.search(/ (\/\/|\/\*|#)/)
  const word = (comment === -1 ? raw : raw.slice(0, comment)).trimEnd()
  const token: JsonToken = { kind: 'scalar', start, end: start + word.length }
  if (word === 'true' || word === 'false' || word === 'null' || NUMBER.test(word)) return token
  return { ...token, flaw: /^[-+.\d][\d.,eE+-]*$/.test(word) ? 'badNumber' : 'bareWord' }
}

/** The token that begins at or after `from`; white space before it is passed over. */
export function nextToken(text: string, from: number): JsonToken {
  const start = from + matchAt(BLANK, text, from)
  const sign = text[start]
  if (sign === undefined) return { kind: 'end', start, end: start }
  if (PUNCTUATION.includes(sign)) return { kind: sign as JsonToken['kind'], start, end: start + 1 }
  if (sign === '"') return quoted(text, start)
  const odd = matchAt(ODD_SPACE, text, start)
  if (odd > 0) return { kind: 'skip', start, end: start + odd, flaw: 'oddSpace' }
  const comment = matchAt(COMMENT, text, start)
  if (comment > 0) return { kind: 'skip', start, end: start + comment, flaw: 'comment' }
  if (sign === "'" || SMART_QUOTES.includes(sign)) return oddlyQuoted(text, start)
  return bare(text, start)
}
