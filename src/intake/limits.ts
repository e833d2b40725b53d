import type { ByteSource } from '../core/files.ts'
import type { ReadLimits, ReadOptions } from './container.ts'
import { displayName, sizesOver } from './display.ts'
import { archiveRefusal } from './refusals/archive.ts'

/** Keeps count of what a container has cost so far and refuses it once it is too much. */
export class Budget {
  readonly #limits: Readonly<ReadLimits>
  #entries = 0
  #bytes = 0

  constructor(limits: Readonly<ReadLimits>) {
    this.#limits = limits
  }

  /**
   * One more entry, be it a folder or litter.
   * @throws Refusal when there are too many
   */
  addEntry(): void {
    this.#entries += 1
    if (this.#entries > this.#limits.entries)
      throw archiveRefusal('too-many-entries', { found: `${this.#entries} > ${this.#limits.entries}` })
  }

  /**
   * The unpacked bytes of one entry.
   * @throws Refusal when it alone, or all together, are too large
   */
  addBytes(name: string, bytes: number): void {
    const { entryBytes, unpackedBytes } = this.#limits
    if (bytes > entryBytes)
      throw archiveRefusal('entry-too-large', { entry: displayName(name), found: sizesOver(bytes, entryBytes) })
    this.#bytes += bytes
    if (this.#bytes > unpackedBytes)
      throw archiveRefusal('unpacked-too-large', { found: sizesOver(this.#bytes, unpackedBytes) })
  }

  /**
   * Compares `unpacked` bytes with the `packed` ones they come from, of one entry or of all together.
   * @throws Refusal when no document packs so well
   */
  checkRatio(name: string, packed: number, unpacked: number): void {
    const { ratio, ratioFreeBytes } = this.#limits
    const counted = unpacked - ratioFreeBytes
    if (counted <= ratio * packed) return
    const met = Math.ceil(counted / Math.max(1, packed))
    throw archiveRefusal('ratio-too-high', { entry: displayName(name), found: `${met}:1 > ${ratio}:1` })
  }

  /** Unpacked bytes of all entries added. */
  get bytes(): number {
    return this.#bytes
  }
}

/** The time one reading may take, from its start. */
export class Deadline {
  readonly #options: ReadOptions
  readonly #start: number

  constructor(options: ReadOptions) {
    this.#options = options
    this.#start = options.stopwatch()
  }

  /** @throws Refusal when the time is over */
  check(): void {
    const passed = this.#options.stopwatch() - this.#start
    if (passed > this.#options.limits.milliseconds || this.#options.signal?.aborted)
      throw this.#refusal(passed, this.#options.signal?.reason)
  }

  /**
   * The outcome of `work`, or a Refusal once the signal says stop: something that never answers does not hang us.
   * @throws Refusal `read-timeout`, or whatever `work` fails with
   */
  async race<T>(work: () => Promise<T>): Promise<T> {
    this.check()
    const { signal, stopwatch } = this.#options
    if (signal === undefined) return work()
    let stop: (() => void) | undefined
    const stopped = new Promise<never>((_, reject) => {
      stop = () => reject(this.#refusal(stopwatch() - this.#start, signal.reason))
      signal.addEventListener('abort', stop, { once: true })
    })
    try {
      return await Promise.race([work(), stopped])
    } finally {
      if (stop !== undefined) signal.removeEventListener('abort', stop)
    }
  }

  #refusal(passed: number, cause: unknown) {
    const found = `${Math.round(passed)} ms > ${this.#options.limits.milliseconds} ms`
    return archiveRefusal('read-timeout', { found, cause })
  }
}

/** The same bytes, each read within the deadline. */
export function withDeadline(source: ByteSource, deadline: Deadline): ByteSource {
  return { size: source.size, read: (offset, length) => deadline.race(() => source.read(offset, length)) }
}
