import { generateKeyPairSync } from 'node:crypto'
import { cp, readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prescreenOf } from '../../src/province/draw-up.ts'
import { createService } from '../../src/service/create-service.ts'
import { paperKey } from '../../src/service/drafts.ts'
import { keepRegister } from '../../src/service/draw-up.ts'
import { eraseUpload } from '../../src/service/erase.ts'
import { noteOpen, PendingUploads } from '../../src/service/pending-uploads.ts'
import { keptRegister } from '../../src/service/prepared-prescreen.ts'
import { requestVersion } from '../../src/service/prescreen-versions.ts'
import { publishedVerdict, publishPrescreen, readDocument, readShown } from '../../src/service/published.ts'
import { recheckRun } from '../../src/service/schedule.ts'
import type { Upload } from '../../src/service/service.ts'
import type { ErasableStore } from '../../src/service/store.ts'
import { inThisProcess } from '../../src/service/tasks.ts'
import { makeVersion } from '../../src/service/work-jobs.ts'
import { verdictSigner } from '../../src/verdict/known-keys.ts'
import { bundle, cohort, member } from '../province/made.ts'
import { collected } from '../support/collected.ts'
import { ENGINE } from '../support/loaded.ts'
import { step } from '../support/rounds.ts'
import { type Calls, faultyStore } from './faulty-store.ts'
import { bundleOf, CODE, contents, endWorlds, makeWorld, upload, uploadIdOf, type World } from './world.ts'

afterAll(endWorlds)

const AT = '2026-11-01T02:00:00.000Z'
const NAME = 'Nguyễn Thị Bí Mật'
const { managementReviews } = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
managementReviews[0].chair.name = NAME
const zip = await bundleOf({ managementReviews })
const RUN = { reason: 'Quyết định số 12/QĐ-UBND', by: 'quantri', on: '2027-03-01T01:00:00.000Z' }
const signer = await verdictSigner(generateKeyPairSync('ed25519').privateKey, { keys: [] })
let world: World
/** Judged once, and copied for each test. */
let judged: World
let event: Upload
let uploadId: string

beforeAll(async () => {
  judged = await makeWorld()
  const { service, verdicts, bundles } = judged
  await service.evaluateUpload(await upload(judged, '2026-10-01T02:00:00.000Z', await bundleOf()))
  event = await upload(judged, AT, zip)
  uploadId = uploadIdOf(event)
  await noteOpen(event.key, bundles)
  await service.evaluateUpload(event)
  await service.recheckAgency(CODE, recheckRun(2027))
  const verdict = (await service.readVerdict(CODE, uploadId))?.verdict ?? expect.unreachable()
  const one = member(CODE)
  const document = prescreenOf(cohort([one], [bundle(one, { sha256: verdict.bundle.sha256 })], { asOf: verdict.asOf }))
  await publishPrescreen(OF, document, new Map([[CODE, await signer.sign(verdict)]]), verdicts, signer)
})

const OF = { province: 'H61', year: 2026, id: '20261120T020000000Z-0000abcd', by: 'qms', registered: 1 }

async function copied(): Promise<World> {
  const copy = await makeWorld()
  await cp(judged.folder, copy.folder, { recursive: true })
  return copy
}
beforeEach(async () => {
  world = await copied()
})

const erase = () => eraseUpload(CODE, { ...RUN, uploadId }, world)
const SAID = {
  name: 'ErasedDossier',
  text: { vi: expect.stringContaining('Hồ sơ đã được xóa theo: Quyết định số 12/QĐ-UBND') },
}

/** Every byte that is kept, as text, unpacked. */
async function everything(): Promise<string> {
  const texts = Object.entries({ ...(await contents(world.bundles)), ...(await contents(world.verdicts)) })
  return texts
    .map(([key, text]) =>
      (key.endsWith('.gz') ? gunzipSync(Buffer.from(text, 'latin1')) : Buffer.from(text, 'latin1')).toString(),
    )
    .join('\n')
}

