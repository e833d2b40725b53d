import * as z from 'zod'
import { type ChildMessage, MOST_BYTES, MOST_PARTS, MOST_PICTURE, PREFIX_BYTES, partsOf } from './messages.ts'

// A file may have figures that are none; JSON has null for them.
const figure = z.nullable(z.number()).transform((value) => value ?? 0)
const count = z.int().nonnegative()
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const id = z.string().max(40)

const box = z.strictObject({
  x: figure,
  y: figure,
  width: figure,
  height: figure,
  words: z.optional(z.array(figure)),
})
const line = z.strictObject({
  text: z.string(),
  cells: z.array(z.string()),
  cell: z.optional(z.string()),
  boxes: z.optional(z.array(box)),
})
const text = z.strictObject({
  format: z.enum(['pdf', 'doc']),
  text: z.enum(['read', 'scan', 'legacyFont', 'locked', 'unreadable', 'overBounds', 'none']),
  reason: z.optional(id),
  pages: z.optional(count),
  flags: z.array(z.enum(['trackedChanges', 'hiddenText', 'lettersLost', 'converted', 'recognised', 'otherFormat'])),
  content: z.array(z.strictObject({ page: z.optional(count), lines: z.array(line) })),
  drawn: z.optional(z.strictObject({ inked: count, hash })),
})
const signatures = z.array(
  z.strictObject({
    intact: z.boolean(),
    trusted: z.boolean(),
    complete: z.boolean(),
    reason: z.optional(id),
    by: z.optional(z.string()),
    organization: z.optional(z.string()),
    signedAt: z.optional(z.iso.datetime()),
    time: z.optional(z.enum(['timestamp', 'claimed'])),
  }),
)
const scan = z.strictObject({
  page: count,
  words: z.array(
    z.strictObject({ text: z.string(), confidence: figure, box: z.tuple([figure, figure, figure, figure]) }),
  ),
  lines: z.array(line),
  seen: z.array(line),
  red: z.array(line),
  confidence: figure,
})
/** A line of print comes to some 20 kB, a page of it to 200. */
const cut = z.strictObject({
  png: z.base64().max(MOST_PICTURE),
  width: figure,
  height: figure,
  pages: z.optional(count),
})
const message = z.union([
  z.literal('ready'),
  z.strictObject({ signatures }),
  z.strictObject({
    reading: z.strictObject({ text, signatures, scan: z.optional(scan), line: z.optional(cut) }),
    sound: z.boolean(),
    fault: z.optional(z.string().max(2_000)),
  }),
])

/**
 * Takes the messages out of what a child process writes. The child may be in the hands of the file it read: nothing is
 * taken that is longer than it may be, or of another form.
 */
export class MessageReader {
  #pieces: Uint8Array[] = []
  #held = 0

  /** The messages that are whole now. @throws Error when what came is no message */
  take(piece: Uint8Array): ChildMessage[] {
    this.#pieces.push(piece)
    this.#held += piece.length
    const messages: ChildMessage[] = []
    for (let next = this.#next(); next !== undefined; next = this.#next()) messages.push(next)
    return messages
  }

  #next(): ChildMessage | undefined {
    if (this.#held < PREFIX_BYTES) return undefined
    const length = this.#joined(PREFIX_BYTES).readUInt32LE()
    if (length > MOST_BYTES) throw new Error(`a message of ${length} bytes; at most ${MOST_BYTES} are taken`)
    if (this.#held < PREFIX_BYTES + length) return undefined
    const all = this.#joined(this.#held)
    const json = all.subarray(PREFIX_BYTES, PREFIX_BYTES + length)
    this.#pieces = [all.subarray(PREFIX_BYTES + length)]
    this.#held -= PREFIX_BYTES + length
    if (partsOf(json) > MOST_PARTS) throw new Error(`a message of more than ${MOST_PARTS} parts`)
    return message.parse(JSON.parse(json.toString()))
  }

  /** What is held, its first bytes in one piece: joined only as far as they are not. */
  #joined(least: number): Buffer {
    const [first] = this.#pieces
    if (first === undefined || first.length < least) this.#pieces = [Buffer.concat(this.#pieces)]
    const [joined = Buffer.alloc(0)] = this.#pieces
    return Buffer.from(joined.buffer, joined.byteOffset, joined.length)
  }
}
