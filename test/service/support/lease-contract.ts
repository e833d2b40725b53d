import { describe, expect, test } from 'vitest'
import { type Leases, storeLeases } from '../../../src/service/leases.ts'
import type { Store } from '../../../src/service/store.ts'

const RACERS = 20
const SECONDS = 60
const HELD = { heldMs: SECONDS * 1000 }

/** What leases must do in any store. `fresh` gives an empty one. */
export function leaseContract(name: string, fresh: () => Promise<Store>): void {
  let clock = Date.parse('2026-03-05T02:00:00Z')
  const now = () => new Date(clock)
  const process = (store: Store, owner: string): Leases => storeLeases(store, { owner, seconds: SECONDS, now })
  const racers = (store: Store) => Array.from({ length: RACERS }, (_, index) => process(store, `process-${index}`))
  const race = async (all: readonly Leases[], task: string) => {
    const taken = await Promise.all(all.map((one) => one.take('H61.12', task)))
    return taken.flatMap((one, index) => (one === 'taken' ? [index] : []))
  }

  describe(`leases in ${name}`, () => {
    test(`of ${RACERS} processes one gets it, and again one when it has run out`, async () => {
      const all = racers(await fresh())
      for (let turn = 0; turn < 3; turn++) {
        expect(await race(all, 'upload')).toHaveLength(1)
        clock += SECONDS * 1000
      }
    })

    test('while it is held, others are told for how long', async () => {
      const store = await fresh()
      expect(await process(store, 'a').take('H61.12', 'upload')).toBe('taken')
      expect(await process(store, 'b').take('H61.12', 'upload')).toEqual(HELD)
      clock += 59_999
      expect(await process(store, 'b').take('H61.12', 'upload')).toEqual({ heldMs: 1 })
      clock += 1
      expect(await process(store, 'b').take('H61.12', 'upload')).toBe('taken')
      expect(await process(store, 'a').take('H61.12', 'upload')).toEqual(HELD)
    })

    test('its owner has it again at once, and longer', async () => {
      const store = await fresh()
      await process(store, 'a').take('H61.12', 'upload')
      clock += 30_000
      expect(await process(store, 'a').take('H61.12', 'upload')).toBe('taken')
      expect(await process(store, 'b').take('H61.12', 'upload')).toEqual(HELD)
    })

    test('after more than nine numbers the last one counts', async () => {
      const store = await fresh()
      for (let turn = 0; turn < 12; turn++) expect(await process(store, 'a').take('H61.12', 'upload')).toBe('taken')
      expect(await process(store, 'b').take('H61.12', 'upload')).toEqual(HELD)
    })

    test('other work and other agencies are free', async () => {
      const store = await fresh()
      await process(store, 'a').take('H61.12', 'upload')
      expect(await process(store, 'b').take('H61.12', 'upload-2')).toBe('taken')
      expect(await process(store, 'b').take('H61.1', 'upload')).toBe('taken')
      expect(await process(store, 'b').take('H61/../x', 'upload')).toBe('taken')
    })
  })
}
