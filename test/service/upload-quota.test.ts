import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { bundleKey, makeUploadId } from '../../src/service/keys.ts'
import { notedPresigner, noteOpen } from '../../src/service/pending-uploads.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { isOverQuota, isWithinQuota, uploadsToday } from '../../src/service/upload-quota.ts'

const root = await mkdtemp(join(tmpdir(), 'qms-verdict-quota-'))
afterAll(() => rm(root, { recursive: true }))

const CODE = 'H61.12'
/** 09:00 on 5 March 2026 in Vietnam. */
const NOW = '2026-03-05T02:00:00.000Z'
const id = (instant: string, at: number) => makeUploadId(instant, String(at).padStart(8, '0'))
/** Uploads asked for so many minutes after an instant. */
const ids = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => id(new Date(Date.parse(from) + at * 60_000).toISOString(), at))

async function sent(uploads: readonly string[]): Promise<FolderStore> {
  const store = new FolderStore(await mkdtemp(join(root, 'bundles-')))
  for (const upload of uploads) await store.put(bundleKey(CODE, upload), Buffer.from('x'))
  return store
}

describe('uploads of a day', () => {
  test('are those asked for since midnight in Vietnam, of this agency', async () => {
    const store = await sent([...ids('2026-03-04T16:30:00.000Z', 3), ...ids('2026-03-04T17:00:00.000Z', 4)])
    expect(await uploadsToday(CODE, NOW, 50, store)).toBe(4)
    expect(await uploadsToday('H61.13', NOW, 50, store)).toBe(0)
    expect(await uploadsToday(CODE, '2026-03-04T16:59:00.000Z', 50, store)).toBe(7)
  })

  test('are looked at up to the quota, however many there are', async () => {
    const store = await sent(ids('2026-03-05T00:00:00.000Z', 30))
    let listed = 0
    const counted = new Proxy(store, {
      get: (target, name) =>
        name === 'list'
          ? async function* (...args: Parameters<FolderStore['list']>) {
              for await (const one of target.list(...args)) {
                listed++
                yield one
              }
            }
          : Reflect.get(target, name),
    })
    expect(await uploadsToday(CODE, NOW, 5, counted)).toBe(5)
    expect(listed).toBeLessThanOrEqual(10)
  })

  test('are begun by a form that was given, whether or not a bundle came by it', async () => {
    const store = await sent([])
    const form = { url: 'https://s3.example', fields: {} }
    const presign = notedPresigner(async () => form, store)
    const upload = (at: number) => bundleKey(CODE, id(NOW, at))
    const policy = { contentType: 'application/zip', maxBytes: 1, validSeconds: 1 }
    for (const at of [1, 2]) expect(await presign({ ...policy, key: upload(at) })).toBe(form)
    // That which asks where the store is, is none of an agency's.
    await presign({ ...policy, key: 'none' })
    expect(await uploadsToday(CODE, NOW, 50, store)).toBe(2)
    await store.put(upload(1), Buffer.from('x'))
    expect(await uploadsToday(CODE, NOW, 50, store)).toBe(2)
    await noteOpen(bundleKey('H61.13', id(NOW, 3)), store)
    expect(await uploadsToday(CODE, NOW, 50, store)).toBe(2)
  })
})

test('of uploads that are noted at the same instant as many are within the number as one may begin', async () => {
  const store = await sent([])
  const noted = Array.from({ length: 10 }, (_, at) => id(NOW, at))
  await Promise.all(noted.map((uploadId) => noteOpen(bundleKey(CODE, uploadId), store)))
  const within = await Promise.all(noted.map((uploadId) => isWithinQuota({ code: CODE, uploadId }, NOW, 4, store)))
  expect(within.filter(Boolean)).toHaveLength(4)
  expect(await isWithinQuota({ code: 'H61.13', uploadId: id(NOW, 9) }, NOW, 4, store)).toBe(true)
})

describe('a bundle more than an agency may send', () => {
  test('is told by the bundles of today that are there; the same again is none more', async () => {
    const bundles = new FolderStore(await mkdtemp(join(root, 'bundles-')))
    const keys = ids('2026-03-05T00:00:00.000Z', 3).map((upload) => bundleKey(CODE, upload))
    for (const key of [bundleKey(CODE, id('2026-03-04T10:00:00.000Z', 1)), ...keys])
      await bundles.put(key, Buffer.from('x'))
    const next = bundleKey(CODE, id(NOW, 9))
    expect(await isOverQuota(next, NOW, 3, bundles)).toBe(true)
    expect(await isOverQuota(next, NOW, 4, bundles)).toBe(false)
    expect(await isOverQuota(keys[2] ?? '', NOW, 3, bundles)).toBe(false)
    expect(await isOverQuota(bundleKey('H61.13', id(NOW, 9)), NOW, 3, bundles)).toBe(false)
    // What began to come before it counts, once, and only of the same agency and day.
    const coming = [
      next,
      keys[2] ?? '',
      bundleKey('H61.13', id(NOW, 8)),
      bundleKey(CODE, id('2026-03-01T02:00:00.000Z', 8)),
    ]
    expect(await isOverQuota(next, NOW, 4, bundles, coming)).toBe(false)
    expect(await isOverQuota(next, NOW, 4, bundles, [...coming, bundleKey(CODE, id(NOW, 8))])).toBe(true)
  })
})