describe('an erased dossier', () => {
  test('leaves no name, no bundle, no facts, no page; only its entries and a tombstone', async () => {
    expect(await everything()).toContain(NAME)
    const [done] = await erase()
    expect(done).toMatchObject({ tombstone: { uploadId, ...RUN }, locked: [] })
    expect(done?.removed).toBeGreaterThan(4)
    expect(await everything()).not.toContain(NAME)
    expect(Object.keys(await contents(world.bundles))).toEqual([expect.stringContaining('/20261001T020000000Z-')])
    const left = Object.keys(await contents(world.verdicts)).filter((key) => key.includes(uploadId))
    expect(left.map((key) => key.split('/')[2])).toEqual(['erased', 'uploads'])
  })

  test('takes along what its agency has not handed in yet, and nothing of another one', async () => {
    const [own, other] = [paperKey(CODE, 'a'.repeat(64)), paperKey(CODE.slice(0, -1), 'a'.repeat(64))]
    for (const key of [own, other]) await world.bundles.put(key, Buffer.from(NAME))
    await erase()
    const left = Object.keys(await contents(world.bundles))
    expect([left.includes(own), left.includes(other)]).toEqual([false, true])
  })

  test('is told as erased wherever it is asked for by its id', async () => {
    await erase()
    const { service } = world
    await expect(service.readVerdict(CODE, uploadId)).rejects.toMatchObject(SAID)
    await expect(service.readVerdict(CODE, 'recheck-2027')).rejects.toMatchObject(SAID)
    await expect(service.uploadStatus(CODE, uploadId)).rejects.toMatchObject(SAID)
    expect((await service.agencyHistory(CODE)).erased).toMatchObject([{ uploadId, reason: RUN.reason }])
  })

  test('counts no more: the one before it stands, is checked again and pre-screened', async () => {
    await erase()
    const { service, verdicts } = world
    expect((await service.listVerdicts(CODE)).map(({ id }) => id)).toEqual(['20261001T020000000Z-00000000'])
    expect((await service.latestVerdict(CODE))?.listed.id).toBe('20261001T020000000Z-00000000')
    expect((await service.listUploads(CODE)).map((one) => one.uploadId)).toEqual(['20261001T020000000Z-00000000'])
    expect(await service.recheckAgency(CODE, recheckRun(2028))).toMatchObject({
      entry: { uploadId: '20261001T020000000Z-00000000', since: '20261001T020000000Z-00000000' },
    })
    expect(await service.rejudgeAgency(CODE, RUN)).toMatchObject([{ id: '20261001T020000000Z-00000000' }, {}])
    const published = (await readShown(OF, verdicts, signer)) ?? expect.unreachable()
    expect(await publishedVerdict('H61', published, CODE, verdicts, signer)).toBeUndefined()
    // One that nobody known signed is none.
    expect(await readShown(OF, verdicts, { keys: { keys: [] } })).toBeUndefined()
    const of = { province: 'H61', year: 2026, id: '20261201T020000000Z-0000abcd' }
    const asked = {
      on: RUN.on,
      by: 'a',
      from: 'desk',
      asOf: '2026-12-01',
      profileId: 'national',
      registered: 1,
    } as const
    const ruleSet = { id: 'a', version: '1', sha256: 'a' }
    await keepRegister(of, keptRegister({ members: [member(CODE)], warnings: [] }), verdicts)
    await requestVersion(of, { schemaVersion: 1, id: of.id, ...asked, ruleSet }, verdicts)
    const workers = inThisProcess(world.tools)
    const by = { service, store: verdicts, signer, workers, ruleSet: world.tools.judge.ruleSet.source }
    await makeVersion(of, 1, '0000abcd', { ...by, now: () => new Date(RUN.on), log: () => undefined })
    const drawn = await readDocument(of, verdicts, signer)
    expect(drawn?.agencies[0]?.bundle?.name).toContain('20261001T020000000Z-')
  })

  test('of the only upload leaves an agency without a result, and without a crash', async () => {
    await eraseUpload(CODE, { ...RUN, uploadId: '20261001T020000000Z-00000000' }, world)
    await erase()
    const { service } = world
    expect(await service.latestVerdict(CODE)).toBeUndefined()
    expect(await service.recheckAgency(CODE, recheckRun(2028))).toEqual({ kind: 'none', code: CODE })
    const by = { asOf: '2027-01-01', profileId: 'national' }
    expect(await service.screenAgency(CODE, by)).toBeUndefined()
    expect(await world.verdicts.read(`agencies/${CODE}/latest.json`)).toBeUndefined()
    expect(await service.lapseNotices('2027-01-01', { publish: async () => undefined })).toEqual({
      sent: [],
      failed: [],
    })
  })

  test('is not judged again when its event, or its bundle, comes once more', async () => {
    await erase()
    const before = await contents(world.verdicts)
    await upload(world, AT, zip)
    expect(await world.service.evaluateUpload(event)).toMatchObject({ kind: 'gone' })
    expect(await contents(world.verdicts)).toEqual(before)
    await noteOpen(event.key, world.bundles)
    const { bundles, verdicts } = world
    const now = () => new Date('2027-03-01T02:00:00.000Z')
    const settings = { formSeconds: 900, formsReplace: false, now, log: () => undefined }
    const pending = new PendingUploads({ openBundles: () => bundles, verdicts, ...settings })
    expect(await collected(pending.list())).toEqual([])
    await erase()
    expect(await everything()).not.toContain(NAME)
  })

  test('takes with it what was judged again, and an upload of the very same bundle', async () => {
    const later = createService({
      ...world.tools,
      judge: { ...world.tools.judge, engine: { ...ENGINE, version: 'later' } },
    })
    await later.rejudgeAgency(CODE, RUN)
    const again = await upload(world, '2026-11-02T02:00:00.000Z', zip)
    await later.evaluateUpload(again)
    expect((await erase()).map(({ tombstone }) => tombstone.uploadId)).toEqual([uploadId, uploadIdOf(again)])
    expect(await everything()).not.toContain(NAME)
    await expect(world.service.readVerdict(CODE, `${uploadId}-v1`)).rejects.toMatchObject(SAID)
    await expect(world.service.readVerdict(CODE, uploadIdOf(again))).rejects.toMatchObject(SAID)
  })

  test('that was never there is none', async () => {
    const before = await contents(world.verdicts)
    expect(await eraseUpload(CODE, { ...RUN, uploadId: '20200101T000000000Z-00000000' }, world)).toEqual([])
    expect(await contents(world.verdicts)).toEqual(before)
  })

  test('keeps, where the store does not give a verdict up, how it came out and no name', async () => {
    const { verdicts, bundles } = world
    const lock: ErasableStore = Object.assign(Object.create(verdicts), {
      read: verdicts.read.bind(verdicts),
      head: verdicts.head.bind(verdicts),
      list: verdicts.list.bind(verdicts),
      put: verdicts.put.bind(verdicts),
      putIfAbsent: verdicts.putIfAbsent.bind(verdicts),
      erase: async (key: string) => (/^verdicts\/.*json$/.test(key) ? 'locked' : verdicts.erase(key)),
    })
    const [done] = await eraseUpload(CODE, { ...RUN, uploadId }, { bundles, verdicts: lock })
    expect(done?.locked).toHaveLength(2)
    expect(await everything()).not.toContain(NAME)
    const kept = JSON.parse(new TextDecoder().decode(await verdicts.read(done?.locked[0] ?? '')))
    expect(kept).toMatchObject({ kind: 'erased', status: expect.any(String), erased: { reason: RUN.reason } })
    await expect(world.service.readVerdict(CODE, uploadId)).rejects.toMatchObject(SAID)
  })
})

