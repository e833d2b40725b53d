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
