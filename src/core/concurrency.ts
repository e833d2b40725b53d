/**
 * Acts on each item, on at most `most` at a time, in the order in which they come.
 * @throws what `act` or the items throw first; what was begun is waited for
 */
export async function mapConcurrent<T>(
  items: AsyncIterable<T>,
  most: number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]()
  let failed = false
  async function worker(): Promise<void> {
    try {
      while (!failed) {
        const next = await iterator.next()
        if (next.done) return
        await act(next.value)
      }
    } catch (error) {
      failed = true
      throw error
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: most }, worker))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
