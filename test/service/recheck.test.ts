import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildSample } from '../../scripts/samples/sample.ts'
import { bytesInMemory } from '../../src/core/files.ts'
import { jsonBytes } from '../../src/core/json.ts'
import { createService } from '../../src/service/create-service.ts'
import type { RecheckEntry } from '../../src/service/entry.ts'
import { packFacts, unpackFacts } from '../../src/service/facts.ts'
import { recheckRun } from '../../src/service/schedule.ts'
import { evaluateBundle } from '../../src/verdict/pipeline.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { bundleOf, CODE, contents, endWorlds, makeWorld, upload, type World } from './world.ts'

afterAll(endWorlds)

const AT = '2026-11-01T02:00:00.000Z'
const { zip } = await buildSample('department-complete')
let world: World
/** Judged once, and copied for each test. */
let judged: World

beforeAll(async () => {
  judged = await makeWorld()
  await judged.service.evaluateUpload(await upload(judged, AT, zip))
})
beforeEach(async () => {
  world = await makeWorld()
  await cp(judged.folder, world.folder, { recursive: true })
})

/** What judging the bundle itself on that day stores. */
async function judgedAnew(bundle: Uint8Array, asOf: string): Promise<string> {
  const { document } = await evaluateBundle({ ...world.tools, source: bytesInMemory(bundle), asOf })
  return new TextDecoder().decode(jsonBytes(document))
}
const text = async (key: string) => new TextDecoder().decode(await world.verdicts.read(key))
const remove = (...path: string[]) => rm(join(world.folder, ...path), { recursive: true })

async function recheck(year: number): Promise<RecheckEntry> {
  const done = await world.service.recheckAgency(CODE, recheckRun(year))
  return done.kind === 'verdict' ? done.entry : expect.unreachable()
}

