import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { digest, jsonBytes } from '../../src/core/json.ts'
import { createService } from '../../src/service/create-service.ts'
import { agencyIndex } from '../../src/service/entries.ts'
import { replacingKey, standingKeys, uploadEntryKey } from '../../src/service/keys.ts'
import { recheckRun } from '../../src/service/schedule.ts'
import type { Service, Upload } from '../../src/service/service.ts'
import { ENGINE } from '../support/loaded.ts'
import { bundleOf, CODE, contents, endWorlds, makeWorld, upload, uploadIdOf, type World } from './world.ts'

afterAll(endWorlds)

const AT = '2026-11-01T02:00:00.000Z'
const RUN = { reason: 'Công cụ tính sai hạn đánh giá nội bộ', on: '2027-03-01T01:00:00.000Z' }
const zip = await bundleOf()
let world: World
let event: Upload
let id: string

/** Judged once, and copied for each test. */
let judged: World

beforeAll(async () => {
  judged = await makeWorld()
  event = await upload(judged, AT, zip)
  id = uploadIdOf(event)
  await judged.service.evaluateUpload(event)
  await judged.service.recheckAgency(CODE, recheckRun(2027))
})
beforeEach(async () => {
  world = await makeWorld()
  await cp(judged.folder, world.folder, { recursive: true })
})

/** The service of a later release, whose profile judges otherwise. */
const later = (version = 'later', profileId = 'hcmc-2021'): Service =>
  createService({ ...world.tools, judge: { ...world.tools.judge, profileId, engine: { ...ENGINE, version } } })

