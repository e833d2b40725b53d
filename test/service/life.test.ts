import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readiness } from '../../src/cli/serve/readiness.ts'
import { developmentIssuer } from '../../src/cli/serve/sign-in.ts'
import { StoreFault } from '../../src/service/store.ts'
import { startSite } from '../http/support/site.ts'

const lines: (Record<string, unknown> & { event: string })[] = []
const site = await startSite(undefined, { metricsPort: 0, scanSeconds: 1 }, (event, fields) =>
  lines.push({ ...fields, event }),
)
const figuresUrl = () => String(lines.find(({ event }) => event === 'figures')?.url)

test('one line of the log a request: caller, route, status, milliseconds, and no address with an id', async () => {
  const issuer = await developmentIssuer(site.folder)
  const token = await issuer.token({ kind: 'agency', code: 'H61.12' }, new Date('2026-11-02T02:00:00Z'), 600)
  const headers = { Authorization: `Bearer ${token}` }
  for (const [path, sent] of [
    ['/health', {}],
    ['/agencies/H61.12/verdicts', headers],
    ['/agencies/H61.13/verdicts', headers],
    ['/agencies/H61.12/verdicts', {}],
    ['/nowhere/H61.12', {}],
  ] as const)
    await fetch(site.url + path, { headers: sent })
  const list = '/agencies/{code}/verdicts'
  const told = lines.filter(({ event }) => event === 'request')
  expect(told.map(({ route, status, caller }) => [route, status, caller])).toEqual([
    ['/health', 200, null],
    [list, 200, 'agency:H61.12'],
    [list, 403, 'agency:H61.12'],
    [list, 401, null],
    ['other', 404, null],
  ])
  for (const { ms, method } of told) expect([typeof ms, method]).toEqual(['number', 'GET'])
})

test('figures for Prometheus on a port of this machine alone, none on that of the service', async () => {
  await fetch(`${site.url}/health`)
  const answer = await fetch(figuresUrl())
  expect(answer.headers.get('Content-Type')).toContain('text/plain')
  const text = await answer.text()
  expect(text).toMatch(/^qms_verdict_requests_total\{method="GET",route="\/health",status="200"\} [1-9]/m)
  for (const name of ['queue_waiting', 'queue_running', 'scan_age_seconds', 'disk_free_bytes'])
    expect(text).toMatch(new RegExp(`^qms_verdict_${name} \\d`, 'm'))
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
  expect(text).toContain('# TYPE qms_verdict_judged_total counter')
  expect(figuresUrl()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/)
  expect((await fetch(`${site.url}/metrics`)).status).toBe(404)
})

test('/ready tells store, disk, scan and queue of a service that is well', async () => {
  const answer = await fetch(`${site.url}/ready`)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({
    status: 'ready',
    lacks: [],
    freeBytes: expect.any(Number),
    scanAgeSeconds: expect.any(Number),
    queue: { waiting: 0, running: 0, oldestSeconds: 0 },
    workers: { running: 0, waiting: 0, workers: 0 },
  })
})

test('a second service on the folder is refused, and the first one goes on', async () => {
  await expect(startSite(undefined, { place: { folder: site.folder } })).rejects.toThrow('Another service works')
  expect(JSON.parse(await readFile(join(site.folder, 'service.lock'), 'utf8')).pid).toBe(process.pid)
  expect((await fetch(`${site.url}/health`)).status).toBe(200)
})

const WELL = {
  workers: () => ({ running: 0, waiting: 0, workers: 0 }),
  verdicts: { read: async () => undefined },
  queue: () => ({ waiting: 0, running: 0, oldestSeconds: 0 }),
  scanAgeSeconds: () => 1,
  freeBytes: async (): Promise<number | undefined> => 1000,
  scanSeconds: 10,
  maxUploadBytes: 100,
  onFault: () => undefined,
}
const failing = () => Promise.reject(StoreFault.from('read', '/data', new Error('EIO')))

test.each([
  ['the store cannot be reached', { verdicts: { read: failing } }, 503, 'not-ready', ['store-unreachable']],
  ['the disk is full', { freeBytes: async () => 99 }, 200, 'degraded', ['disk-full']],
  ['the scan is late', { scanAgeSeconds: () => 61 }, 200, 'degraded', ['scan-late']],
  [
    'work waits for long',
    { queue: () => ({ waiting: 1, running: 0, oldestSeconds: 901 }) },
    200,
    'degraded',
    ['queue-late'],
  ],
  ['the store is no disk', { freeBytes: async () => undefined }, 200, 'ready', []],
])('/ready when %s', async (_, change, status, word, lacks) => {
  const answer = await readiness({ ...WELL, ...change }).request('/ready')
  expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining({ status: word, lacks })])
})
