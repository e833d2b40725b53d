import { randomBytes } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildSample } from '../../scripts/samples/sample.ts'
import { sha256 } from '../../src/core/json.ts'
import { draftsPrefix, paperKey } from '../../src/service/drafts.ts'
import { batch, bundleZip, httpRequest, MANIFEST, uploaded } from '../handlers/support.ts'
import type { Ceph } from '../support/ceph/ceph.ts'
import { withCeph } from '../support/ceph/with-ceph.ts'
import { makeZip, STORED } from '../support/zip.ts'
import { installClient } from './support/client.ts'
import { type Deployed, deploy, MIB } from './support/deployed.ts'
import { startIssuer, type TestIssuer } from './support/issuer.ts'
import type { FunctionSettings, Lambda, Outcome } from './support/lambda.ts'

const TITLE = "The packaged service in AWS's runtime client"
const why = await installClient()

if (why === undefined) await withCeph(TITLE, suite)
else
  describe.skip(`${TITLE} — skipped: ${why}`, () =>
    suite(() => {
      throw new Error(why)
    }))

function suite(ceph: () => Ceph): void {
  let deployed: Deployed
  let lambda: Lambda
  let bundles = 0

  beforeAll(async () => {
    deployed = await deploy(ceph())
  })
  afterEach(() => lambda.stop())
  afterAll(() => deployed.remove())

  async function start(name: string, change: Partial<FunctionSettings> = {}): Promise<void> {
    lambda = await deployed.start(name, change)
  }
  const bundle = () => bundleZip(String(++bundles))
  const DONE = { answer: { batchItemFailures: [] } }

  test('event in, verdict out; the same event again changes nothing', async () => {
    await start('evaluate-bundle')
    const { event, id } = await deployed.upload(await bundle())
    expect(await lambda.invoke(event)).toEqual(DONE)
    const before = await deployed.entries(id)
    expect(before).toMatchObject([{ kind: 'verdict', uploadId: id }])
    expect(await deployed.document(before[0]?.key)).toMatchObject({ kind: 'verdict', asOf: '2026-03-05' })
    expect(await lambda.invoke(event)).toEqual(DONE)
    expect(await deployed.entries(id)).toEqual(before)
    expect(lambda.log()).toMatch(/"stored":"written"[\s\S]*"stored":"present"/)
    expect(lambda.starts()).toBe(1)
  })

  test('a bundle of many papers is judged by what they say; the process that reads them comes with the package', async () => {
    const { zip } = await buildSample('department-complete')
    await start('evaluate-bundle')
    const { event, id } = await deployed.upload(zip)
    expect(await lambda.invoke(event)).toEqual(DONE)
    const [entry] = await deployed.entries(id)
    const { findings } = await deployed.document(entry?.key)
    const backed = findings.filter(({ assurance }: { assurance: string }) => assurance === 'corroborated')
    expect(backed.length).toBeGreaterThan(5)
    expect(lambda.mostMemory()).toBeLessThan(600 * MIB)
  })

  test('papers of a draft are read by the function of scans, as the object that asks for it tells', async () => {
    const { zip } = await buildSample('department-complete')
    const files = Object.entries(unzipSync(zip)).filter(([path]) => /88-QD-STP\.pdf$/.test(path))
    const [[path, bytes] = expect.unreachable()] = files
    const hash = sha256(bytes)
    const papers = { [path]: { sha256: hash, bytes: bytes.length } }
    const { bundles, drafting } = deployed
    expect(await drafting.read('H61.12', papers, 0)).toEqual({ state: 'lacking', papers: [path] })
    await bundles.put(paperKey('H61.12', hash), bytes, 'application/octet-stream')
    expect(await drafting.read('H61.12', papers, 0)).toMatchObject({ state: 'reading' })
    const asked: string[] = []
    for await (const { key } of bundles.list(`${draftsPrefix('H61.12')}asked/`)) asked.push(key)
    const detail = { bucket: { name: 'bundles' }, object: { key: asked[0] } }
    const told = { source: 'aws.s3', 'detail-type': 'Object Created', time: '2026-03-05T02:00:00Z', detail }
    await start('read-scans')
    expect(await lambda.invoke(batch(JSON.stringify(told)))).toEqual(DONE)
    expect(lambda.log()).toContain('"message":"draftRead"')
    const read = await drafting.read('H61.12', papers, 0)
    expect(read).toMatchObject({ state: 'read', draft: { manifest: { declarations: [{ number: '88/QĐ-STP' }] } } })
    expect(await bundles.head(asked[0] ?? '')).toBeUndefined()
  })

  test('a bundle that is too large is refused, not sent again', async () => {
    await start('evaluate-bundle', { env: { LIMIT_ARCHIVE_BYTES: '1000' } })
    const { event, id } = await deployed.upload(await bundle())
    expect(await lambda.invoke(event)).toEqual(DONE)
    expect(await deployed.entries(id)).toMatchObject([{ kind: 'refusal', bundleSha256: null }])
  })

  test('a call that takes too long is ended, and the event judged when it comes again', async () => {
    // As much as judging takes beside other work, so that only what hangs is ended.
    await start('evaluate-bundle', { timeoutMs: 20_000 })
    const { event, id } = await deployed.upload(await bundle())
    deployed.detour.hang()
    expect(await lambda.invoke(event)).toEqual({ ended: 'timeout' })
    expect(await deployed.entries(id)).toEqual([])
    deployed.detour.flow()
    expect(await lambda.invoke(event)).toEqual(DONE)
    expect(await deployed.entries(id)).toMatchObject([{ kind: 'verdict' }])
    expect(lambda.starts()).toBe(2)
  })

  test('a function that runs out of memory is ended, and the event judged when it has more', async () => {
    await start('evaluate-bundle')
    expect(await lambda.invoke((await deployed.upload(await bundle())).event)).toEqual(DONE)
    const warm = lambda.memory()
    lambda.stop()
    const large = await makeZip({ 'manifest.json': MANIFEST, 'phu-luc.pdf': randomBytes(45 * MIB) }, STORED)
    const { event, id } = await deployed.upload(large)
    await start('evaluate-bundle', { memoryBytes: warm + 10 * MIB })
    expect(await lambda.invoke(event)).toEqual({ ended: 'outOfMemory' })
    expect(await deployed.entries(id)).toEqual([])
    lambda.stop()
    await start('evaluate-bundle')
    expect(await lambda.invoke(event)).toEqual(DONE)
    expect(await deployed.entries(id)).toMatchObject([{ kind: 'verdict' }])
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
      form.append('file', new Blob([Uint8Array.from(await bundle())]))
      expect((await fetch(upload.url, { method: 'POST', body: form })).status).toBe(204)
      expect(lambda.log()).toContain(`"uploadId":"${id}"`)

      lambda.stop()
      await start('evaluate-bundle')
      expect(await lambda.invoke(batch(uploaded('bundles', upload.fields.key)))).toEqual(DONE)
      expect(await deployed.entries(id)).toMatchObject([{ kind: 'verdict', uploadId: id }])
      expect(lambda.log()).toContain(`"uploadId":"${id}"`)
    })
  })
}

/** The body of the answer to who asks for an upload. */
function invitation(outcome: Outcome): { id: string; upload: { url: string; fields: { key: string } } } {
  if (!('answer' in outcome)) throw new Error(JSON.stringify(outcome))
  return JSON.parse((outcome.answer as { body: string }).body)
}
