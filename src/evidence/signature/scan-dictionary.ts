import { endOfLiteral, endOfWord, skipWhite, standsAt } from './pdf-bytes.ts'

/** Where a value stands in the file: `end` is past its last byte. */
export interface Span {
  start: number
  end: number
}

/** A dictionary with a `ByteRange` of its own: a signature, as it stands in the file, nothing checked. */
export interface SignatureDictionary {
  /** The numbers of `/ByteRange`; undefined when it is not an array of a few numbers. */
  byteRange?: readonly number[]
  /** `/Contents` with its angle brackets; undefined when it is absent or no hexadecimal string. */
  contents?: Span
  /** `/M`, as the bytes between its parentheses. */
  modified?: string
  subFilter?: string
  /** Rights of a form that its maker granted (`/TransformMethod /UR3`): nobody signed. */
  usageRights: boolean
  /** A key stands twice: readers differ on which of the two counts. */
  ambiguous: boolean
}

/** One dictionary read to its end. */
export interface ScannedDictionary {
  end: number
  signatures: SignatureDictionary[]
  /** A direct `/Length`, of a stream's dictionary. */
  length?: number
  /** Its end was not found: damaged, or too deep. */
  broken: boolean
}

type Value =
  | { name: string }
  | { word: string }
  | { number: number }
  | { numbers: readonly number[] }
  | { text: string }
  | { hex: Span }

interface Frame {
  kind: 'dictionary' | 'array'
  key?: string
  last?: string
  values: Map<string, Value>
  numbers: number[]
  ambiguous: boolean
  usageRights: boolean
}

const MAX_DEPTH = 64
const MAX_NUMBERS = 8
/** A literal string longer than this is no date. */
const MAX_TEXT = 64
const KEPT = new Set(['ByteRange', 'Contents', 'M', 'SubFilter', 'TransformMethod', 'Length'])
const ENDS = new Set(['endobj', 'obj', 'stream', 'endstream', 'xref', 'trailer', 'startxref'])

/**
 * Reads the dictionary that opens at `from` once, from left to right, and finds the signatures in it at any depth.
 * Time grows with its length only, whatever is in it.
 */
export function scanDictionary(pdf: Buffer, from: number): ScannedDictionary {
  const stack: Frame[] = []
  const signatures: SignatureDictionary[] = []
  let at = from
  const broken = (): ScannedDictionary => ({ end: at, signatures: [], broken: true })
  for (;;) {
    at = skipWhite(pdf, at)
    if (at >= pdf.length) return broken()
    const frame = stack.at(-1)
    if (standsAt(pdf, at, '<<') || pdf[at] === 0x5b) {
      const kind = pdf[at] === 0x5b ? 'array' : 'dictionary'
      if (stack.length >= MAX_DEPTH) return broken()
      stack.push({ kind, values: new Map(), numbers: [], ambiguous: false, usageRights: false })
      at += kind === 'array' ? 1 : 2
    } else if (standsAt(pdf, at, '>>') || pdf[at] === 0x5d) {
      const kind = pdf[at] === 0x5d ? 'array' : 'dictionary'
      const closed = stack.pop()
      if (closed?.kind !== kind) return broken()
      at += kind === 'array' ? 1 : 2
      if (closed.values.has('ByteRange')) signatures.push(signatureOf(closed))
      const parent = stack.at(-1)
      if (parent === undefined) return { end: at, signatures, broken: false, ...lengthOf(closed) }
      if (!closed.values.has('ByteRange')) parent.usageRights ||= closed.usageRights
      if (kind === 'array') put(parent, { numbers: closed.numbers })
      else {
        parent.last = parent.key
        delete parent.key
      }
    } else {
      const token = tokenAt(pdf, at)
      at = Math.max(token.end, at + 1)
      if (frame === undefined || 'ends' in token) return broken()
      if ('value' in token) put(frame, token.value)
      else if (frame.last !== undefined) frame.values.delete(frame.last)
    }
  }
}

/** What stands at `at`: a value; or the `R` of a reference, whose numbers were no value; or a word no dictionary holds. */
function tokenAt(pdf: Buffer, at: number): { end: number } & ({ value: Value } | { ends: true } | { reference: true }) {
  if (pdf[at] === 0x28) {
    const end = endOfLiteral(pdf, at)
    return { end, value: { text: end - at > MAX_TEXT ? '' : pdf.toString('latin1', at + 1, end - 1) } }
  }
  if (pdf[at] === 0x3c) {
    const close = pdf.indexOf(0x3e, at)
    return close < 0
      ? { end: pdf.length, ends: true }
      : { end: close + 1, value: { hex: { start: at, end: close + 1 } } }
  }
  const named = pdf[at] === 0x2f
  const end = endOfWord(pdf, named ? at + 1 : at)
  const word = pdf.toString('latin1', named ? at + 1 : at, Math.min(end, at + MAX_TEXT))
  if (named) return { end, value: { name: unescaped(word) } }
  if (word === 'R') return { end, reference: true }
  if (ENDS.has(word)) return { end, ends: true }
  return { end, value: /^[+-]?\d+$/.test(word) ? { number: Number(word) } : { word } }
}

/** A name may hide its letters: `/Byte#52ange` is `/ByteRange` (ISO 32000-1, 7.3.5). */
const unescaped = (name: string): string =>
  name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function put(frame: Frame, value: Value): void {
  if (frame.kind === 'array') {
    frame.numbers.push('number' in value && frame.numbers.length < MAX_NUMBERS ? value.number : Number.NaN)
    frame.numbers.length = Math.min(frame.numbers.length, MAX_NUMBERS)
  } else if (frame.key !== undefined) {
    const key = frame.key
    delete frame.key
    frame.last = key
    if (!KEPT.has(key)) return
    if (frame.values.has(key)) frame.ambiguous = true
    frame.values.set(key, value)
    if (key === 'TransformMethod' && 'name' in value && value.name.startsWith('UR')) frame.usageRights = true
  } else if ('name' in value) frame.key = value.name
}

function lengthOf(frame: Frame): { length?: number } {
  const value = frame.values.get('Length')
  return value !== undefined && 'number' in value ? { length: value.number } : {}
}

function signatureOf(frame: Frame): SignatureDictionary {
  const value = (key: string) => frame.values.get(key)
  const [range, contents, modified, subFilter] = [value('ByteRange'), value('Contents'), value('M'), value('SubFilter')]
  return {
    ...(range !== undefined && 'numbers' in range && { byteRange: range.numbers }),
    ...(contents !== undefined && 'hex' in contents && { contents: contents.hex }),
    ...(modified !== undefined && 'text' in modified && { modified: modified.text }),
    ...(subFilter !== undefined && 'name' in subFilter && { subFilter: subFilter.name }),
    usageRights: frame.usageRights,
    ambiguous: frame.ambiguous,
  }
}
