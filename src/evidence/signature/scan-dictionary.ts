import { skipWhite, standsAt } from './pdf-bytes.ts'
import { type Span, tokenAt, type Value } from './pdf-token.ts'

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
const KEPT = new Set(['ByteRange', 'Contents', 'M', 'SubFilter', 'TransformMethod', 'Length'])

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
