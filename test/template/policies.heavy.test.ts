import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parseScan, writeScan } from '../../handlers/events.ts'
import { createService } from '../../src/service/create-service.ts'
import { latestKey } from '../../src/service/keys.ts'
import { notedPresigner } from '../../src/service/pending-uploads.ts'
import type { PieceRead } from '../../src/service/scan-tasks.ts'
import type { Store } from '../../src/service/store.ts'
import { storeApart } from '../../src/service/store-apart.ts'
import { inThisProcess, type Workers } from '../../src/service/tasks.ts'
import { scanned } from '../service/support/scanned.ts'
import { bundleOf, CODE, endWorlds, makeWorld, upload, type World } from '../service/world.ts'
import { collected } from '../support/collected.ts'
import { asRole, CREATES, mayDo as mayDoBy } from './support/as-role.ts'
import { type Resource, templateOf } from './support/package-service.ts'

let resources: Record<string, Resource>
beforeAll(async () => {
  resources = await templateOf('dev')
})
afterAll(endWorlds)

/** What was refused so far: nothing is. */
const denied: string[] = []
afterEach(() => expect(denied).toEqual([]))

const mayDo = (role: string) => mayDoBy(role, resources)
/** Roles as which something was done here. */
const done = new Set<string>()

/** The service of a world, as the function of a role runs it. */
function serviceOf(role: string, { tools, ...stores }: World) {
  done.add(role)
  const by = { resources, denied }
  const bundles = asRole(role, 'BundleBucket', stores.bundles, by)
  const verdicts = storeApart(asRole(role, 'VerdictBucket', stores.verdicts, by), bundles)
  return { service: createService({ ...tools, bundles, verdicts }), bundles, verdicts }
}

describe('what a function does is allowed to its role', () => {
  test('judging, refusing, judging again', async () => {
    const world = await makeWorld()
    const { service, verdicts } = serviceOf('EvaluateBundleRole', world)
    const good = await upload(world, '2026-03-05T02:00:00.000Z', await bundleOf())
    expect(await service.evaluateUpload(good)).toMatchObject({ kind: 'verdict', stored: 'written' })
    const bad = await upload(world, '2026-03-06T02:00:00.000Z', Buffer.from('no ZIP'))
    expect(await service.evaluateUpload(bad)).toMatchObject({ kind: 'refusal', stored: 'written' })
    const again = await service.recheckAgency(CODE, { year: 2027, asOf: '2027-01-02' })
    expect(again).toMatchObject({ kind: 'verdict', stored: 'written' })
    // Facts that cannot be used are read from the bundle anew.
    for (const { key } of await collected(world.bundles.list('facts/'))) await world.bundles.put(key, Buffer.from('x'))
    await service.recheckAgency(CODE, { year: 2028, asOf: '2028-01-02' })
    // A mended rule set makes another verdict, which is written beside the one that it replaces.
    const mended = { ...world.tools, judge: { ...world.tools.judge, profileId: 'hcmc-2021' } }
    const replaced = await serviceOf('EvaluateBundleRole', { ...world, tools: mended }).service.rejudgeAgency(CODE, {
      reason: 'a rule was wrong',
      on: '2028-02-01T02:00:00.000Z',
    })
    expect(replaced.length).toBeGreaterThan(0)
    expect(await verdicts.read(latestKey(CODE))).toBeDefined()
  })

  test('a bundle with a scan: judging at once, reading it, judging again; and a stamp of secrecy in another', async () => {
    const world = await makeWorld()
    const here = inThisProcess(world.tools)
    let comes: PieceRead = { stamped: false, pages: [], unread: 1 }
    const workers = {
      run: async (name, input, around) => (name === 'scan' ? comes : here.run(name, input, around)),
    } as Workers
    const scanning = { ...world, tools: { ...world.tools, readsScans: true, workers } }
    const judging = serviceOf('EvaluateBundleRole', scanning).service
    const reading = serviceOf('ReadScansRole', scanning).service
    const api = serviceOf('ApiRole', scanning).service
    for (const [day, shade] of [
      ['05', 0],
      ['06', 1],
    ] as const) {
      const event = await upload(world, `2026-03-${day}T02:00:00.000Z`, await bundleOf({}, { 'a.pdf': scanned(shade) }))
      const made = await judging.evaluateUpload(event)
      expect(made).toMatchObject({ entry: { provisional: true } })
      const read = (await api.latestVerdict(CODE)) ?? expect.unreachable()
      expect(await api.scanProgress(CODE, read)).toMatchObject({ pages: 1 })
      expect(await api.verdictPage(read, 'vi')).toContain(CODE)
      const works = await collected(judging.waitingScans())
      const sent = works.map((work) => parseScan(writeScan(work)) ?? expect.unreachable())
      expect(sent).toEqual(works)
      for (const work of sent) expect(await reading.readScan(work, event.on)).toMatchObject({ kind: 'judged' })
      expect((await api.latestVerdict(CODE))?.listed).not.toHaveProperty('provisional')
      comes = { stamped: true }
    }
    expect((await api.latestVerdict(CODE))?.listed).toMatchObject({ status: 'undetermined' })
  })

  test('telling of lapses, listing agencies', async () => {
    const world = await makeWorld()
    const made = await serviceOf('EvaluateBundleRole', world).service.evaluateUpload(
      await upload(world, '2026-03-05T02:00:00.000Z', await bundleOf()),
    )
    const validUntil = 'entry' in made && made.entry.kind === 'verdict' ? made.entry.validUntil : null
    const { service } = serviceOf('NotifyLapsesRole', world)
    expect(await service.lapseNotices(validUntil ?? '', { publish: async () => undefined })).toMatchObject({
      sent: [{ agency: { code: CODE } }],
    })
    expect(await collected(serviceOf('ListAgenciesRole', world).service.listAgencies())).toEqual([CODE])
  })

  test('giving forms, counting them, telling what became of uploads', async () => {
    const world = await makeWorld()
    const event = await upload(world, '2026-03-05T02:00:00.000Z', await bundleOf())
    await serviceOf('EvaluateBundleRole', world).service.evaluateUpload(event)
    const { service, bundles } = serviceOf('ApiRole', world)
    const policy = { ...event, contentType: 'application/zip', maxBytes: 1, validSeconds: 1 }
    await notedPresigner(async () => ({ url: '', fields: {} }), bundles)(policy)
    // The form itself is a write by this role.
    expect(mayDo('ApiRole')('s3:PutObject', `BundleBucket/${event.key}`)).toBe(true)
    expect(await service.uploadsToday(CODE, '2026-03-05T03:00:00.000Z', 50)).toBe(1)
    const latest = await service.latestVerdict(CODE)
    for (const lang of ['vi', 'en'] as const)
      expect(latest && (await service.verdictPage(latest, lang))).toContain(CODE)
  })

  test('nothing that was read of a bundle, and no page, comes under the lock', async () => {
    const world = await makeWorld()
    const { service } = serviceOf('EvaluateBundleRole', world)
    await service.evaluateUpload(await upload(world, '2026-03-05T02:00:00.000Z', await bundleOf()))
    const folders = async (store: Store) =>
      (await collected(store.list(''))).map(({ key }) => key.replace(/\/.*(\.\w+)$/, ' $1'))
    expect(await folders(world.verdicts)).toEqual(['agencies .json', 'agencies .json', 'verdicts .json'])
    expect(await folders(world.bundles)).toEqual(['bundles .zip', 'facts .gz', 'verdicts .html'])
  })
})

