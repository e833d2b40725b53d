import type { ByteSource, Stopwatch } from '../base/bytes.ts'

/**
 * The same source and a stopwatch that stands still while the source is waited for. So a bundle is refused for the time
 * that reading it takes us, never because the store was slow; that is for the store's own time limits.
 */
export function ownTime(source: ByteSource, stopwatch: Stopwatch): { source: ByteSource; stopwatch: Stopwatch } {
  let waited = 0
  async function read(offset: number, length: number): Promise<Uint8Array> {
    const start = stopwatch()
    try {
      return await source.read(offset, length)
    } finally {
      waited += stopwatch() - start
    }
  }
  return { source: { size: source.size, read }, stopwatch: () => stopwatch() - waited }
}
