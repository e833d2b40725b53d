import type { JsonToken, TokenFlaw } from './json-tokens.ts'

/** What is wrong with the order of the tokens. */
export type GrammarFlaw =
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
export type WalkEnd =
  | { stopped: false }
  | { stopped: 'syntax' | 'tooDeep' | 'tooMany' | 'keyTooLong'; at: number; end?: number }
