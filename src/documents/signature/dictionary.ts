import { inflateSync } from 'node:zlib'
import type { SignatureReason } from '../../dossier/reading.ts'
import { isWhite, type Span, skipWhite, standsAt, tokenAt, type Value } from './pdf-tokens.ts'

const OBJECT = 'obj'
const END = 'endstream'

/** Bytes that all object streams of a file are unpacked to, at most. */
const MOST_UNPACKED = 32 * 1024 * 1024

/**
 * The signature dictionaries of a PDF, in the order of the file, whichever revision added them: every object of the file
 * is walked over once, and what stands in a stream is passed over (a PDF inside a PDF has signatures of its own). A
 * signature cannot stand in an object stream, since its `/ByteRange` counts bytes of the file (ISO 32000-1, 12.8.1): one that
 * does was written anew after signing, and covers nothing. A field without one holds no `/ByteRange` and is no signature.
 */
export function* findSignatures(pdf: Buffer): Generator<SignatureDictionary> {
  let unpacked = 0
  let at = pdf.indexOf(OBJECT)
  while (at >= 0) {
    let next = at + OBJECT.length
    if (isWhite(pdf[at - 1])) {
      next = skipWhite(pdf, next)
      if (standsAt(pdf, next, '<<')) {
        const { end, length, signatures, broken, objects } = scanDictionary(pdf, next)
        yield* signatures
        next = broken ? end : pastStream(pdf, end, length)
        const packed =
          objects && !broken ? unpackedStream(pdf.subarray(end, next), MOST_UNPACKED - unpacked) : undefined
        if (packed !== undefined) {
          unpacked += packed.length
          yield* rewrittenSignatures(packed)
        }
      }
    }
    at = pdf.indexOf(OBJECT, next)
  }
}

/** What an object stream holds; undefined where it cannot be unpacked, or to more than there is room for. */
function unpackedStream(stream: Buffer, room: number): Buffer | undefined {
  const start = stream.indexOf('stream') + 'stream'.length
  const data = stream.subarray(start + (standsAt(stream, start, '\r\n') ? 2 : 1))
  if (room <= 0) return undefined
  try {
    return inflateSync(data, { maxOutputLength: room })
  } catch {
    // Damaged, packed in another way, or too large: other readers of the file tell.
    return undefined
  }
}

/** Signatures among the objects of an object stream, of which nothing holds any more. */
function* rewrittenSignatures(objects: Buffer): Generator<SignatureDictionary> {
  for (let at = objects.indexOf('<<'); at >= 0; at = objects.indexOf('<<', at)) {
    const { end, signatures } = scanDictionary(objects, at)
    for (const { usageRights, subFilter } of signatures)
      yield { usageRights, ambiguous: false, ...(subFilter !== undefined && { subFilter }) }
    at = Math.max(end, at + 2)
  }
}

/** Where to go on after a dictionary: past the stream that follows it, if one does. */
function pastStream(pdf: Buffer, from: number, length: number | undefined): number {
  const keyword = skipWhite(pdf, from)
  if (!standsAt(pdf, keyword, 'stream')) return keyword
  const data = keyword + 'stream'.length
  if (length !== undefined && length >= 0) {
    const start = data + (standsAt(pdf, data, '\r\n') ? 2 : 1)
    const end = [0, 1, 2].find((lineEnd) => standsAt(pdf, start + length + lineEnd, END))
    if (end !== undefined) return start + length + end + END.length
  }
  const end = pdf.indexOf(END, data)
  return end < 0 ? pdf.length : end + END.length
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
interface ScannedDictionary {
  end: number
  signatures: SignatureDictionary[]
  /** A direct `/Length`, of a stream's dictionary. */
  length?: number
  /** It is that of a stream of objects. */
  objects?: boolean
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
const KEPT = new Set(['Type', 'ByteRange', 'Contents', 'M', 'SubFilter', 'TransformMethod', 'Length'])

/**
 * Reads the dictionary that opens at `from` once, from left to right, and finds the signatures in it at any depth.
 * Time grows with its length only, whatever is in it.
 */
function scanDictionary(pdf: Buffer, from: number): ScannedDictionary {
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
    if (frame.values.has(key) && key !== 'Type') frame.ambiguous = true
    frame.values.set(key, value)
    if (key === 'TransformMethod' && 'name' in value && value.name.startsWith('UR')) frame.usageRights = true
  } else if ('name' in value) frame.key = value.name
}

function lengthOf(frame: Frame): Pick<ScannedDictionary, 'length' | 'objects'> {
  const [value, type] = [frame.values.get('Length'), frame.values.get('Type')]
  const objects = type !== undefined && 'name' in type && type.name === 'ObjStm'
  return { ...(value !== undefined && 'number' in value && { length: value.number }), ...(objects && { objects }) }
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

/** What a signature stands for: the bytes before and after its `/Contents`, and the message in there. */
export interface SignedRange {
  before: Uint8Array
  after: Uint8Array
  /** The CMS message with the zeros that fill up its place. */
  message: Uint8Array
  /** Where the signed bytes end. */
  end: number
}

/** Hexadecimal digits; a message with certificates and lists of revoked ones comes to some 100 KiB. */
const MAX_DIGITS = 16 * 1024 * 1024

/**
 * The bytes a signature covers, when its `/ByteRange` is as it must be: from the first byte of the file, all but exactly
 * its own `/Contents`, nothing twice, nothing beyond the end (ISO 32000-1, 12.8.1). Anything else could hide what is shown.
 */
export function signedRange(
  pdf: Buffer,
  { byteRange, contents, ambiguous }: SignatureDictionary,
): SignedRange | SignatureReason {
  if (ambiguous || contents === undefined || byteRange?.length !== 4) return 'byteRange'
  const [start = -1, first = -1, second = -1, last = -1] = byteRange
  const end = second + last
  const geometry = start === 0 && first === contents.start && second === contents.end && last >= 0 && end <= pdf.length
  if (!geometry) return 'byteRange'
  const digits = contents.end - contents.start - 2
  if (digits > MAX_DIGITS) return 'overBounds'
  const message = Buffer.from(pdf.toString('latin1', contents.start + 1, contents.end - 1), 'hex')
  // What is no digit ends the decoding: white space is allowed in such a string, but no signature needs it.
  if (digits % 2 !== 0 || message.length * 2 !== digits) return 'contentsUnreadable'
  if (message.every((byte) => byte === 0)) return 'contentsEmpty'
  return { before: pdf.subarray(0, first), after: pdf.subarray(second, end), message, end }
}
