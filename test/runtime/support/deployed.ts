import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { createService } from '../../../src/service/create-service.ts'
import { PROVISIONAL } from '../../../src/service/keys.ts'
import { S3Store } from '../../../src/service/store-s3.ts'
import { batch, uploaded, uploadKey } from '../../handlers/support.ts'
import type { Ceph } from '../../support/ceph/ceph.ts'
import { ENGINE, loaded } from '../../support/loaded.ts'
import { startVault } from '../../support/vault.ts'
import { packageService } from '../../template/support/package-service.ts'
import { startDetour } from './detour.ts'
import { type FunctionSettings, type Lambda, startLambda } from './lambda.ts'
import { unpack } from './unpack.ts'

export const MIB = 2 ** 20

/** The packaged service beside an S3 server, with buckets as the template has them. */
export type Deployed = Awaited<ReturnType<typeof deploy>>

/** Builds, packages and unpacks the service, and makes its buckets. */
export async function deploy(ceph: Ceph) {
  const service = await packageService('dev', 'built')
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-runtime-'))
  await unpack(service.zip, folder)
  await service.remove()
  await ceph.makeBucket('bundles', 'versioned')
  await makeLockedBucket(ceph, 'verdicts')
  const detour = await startDetour(ceph.settings.endpoint)
  const bundles = new S3Store('bundles', ceph.connect)
  const verdicts = new S3Store('verdicts', ceph.connect)
  const vault = await startVault()
  let uploads = 0

  /** What waits for scans stands beside the bundles. */
  const storeOf = (key: string) => (key.startsWith(PROVISIONAL) ? bundles : verdicts)
  const document = async (key: unknown) =>
    JSON.parse(new TextDecoder().decode(await storeOf(String(key)).read(String(key))))

  return {
    /** The way to the store. */
    detour,
    /** A verdict or an entry, by its key. */
    document,
    /** What the pages' function does with papers that are not handed in: it has the other one read them. */
    bundles,
    drafting: createService({
      ...{ bundles, verdicts, judge: { ruleSet: loaded, profileId: 'national', engine: ENGINE } },
      ...{ limits: DEFAULT_LIMITS, stopwatch: () => 0, readsScans: true, readsDraftsElsewhere: true },
    }).drafting,

    /** Starts a function with other settings than the deployed one, where told. */
    start(name: string, change: Partial<FunctionSettings> = {}): Promise<Lambda> {
      const { accessKeyId, secretAccessKey } = ceph.settings.credentials
      return startLambda({
        folder,
        handler: `dist/handlers/${name}.handler`,
        timeoutMs: 110_000,
        memoryBytes: 1769 * MIB,
        ...change,
        env: {
          BUNDLE_BUCKET: 'bundles',
          VERDICT_BUCKET: 'verdicts',
          ...vault.env,
          S3_ENDPOINT: detour.endpoint,
          S3_FORCE_PATH_STYLE: 'true',
          AWS_ACCESS_KEY_ID: accessKeyId,
          AWS_SECRET_ACCESS_KEY: secretAccessKey,
          ...change.env,
        },
      })
    },

    /** Uploads a bundle under an id of its own, and gives the event of it. */
    async upload(zip: Uint8Array): Promise<{ event: unknown; id: string }> {
      const id = `20260305T020000000Z-${String(++uploads).padStart(8, '0')}`
      const key = uploadKey('H61.12', id)
      await bundles.put(key, zip, 'application/zip')
      return { event: batch(uploaded('bundles', key)), id }
    },

    /** What became of an upload: its index entries. */
    async entries(id: string): Promise<Record<string, unknown>[]> {
      const found: Record<string, unknown>[] = []
      for await (const { key } of verdicts.list(`agencies/H61.12/uploads/${id}/`)) found.push(await document(key))
      return found
    },

    async remove(): Promise<void> {
      detour.close()
      vault.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** A bucket as the template has it: what is written cannot be deleted for a while. */
async function makeLockedBucket(ceph: Ceph, Bucket: string): Promise<void> {
  const { sdk, client } = await ceph.connect()
  await client.send(new sdk.CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }))
  const Rule = { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } } as const
  const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled', Rule } as const
  await client.send(new sdk.PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }))
}