describe('judging again what was judged wrongly', () => {
  test('replaces an upload and its re-check, each as of its own day, and says what and why', async () => {
    const before = await world.service.listVerdicts(CODE)
    const done = await later().rejudgeAgency(CODE, RUN)
    expect(done.map((one) => [one.kind, one.id])).toEqual([
      ['replaced', id],
      ['replaced', 'recheck-2027'],
    ])
    const after = await world.service.listVerdicts(CODE)
    expect(after.map((one) => one.id)).toEqual([id, 'recheck-2027'])
    expect(after.map(({ asOf }) => asOf)).toEqual(before.map(({ asOf }) => asOf))
    expect(after.map(({ rejudged }) => rejudged)).toMatchObject([
      { ...RUN, replaces: `${id}-v1` },
      { ...RUN, replaces: 'recheck-2027-v1' },
    ])
    const read = (await world.service.readVerdict(CODE, id)) ?? expect.unreachable()
    expect(read.verdict).toMatchObject({ profile: { id: 'hcmc-2021' }, engine: { version: 'later' } })
    expect(await world.service.verdictPage(read, 'vi')).toContain(read.verdict.digest)
    expect((await world.service.latestVerdict(CODE))?.listed).toEqual(after[1])
  })

  test('says rule by rule what came out otherwise', async () => {
    const { listed, verdict } = (await world.service.readVerdict(CODE, id)) ?? expect.unreachable()
    const [first, ...others] = verdict.findings
    const right = first ?? expect.unreachable()
    const { digest: _, ...wrong } = { ...verdict, findings: [{ ...right, outcome: 'error' }, ...others] }
    const [key = ''] = (await agencyIndex(CODE, world.verdicts)).uploads
    const { id: __, ...entry } = { ...listed, digest: digest(wrong) }
    await world.verdicts.put(listed.key, jsonBytes({ ...wrong, digest: entry.digest }))
    await world.verdicts.put(key, jsonBytes(entry))
    await world.service.rejudgeAgency(CODE, { ...RUN, uploadId: id })
    const mended = (await world.service.readVerdict(CODE, id)) ?? expect.unreachable()
    expect(mended.verdict).toEqual(verdict)
    expect(mended.listed.rejudged?.changes).toEqual([{ rule: right.rule, from: 'error', to: right.outcome }])
  })

  test('leaves what was replaced to be read as it was', async () => {
    const before = await world.service.readVerdict(CODE, 'recheck-2027')
    await later().rejudgeAgency(CODE, RUN)
    const replaced = await world.service.readVerdict(CODE, 'recheck-2027-v1')
    expect(replaced?.verdict).toEqual(before?.verdict)
    expect(replaced?.listed.id).toBe('recheck-2027-v1')
    expect(await world.service.readVerdict(CODE, 'recheck-2027-v3')).toBeUndefined()
    expect(await world.service.readVerdict(CODE, `${id}-v2`)).toEqual(await world.service.readVerdict(CODE, id))
  })

  test('writes nothing where the same comes out, so that it may be asked for twice', async () => {
    const before = await contents(world.verdicts)
    expect((await world.service.rejudgeAgency(CODE, RUN)).map(({ kind }) => kind)).toEqual(['same', 'same'])
    expect(await contents(world.verdicts)).toEqual(before)
    await later().rejudgeAgency(CODE, RUN)
    const once = await contents(world.verdicts)
    expect((await later().rejudgeAgency(CODE, RUN)).map(({ kind }) => kind)).toEqual(['same', 'same'])
    expect(await contents(world.verdicts)).toEqual(once)
  })

  test('a third time follows the second', async () => {
    await later().rejudgeAgency(CODE, RUN)
    await later('still later', 'national').rejudgeAgency(CODE, { ...RUN, reason: 'Lần hai' })
    const [one] = await world.service.listVerdicts(CODE)
    expect(one).toMatchObject({ id, rejudged: { reason: 'Lần hai', replaces: `${id}-v2` } })
  })

  test('is not undone by an event that comes again, nor by a re-check that is run again', async () => {
    await later().rejudgeAgency(CODE, RUN)
    const before = await contents(world.verdicts)
    expect(await later().evaluateUpload(event)).toMatchObject({ stored: 'present' })
    expect(await later().recheckAgency(CODE, recheckRun(2027))).toMatchObject({ stored: 'present' })
    expect(await contents(world.verdicts)).toEqual(before)
  })

  test('of one upload leaves the others alone', async () => {
    const other = await upload(world, '2026-12-01T02:00:00.000Z', await bundleOf({}, { 'Thumbs.db': 'x' }))
    await world.service.evaluateUpload(other)
    const done = await later().rejudgeAgency(CODE, { ...RUN, uploadId: uploadIdOf(other) })
    expect(done.map((one) => one.id)).toEqual([uploadIdOf(other)])
    expect((await world.service.listVerdicts(CODE)).map(({ rejudged }) => rejudged !== undefined)).toEqual([
      false,
      false,
      true,
    ])
    expect(await later().rejudgeAgency(CODE, { ...RUN, uploadId: '20200101T000000000Z-00000000' })).toEqual([])
  })

  test('takes in what was refused wrongly', async () => {
    const strict = await makeWorld({ limits: { ...world.tools.limits, archiveBytes: 1 } })
    const refused = await upload(strict, AT, zip)
    expect(await strict.service.evaluateUpload(refused)).toMatchObject({ kind: 'refusal' })
    const mended = createService({ ...strict.tools, limits: world.tools.limits })
    expect(await mended.rejudgeAgency(CODE, RUN)).toMatchObject([{ kind: 'replaced', entry: { kind: 'verdict' } }])
    expect(await strict.service.uploadStatus(CODE, id)).toMatchObject({ state: 'judged' })
    expect((await strict.service.latestVerdict(CODE))?.listed.rejudged).toMatchObject({ replaces: `${id}-v1` })
    expect(await strict.service.readVerdict(CODE, `${id}-v1`)).toBeUndefined()
  })

  test('no longer counts what is refused today, nor its re-checks', async () => {
    const strict = createService({ ...world.tools, limits: { ...world.tools.limits, archiveBytes: 1 } })
    expect(await strict.rejudgeAgency(CODE, RUN)).toMatchObject([{ kind: 'replaced', entry: { kind: 'refusal' } }])
    expect(await world.service.uploadStatus(CODE, id)).toMatchObject({ state: 'refused' })
    expect(await world.service.listVerdicts(CODE)).toEqual([])
    expect(await world.service.latestVerdict(CODE)).toBeUndefined()
    expect((await world.service.readVerdict(CODE, `${id}-v1`))?.verdict.bundle).toBeDefined()
  })

  test('goes by the stored facts where the bundle is gone, and says so where both are', async () => {
    await rm(join(world.folder, 'bundles'), { recursive: true })
    expect((await later().rejudgeAgency(CODE, RUN)).map(({ kind }) => kind)).toEqual(['replaced', 'replaced'])
    await rm(join(world.folder, 'verdicts', 'facts'), { recursive: true })
    const kinds = (await world.service.rejudgeAgency(CODE, RUN)).map(({ kind }) => kind)
    expect(kinds).toEqual(['impossible'])
  })

  test('writes a verdict anew that was edited in the store', async () => {
    const read = (await world.service.readVerdict(CODE, id)) ?? expect.unreachable()
    await world.verdicts.put(read.listed.key, Buffer.from('{}'))
    await expect(world.service.readVerdict(CODE, id)).rejects.toMatchObject({ name: 'StoredDocumentFault' })
    await world.service.rejudgeAgency(CODE, RUN)
    expect((await world.service.readVerdict(CODE, id))?.verdict).toEqual(read.verdict)
  })

  test('twice at once makes one entry', async () => {
    await Promise.all([later().rejudgeAgency(CODE, RUN), later().rejudgeAgency(CODE, RUN)])
    const [one] = await world.service.listVerdicts(CODE)
    expect(one?.rejudged?.replaces).toBe(`${id}-v1`)
    expect((await agencyIndex(CODE, world.verdicts)).uploads).toHaveLength(1)
  })
})

test('by key, an entry stands right before what replaces it, and before the next version of its upload', () => {
  const [one, two] = ['2026-03-05T02:00:00.000Z', '2026-03-05T02:00:01.000Z'].map((on) =>
    uploadEntryKey(CODE, id, { on }),
  )
  const keys = [one ?? '', replacingKey(one ?? '', 2), replacingKey(replacingKey(one ?? '', 2), 10), two ?? '']
  expect([...keys].sort()).toEqual(keys)
  expect(standingKeys(keys)).toEqual(keys.slice(2))
})
