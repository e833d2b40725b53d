import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { S3Store } from '../../src/store/s3-store.ts'
import { batch, bundleZip, httpRequest, MANIFEST, uploaded, uploadKey } from '../handlers/support.ts'
import type { Ceph } from '../support/ceph/ceph.ts'
import { withCeph } from '../support/ceph/with-ceph.ts'
import { makeZip, STORED } from '../support/zip.ts'
import { packageService } from '../template/support/package-service.ts'
import { installClient } from './support/client.ts'
import { type Detour, startDetour } from './support/detour.ts'
import { startIssuer, type TestIssuer } from './support/issuer.ts'
import { type FunctionSettings, type Lambda, type Outcome, startLambda } from './support/lambda.ts'
import { unpack } from './support/unpack.ts'

const MIB = 2 ** 20
const why = await installClient()

if (why !== undefined)
  describe.skip(`The packaged function in AWS's runtime client — skipped: ${why}`, () => test('all', () => {}))
else await withCeph("The packaged function in AWS's runtime client", suite)

function suite(ceph: () => Ceph): void {
  let folder: string
  let detour: Detour
  let lambda: Lambda
  let bundles: S3Store
  let verdicts: S3Store
  let uploads = 0

  beforeAll(async () => {
    const service = await packageService('dev', 'built')
    folder = await mkdtemp(join(tmpdir(), 'qms-verdict-runtime-'))
    await unpack(service.zip, folder)
    await service.remove()
    await ceph().makeBucket('bundles', 'versioned')
    await makeLockedBucket('verdicts')
    detour = await startDetour(ceph().settings.endpoint)
    bundles = new S3Store('bundles', ceph().connect)
    verdicts = new S3Store('verdicts', ceph().connect)
  })
  afterEach(() => lambda.stop())
  afterAll(async () => {
    detour.close()
    await rm(folder, { recursive: true })
  })

  /** Starts the function with other settings than the deployed one, where told. */
  async function start(name: string, change: Partial<FunctionSettings> = {}): Promise<void> {
    const { accessKeyId, secretAccessKey } = ceph().settings.credentials
    lambda = await startLambda({
      folder,
      handler: `dist/handlers/${name}.handler`,
      timeoutMs: 110_000,
      memoryBytes: 1769 * MIB,
      ...change,
      env: {
        BUNDLE_BUCKET: 'bundles',
        VERDICT_BUCKET: 'verdicts',
        S3_ENDPOINT: detour.endpoint,
        S3_FORCE_PATH_STYLE: 'true',
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        ...change.env,
      },
    })
  }

  /** A bucket as the template has it: what is written cannot be deleted for a while. */
  async function makeLockedBucket(Bucket: string): Promise<void> {
    const { sdk, client } = await ceph().connect()
    await client.send(new sdk.CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }))
    const Rule = { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } } as const
    const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled', Rule } as const
    await client.send(new sdk.PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }))
  }

  /** Uploads a bundle under an id of its own, and gives the event of it. */
  async function upload(zip: Uint8Array): Promise<{ event: unknown; id: string }> {
    const id = `20260305T020000000Z-${String(++uploads).padStart(8, '0')}`
    const key = uploadKey('H61.12', id)
    await bundles.put(key, zip, 'application/zip')
    return { event: batch(uploaded('bundles', key)), id }
  }
  const zipOf = () => bundleZip(String(uploads))

  /** What became of an upload. */
  async function entries(id: string): Promise<Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = []
    for await (const { key } of verdicts.list(`agencies/H61.12/uploads/${id}/`)) found.push(await document(key))
    return found
  }
  const document = async (key: unknown) => JSON.parse(new TextDecoder().decode(await verdicts.read(String(key))))
  const DONE = { answer: { batchItemFailures: [] } }

  test('event in, verdict out; the same event again changes nothing', async () => {
    await start('evaluate-bundle')
    const { event, id } = await upload(await zipOf())
    expect(await lambda.invoke(event)).toEqual(DONE)
    const before = await entries(id)
    expect(before).toMatchObject([{ kind: 'verdict', uploadId: id }])
    expect(await document(before[0]?.key)).toMatchObject({ kind: 'verdict', asOf: '2026-03-05' })
    expect(await lambda.invoke(event)).toEqual(DONE)
    expect(await entries(id)).toEqual(before)
    expect(lambda.log()).toMatch(/"stored":"written"[\s\S]*"stored":"present"/)
    expect(lambda.starts()).toBe(1)
  })

  test('a bundle that is too large is refused, not sent again', async () => {
    await start('evaluate-bundle', { env: { LIMIT_ARCHIVE_BYTES: '1000' } })
    const { event, id } = await upload(await zipOf())
    expect(await lambda.invoke(event)).toEqual(DONE)
    expect(await entries(id)).toMatchObject([{ kind: 'refusal', bundleSha256: null }])
  })

  test('a call that takes too long is ended, and the event judged when it comes again', async () => {
    await start('evaluate-bundle', { timeoutMs: 4_000 })
    const { event, id } = await upload(await zipOf())
    detour.hang()
    expect(await lambda.invoke(event)).toEqual({ ended: 'timeout' })
    expect(await entries(id)).toEqual([])
    detour.flow()
    expect(await lambda.invoke(event)).toEqual(DONE)
    expect(await entries(id)).toMatchObject([{ kind: 'verdict' }])
    expect(lambda.starts()).toBe(2)
  })

  test('a function that runs out of memory is ended, and the event judged when it has more', async () => {
    await start('evaluate-bundle')
    expect(await lambda.invoke((await upload(await zipOf())).event)).toEqual(DONE)
    const warm = lambda.memory()
    lambda.stop()
    const large = await makeZip({ 'manifest.json': MANIFEST, 'phu-luc.pdf': randomBytes(45 * MIB) }, STORED)
    const { event, id } = await upload(large)
    await start('evaluate-bundle', { memoryBytes: warm + 10 * MIB })
    expect(await lambda.invoke(event)).toEqual({ ended: 'outOfMemory' })
    expect(await entries(id)).toEqual([])
    lambda.stop()
    await start('evaluate-bundle')
    expect(await lambda.invoke(event)).toEqual(DONE)
    expect(await entries(id)).toMatchObject([{ kind: 'verdict' }])
  })

  test.each([
    ['evaluate-bundle', 'BUNDLE_BUCKET'],
    ['list-agencies', 'JUDGEMENT_QUEUE_URL'],
    ['notify-lapses', 'NOTICE_TOPIC_ARN'],
    ['api', 'OIDC_ISSUER'],
  ])('%s without %s says which variable is missing', async (name, variable) => {
    await start(name, { env: { BUNDLE_BUCKET: '' } })
    const outcome = await lambda.invoke(batch())
    expect(outcome).toMatchObject({
      error: { errorType: 'InputError', errorMessage: expect.stringContaining(`${variable}: not set`) },
    })
  })

  describe('the API behind its gateway', () => {
    let issuer: TestIssuer
    beforeAll(async () => {
      issuer = await startIssuer()
    })
    afterAll(() => issuer.close())

    const startApi = () => {
      const { url } = issuer
      return start('api', { env: { OIDC_ISSUER: url, OIDC_AUDIENCE: 'qms', OIDC_KEYS_URL: `${url}/jwks.json` } })
    }

    test('answers, and says whom it does not know', async () => {
      await startApi()
      expect(await lambda.invoke(httpRequest('GET', '/health'))).toMatchObject({ answer: { statusCode: 200 } })
      expect(await lambda.invoke(httpRequest('GET', '/agencies/H61.12/verdicts'))).toMatchObject({
        answer: { statusCode: 401, headers: { 'content-type': expect.stringContaining('application/problem+json') } },
      })
    })

    test('gives a form that the store takes the bundle by; its event is judged under the id that was told', async () => {
      await startApi()
      const headers = {
        authorization: `Bearer ${await issuer.token({ agency: 'H61.12' }, 'qms')}`,
        'content-type': 'application/json',
      }
      const outcome = await lambda.invoke(httpRequest('POST', '/agencies/H61.12/uploads', headers))
      expect(outcome).toMatchObject({ answer: { statusCode: 201 } })
      const { id, upload } = invitation(outcome)
      const form = new FormData()
      for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
      form.append('file', new Blob([await zipOf()]))
      expect((await fetch(upload.url, { method: 'POST', body: form })).status).toBe(204)
      expect(lambda.log()).toContain(`"uploadId":"${id}"`)

      lambda.stop()
      await start('evaluate-bundle')
      expect(await lambda.invoke(batch(uploaded('bundles', upload.fields.key)))).toEqual(DONE)
      expect(await entries(id)).toMatchObject([{ kind: 'verdict', uploadId: id }])
      expect(lambda.log()).toContain(`"uploadId":"${id}"`)
    })
  })
}

/** The body of the answer to who asks for an upload. */
function invitation(outcome: Outcome): { id: string; upload: { url: string; fields: { key: string } } } {
  if (!('answer' in outcome)) throw new Error(JSON.stringify(outcome))
  return JSON.parse((outcome.answer as { body: string }).body)
}
