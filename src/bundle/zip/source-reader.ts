import type { Reader } from '@zip.js/zip.js'
import type { ByteSource } from '../../base/bytes.ts'

/** A {@link ByteSource} as zip.js wants to read it; keeps what the source failed with, apart from zip.js's own errors. */
export class SourceReader {
  readonly size: number
  readonly #source: ByteSource
  /** The first error of the source itself. */
  failure: { error: unknown } | undefined

  constructor(source: ByteSource) {
    this.#source = source
    this.size = source.size
  }

  async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    const fits = Math.max(0, Math.min(length, this.size - offset))
    if (fits === 0) return new Uint8Array()
    try {
      return await this.#source.read(offset, fits)
    } catch (error) {
      this.failure ??= { error }
      throw error
    }
  }

  /** zip.js reads a listing with `size` and `readUint8Array` only; its type also asks for streams. */
  asReader(): Reader<unknown> {
    return this as unknown as Reader<unknown>
  }
}
