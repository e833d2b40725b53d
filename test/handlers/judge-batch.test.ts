import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { judgeBatch } from '../../handlers/evaluate-bundle.ts'
import { writeRecheck, writeRejudge } from '../../handlers/events.ts'
import type { LogEntry } from '../../handlers/log.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { createService } from '../../src/service/create-service.ts'
import { s3Connector } from '../../src/service/s3-connection.ts'
import type { ErasableStore, Store } from '../../src/service/store.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { S3Store } from '../../src/service/store-s3.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { batch, bundleZip, clearScratch, scratch, UPLOAD_ID, uploaded, uploadKey } from './support.ts'

const KEY = uploadKey('H61.12')
const RECHECK = writeRecheck({ agency: 'H61.12', year: 2027, asOf: '2027-01-02' })
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
const closedPort = s3Connector({ endpoint: 'http://127.0.0.1:1', forcePathStyle: true, region: 'x', credentials })

let bundles: FolderStore
let verdicts: FolderStore
let logged: LogEntry[]
let counted: string[]

beforeEach(async () => {
  bundles = new FolderStore(await scratch())
  verdicts = new FolderStore(await scratch())
  logged = []
  counted = []
})
afterAll(clearScratch)

/** Ids of the messages that come back. */
async function handle(
  bodies: string[],
  { engine = ENGINE, ...change }: { bundles?: ErasableStore; verdicts?: Store; engine?: typeof ENGINE } = {},
): Promise<string[]> {
  const judge = { ruleSet: loaded, profileId: 'national', engine }
  const stopwatch = () => performance.now()
  const { batchItemFailures } = await judgeBatch(batch(...bodies), {
    service: createService({ bundles, verdicts, judge, limits: DEFAULT_LIMITS, stopwatch, ...change }),
    bundleBucket: 'b',
    askForScans: async () => undefined,
    stopwatch,
    log: (entry) => logged.push(entry),
    meter: {
      count: (what, n, kind) => counted.push(`${n} ${what} ${kind}`),
      took: (ms) => expect(ms).toBeGreaterThan(0),
    },
  })
  return batchItemFailures.map((failure) => failure.itemIdentifier)
}

describe('the function that judges', () => {
  test('judges an upload once, however often it is told of it, and says so by its upload id', async () => {
    await bundles.put(KEY, await bundleZip())
    expect(await handle([uploaded('b', KEY), uploaded('b', KEY)])).toEqual([])
    const judged = { event: 'judged', kind: 'verdict', uploadId: UPLOAD_ID, agency: 'H61.12', asOf: '2026-03-05' }
    expect(logged).toMatchObject([
      { ...judged, messageId: 'm0', stored: 'written' },
      { ...judged, messageId: 'm1', stored: 'present' },
    ])
    expect(counted).toEqual([expect.stringMatching(/^1 Judged (not)?[mM]et$|^1 Judged insufficientEvidence$/)])
  })

  test('judges an agency again when the yearly re-check asks for it, once a year', async () => {
    await bundles.put(KEY, await bundleZip())
    expect(await handle([uploaded('b', KEY), RECHECK, RECHECK])).toEqual([])
    expect(logged.slice(1)).toMatchObject([
      { event: 'judged', year: 2027, asOf: '2027-01-02', stored: 'written' },
      { event: 'judged', year: 2027, stored: 'present' },
    ])
    expect(counted.filter((one) => one.includes('Rechecked'))).toHaveLength(1)
  })

  test('judges again what a message says was judged wrongly, and the same message twice changes nothing', async () => {
    await bundles.put(KEY, await bundleZip())
    await handle([uploaded('b', KEY)])
    logged = []
    counted = []
    const message = { agency: 'H61.12', uploadId: UPLOAD_ID, reason: 'Lỗi đọc bảng kê', on: '2026-04-01T00:00:00.000Z' }
    const body = writeRejudge(message)
    const nowhere = writeRejudge({ ...message, agency: 'H61.13' })
    expect(await handle([body, body, nowhere], { engine: { ...ENGINE, version: 'later' } })).toEqual([])
    const told = { event: 'rejudged', agency: 'H61.12', id: UPLOAD_ID }
    expect(logged).toMatchObject([
      { ...told, messageId: 'm0', kind: 'replaced' },
      { ...told, messageId: 'm1', kind: 'same' },
      { event: 'nothing', messageId: 'm2', level: 'warn' },
    ])
    expect(counted).toEqual([expect.stringMatching(/^1 Rejudged /)])
  })

  test('stores a refusal of what is no bundle and does not ask for it again', async () => {
    await bundles.put(KEY, Buffer.from('Hồ sơ'))
    expect(await handle([uploaded('b', KEY)])).toEqual([])
    expect(logged).toMatchObject([{ event: 'judged', kind: 'refusal', refusal: expect.any(String) }])
    expect(counted).toEqual([`1 Refused ${logged[0]?.refusal}`])
  })

  test('brings back the message that met a fault of ours, and goes on with the others', async () => {
    const down = new S3Store('b', closedPort)
    expect(await handle(['không phải JSON', uploaded('b', KEY), RECHECK], { bundles: down })).toEqual(['m1'])
    expect(logged).toMatchObject([
      { event: 'ignored', reason: 'not-json' },
      { event: 'failed', error: { name: 'StoreFault', cause: { code: 'ECONNREFUSED' } } },
      { event: 'nothing', kind: 'none', code: 'H61.12' },
    ])
    expect(counted).toEqual(['1 Failed undefined'])
  })

  test('of several uploads in one message the rest are judged when one fails', async () => {
    const other = uploadKey('H61.13')
    await bundles.put(KEY, await bundleZip())
    const half: ErasableStore = Object.assign(Object.create(bundles), {
      source: (key: string) => (key === other ? new S3Store('b', closedPort).source(key) : bundles.source(key)),
      list: bundles.list.bind(bundles),
    })
    const records = [uploaded('b', other), uploaded('b', KEY)].flatMap((body) => JSON.parse(body).Records)
    expect(await handle([JSON.stringify({ Records: records })], { bundles: half })).toEqual(['m0'])
    expect(logged.map(({ event }) => event)).toEqual(['failed', 'judged'])
  })

  test('brings a message back when its verdict cannot be stored', async () => {
    await bundles.put(KEY, await bundleZip())
    expect(await handle([uploaded('b', KEY)], { verdicts: new S3Store('v', closedPort) })).toEqual(['m0'])
  })

  test('ignores other buckets and other keys, and what was deleted meanwhile', async () => {
    expect(await handle([uploaded('other', KEY), uploaded('b', 'bundles/a.zip'), uploaded('b', KEY)])).toEqual([])
    expect(logged).toMatchObject([
      { event: 'ignored', reason: 'other-bucket' },
      { event: 'ignored', reason: 'not-an-upload' },
      { event: 'nothing', kind: 'gone', uploadId: UPLOAD_ID },
    ])
    expect(counted).toEqual([])
  })

  test('logs no name and no text of a dossier', async () => {
    await bundles.put(KEY, await bundleZip())
    await handle([uploaded('b', KEY), uploaded('b', 'Nguyễn Văn A.zip'), RECHECK])
    expect(logged).toHaveLength(3)
    expect(JSON.stringify(logged)).not.toMatch(/[À-ỹ]/)
  })

  test('a batch that is none is thrown back whole', async () => {
    await expect(judgeBatch({ Records: [{ messageId: 1 }] } as never, {} as never)).rejects.toThrow()
  })
})
