/**
 * Acts on each item, on at most `most` at a time, in the order in which they come.
 * @throws what `act` or the items throw first; what was begun is waited for
 */
export async function mapConcurrent<T>(
  items: AsyncIterable<T> | Iterable<T>,
  most: number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
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

/** Keeps answers of a pure function, a bounded number of them: when full, it forgets all and starts again. */
export class BoundedMemo<K, V> {
  readonly #known = new Map<K, V>()
  readonly #most: number

  constructor(most = 8192) {
    this.#most = most
  }

  /** The answer kept for `key`, or worked out now. What `work` throws is not kept. */
  get(key: K, work: () => V): V {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const value = work()
    if (this.#known.size >= this.#most) this.#known.clear()
    this.#known.set(key, value)
    return value
  }

  /** The answer kept for `key`; undefined where there is none. */
  peek(key: K): V | undefined {
    return this.#known.get(key)
  }

  /** Lets an answer be worked out anew: of one that is a promise, which failed. */
  forget(key: K): void {
    this.#known.delete(key)
  }
}

/**
 * A function that makes something at its first call and gives the same ever after. What failed is made anew by the next
 * call: a store that did not answer once may answer then.
 */
export function memoizeAsync<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
