import { readdir } from 'node:fs/promises'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { makeHandler } from '../../handlers/evaluate-bundle.ts'
import type { Tools } from '../../handlers/evaluate-upload.ts'
import type { LogEntry } from '../../handlers/log.ts'
import { DEFAULT_LIMITS } from '../../src/bundle/container.ts'
import { FolderStore } from '../../src/store/folder-store.ts'
import { s3Connector } from '../../src/store/s3-connection.ts'
import { S3Store } from '../../src/store/s3-store.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { eventFixtures } from './event-fixtures.ts'
import { batch, bundleZip, clearScratch, scratch, uploaded } from './support.ts'

const KEY = 'bundles/H61.12/hồ sơ + phụ lục.zip'
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
const closedPort = s3Connector({ endpoint: 'http://127.0.0.1:1', forcePathStyle: true, region: 'x', credentials })

let bundles: FolderStore
let verdicts: FolderStore
let verdictFolder: string
let logged: LogEntry[]

beforeEach(async () => {
  bundles = new FolderStore(await scratch())
  verdictFolder = await scratch()
  verdicts = new FolderStore(verdictFolder)
  logged = []
})
afterAll(clearScratch)

async function handle(bodies: string[], change: Partial<Tools> = {}) {
  const handler = makeHandler({
    bundles: (bucket) => (bucket === 'down' ? new S3Store(bucket, closedPort) : bundles),
    verdicts,
    judge: { ruleSet: loaded, profileId: 'national', engine: ENGINE },
    limits: DEFAULT_LIMITS,
    stopwatch: () => performance.now(),
    log: (entry) => logged.push(entry),
    ...change,
  })
  const { batchItemFailures } = await handler(batch(...bodies))
  return batchItemFailures.map((failure) => failure.itemIdentifier)
}

