import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { afterAll, describe, expect, test } from 'vitest'
import { S3Store } from '../../src/service/store-s3.ts'
import { builtService } from '../support/built-service.ts'
import { withCeph } from '../support/ceph/with-ceph.ts'
import { startVault } from '../support/vault.ts'
import { batch, bundleZip, uploaded, uploadKey } from './support.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
const dist = await builtService()
const folder = join(dist, 'handlers')

const vault = await startVault()
afterAll(() => vault.close())

/** A line of the log or, with `_aws`, of metrics. */
type Line = Record<string, unknown>

/** Warnings and errors are told on standard error, where Node has its own lines too. */
const linesOf = (output: string): Line[] =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))

/** Calls a function in a process of its own that has these environment variables only. */
async function call(name: string, event: unknown, env: Record<string, string>) {
  const args = [join(root, 'test/handlers/invoke.mjs'), join(folder, name)]
  const called = run(process.execPath, args, { env: { AWS_REGION: 'us-east-1', ...vault.env, ...env }, cwd: dist })
  called.child.stdin?.end(JSON.stringify(event))
  return called
}

/** Calls the function that judges. */
async function invoke(event: SQSEvent, env: Record<string, string>) {
  const { stdout, stderr } = await call('evaluate-bundle.mjs', event, env)
  const lines = linesOf(stdout)
  const { batchItemFailures } = lines.pop() as unknown as SQSBatchResponse
  const log = [...lines, ...linesOf(stderr)].filter((line) => !('_aws' in line))
  return { batchItemFailures, log, metrics: lines.filter((line) => '_aws' in line) }
}

describe('the built function', () => {
  test('does not load the AWS SDK to start', async () => {
    const reached = new Set(['evaluate-bundle.mjs'])
    for (const file of reached) {
      const code = await readFile(join(folder, file), 'utf8')
      expect(code, file).not.toContain('AmazonS3')
      for (const [, imported] of code.matchAll(/(?:from|import)"\.\/([\w-]+\.mjs)"/g))
        if (imported) reached.add(imported)
    }
    const rest = (await readdir(folder)).filter((file) => file.endsWith('.mjs') && !reached.has(file))
    const texts = await Promise.all(rest.map((file) => readFile(join(folder, file), 'utf8')))
    expect(texts.some((code) => code.includes('AmazonS3'))).toBe(true)
  })

  test('says which setting is missing', async () => {
    await expect(invoke(batch(), {})).rejects.toMatchObject({
      stderr: expect.stringMatching(/BUNDLE_BUCKET: not set[\s\S]*VERDICT_BUCKET: not set/),
    })
  })

  test('brings a message back when S3 does not answer, and logs it as one line of JSON', async () => {
    const env = {
      BUNDLE_BUCKET: 'b',
      VERDICT_BUCKET: 'v',
      S3_ENDPOINT: 'http://127.0.0.1:1',
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
      POWERTOOLS_SERVICE_NAME: 'qms-verdict',
      POWERTOOLS_METRICS_NAMESPACE: 'QmsVerdict',
    }
    const { batchItemFailures, log, metrics } = await invoke(batch('{}', uploaded('b', uploadKey('H61.12'))), env)
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm1' }])
    expect(log).toMatchObject([
      { level: 'WARN', message: 'ignored', reason: 'unknown-event', messageId: 'm0' },
      { level: 'ERROR', message: 'failed', messageId: 'm1', error: { name: 'StoreFault' } },
    ])
    // As its alarm watches it.
    const [told] = metrics
    expect(told).toMatchObject({ service: 'qms-verdict', Failed: 1 })
    expect(told?._aws).toMatchObject({ CloudWatchMetrics: [{ Namespace: 'QmsVerdict', Dimensions: [['service']] }] })
  })
})

