import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { bytesInMemory } from '../../src/core/files.ts'
import { picturesOfBundle } from '../../src/service/documents.ts'
import { eraseUpload } from '../../src/service/erase.ts'
import { picturesKey } from '../../src/service/keys.ts'
import type { PieceRead } from '../../src/service/scan-tasks.ts'
import type { Notifier, Service } from '../../src/service/service.ts'
import { inThisProcess, type Workers } from '../../src/service/tasks.ts'
import { collected } from '../support/collected.ts'
import { fewRules } from '../support/loaded.ts'
import { forged, verify } from '../verdict/judged.ts'
import { said, scanned } from './support/scanned.ts'
import { bundleOf, CODE, contents, endWorlds, LITTLE, makeWorld, upload, uploadIdOf, type World } from './world.ts'

afterAll(endWorlds)

const AT = '2026-11-01T02:00:00.000Z'
const ON = '2026-11-01T02:05:00.000Z'
const SECRET = 'Kế hoạch phòng thủ'
const HEAD = { name: 'Trần Thị Ngọc Ánh', title: 'Giám đốc' }
const PAPER = 'cong-bo/88-QD-STP.pdf'
const { internalAudits } = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
const DECLARED = {
  ...LITTLE,
  agency: { heads: [HEAD] },
  declarations: [
    {
      ...{ number: '88/QĐ-STP', signedOn: '2024-04-02', signedBy: HEAD, standard: 'TCVN ISO 9001:2015' },
      ...{ allProcedures: true, file: PAPER },
    },
  ],
}

const DECISION_LINES = [
  ...['UBND TỈNH VĨNH LONG', 'SỞ TƯ PHÁP', 'Số: 88/QĐ-STP', 'Vĩnh Long, ngày 02 tháng 4 năm 2024', 'QUYẾT ĐỊNH'],
  ...['Về việc công bố Hệ thống quản lý chất lượng', 'GIÁM ĐỐC', 'Trần Thị Ngọc Ánh'],
]
const DECISION = said(DECISION_LINES)

let world: World
let service: Service
/** How often pages were recognised, and what comes of it. */
let recognised: number
let comes: PieceRead
beforeEach(async () => {
  recognised = 0
  comes = DECISION
  const { tools } = await makeWorld()
  const here = inThisProcess(tools)
  const workers = {
    run: async (name, input, around) => {
      if (name !== 'scan') return here.run(name, input, around)
      recognised++
      return comes
    },
  } as Workers
  world = await makeWorld({ readsScans: true, workers })
  service = world.service
})

const sent = async (at: string, papers: Record<string, Uint8Array>, patch: object = {}) => {
  const event = await upload(world, at, await bundleOf({ ...DECLARED, ...patch }, papers))
  await service.evaluateUpload(event)
  return uploadIdOf(event)
}
const readAll = async () => {
  for (const work of await collected(service.waitingScans())) await service.readScan(work, ON)
}
const verdictOf = async (id: string) => (await service.readVerdict(CODE, id)) ?? expect.unreachable()
const declared = async (id: string) =>
  (await verdictOf(id)).verdict.findings.find(({ rule }) => rule === 'declaration-in-force')

