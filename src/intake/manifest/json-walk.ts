import { toPointer } from '../../core/json.ts'
import { type JsonToken, keyText, nextToken, type TokenFlaw } from './json-tokens.ts'
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
