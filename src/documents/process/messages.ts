import { deserialize, serialize } from 'node:v8'
import type { Box, SignatureReading } from '../../dossier/reading.ts'
import type { DocumentText } from '../document-text.ts'
import type { ScanPage } from '../ocr/read-scan.ts'
import type { CutOut } from '../pdf/line-picture.ts'
import type { DocumentBounds, TrustList } from '../settings.ts'

/** What the child process is asked: to read a file, whose bytes follow. */
export interface Job {
  format: 'pdf' | 'doc'
  /** The page to recognise, from 0; without it the text of the file is read. */
  scan?: number
  /** The place to cut out of a page, counted from 0, instead. */
  line?: { page: number; box: readonly Box[] }
  /** The page to draw whole, from 0, instead. */
  sheet?: number
  bounds: Readonly<DocumentBounds>
  /** Whom the signatures of a PDF are judged by. */
  trust: TrustList
}

const JOB_PREFIX_BYTES = 8

/** A job and the file to read, as they arrive. */
export interface Frame {
  job: Job
  bytes: Uint8Array
}

/** What goes before the bytes of a file on the way to the child: the lengths of the job and of the file, then the job. */
export function frameHead(job: Job, length: number): Uint8Array {
  const said = serialize(job)
  const prefix = Buffer.alloc(JOB_PREFIX_BYTES)
  prefix.writeUInt32LE(said.length, 0)
  prefix.writeUInt32LE(length, 4)
  return Buffer.concat([prefix, said])
}

/** Takes frames from a stream of bytes, copying each byte once: a file may have 100 MB. */
export async function* frames(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const source = new Pieces(stream)
  for (;;) {
    const prefix = await source.take(JOB_PREFIX_BYTES)
    if (prefix === undefined) return
    const lengths = new DataView(prefix.buffer)
    const said = await source.take(lengths.getUint32(0, true))
    const bytes = await source.take(lengths.getUint32(4, true))
    if (said === undefined || bytes === undefined) return
    yield { job: deserialize(said), bytes }
  }
}

class Pieces {
  readonly #stream: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array()
  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#stream = stream[Symbol.asyncIterator]()
  }

  /** The next bytes, in memory of their own; undefined when the stream ends before. */
  async take(length: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const taken = new Uint8Array(length)
    for (let at = 0; at < length; ) {
      if (this.#rest.length === 0) {
        const next = await this.#stream.next()
        if (next.done) return undefined
        this.#rest = next.value
      }
      const part = this.#rest.subarray(0, length - at)
      taken.set(part, at)
      at += part.length
      this.#rest = this.#rest.subarray(part.length)
    }
    return taken
  }
}

/** What a file came to in the child process. */
export interface ProcessReading {
  text: DocumentText
  signatures: readonly SignatureReading[]
  /** The page that was recognised, where one was asked for and is there. */
  scan?: ScanPage
  /** What was cut out of a page, or the whole page, where that was asked for. */
  line?: CutOut
}

/** Why the child process was ended before it answered; each is a reason of a reading that is over bounds. */
export type Stopped = 'time' | 'memory' | 'crash'

/**
 * What the child process says: that it is there, then of each job the signatures, as soon as they are judged, and one
 * answer.
 */
export type ChildMessage = 'ready' | SignaturesFound | Answer

interface SignaturesFound {
  signatures: readonly SignatureReading[]
}

/** The one answer to a job. */
export interface Answer {
  reading: ProcessReading
  /** Whether the process can be asked again: an engine that failed is not to be trusted with another file. */
  sound: boolean
  /** What kept the engine of OCR from being loaded: a fault of ours, not of the file. */
  fault?: string
}

/** What became of a job that was stopped: why, and what was told before. */
export interface StoppedReading {
  stopped: Stopped
  signatures: readonly SignatureReading[]
}

/** A message may have so many bytes; the text of the longest document that is read, with its boxes, has fewer. */
export const MOST_BYTES = 48 * 1024 * 1024
/** Lists and objects of one message: each takes many times more memory than its two bytes. */
export const MOST_PARTS = 2_000_000
/** Characters of a picture, in base64. */
export const MOST_PICTURE = 1_000_000
export const PREFIX_BYTES = 4
const BRACKET = 0x5b
const BRACE = 0x7b

/** A message as it goes on its way: its length, then JSON; undefined when it is longer than a message may be. */
export function messageFrame(said: ChildMessage): Uint8Array | undefined {
  const json = Buffer.from(JSON.stringify(said))
  if (json.length > MOST_BYTES || partsOf(json) > MOST_PARTS) return undefined
  const prefix = Buffer.alloc(PREFIX_BYTES)
  prefix.writeUInt32LE(json.length)
  return Buffer.concat([prefix, json])
}

/** How many lists and objects JSON has; a few more where its texts have brackets. */
export function partsOf(json: Uint8Array): number {
  let parts = 0
  for (const byte of json) if (byte === BRACKET || byte === BRACE) parts++
  return parts
}
