import { deserialize, serialize } from 'node:v8'
import type { Box } from '../../dossier/reading.ts'
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

const PREFIX_BYTES = 8

/** A job and the file to read, as they arrive. */
export interface Frame {
  job: Job
  bytes: Uint8Array
}

/** What goes before the bytes of a file on the way to the child: the lengths of the job and of the file, then the job. */
export function frameHead(job: Job, length: number): Uint8Array {
  const said = serialize(job)
  const prefix = Buffer.alloc(PREFIX_BYTES)
  prefix.writeUInt32LE(said.length, 0)
  prefix.writeUInt32LE(length, 4)
  return Buffer.concat([prefix, said])
}

/** Takes frames from a stream of bytes, copying each byte once: a file may have 100 MB. */
export async function* frames(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const source = new Pieces(stream)
  for (;;) {
    const prefix = await source.take(PREFIX_BYTES)
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
