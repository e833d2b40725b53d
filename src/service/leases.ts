import * as z from 'zod'
import { parseOpenly } from '../core/schemas.ts'
import { AGENCIES, agencyPrefix } from './keys.ts'
import { KEYS_ONLY, type Store } from './store.ts'

/** Who may do a piece of work, where several processes share a store. */
export interface Leases {
  /**
   * Takes the work of an agency over, or says for how many milliseconds it is held by another process.
   * @param task one name of a key, such as an upload id
   */
  take(code: string, task: string): Promise<'taken' | { heldMs: number }>
}

/** For a process that has its store to itself. */
export const NO_LEASES: Leases = { take: async () => 'taken' }

/** How {@link storeLeases} works. */
export interface LeaseSettings {
  /** Another for each process. */
  owner: string
  /** Longer than a piece of work takes: what takes longer may be done twice, which changes nothing. */
  seconds: number
  now: () => Date
}

const lease = z.strictObject({ schemaVersion: z.literal(1), owner: z.string(), until: z.iso.datetime() })

/**
 * Leases kept as numbered objects under `leases/`, each written only if its number is free: of many that reach for a
 * number, one gets it. A lease that has run out, or is one's own, is followed by the next number. Nothing is replaced or
 * deleted, so that a server need only know `If-None-Match: *`. Clocks of the machines may differ by less than `seconds`.
 */
export function storeLeases(store: Store, { owner, seconds, now }: LeaseSettings): Leases {
  const ms = seconds * 1000

  async function heldFor(key: string): Promise<number> {
    const bytes = await store.read(key)
    const last = parseOpenly(lease, JSON.parse(new TextDecoder().decode(bytes)))
    return last.owner === owner ? 0 : Date.parse(last.until) - now().getTime()
  }

  return {
    async take(code, task) {
      const prefix = `leases/${agencyPrefix(code).slice(AGENCIES.length)}${task}/`
      const last = await lastNumber(store, prefix)
      const heldMs = last === 0 ? 0 : await heldFor(`${prefix}${last}.json`)
      if (heldMs > 0) return { heldMs }
      const until = new Date(now().getTime() + ms).toISOString()
      const document = JSON.stringify({ schemaVersion: 1, owner, until } satisfies z.infer<typeof lease>)
      const key = `${prefix}${last + 1}.json`
      const stored = await store.putIfAbsent(key, new TextEncoder().encode(document), 'application/json')
      return stored === 'written' ? 'taken' : { heldMs: ms }
    },
  }
}

/** 0 = none. */
async function lastNumber(store: Store, prefix: string): Promise<number> {
  let last = 0
  for await (const { key } of store.list(prefix, KEYS_ONLY))
    last = Math.max(last, Number.parseInt(key.slice(prefix.length), 10))
  return last
}