/** Keys of all that was stored. */
async function stored(): Promise<string[]> {
  const entries = await readdir(verdictFolder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((file) => `${file.parentPath}/${file.name}`.slice(verdictFolder.length + 1)).sort()
}
async function only(): Promise<Record<string, unknown>> {
  const keys = await stored()
  expect(keys).toHaveLength(1)
  return JSON.parse(new TextDecoder().decode(await verdicts.read(String(keys[0]))))
}

describe('the handler of uploads', () => {
  test('stores the verdict on an uploaded bundle', async () => {
    await bundles.put(KEY, await bundleZip())
    expect(await handle([uploaded('b', KEY)])).toEqual([])
    expect((await stored())[0]).toMatch(/^verdicts\/H61\.12\/2026-03-05\//)
    expect(await only()).toMatchObject({
      kind: 'verdict',
      asOf: '2026-03-05',
      agency: { code: 'H61.12' },
      profile: { id: 'national' },
    })
  })

  test.each(eventFixtures)('does all that is asked, and no more: $title', async ({ body, uploads, ignored }) => {
    for (const { key } of uploads) await bundles.put(key, await bundleZip(key))
    expect(await handle([body])).toEqual([])
    expect(await stored()).toHaveLength(uploads.length)
    expect(logged.filter((entry) => entry.event === 'ignored').map((entry) => entry.reason)).toEqual(ignored)
  })

  test('the day of judgement is the day of the upload in Vietnam', async () => {
    await bundles.put(KEY, await bundleZip())
    await handle([uploaded('b', KEY, '2026-03-05T17:00:00.000Z')])
    expect(await only()).toMatchObject({ asOf: '2026-03-06' })
  })

  test('an event that comes twice, even after midnight, makes one verdict', async () => {
    await bundles.put(KEY, await bundleZip())
    const body = uploaded('b', KEY)
    expect(await handle([body, body])).toEqual([])
    expect(await handle([body])).toEqual([])
    expect(await stored()).toHaveLength(1)
    expect(logged.map((entry) => entry.stored)).toEqual(['written', 'present', 'present'])
  })

  test('another bundle of the agency on the same day has a verdict of its own', async () => {
    await bundles.put('one.zip', await bundleZip('một'))
    await bundles.put('two.zip', await bundleZip('hai'))
    expect(await handle([uploaded('b', 'one.zip'), uploaded('b', 'two.zip')])).toEqual([])
    expect(await stored()).toHaveLength(2)
  })

  test.each([
    ['a file that is no ZIP', Buffer.from('Hồ sơ')],
    ['an empty file', new Uint8Array()],
  ])('%s has its refusal stored and is not sent again', async (_what, bytes) => {
    await bundles.put(KEY, bytes)
    expect(await handle([uploaded('b', KEY)])).toEqual([])
    expect((await stored())[0]).toMatch(/^refusals\/[0-9a-f]{64}\/2026-03-05\.json$/)
    expect(await only()).toMatchObject({ kind: 'refusal', asOf: '2026-03-05', message: { vi: expect.any(String) } })
  })

  test('a bundle too large to be read is refused, once per upload', async () => {
    await bundles.put(KEY, await bundleZip('x'.repeat(1000)))
    const limits = { ...DEFAULT_LIMITS, archiveBytes: 100 }
    expect(await handle([uploaded('b', KEY), uploaded('b', KEY)], { limits })).toEqual([])
    expect(await only()).toMatchObject({ kind: 'refusal', bundle: { sha256: null } })
  })

  test('a store that fails brings its message back; the others of the batch go on', async () => {
    await bundles.put(KEY, await bundleZip())
    expect(await handle(['không phải JSON', uploaded('down', 'a.zip'), uploaded('b', KEY)])).toEqual(['m1'])
    expect(await only()).toMatchObject({ kind: 'verdict' })
    expect(logged.map((entry) => entry.event)).toEqual(['ignored', 'failed', 'evaluated'])
    expect(logged[1]?.error).toMatchObject({ name: 'StoreFault', cause: { code: 'ECONNREFUSED' } })
  })

  test('of several uploads in one message the rest are judged when one fails', async () => {
    await bundles.put(KEY, await bundleZip())
    const records = [uploaded('down', 'a.zip'), uploaded('b', KEY)].flatMap((body) => JSON.parse(body).Records)
    expect(await handle([JSON.stringify({ Records: records })])).toEqual(['m0'])
    expect(await stored()).toHaveLength(1)
  })

  test('a verdict that cannot be stored brings its message back', async () => {
    await bundles.put(KEY, await bundleZip())
    expect(await handle([uploaded('b', KEY)], { verdicts: new S3Store('v', closedPort) })).toEqual(['m0'])
  })

  test('a bundle that was deleted meanwhile is done', async () => {
    expect(await handle([uploaded('b', KEY)])).toEqual([])
    expect(await stored()).toEqual([])
    expect(logged).toMatchObject([{ event: 'evaluated', kind: 'gone' }])
  })

  test("the authority's catalogue replaces the agency's, and its absence is a fault of ours", async () => {
    await bundles.put(KEY, await bundleZip())
    const catalogueKey = 'authority/catalogue.csv'
    expect(await handle([uploaded('b', KEY)], { catalogueKey })).toEqual(['m0'])
    await bundles.put(catalogueKey, Buffer.from('Mã TTHC,Tên thủ tục hành chính\n2.000488,Cấp Phiếu lý lịch tư pháp\n'))
    expect(await handle([uploaded('b', KEY)], { catalogueKey })).toEqual([])
    expect(await only()).toMatchObject({ catalogue: { source: 'authority', procedures: 1 } })
  })

  test("an authority's catalogue that cannot be read is a fault of ours, no refusal of the bundle", async () => {
    await bundles.put(KEY, await bundleZip())
    await bundles.put('authority/catalogue.json', Buffer.from('{'))
    expect(await handle([uploaded('b', KEY)], { catalogueKey: 'authority/catalogue.json' })).toEqual(['m0'])
    expect(logged[0]?.error).toMatchObject({ name: 'InputError' })
    expect(await stored()).toEqual([])
  })

  test('the log holds neither keys nor names', async () => {
    await bundles.put(KEY, await bundleZip())
    await handle([uploaded('b', KEY), uploaded('down', KEY), uploaded('b', 'Nguyễn Văn A.zip')])
    expect(logged).toHaveLength(3)
    expect(JSON.stringify(logged)).not.toMatch(/hồ sơ|Nguyễn|Trần/)
  })

  test('a batch that is none is thrown back whole', async () => {
    const handler = makeHandler({} as Tools)
    await expect(handler({ Records: [{ messageId: 1 }] } as never)).rejects.toThrow()
  })
})
