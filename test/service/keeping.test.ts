import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  checkKeepDays,
  DAYS_AFTER_INDEX,
  DEFAULT_KEEP_DAYS,
  type KeepDays,
  sweepKept,
} from '../../src/service/keeping.ts'
import type { Store } from '../../src/service/store.ts'
import { storeApart } from '../../src/service/store-apart.ts'
import { FolderStore, objectPath } from '../../src/service/store-folder.ts'
import { collected } from '../support/collected.ts'
import { storeContract } from './contract.ts'
import { listContract } from './list-contract.ts'
import { memoryStore } from './support/faulty-memory.ts'

const root = await mkdtemp(join(tmpdir(), 'qms-verdict-keeping-'))
afterAll(() => rm(root, { recursive: true }))

const now = new Date('2032-01-10T00:00:00.000Z')
const FOR_EVER: KeepDays = { bundles: 0, facts: 0, verdicts: 0, audit: 0, drafts: 0 }

/** Keys by the store they are in; each object is so many days old. */
async function kept(ages: { bundles?: Record<string, number>; verdicts?: Record<string, number> }) {
  const folder = await mkdtemp(join(root, 'kept-'))
  const stores = {
    bundles: new FolderStore(join(folder, 'bundles')),
    verdicts: new FolderStore(join(folder, 'verdicts')),
  }
  for (const which of ['bundles', 'verdicts'] as const)
    for (const [key, days] of Object.entries(ages[which] ?? {})) {
      await stores[which].put(key, new TextEncoder().encode(key))
      const then = new Date(now.getTime() - days * 86_400_000)
      await utimes(objectPath(join(folder, which), key), then, then)
    }
  return stores
}

const keysOf = async (store: Store) => (await collected(store.list(''))).map(({ key }) => key)
const quiet = { now, log: () => undefined }

describe('a sweep', () => {
  test('removes of each kind what is older than its days, and nothing younger', async () => {
    const keep = { bundles: 500, facts: 100, verdicts: 1000, audit: 2000, drafts: 30 }
    const stores = await kept({
      bundles: {
        'bundles/H61.12/new.zip': 499,
        'bundles/H61.12/old.zip': 500,
        'drafts/H61.12/papers/old': 30,
        'drafts/H61.12/form/00000007.json': 29,
        'sessions/a/old': 2,
        'sessions/a/new': 1,
        'readings/H61.12/old.json.gz': 100,
        'readings/H61.12/new.json.gz': 99,
        'provisional/facts/new.json.gz': 99,
        'provisional/verdicts/H61.12/a.html': 100,
        'authority/catalogue.csv': 9000,
        'open/H61.12/waits.zip': 9000,
        'visits/H61.12/2026/sheet/00000001.json': 500,
        'visits/H61.12/2026/papers/new': 499,
      },
      verdicts: {
        'facts/old.json.gz': 100,
        'facts/new.json.gz': 99,
        'verdicts/H61.12/2026-01-01/a.html': 100,
        'verdicts/H61.12/2026-01-01/a.json': 1000 + DAYS_AFTER_INDEX - 1,
        'verdicts/H61.12/2026-01-01/b.json': 1000 + DAYS_AFTER_INDEX,
        'refusals/H61.12/2026-01-01/a.json': 1000 + DAYS_AFTER_INDEX,
        'agencies/H61.12/uploads/1/a.json': 1000,
        'agencies/H61.12/uploads/2/a.json': 999,
        'prescreens/H61/2026.json': 1000,
        'audit/2026-01-01/a.jsonl': 1999,
        'audit/2025-01-01/a.jsonl': 2000,
        'leases/H61.12/1/1.json': 30,
        'runs/recheck-2031.json': 799,
      },
    })
    const told: string[] = []
    const swept = await sweepKept(stores, keep, {
      now,
      log: (_, event, fields) => told.push(`${event} ${fields?.key}`),
    })
    expect(swept).toEqual({
      bundles: 1,
      visits: 1,
      readings: 1,
      drafts: 1,
      sessions: 1,
      facts: 1,
      pages: 2,
      index: 1,
      verdicts: 3,
      audit: 1,
      leases: 1,
    })
    expect(await keysOf(stores.bundles)).toEqual([
      'authority/catalogue.csv',
      'bundles/H61.12/new.zip',
      'drafts/H61.12/form/00000007.json',
      'open/H61.12/waits.zip',
      'provisional/facts/new.json.gz',
      'readings/H61.12/new.json.gz',
      'sessions/a/new',
      'visits/H61.12/2026/papers/new',
    ])
    expect(await keysOf(stores.verdicts)).toEqual([
      'agencies/H61.12/uploads/2/a.json',
      'audit/2026-01-01/a.jsonl',
      'facts/new.json.gz',
      'runs/recheck-2031.json',
      'verdicts/H61.12/2026-01-01/a.json',
    ])
    expect(told).toContain('removed bundles/H61.12/old.zip')
    expect(told).toHaveLength(14)
  })

  test('leaves for ever what no days are set for', async () => {
    const stores = await kept({
      bundles: { 'bundles/H61.12/a.zip': 20_000 },
      verdicts: { 'facts/a': 20_000, 'verdicts/a.json': 20_000, 'audit/a': 20_000, 'agencies/a/b': 20_000 },
    })
    expect(await sweepKept(stores, FOR_EVER, quiet)).toEqual({})
    expect(await sweepKept(stores, DEFAULT_KEEP_DAYS, { ...quiet, dry: true })).toEqual({ facts: 1 })
    expect(await keysOf(stores.verdicts)).toHaveLength(4)
  })

  test('goes on after what it cannot remove or list, tells what is locked, and pauses and ends when it is told to', async () => {
    const ages = Object.fromEntries(Array.from({ length: 510 }, (_, at) => [`facts/${at}`, 800]))
    const { bundles, verdicts } = await kept({ verdicts: { ...ages, 'audit/a': 800, 'audit/b': 800 } })
    const told: string[] = []
    let pauses = 0
    let looked = 0
    const faulty = Object.assign(Object.create(verdicts), {
      list: verdicts.list.bind(verdicts),
      erase: async (key: string) => {
        if (key === 'facts/7') throw new Error('no')
        return key === 'audit/a' ? 'locked' : verdicts.erase(key)
      },
    })
    const broken = Object.assign(Object.create(bundles), {
      list: () => {
        throw new Error('no list')
      },
    })
    const tools = {
      now,
      log: (_: string, event: string, fields: object = {}) => {
        if (event !== 'removed')
          told.push(`${event} ${'key' in fields ? fields.key : 'prefix' in fields && fields.prefix}`)
      },
      pause: async () => void pauses++,
    }
    const keep = { bundles: 700, facts: 700, verdicts: 0, audit: 700, drafts: 0 }
    const swept = await sweepKept({ bundles: broken, verdicts: faulty }, keep, tools)
    expect(swept).toEqual({ facts: 509, locked: 1, audit: 1 })
    expect(pauses).toBe(1)
    expect(told).toEqual([
      'sweep-passed-over bundles/',
      'sweep-passed-over readings/',
      'sweep-passed-over provisional/verdicts/',
      'sweep-passed-over provisional/',
      'sweep-passed-over visits/',
      'sweep-passed-over sessions/',
      'not-removed facts/7',
      'still-locked audit/a',
    ])
    const again = await sweepKept({ bundles, verdicts }, keep, { ...quiet, isEnded: () => ++looked > 1 })
    expect(again).toEqual({ facts: 1 })
  })

  test('is refused where a bundle would outlive its verdict, or go before the next re-check', () => {
    for (const keep of [{ bundles: 399 }, { verdicts: 3000 }, { bundles: 3000, verdicts: 2999 }])
      expect(() => checkKeepDays({ ...FOR_EVER, ...keep }), JSON.stringify(keep)).toThrow(
        expect.objectContaining({ name: 'InputError' }),
      )
    for (const keep of [DEFAULT_KEEP_DAYS, FOR_EVER, { ...FOR_EVER, bundles: 400, verdicts: 400 }]) checkKeepDays(keep)
  })
})