test('wherever erasing is cut short, nobody is shown half of it, and doing it again ends it', async () => {
  let cut = 0
  for (let call = 1; call < 400; call += step(4)) {
    const one = await copied()
    world = one
    const calls: Calls = { made: 0, failed: false }
    const plan = { call, effect: 'after' as const }
    async function counted<T>(act: () => Promise<T>): Promise<T> {
      const result = await act()
      if (++calls.made !== plan.call) return result
      calls.failed = true
      throw new Error('injected')
    }
    const faulty = (store: ErasableStore) => ({
      ...faultyStore(store, plan, calls),
      remove: (key: string) => counted(() => store.remove(key)),
      erase: (key: string) => counted(() => store.erase(key)),
    })
    const stores = { bundles: faulty(one.bundles), verdicts: faulty(one.verdicts) }
    await eraseUpload(CODE, { ...RUN, uploadId }, stores).then(
      () => expect(calls.failed).toBe(false),
      () => expect(calls.failed).toBe(true),
    )
    if (!calls.failed) break
    cut++
    const shown = await one.service.readVerdict(CODE, uploadId).then(
      (read) => read && one.service.verdictPage(read, 'vi'),
      (error: Error) => error.name,
    )
    expect(shown === 'ErasedDossier' || shown?.includes('</html>')).toBe(true)
    await erase()
    expect(await everything()).not.toContain(NAME)
    expect(Object.keys(await contents(one.bundles))).toEqual([expect.stringContaining('/20261001T')])
  }
  expect(cut).toBeGreaterThan(10 / step(4))
})