describe('a bundle with scans', () => {
  test('is judged at once, and says that they are being read; it stands where no lock keeps it', async () => {
    const id = await sent(AT, { [PAPER]: scanned(0), 'khac.pdf': scanned(1) })
    const read = await verdictOf(id)
    expect(read.verdict).toMatchObject({ provisional: true, readings: { scans: { total: 2, read: 0 } } })
    expect(read.listed).toMatchObject({ provisional: true, asOf: '2026-11-01' })
    expect(await service.verdictPage(read, 'vi')).toContain('2 bản quét đang được đọc')
    expect(await service.scanProgress(CODE, read)).toEqual({ scans: 2, pages: 2, read: 0 })
    const locked = Object.keys(await contents(world.verdicts)).filter((key) => !key.startsWith('agencies/'))
    expect(locked).toEqual([])
    expect(recognised).toBe(0)
  })

  test('has a provisional verdict that comes out again, and says that it is one', async () => {
    const id = await sent(AT, { [PAPER]: scanned(0), 'khac.pdf': scanned(1) })
    const { verdict } = await verdictOf(id)
    expect(verdict.readings.scans.waiting).toHaveLength(2)
    const source = bytesInMemory(await bundleOf(DECLARED, { [PAPER]: scanned(0), 'khac.pdf': scanned(1) }))
    const given = { source, ruleSet: async () => fewRules, scans: {} }
    const verified = await verify(verdict, given)
    expect([verified.result, verified.ids]).toEqual(['same', ['intact', 'provisional', 'same']])
    const final = forged(verdict, { provisional: false })
    expect((await verify(final, given)).differences.map(({ pointer }) => pointer)).toEqual(['/provisional'])
  })

  test('is judged again when the last is read: a new entry as of the same day', async () => {
    const id = await sent(AT, { [PAPER]: scanned(0), 'khac.pdf': scanned(1) })
    expect(await declared(id)).toMatchObject({ outcome: 'pass', assurance: 'present' })
    const [first, second] = await collected(service.waitingScans({ code: CODE, uploadId: id }))
    expect(await service.readScan(first ?? expect.unreachable(), ON)).toEqual({ kind: 'read' })
    expect(await service.scanProgress(CODE, await verdictOf(id))).toMatchObject({ scans: 1, read: 1 })
    expect(await service.readScan(second ?? expect.unreachable(), ON)).toMatchObject({ kind: 'judged' })
    const { listed, verdict } = await verdictOf(id)
    expect(verdict).toMatchObject({
      provisional: false,
      asOf: '2026-11-01',
      readings: { scans: { total: 2, read: 2 } },
    })
    expect(listed).toMatchObject({
      rejudged: { reason: 'scans-read', replaces: `${id}-v1`, on: ON },
      asOf: '2026-11-01',
    })
    expect(listed).not.toHaveProperty('provisional')
    expect(listed.key).toContain(verdict.readings.sha256?.slice(0, 16))
    expect(await declared(id)).toMatchObject({ outcome: 'pass', assurance: 'recognised' })
    expect(await service.verdictPage({ listed, verdict }, 'vi')).not.toContain('đang được đọc')
    // What it replaced can still be read; nothing is left to do, and doing it again changes nothing.
    expect((await verdictOf(`${id}-v1`)).verdict.provisional).toBe(true)
    expect(await collected(service.waitingScans())).toEqual([])
    expect(await service.readScan(first ?? expect.unreachable(), ON)).toEqual({ kind: 'gone' })
    expect(recognised).toBe(2)
    // What is kept of it judges it again in a year.
    await service.recheckAgency(CODE, { year: 2027, asOf: '2027-01-02' })
    expect((await verdictOf('recheck-2027')).verdict).toMatchObject({ provisional: false, readings: verdict.readings })
  })

  test('that was sent before needs nothing read but what is new', async () => {
    await sent(AT, { [PAPER]: scanned(0) })
    await readAll()
    const again = await sent('2026-11-02T02:00:00.000Z', { [PAPER]: scanned(0) }, { assessmentYear: 2025 })
    expect((await verdictOf(again)).verdict.provisional).toBe(false)
    expect(await declared(again)).toMatchObject({ assurance: 'recognised' })
    const third = await sent('2026-11-03T02:00:00.000Z', { [PAPER]: scanned(0), 'moi.pdf': scanned(2) })
    expect((await verdictOf(third)).verdict).toMatchObject({ readings: { scans: { total: 2, read: 1 } } })
    await readAll()
    expect((await verdictOf(third)).verdict).toMatchObject({ provisional: false, readings: { scans: { read: 2 } } })
    expect(recognised).toBe(2)
  })

  test('that contradict what is declared are for a person, whose page shows the line', async () => {
    const [declaration] = DECLARED.declarations
    const id = await sent(AT, { [PAPER]: scanned(0) }, { declarations: [{ ...declaration, number: '89/QĐ-STP' }] })
    await readAll()
    expect(await declared(id)).toMatchObject({ outcome: 'needsReview' })
    const read = await verdictOf(id)
    const pages = await Promise.all((['vi', 'en'] as const).map((lang) => service.verdictPage(read, lang)))
    for (const page of pages) expect(page).toMatch(/<img src="data:image\/png;base64,iVBOR/)
    expect(JSON.stringify(read.verdict)).not.toContain('iVBOR')
    // As of another day the same paper shows the same line; of another bundle nothing does.
    const { agency, bundle } = read.verdict
    expect(await picturesOfBundle(read.verdict, world.verdicts)).toMatchObject([{ file: PAPER, page: 1 }])
    const other = { agency, bundle: { ...bundle, sha256: '0'.repeat(64) } }
    expect(await picturesOfBundle(other, world.verdicts)).toEqual([])
  })

  test('whose pictures were edited are told of, not shown', async () => {
    const [declaration] = DECLARED.declarations
    const id = await sent(AT, { [PAPER]: scanned(0) }, { declarations: [{ ...declaration, number: '89/QĐ-STP' }] })
    await readAll()
    const read = await verdictOf(id)
    await world.verdicts.put(picturesKey(read.listed.key), Buffer.from('[{"png":""><script>"}]'))
    await expect(service.verdictPage(read, 'en')).rejects.toThrow('not pictures in the right form')
  })

  test('publishes no notice while it is provisional', async () => {
    const told: string[] = []
    const notifier: Notifier = { publish: async ({ id }) => void told.push(id) }
    const id = await sent(AT, { [PAPER]: scanned(0) }, { internalAudits })
    const until = (await verdictOf(id)).verdict.validUntil ?? expect.unreachable()
    expect((await service.lapseNotices(until, notifier)).sent).toEqual([])
    await readAll()
    expect((await service.lapseNotices(until, notifier)).sent).toHaveLength(1)
  })
})

/** Everything that is kept, unpacked. */
async function everything(): Promise<string> {
  const objects = { ...(await contents(world.bundles)), ...(await contents(world.verdicts)) }
  return Object.entries(objects)
    .filter(([key]) => !key.endsWith('.zip'))
    .map(([key, text]) => (key.endsWith('.gz') ? gunzipSync(Buffer.from(text, 'latin1')) : Buffer.from(text, 'latin1')))
    .join('\n')
}

describe('a stamp of secrecy in a scan', () => {
  test('erases what was said before it was seen, and leaves a tombstone', async () => {
    const id = await sent(AT, { [PAPER]: scanned(0), 'khac.pdf': scanned(1) })
    const [first, second] = await collected(service.waitingScans())
    comes = said([SECRET])
    await service.readScan(first ?? expect.unreachable(), ON)
    expect(await everything()).toContain(SECRET)
    expect(await everything()).toContain(HEAD.name)
    comes = { stamped: true }
    expect(await service.readScan(second ?? expect.unreachable(), ON)).toMatchObject({ kind: 'judged' })
    const left = await everything()
    expect([left.includes(SECRET), left.includes(HEAD.name)]).toEqual([false, false])
    const { verdict } = await verdictOf(id)
    expect(verdict).toMatchObject({
      status: 'undetermined',
      provisional: false,
      findings: [{ rule: 'no-state-secrets' }],
    })
    await expect(service.readVerdict(CODE, `${id}-v1`)).rejects.toMatchObject({
      name: 'ErasedDossier',
      text: { vi: expect.stringContaining('có dấu chỉ độ mật') },
    })
    expect(await collected(service.waitingScans())).toEqual([])
    // The same paper is set aside at once, though its pages are not known any more.
    const again = await sent('2026-11-02T02:00:00.000Z', { [PAPER]: scanned(0), 'khac.pdf': scanned(1) })
    expect((await verdictOf(again)).verdict).toMatchObject({ status: 'undetermined', provisional: false })
    expect(recognised).toBe(2)
  })
})

test('erasing an upload erases what was recognised in its scans', async () => {
  comes = said([...DECISION_LINES, SECRET])
  const [declaration] = DECLARED.declarations
  const id = await sent(AT, { [PAPER]: scanned(0) }, { declarations: [{ ...declaration, number: '89/QĐ-STP' }] })
  await readAll()
  expect(await everything()).toContain(SECRET)
  const pictures = async () => (await collected(world.verdicts.list(''))).filter(({ key }) => key.includes('pictures'))
  expect(await pictures()).toHaveLength(1)
  await eraseUpload(CODE, { uploadId: id, reason: 'Quyết định số 12/QĐ-UBND', by: 'a', on: ON }, world)
  const left = await everything()
  expect([left.includes(SECRET), left.includes(HEAD.name)]).toEqual([false, false])
  expect(await pictures()).toEqual([])
  expect(await collected(world.bundles.list(''))).toEqual([])
})

test('what was recognised for one agency is no other’s: it has the same paper read itself, and keeps what was read', async () => {
  comes = said([SECRET])
  const id = await sent(AT, { [PAPER]: scanned(0) })
  await readAll()
  const other = 'H61.13'
  const bytes = await bundleOf({ ...DECLARED, agency: { ...DECLARED.agency, code: other } }, { [PAPER]: scanned(0) })
  const event = await upload(world, AT, bytes, { code: other })
  await service.evaluateUpload(event)
  const first = await service.readVerdict(other, uploadIdOf(event))
  expect(first?.verdict).toMatchObject({ provisional: true, readings: { scans: { total: 1, read: 0 } } })
  await readAll()
  expect(recognised).toBe(2)
  await eraseUpload(CODE, { uploadId: id, reason: 'Quyết định số 12/QĐ-UBND', by: 'a', on: ON }, world)
  expect(await everything()).toContain(SECRET)
  await eraseUpload(other, { uploadId: uploadIdOf(event), reason: 'Quyết định số 13/QĐ-UBND', by: 'a', on: ON }, world)
  expect(await everything()).not.toContain(SECRET)
})

test('what cannot be read, since the bundle was deleted, waits for nothing', async () => {
  const event = await upload(world, AT, await bundleOf(DECLARED, { [PAPER]: scanned(0) }))
  await service.evaluateUpload(event)
  const [work] = await collected(service.waitingScans())
  await world.bundles.remove(event.key)
  expect(await service.readScan(work ?? expect.unreachable(), ON)).toEqual({ kind: 'gone' })
  expect(await collected(service.waitingScans())).toEqual([])
  expect((await verdictOf(uploadIdOf(event))).verdict.provisional).toBe(true)
})
