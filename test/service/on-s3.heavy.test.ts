import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { sha256 } from '../../src/core/json.ts'
import { createService } from '../../src/service/create-service.ts'
import { eraseUpload } from '../../src/service/erase.ts'
import { factsKey } from '../../src/service/facts.ts'
import { sweepKept } from '../../src/service/keeping.ts'
import { recheckRun } from '../../src/service/schedule.ts'
import type { Service, Upload } from '../../src/service/service.ts'
import type { Store } from '../../src/service/store.ts'
import { storeApart } from '../../src/service/store-apart.ts'
import { S3Store } from '../../src/service/store-s3.ts'
import { withCeph } from '../support/ceph/with-ceph.ts'
import { collected } from '../support/collected.ts'
import { bundleOf, CODE, endWorlds, makeWorld, uploadIdOf } from './world.ts'

afterAll(endWorlds)

const KEY = `bundles/${CODE}/20260305T020000000Z-00000000.zip`
const NAME = 'Nguyễn Thị Bí Mật'
const base = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
const [one, two] = [await bundleOf({ training: null }), await bundleOf()]

await withCeph('the service', (ceph) => {
  /** A service over a bucket of bundles with versions, and the events of one bundle that was sent twice under its key. */
  async function sentTwice(name: string): Promise<{ service: Service; verdicts: S3Store; events: [Upload, Upload] }> {
    await ceph().makeBucket(`${name}-bundles`, 'versioned')
    await ceph().makeBucket(`${name}-verdicts`)
    const bundles = new S3Store(`${name}-bundles`, ceph().connect)
    const verdicts = new S3Store(`${name}-verdicts`, ceph().connect)
    async function sent(bytes: Uint8Array, on: string): Promise<Upload> {
      await bundles.put(KEY, bytes, 'application/zip')
      return { key: KEY, on, versionId: (await bundles.head(KEY))?.versionId }
    }
    const events: [Upload, Upload] = [await sent(one, '2026-03-05T02:01:00Z'), await sent(two, '2026-03-05T02:02:00Z')]
    const { tools } = await makeWorld()
    return { service: createService({ ...tools, bundles, verdicts }), verdicts, events }
  }

  const keysOf = async (store: Store) => (await collected(store.list(''))).map(({ key }) => key)

  test('judges each version by its own bytes, and leaves the same end in either order', async () => {
    const [forward, backward] = [await sentTwice('forward'), await sentTwice('backward')]
    for (const event of forward.events) await forward.service.evaluateUpload(event)
    for (const event of backward.events.toReversed()) await backward.service.evaluateUpload(event)
    for (const { service, events } of [forward, backward]) {
      expect(await service.evaluateUpload(events[0])).toMatchObject({ stored: 'present' })
      const latest = await service.latestVerdict(CODE)
      expect(latest?.listed).toMatchObject({ id: uploadIdOf(events[1]), bundleVersion: events[1].versionId })
      expect(latest?.verdict.bundle.sha256).toBe(sha256(two))
    }
    // The versions' ids are the server's own, and with them the last eight digits of an entry's key.
    const shape = (keys: string[]) => keys.map((key) => key.replace(/-[0-9a-f]{8}\.json$/, '')).sort()
    expect(shape(await keysOf(backward.verdicts))).toEqual(shape(await keysOf(forward.verdicts)))
  })

  test('checks again from the version that was judged, by its facts or by its bytes', async () => {
    const { service, verdicts, events } = await sentTwice('again')
    await service.evaluateUpload(events[0])
    const listed = (await service.latestVerdict(CODE))?.listed ?? expect.unreachable()
    const byFacts = await service.recheckAgency(CODE, recheckRun(2027))
    await verdicts.put(factsKey(listed.bundleSha256), new Uint8Array([1]), 'application/gzip')
    const byBytes = await service.recheckAgency(CODE, recheckRun(2028))
    for (const done of [byFacts, byBytes])
      expect(done).toMatchObject({ stored: 'written', entry: { bundleSha256: listed.bundleSha256 } })
  })

  /** Every version of every object of a bucket that the server still has, as text, unpacked. */
  async function everyVersion(bucket: string): Promise<Record<string, string>> {
    const { sdk, client } = await ceph().connect()
    const { Versions = [] } = await client.send(new sdk.ListObjectVersionsCommand({ Bucket: bucket }))
    const read = Versions.map(async ({ Key = '', VersionId }) => {
      const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key, VersionId }))
      const bytes = Buffer.from((await Body?.transformToByteArray()) ?? [])
      return [`${Key} ${VersionId}`, (Key.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()] as const
    })
    return Object.fromEntries(await Promise.all(read))
  }

  test('erases every version, and where verdicts are locked, all but those; the sweep tells what is locked', async () => {
    const { sdk, client } = await ceph().connect()
    const Bucket = 'erased-verdicts'
    await client.send(new sdk.CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }))
    const Rule = { DefaultRetention: { Mode: 'COMPLIANCE', Days: 1 } } as const
    const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled', Rule } as const
    await client.send(new sdk.PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }))
    await ceph().makeBucket('erased-bundles', 'versioned')
    const bundles = new S3Store('erased-bundles', ceph().connect)
    const verdicts = storeApart(new S3Store(Bucket, ceph().connect), bundles)
    const { tools } = await makeWorld()
    const service = createService({ ...tools, bundles, verdicts })
    const { managementReviews } = base
    managementReviews[0].chair.name = NAME
    await bundles.put(KEY, await bundleOf(), 'application/zip')
    await bundles.put(KEY, await bundleOf({ managementReviews }), 'application/zip')
    const versionId = (await bundles.head(KEY))?.versionId
    await service.evaluateUpload({ key: KEY, on: '2026-03-05T02:01:00Z', versionId })
    const texts = () => everyVersion('erased-bundles')
    expect(Object.keys(await texts()).map((key) => key.split('/')[0])).toEqual([
      'bundles',
      'bundles',
      'facts',
      'verdicts',
    ])
    expect(Object.values(await texts()).some((text) => text.includes(NAME))).toBe(true)
    // Deleted by hand: a marker hides it, and the bytes are still there.
    await bundles.remove(KEY)
    expect(await bundles.head(KEY)).toBeUndefined()

    const run = { uploadId: '20260305T020000000Z-00000000', reason: 'x', by: 'x', on: '2026-04-01T00:00:00.000Z' }
    const [done] = await eraseUpload(CODE, run, { bundles, verdicts })
    expect(done?.locked.map((key) => key.split('/')[0])).toEqual(['verdicts'])
    expect(await texts()).toEqual({})
    const { DeleteMarkers = [] } = await client.send(new sdk.ListObjectVersionsCommand({ Bucket: 'erased-bundles' }))
    expect(DeleteMarkers).toEqual([])
    expect(new TextDecoder().decode(await verdicts.read(done?.locked[0] ?? ''))).toContain('"kind": "erased"')
    // What the lock holds of earlier versions is the verdict, which quotes nobody here.
    expect(Object.values(await everyVersion(Bucket)).filter((text) => text.includes(NAME))).toEqual([])

    const later = { now: new Date('2036-01-01T00:00:00Z'), log: () => undefined }
    const keep = { bundles: 400, facts: 400, verdicts: 400, audit: 400, drafts: 30 }
    const swept = await sweepKept({ bundles, verdicts }, keep, later)
    expect(swept.locked).toBeGreaterThanOrEqual(3)
    expect(swept.verdicts).toBeUndefined()
    expect((await keysOf(verdicts)).length).toBe(swept.locked)
  })
})
