import type { ErasableStore, ListOptions, StoredObject } from '../../../src/service/store.ts'

/** How often a store was asked for what; a listing counts once for each thousand of what it tells, as S3 does. */
export interface Counts {
  reads: number
  writes: number
  listings: number
}

const PAGE = 1000
/** Keys are ASCII: what has other letters is escaped in them. So their order is that of their bytes. */
const byBytes = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** A store in memory for many objects, which counts what it is asked for and keeps the keys that were asked for. */
export class CountedStore implements ErasableStore {
  readonly counts: Counts = { reads: 0, writes: 0, listings: 0 }
  /** Keys that were read, and prefixes that were listed. */
  asked: string[] = []
  readonly #objects = new Map<string, Uint8Array>()
  #sorted: string[] | undefined

  /** What was asked for while something was done. */
  async during(act: () => Promise<unknown>): Promise<Counts> {
    const before = { ...this.counts }
    this.asked = []
    await act()
    const { reads, writes, listings } = this.counts
    return { reads: reads - before.reads, writes: writes - before.writes, listings: listings - before.listings }
  }

  #object(key: string): StoredObject | undefined {
    const bytes = this.#objects.get(key)
    return bytes && { key, size: bytes.length, modified: '2026-01-01T00:00:00Z' }
  }

  #reading(key: string): void {
    this.counts.reads++
    this.asked.push(key)
  }

  async head(key: string) {
    this.#reading(key)
    return this.#object(key)
  }
  async read(key: string) {
    this.#reading(key)
    return this.#objects.get(key)
  }
  async source(key: string) {
    this.#reading(key)
    const bytes = this.#objects.get(key)
    return bytes && { size: bytes.length, read: async (at: number, length: number) => bytes.slice(at, at + length) }
  }
  async putIfAbsent(key: string, bytes: Uint8Array) {
    this.counts.writes++
    if (this.#objects.has(key)) return 'present' as const
    this.#set(key, bytes)
    return 'written' as const
  }
  async put(key: string, bytes: Uint8Array) {
    this.counts.writes++
    this.#set(key, bytes)
  }
  #set(key: string, bytes: Uint8Array): void {
    if (!this.#objects.has(key)) this.#sorted = undefined
    this.#objects.set(key, bytes)
  }
  async remove(key: string) {
    this.counts.writes++
    this.#objects.delete(key)
    this.#sorted = undefined
  }
  async erase(key: string) {
    await this.remove(key)
    return 'erased' as const
  }

  async *list(prefix: string, { after = '', limit = Number.POSITIVE_INFINITY, shallow }: ListOptions = {}) {
    this.#sorted ??= [...this.#objects.keys()].sort(byBytes)
    this.asked.push(prefix)
    this.counts.listings++
    let told = 0
    let last = ''
    for (let at = this.#first(prefix); this.#sorted[at]?.startsWith(prefix) && told < limit; at++) {
      const key = this.#sorted[at] ?? ''
      if (byBytes(key, after) <= 0) continue
      const end = shallow ? key.indexOf('/', prefix.length) : -1
      const name = end < 0 ? key : key.slice(0, end + 1)
      if (name === last) continue
      if (told > 0 && told % PAGE === 0) this.counts.listings++
      told++
      last = name
      yield end < 0 ? (this.#object(key) ?? { key, size: 0 }) : { key: name, size: 0 }
    }
  }

  /** Where keys that begin with a prefix stand among the sorted. */
  #first(prefix: string): number {
    const keys = this.#sorted ?? []
    let [low, high] = [0, keys.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (byBytes(keys[middle] ?? '', prefix) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