describe('a store over two', () => {
  storeContract('storeApart', async () => {
    const { bundles, verdicts } = await kept({})
    return storeApart(verdicts, bundles)
  })
  listContract('storeApart', async () => storeApart(memoryStore(), memoryStore()))

  test('keeps what has names apart from what is locked, and lists both in one order', async () => {
    const { bundles, verdicts } = await kept({ bundles: { 'bundles/H61.12/a.zip': 1, 'authority/x': 1 } })
    const store = storeApart(verdicts, bundles)
    const keys = [
      'agencies/a',
      'facts/a',
      'prescreens/H61/2026.json',
      'verdicts/a.html',
      'verdicts/a.json',
      'verdicts/b.html',
    ]
    for (const key of keys) await store.put(key, new Uint8Array([1]), 'text/plain')
    expect(await keysOf(store)).toEqual(keys)
    expect(await keysOf(verdicts)).toEqual(['agencies/a', 'verdicts/a.json'])
    const keysOn = async (prefix: string, options = {}) =>
      (await collected(store.list(prefix, options))).map(({ key }) => key)
    expect(await keysOn('verdicts/', { after: 'verdicts/a.html' })).toEqual(['verdicts/a.json', 'verdicts/b.html'])
    expect(await keysOn('verdicts/', { limit: 2 })).toEqual(['verdicts/a.html', 'verdicts/a.json'])
    expect(await keysOn('prescreens/H61/')).toEqual(['prescreens/H61/2026.json'])
    await store.put('verdicts/H61.12/a.json', new Uint8Array([1]), 'text/plain')
    await store.put('verdicts/H61.12/a.html', new Uint8Array([1]), 'text/plain')
    keys.push('verdicts/H61.12/a.json', 'verdicts/H61.12/a.html')
    expect(await keysOn('', { shallow: true })).toEqual(['agencies/', 'facts/', 'prescreens/', 'verdicts/'])
    expect(await keysOn('verdicts/', { shallow: true, after: 'verdicts/H61.12/a.html' })).toEqual([
      'verdicts/H61.12/',
      'verdicts/a.html',
      'verdicts/a.json',
      'verdicts/b.html',
    ])
    for (const key of keys) await store.erase(key)
    expect(await keysOf(store)).toEqual([])
    expect(await keysOf(bundles)).toEqual(['authority/x', 'bundles/H61.12/a.zip'])
  })
})
