import { createHash } from 'node:crypto'
import type { ByteSource } from '../../base/bytes.ts'

/** Small entries are read together: fewer requests to a store, bounded memory. */
const WINDOW_BYTES = 1024 * 1024

/** Reads a source once from its first byte to its last, hashing all that passes. */
export class FrontToBack {
  readonly #source: ByteSource
  readonly #hash = createHash('sha256')
  #window: Uint8Array = new Uint8Array()
  /** Offset just after the window. */
  #fetched = 0

  constructor(source: ByteSource) {
    this.#source = source
  }

  /** Offset of the next byte to be taken. */
  get position(): number {
    return this.#fetched - this.#window.length
  }

  /** The next `length` bytes (fewer at the end of the source). */
  async take(length: number): Promise<Uint8Array> {
    if (this.#window.length < length) {
      const missing = length - this.#window.length
      const fetched = await this.#fetch(Math.max(missing, WINDOW_BYTES))
      this.#window = this.#window.length === 0 ? fetched : Buffer.concat([this.#window, fetched])
    }
    const taken = this.#window.subarray(0, length)
    this.#window = this.#window.subarray(length)
    return taken
  }

  /** Moves on to `offset`, which must not lie behind. */
  async skipTo(offset: number): Promise<void> {
    while (this.position < offset) await this.take(Math.min(offset - this.position, WINDOW_BYTES))
  }

  /** Reads what is left and tells the lower-case hex SHA-256 of the whole source. */
  async finish(): Promise<string> {
    this.#window = new Uint8Array()
    while (this.#fetched < this.#source.size) await this.#fetch(WINDOW_BYTES)
    return this.#hash.copy().digest('hex')
  }

  async #fetch(length: number): Promise<Uint8Array> {
    const fits = Math.min(length, this.#source.size - this.#fetched)
    if (fits === 0) return new Uint8Array()
    const bytes = await this.#source.read(this.#fetched, fits)
    this.#hash.update(bytes)
    this.#fetched += fits
    return bytes
  }
}
