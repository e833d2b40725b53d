import type { ByteSource } from '../core/files.ts'

/** How a {@link blockSource} reads ahead. */
export interface Blocks {
  /** Bytes had in one request. */
  blockBytes: number
  /** Blocks held in memory; the one used longest ago goes first. */
  kept: number
}

/** A 50 MiB archive read front to back is seven requests and at most 24 MiB of memory. */
export const DEFAULT_BLOCKS: Blocks = { blockBytes: 8 * 1024 * 1024, kept: 3 }

/**
 * A {@link ByteSource} over something where a request is dear: bytes are had in aligned blocks, and the blocks used
 * last are kept. Reads at the same time share a request; a failed request is not kept.
 * @param fetchBlock exactly `length` bytes from `offset`
 * @param first the first block, where it is at hand already
 */
export function blockSource(
  size: number,
  fetchBlock: (offset: number, length: number) => Promise<Uint8Array>,
  blocks: Blocks,
  first?: Uint8Array,
): ByteSource {
  const held = new Map<number, Promise<Uint8Array>>()
  if (first !== undefined) held.set(0, Promise.resolve(first))

  function block(index: number): Promise<Uint8Array> {
    const offset = index * blocks.blockBytes
    const found = held.get(index) ?? fetchBlock(offset, Math.min(blocks.blockBytes, size - offset))
    held.delete(index)
    held.set(index, found)
    found.catch(() => held.get(index) === found && held.delete(index))
    for (const oldest of held.keys()) {
      if (held.size <= blocks.kept) break
      held.delete(oldest)
    }
    return found
  }

  return {
    size,
    async read(offset, length) {
      checkRange(size, offset, length)
      const bytes = new Uint8Array(length)
      for (let at = offset; at < offset + length; ) {
        const index = Math.floor(at / blocks.blockBytes)
        const start = at - index * blocks.blockBytes
        const part = (await block(index)).subarray(start, start + offset + length - at)
        bytes.set(part, at - offset)
        at += part.length
      }
      return bytes
    },
  }
}

/** @throws RangeError unless `length` bytes from `offset` lie within `size` */
export function checkRange(size: number, offset: number, length: number): void {
  const whole = Number.isSafeInteger(offset) && Number.isSafeInteger(length)
  if (!whole || offset < 0 || length < 0 || offset + length > size)
    throw new RangeError(`no ${length} bytes at ${offset} in ${size} bytes`)
}
