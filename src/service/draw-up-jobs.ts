import { putDocument } from './documents.ts'
import { type DrawUpTools, makeVersion } from './draw-up.ts'
import { OPEN_VERSIONS, openVersionKey, parseOpenVersion } from './keys.ts'
import type { Leases } from './leases.ts'
import type { OfVersion } from './prescreen-versions.ts'
import type { WorkQueue } from './queue.ts'
import type { ErasableStore } from './store.ts'

/** What making versions beside everything else works with. */
export interface DrawUpJobTools extends DrawUpTools {
  queue: WorkQueue
  leases: Leases
  /** Where it is noted which versions are open. */
  open: Pick<ErasableStore, 'list' | 'putIfAbsent' | 'remove'>
  /** Agencies judged at once. */
  atOnce: number
  /** Eight lower-case hex digits, others each time. */
  random: () => string
}

/** Versions of pre-screenings, made one after the other beside everything else. */
export interface DrawUpJobs {
  /**
   * Takes a version. It is noted before it is asked for: what was asked for is made, whatever becomes of this process.
   * @param ask keeps that it was asked for
   */
  take(of: OfVersion, ask: () => Promise<unknown>): Promise<void>
  /** Takes up what another process, or this one before it ended, left open. */
  resume(): Promise<void>
}

/** Makes versions in this process, each once over all processes that share the store. */
export function drawUpJobs(tools: DrawUpJobTools): DrawUpJobs {
  const { queue, leases, open, atOnce, random, log } = tools

  function enter(of: OfVersion): void {
    const { province, year, id } = of
    void queue.push({
      id: `${province} ${year} ${id}`,
      async run() {
        const lease = await leases.take(province, `prescreen-${id}`)
        if (lease !== 'taken') return { againInMs: lease.heldMs }
        const start = performance.now()
        await makeVersion(of, atOnce, random(), tools)
        await open.remove(openVersionKey(province, year, id))
        log('info', 'prescreen-made', { ...of, ms: Math.round(performance.now() - start) })
        return undefined
      },
    })
  }

  return {
    async take(of, ask) {
      await putDocument(openVersionKey(of.province, of.year, of.id), { schemaVersion: 1, ...of }, open)
      await ask()
      enter(of)
    },
    async resume() {
      for await (const { key } of open.list(OPEN_VERSIONS)) {
        const of = parseOpenVersion(key)
        if (of !== undefined) enter(of)
      }
    },
  }
}
