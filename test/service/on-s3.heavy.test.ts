import { afterAll, expect, test } from 'vitest'
import { sha256 } from '../../src/core/json.ts'
import { createService } from '../../src/service/create-service.ts'
import { factsKey } from '../../src/service/facts.ts'
import { recheckRun } from '../../src/service/schedule.ts'
import type { Service, Upload } from '../../src/service/service.ts'
import { S3Store } from '../../src/service/store-s3.ts'
import { withCeph } from '../support/ceph/with-ceph.ts'
import { collected } from '../support/collected.ts'
import { bundleOf, CODE, endWorlds, makeWorld, uploadIdOf } from './world.ts'

afterAll(endWorlds)

const KEY = `bundles/${CODE}/20260305T020000000Z-00000000.zip`
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

  const keysOf = async (store: S3Store) => (await collected(store.list(''))).map(({ key }) => key)

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
})