describe('a re-check', () => {
  test('reads no bundle, and is byte for byte what judging it anew brings', async () => {
    await remove('bundles')
    const entry = await recheck(2027)
    expect(entry).toMatchObject({ year: 2027, asOf: '2027-01-02', uploadedOn: AT })
    expect(await text(entry.key)).toBe(await judgedAnew(zip, '2027-01-02'))
  })

  test('says what changed since the last verdict, rule by rule', async () => {
    const before = (await world.service.latestVerdict(CODE))?.verdict
    const { changes, since, key } = await recheck(2028)
    expect(since).toBe('20261101T020000000Z-00000000')
    const after: Verdict = JSON.parse(await text(key))
    const outcome = (verdict: Verdict | undefined, rule: string) =>
      verdict?.findings.find((finding) => finding.rule === rule)?.outcome
    const differing = after.findings.filter(({ rule }) => outcome(before, rule) !== outcome(after, rule))
    expect(changes.length).toBeGreaterThan(0)
    expect(changes).toEqual(differing.map(({ rule, outcome: to }) => ({ rule, from: outcome(before, rule), to })))
  })

  test('of the next year counts its changes from the re-check before', async () => {
    await recheck(2027)
    const next = await recheck(2028)
    expect(next.since).toBe('recheck-2027')
    expect((await world.service.latestVerdict(CODE))?.listed.id).toBe('recheck-2028')
    expect(await world.service.readVerdict(CODE, 'recheck-2027')).toMatchObject({ verdict: { asOf: '2027-01-02' } })
  })

  test('of an earlier year that is made up for does not count its changes from a later one', async () => {
    await recheck(2028)
    expect(await recheck(2027)).toMatchObject({ since: '20261101T020000000Z-00000000' })
    expect((await world.service.latestVerdict(CODE))?.listed.id).toBe('recheck-2028')
  })

  test('run twice changes nothing, even by other rules', async () => {
    await recheck(2027)
    const before = await contents(world.verdicts)
    const other = createService({ ...world.tools, judge: { ...world.tools.judge, profileId: 'hcmc-2021' } })
    expect(await other.recheckAgency(CODE, recheckRun(2027))).toMatchObject({ stored: 'present' })
    expect(await contents(world.verdicts)).toEqual(before)
  })

  test('takes the last bundle uploaded by its day, though a later one is there when it runs', async () => {
    await world.service.evaluateUpload(await upload(world, '2027-01-03T02:00:00.000Z', await bundleOf()))
    expect(await recheck(2027)).toMatchObject({ uploadedOn: AT })
    expect((await world.service.latestVerdict(CODE))?.listed).toMatchObject({ asOf: '2027-01-03' })
  })

  test('of a year before all uploads judges the last bundle as of that day, and is not the latest', async () => {
    const entry = await recheck(2026)
    expect(await text(entry.key)).toBe(await judgedAnew(zip, '2026-01-02'))
    expect((await world.service.latestVerdict(CODE))?.listed.id).toBe('20261101T020000000Z-00000000')
    expect((await world.service.listVerdicts(CODE)).map(({ id }) => id)).toContain('recheck-2026')
  })

  test('passes over a bundle that was refused', async () => {
    await world.service.evaluateUpload(await upload(world, '2026-12-01T02:00:00.000Z', new Uint8Array([1])))
    expect(await recheck(2027)).toMatchObject({ uploadedOn: AT })
  })

  test('takes a bundle uploaded on its very day, and counts the next year from it', async () => {
    const on = '2027-01-02T02:00:00.000Z'
    await world.service.evaluateUpload(await upload(world, on, await bundleOf()))
    expect(await recheck(2027)).toMatchObject({ uploadedOn: on, since: '20270102T020000000Z-00000000' })
    expect((await recheck(2028)).since).toBe('recheck-2027')
  })

  test('is not compared with a re-check of a day before its bundle was uploaded', async () => {
    await recheck(2026)
    expect((await recheck(2027)).since).toBe('20261101T020000000Z-00000000')
  })

  test('is not compared with a re-check of another bundle', async () => {
    await recheck(2027)
    // Uploaded before that re-check, and judged only after it.
    const on = '2026-12-01T02:00:00.000Z'
    await world.service.evaluateUpload(await upload(world, on, await bundleOf()))
    expect(await recheck(2028)).toMatchObject({ uploadedOn: on, since: '20261201T020000000Z-00000000' })
  })

  test('of a bundle that bears a secrecy mark leaves no facts of it either', async () => {
    const secret = await makeWorld()
    const marked = await bundleOf({}, { 'bao-cao-MẬT.pdf': '%PDF-1.4\n' })
    await secret.service.evaluateUpload(await upload(secret, AT, marked))
    const done = await secret.service.recheckAgency(CODE, recheckRun(2027))
    expect(done).toMatchObject({ kind: 'verdict', stored: 'written', entry: { status: 'undetermined' } })
    expect(await factsOf(secret)).toEqual({})
  })

  test('of an agency without an accepted bundle is none', async () => {
    expect(await world.service.recheckAgency('H61.13', recheckRun(2027))).toEqual({ kind: 'none', code: 'H61.13' })
  })

  test.each([
    ['gone', () => remove('verdicts', 'facts')],
    ['damaged', damageFacts],
    ['of an earlier release', ageFacts],
  ])('reads the bundle where its facts are %s, and stores them again', async (_what, harm) => {
    const facts = await factsOf(world)
    await harm()
    const entry = await recheck(2027)
    expect(await text(entry.key)).toBe(await judgedAnew(zip, '2027-01-02'))
    expect(await factsOf(world)).toMatchObject(facts)
  })

  test.each([
    ['gone', () => remove('bundles')],
    ['another', async () => world.bundles.put(`bundles/${CODE}/20261101T020000000Z-00000000.zip`, await bundleOf())],
    ['no ZIP', async () => world.bundles.put(`bundles/${CODE}/20261101T020000000Z-00000000.zip`, new Uint8Array([1]))],
  ])('with no facts and a bundle that is %s says what to do', async (_what, harm) => {
    await remove('verdicts', 'facts')
    await harm()
    await expect(world.service.recheckAgency(CODE, recheckRun(2027))).rejects.toMatchObject({
      name: 'InputError',
      text: { vi: expect.stringContaining('khôi phục'), en: expect.stringContaining('Restore') },
    })
  })

  test("uses the authority's catalogue of its own day", async () => {
    const catalogueKey = 'authority/catalogue.csv'
    await world.bundles.put(catalogueKey, Buffer.from('Mã TTHC,Tên thủ tục hành chính\n2.000488,Cấp Phiếu\n'))
    const service = createService({ ...world.tools, catalogueKey })
    await service.recheckAgency(CODE, recheckRun(2027))
    expect((await service.latestVerdict(CODE))?.verdict.catalogue).toMatchObject({ source: 'authority', procedures: 1 })
  })
})

async function factsOf({ verdicts }: World): Promise<Record<string, string>> {
  const all = await contents(verdicts)
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('facts/')))
}

/** As a release stored them that did not read documents. */
async function ageFacts(): Promise<void> {
  for (const key of Object.keys(await factsOf(world))) {
    const bytes = await world.verdicts.read(key)
    const { readings: _, ...before } =
      (await unpackFacts(bytes ?? new Uint8Array(), sha256Of(key))) ?? expect.unreachable()
    await remove('verdicts', key)
    await world.verdicts.put(key.replace(/-\d+(?=\.)/, '-1'), await packFacts(before))
  }
}

const sha256Of = (key: string) => /[0-9a-f]{64}/.exec(key)?.[0] ?? ''

async function damageFacts(): Promise<void> {
  for (const [key, content] of Object.entries(await factsOf(world)))
    await world.verdicts.put(key, Buffer.from(content, 'latin1').subarray(0, -9))
}

describe('the run of a year', () => {
  test('is on 2 January, or on the day that is set', () => {
    expect(recheckRun(2027)).toEqual({ year: 2027, asOf: '2027-01-02' })
    expect(recheckRun(2028, '02-29')).toEqual({ year: 2028, asOf: '2028-02-29' })
  })
  test('is not on a day that the year does not have', () => expect(() => recheckRun(2027, '02-29')).toThrow(RangeError))
})
