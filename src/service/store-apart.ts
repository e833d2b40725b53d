import { agencyCode, provinceOf } from '../core/names.ts'
import { replaceDocument } from './documents.ts'
import { isBesideVerdict, isPrescreenedKey, PROVISIONAL, provincePrefix, verdictsPrefix } from './keys.ts'
import type { ErasableStore, ListOptions, Store, StoredObject } from './store.ts'

/**
 * Where what no lock may hold stands: it has names of people in it and can be made anew, or is replaced. Below `verdicts/`
 * that is pages and pictures alone.
 */
const APART = ['facts/', 'prescreens/', 'verdicts/'] as const

const isApart = (key: string): boolean =>
  key.startsWith('verdicts/') ? isBesideVerdict(key) : APART.some((prefix) => key.startsWith(prefix))

/**
 * The store of verdicts over two buckets: one whose lock keeps what was decided and who did what, and one without a lock for
 * what was read of bundles, pages and published pre-screenings, so that they go when they are asked to. The second may be the
 * bucket of bundles; its other keys are not seen here.
 */
export function storeApart(locked: ErasableStore, free: ErasableStore): ErasableStore {
  const storeOf = (key: string): ErasableStore => (isApart(key) ? free : locked)
  return {
    head: (key) => storeOf(key).head(key),
    read: (key) => storeOf(key).read(key),
    source: (key, options) => storeOf(key).source(key, options),
    put: (key, bytes, type) => storeOf(key).put(key, bytes, type),
    putIfAbsent: (key, bytes, type) => storeOf(key).putIfAbsent(key, bytes, type),
    remove: (key) => storeOf(key).remove(key),
    erase: (key) => storeOf(key).erase(key),
    async *list(prefix, options = {}) {
      const { limit = Number.POSITIVE_INFINITY } = options
      const both = merged(listOf(locked, prefix, options, false), freeOf(free, prefix, options))
      let listed = 0
      let last: string | undefined
      for await (const object of both) {
        // Both may hold something behind one name.
        if (object.key === last) continue
        if (listed++ >= limit) return
        last = object.key
        yield object
      }
    },
  }
}

/** What of a store belongs to it. A store of which nothing can is not asked. */
async function* listOf(
  store: ErasableStore,
  prefix: string,
  options: ListOptions,
  apart: boolean,
): AsyncGenerator<StoredObject> {
  if (!apart && isAllApart(prefix)) return
  for await (const object of store.list(prefix, options)) {
    const { key } = object
    const mayHold = options.shallow && key.endsWith('/') && (apart || !isAllApart(key))
    if (mayHold || isApart(key) === apart) yield object
  }
}

const isAllApart = (prefix: string): boolean => /^(facts|prescreens)\//.test(prefix)

async function* freeOf(store: ErasableStore, prefix: string, options: ListOptions): AsyncGenerator<StoredObject> {
  for (const part of APART) {
    if (prefix.startsWith(part)) yield* listOf(store, prefix, options, true)
    else if (part.startsWith(prefix)) {
      if (!options.shallow) yield* listOf(store, part, options, true)
      else for await (const _ of listOf(store, part, { ...options, limit: 1 }, true)) yield { key: part, size: 0 }
    }
  }
}

/** Two listings as one, each in the order of its keys' bytes. */
async function* merged(
  one: AsyncGenerator<StoredObject>,
  other: AsyncGenerator<StoredObject>,
): AsyncGenerator<StoredObject> {
  let [a, b] = await Promise.all([one.next(), other.next()])
  while (!a.done || !b.done) {
    if (!a.done && (b.done || Buffer.compare(Buffer.from(a.value.key), Buffer.from(b.value.key)) < 0)) {
      yield a.value
      a = await one.next()
    } else if (!b.done) {
      yield b.value
      b = await other.next()
    }
  }
}

// A verdict that does not wait for its scans is provisional. It stands with the bundles, outside the lock of verdicts: where
// a scan turns out to bear a stamp of secrecy, nothing of it may be left.

/** The store of verdicts, with what is provisional kept in the store of bundles. */
export function withProvisional(verdicts: Store, bundles: Store): Store {
  const of = (key: string) => (key.startsWith(PROVISIONAL) ? bundles : verdicts)
  return {
    head: (key) => of(key).head(key),
    source: (key, options) => of(key).source(key, options),
    read: (key) => of(key).read(key),
    putIfAbsent: (key, bytes, type) => of(key).putIfAbsent(key, bytes, type),
    put: (key, bytes, type) => of(key).put(key, bytes, type),
    list: (prefix, options) => of(prefix).list(prefix, options),
  }
}

/** Why what was provisional is gone. */
export interface Erased {
  reason: string
  /** Instant, ISO 8601 in UTC. */
  on: string
}

/**
 * Erases the provisional verdicts on a bundle, with their pages and facts.
 * @param erased what is said in the place of each verdict; absent: nothing
 * @returns how many objects were removed
 */
export async function eraseProvisional(
  code: string,
  bundleSha256: string,
  bundles: ErasableStore,
  erased?: Erased,
): Promise<number> {
  let removed = 0
  const starts = bundleSha256.slice(0, 16)
  const keys: string[] = []
  for await (const { key } of bundles.list(`${PROVISIONAL}facts/${bundleSha256}`)) keys.push(key)
  for await (const { key } of bundles.list(PROVISIONAL + verdictsPrefix(code)))
    if (key.slice(key.lastIndexOf('/') + 1).startsWith(starts)) keys.push(key)
  for await (const { key } of bundles.list(PROVISIONAL + provincePrefix(provinceOf(agencyCode(code)))))
    if (isPrescreenedKey(key, code)) keys.push(key)
  for (const key of keys) {
    await bundles.erase(key)
    removed++
    const isVerdict = key.startsWith(`${PROVISIONAL}verdicts/`) && !isBesideVerdict(key)
    if (erased && isVerdict) await replaceDocument(key, { schemaVersion: 1, kind: 'erased', erased }, bundles)
  }
  return removed
}
