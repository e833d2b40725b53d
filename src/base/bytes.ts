/** Random access to bytes that need not be in memory: a file, an object in a store, a buffer. */
export interface ByteSource {
  /** Total size in bytes. */
  readonly size: number
  /**
   * Exactly `length` bytes from `offset`.
   * @throws when the bytes cannot be had (a fault of the store or the disk, never of the bundle)
   */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** Milliseconds since some start. Only the edges hold a real one; the core is handed it to keep its time limits. */
export type Stopwatch = () => number

/** A {@link ByteSource} over bytes already in memory. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) }
}