test('something was done as every role of a function', () => {
  const ofFunctions = Object.values(resources).flatMap(({ Type, Properties }) =>
    Type === 'AWS::Lambda::Function' ? [JSON.stringify(Properties.Role).replace(/.*\["(\w+)".*/, '$1')] : [],
  )
  // Drawing up walks every route of the pages with it: `rights.heavy.test.ts`.
  expect(ofFunctions.filter((role) => role !== 'DrawUpRole' && !done.has(role))).toEqual([])
})

describe('what a function that was taken over could do', () => {
  const KEYS = [
    'verdicts/H61.12/2026-03-05/a.json',
    'refusals/H61.12/2026-03-05/a.json',
    'agencies/H61.12/uploads/a/b.json',
    'agencies/H61.12/rechecks/2027.json',
  ]

  test.each(KEYS)('the evaluator creates %s and never replaces it', (key) => {
    const may = mayDo('EvaluateBundleRole')
    expect(may('s3:PutObject', `VerdictBucket/${key}`, CREATES)).toBe(true)
    expect(may('s3:PutObject', `VerdictBucket/${key}`)).toBe(false)
  })

  test.each(['ApiRole', 'ListAgenciesRole', 'NotifyLapsesRole'])('%s writes no verdict', (role) => {
    for (const key of KEYS) expect(mayDo(role)('s3:PutObject', `VerdictBucket/${key}`, CREATES)).toBe(false)
  })

  test.each(['ApiRole', 'EvaluateBundleRole', 'ListAgenciesRole', 'NotifyLapsesRole'])('%s deletes nothing', (role) => {
    for (const action of ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutObjectRetention'])
      for (const key of KEYS) expect(mayDo(role)(action, `VerdictBucket/${key}`, CREATES)).toBe(false)
  })
})