await withCeph('The built function', (ceph) => {
  const KEY = uploadKey('H61.12')
  const environment = () => {
    const { endpoint, credentials } = ceph().settings
    const { accessKeyId, secretAccessKey } = credentials
    const keys = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey }
    return {
      BUNDLE_BUCKET: 'bundles',
      VERDICT_BUCKET: 'verdicts',
      S3_ENDPOINT: endpoint,
      S3_FORCE_PATH_STYLE: 'true',
      ...keys,
    }
  }

  test('judges the version that was uploaded, once, and refuses what is no bundle', async () => {
    await ceph().makeBucket('bundles', 'versioned')
    await ceph().makeBucket('verdicts')
    const bundles = new S3Store('bundles', ceph().connect)
    await bundles.put(KEY, await bundleZip(), 'application/zip')
    const version = (await bundles.head(KEY))?.versionId
    await bundles.put(KEY, Buffer.from('Hồ sơ'), 'application/zip')

    const good = uploaded('bundles', KEY, '2026-03-05T09:00:00.000Z', version)
    const bad = uploaded('bundles', KEY, '2026-03-05T09:01:00.000Z')
    const gone = uploaded('bundles', uploadKey('H61.13'))
    const first = await invoke(batch(good, good, bad, gone), environment())
    expect(first.batchItemFailures).toEqual([])
    expect(first.log).toMatchObject([
      { kind: 'verdict', stored: 'written' },
      { kind: 'verdict', stored: 'present' },
      { kind: 'refusal', stored: 'written' },
      { kind: 'gone' },
    ])
    const again = await invoke(batch(good, bad), environment())
    expect(again.log.map((entry) => entry.stored)).toEqual(['present', 'present'])
    expect(first.metrics.filter((one) => 'Judged' in one)).toMatchObject([{ Judged: 1, kind: first.log[0]?.status }])
    expect(again.metrics.map((one) => Object.keys(one).includes('Took'))).toEqual([true, true])

    const json = await new S3Store('verdicts', ceph().connect).read(String(first.log[0]?.key))
    expect(JSON.parse(new TextDecoder().decode(json))).toMatchObject({
      kind: 'verdict',
      asOf: '2026-03-05',
      agency: { code: 'H61.12' },
    })
  })
})

describe('the built API', () => {
  const api = {
    BUNDLE_BUCKET: 'bundles',
    VERDICT_BUCKET: 'verdicts',
    OIDC_ISSUER: 'https://id.example',
    OIDC_AUDIENCE: 'qms-verdict-api',
    OIDC_KEYS_URL: 'https://id.example/keys',
  }
  const pages = {
    ...api,
    OIDC_CLIENT_ID: 'qms-verdict',
    PUBLIC_URL: 'https://qms.example',
    AWS_ACCESS_KEY_ID: 'a',
    AWS_SECRET_ACCESS_KEY: 'b',
    SESSION_SECRET_ARN: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:session',
  }
  async function get(path: string, env: Record<string, string>) {
    const http = { method: 'GET', path, sourceIp: '192.0.2.1' }
    const requestContext = { domainName: 'qms.example', http, requestId: 'r' }
    const event = {
      version: '2.0',
      rawPath: path,
      rawQueryString: '',
      headers: { accept: 'text/html' },
      requestContext,
    }
    const { stdout } = await call('api.mjs', event, env)
    return JSON.parse(
      linesOf(stdout)
        .map((line) => JSON.stringify(line))
        .at(-1) ?? '{}',
    )
  }

  test('has pages where it is a client of its issuer, with all that they load', async () => {
    const front = await get('/', pages)
    expect([front.statusCode, front.headers['content-type']]).toEqual([200, 'text/html; charset=UTF-8'])
    const [font] = /\/assets\/[^"]+\.woff2/.exec(front.body) ?? []
    const file = await get(font ?? '', pages)
    expect([file.statusCode, file.isBase64Encoded]).toEqual([200, true])
  })

  test('has none where it is not', async () => {
    expect((await get('/', api)).headers['content-type']).toBe('application/problem+json')
  })
})
