import { replaceDocument } from './documents.ts'
import { isBesideVerdict, isPrescreenedKey, PROVISIONAL, verdictsPrefix } from './keys.ts'
import type { ErasableStore, Store } from './store.ts'

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
  for await (const { key } of bundles.list(`${PROVISIONAL}prescreens/`)) if (isPrescreenedKey(key, code)) keys.push(key)
  for (const key of keys) {
    await bundles.erase(key)
    removed++
    const isVerdict = key.startsWith(`${PROVISIONAL}verdicts/`) && !isBesideVerdict(key)
    if (erased && isVerdict) await replaceDocument(key, { schemaVersion: 1, kind: 'erased', erased }, bundles)
  }
  return removed
}
