/** What is wrong with one token, though it can be told what was meant. */
export type TokenFlaw =
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

/** A key as the reader will know it: unescaped and in NFC. */
export function keyText(text: string, token: JsonToken): string {
  const raw = text.slice(token.start, token.end)
  if (token.kind === 'scalar') return raw.normalize('NFC')
  const key: unknown = raw.includes('\\') && token.flaw === undefined ? JSON.parse(raw) : raw.slice(1, -1)
  return String(key).normalize('NFC')
}
