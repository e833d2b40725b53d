import { generateKeyPairSync } from 'node:crypto'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { digest } from '../../src/core/json.ts'
import { keepRegister } from '../../src/service/draw-up.ts'
import { DESK_WORKS, OPEN_VERSIONS, prescreenVerdictKey, screenedKey } from '../../src/service/keys.ts'
import { NO_LEASES } from '../../src/service/leases.ts'
import { keepPapers } from '../../src/service/paper-work.ts'
import { keptRegister } from '../../src/service/prepared-prescreen.ts'
import {
  cancelVersion,
  listVersions,
  type OfVersion,
  readEnd,
  requestVersion,
  shownVersion,
  showVersion,
} from '../../src/service/prescreen-versions.ts'
import { keepReason, keepRules, readChanges, readPreview, readRejudged } from '../../src/service/province-judging.ts'
import { publishedVerdict, readShown } from '../../src/service/published.ts'
import { WorkQueue } from '../../src/service/queue.ts'
import { inThisProcess } from '../../src/service/tasks.ts'
import { type WorkTools, workProgress } from '../../src/service/work.ts'
import { makeVersion, workJobs } from '../../src/service/work-jobs.ts'
import { verdictSigner } from '../../src/verdict/known-keys.ts'
import { member } from '../province/made.ts'
import { collected } from '../support/collected.ts'
import { bundleOf, CODE, endWorlds, LITTLE, makeWorld, upload, type World } from './world.ts'

afterAll(endWorlds)

const OTHER = 'H61.34'
const ABROAD = 'H01.12'
const signer = await verdictSigner(generateKeyPairSync('ed25519').privateKey, { keys: [] })
let judged: World
let world: World
let tools: WorkTools
let screened: string[]

beforeAll(async () => {
  judged = await makeWorld()
  for (const [code, at] of [
    [CODE, '2026-10-01T02:00:00.000Z'],
    [OTHER, '2026-10-02T02:00:00.000Z'],
    [ABROAD, '2026-10-03T02:00:00.000Z'],
  ] as const) {
    const zip = await bundleOf({ ...LITTLE, agency: { code, province: code.slice(0, 3) } })
    await judged.service.evaluateUpload(await upload(judged, at, zip, { code }))
  }
})

beforeEach(async () => {
  world = await makeWorld()
  await cp(judged.folder, world.folder, { recursive: true })
  screened = []
  const { service } = world
  tools = {
    service: {
      ...service,
      screenAgency: (code, by) => {
        screened.push(code)
        return service.screenAgency(code, by)
      },
    },
    store: world.verdicts,
    signer,
    workers: inThisProcess(world.tools),
    ruleSet: world.tools.judge.ruleSet.source,
    now: () => new Date('2026-11-20T03:00:00.000Z'),
    log: () => undefined,
  }
})

const version = (at: number): OfVersion => ({ province: 'H61', year: 2026, id: `2026112${at}T020000000Z-0000abcd` })

async function ask(of: OfVersion): Promise<'written' | 'present'> {
  const members = [member(CODE), member(OTHER), member('H61.99')]
  await keepRegister(of, keptRegister({ members, warnings: [] }), world.verdicts)
  const ruleSet = { id: 'vn', version: '1', sha256: 'a' }
  const asked = { by: 'chi', from: 'desk', asOf: '2026-11-20', profileId: 'national', registered: 3, ruleSet } as const
  return requestVersion(of, { schemaVersion: 1, id: of.id, on: '2026-11-20T02:00:00.000Z', ...asked }, world.verdicts)
}

const shown = async () => (await readShown(version(1), world.verdicts, signer)) ?? expect.unreachable()
const make = (of: OfVersion) => makeVersion(of, 2, '0000abcd', tools)

describe('a version of a pre-screening', () => {
  test('is shown at once where there was none, rests on signed verdicts, and looks at its own province alone', async () => {
    expect([await ask(version(1)), await ask(version(1))]).toEqual(['written', 'present'])
    await make(version(1))
    expect(screened.sort()).toEqual([CODE, OTHER])
    const read = await shown()
    expect(read.id).toBe(version(1).id)
    expect(read.document.agencies.map(({ code, status }) => [code, status !== null])).toEqual([
      [CODE, true],
      [OTHER, true],
      ['H61.99', false],
    ])
    expect(await publishedVerdict('H61', read, OTHER, world.verdicts, signer)).toMatchObject({
      agency: { code: OTHER },
    })
    expect(await readEnd(version(1), world.verdicts)).toMatchObject({ kind: 'finished', results: { none: 1 } })
    expect(await workProgress(version(1), world.verdicts)).toEqual({ done: 2, total: 2 })
  })

  test('waits for somebody to agree where another one is shown, and can be gone back from', async () => {
    for (const at of [1, 2]) {
      await ask(version(at))
      await make(version(at))
    }
    expect((await shown()).id).toBe(version(1).id)
    const show = (at: number, on: string) =>
      showVersion(version(1), { on, by: 'chi', id: version(at).id }, '0000abcd', world.verdicts)
    await show(2, '2026-11-21T01:00:00.000Z')
    expect((await shown()).id).toBe(version(2).id)
    await show(1, '2026-11-21T02:00:00.000Z')
    expect((await shown()).id).toBe(version(1).id)
    expect((await listVersions(version(1), world.verdicts)).map(({ id }) => id)).toEqual([version(2).id, version(1).id])
  })

  test('tells of an agency whose facts and bundle are gone, and judges the others', async () => {
    await rm(join(world.folder, 'bundles', 'bundles', OTHER), { recursive: true })
    await rm(join(world.folder, 'verdicts', 'facts'), { recursive: true })
    await ask(version(1))
    await make(version(1))
    const { document } = await shown()
    expect(document.agencies[1]).toMatchObject({ code: OTHER, notJudged: { vi: expect.stringContaining('không còn') } })
    expect(document.agencies[0]?.status).not.toBeNull()
    // It sent a dossier: nobody is visited for having sent none.
    expect(document.problems).not.toContainEqual({ kind: 'noBundle', codes: [OTHER] })
    const visits = [...document.plan.onSite, ...document.plan.dossier]
    expect(visits.find(({ code }) => code === OTHER)?.reasons).not.toContain('noDossier')
    expect(document.blocks[0]).toMatchObject({ total: 3, submitted: 2 })
    expect(await readEnd(version(1), world.verdicts)).toMatchObject({ results: { none: 1, notJudged: 1 } })
  })

  test('tells of an agency whose judging fails each time', async () => {
    const { screenAgency } = tools.service
    tools.service.screenAgency = async (code, by) => {
      if (code === OTHER) {
        screened.push(code)
        throw new Error('EIO')
      }
      return screenAgency(code, by)
    }
    await ask(version(1))
    await make(version(1))
    expect((await shown()).document.agencies.filter(({ notJudged }) => notJudged)).toMatchObject([{ code: OTHER }])
    expect(screened.filter((code) => code === OTHER)).toHaveLength(2)
  })

  test('goes on where it was cut, and leaves what is shown whole until then', async () => {
    await ask(version(1))
    await make(version(1))
    await ask(version(2))
    const { store } = tools
    let written = 0
    const put: typeof store.put = async (...args) => {
      if (++written === 4) throw new Error('killed')
      return store.put(...args)
    }
    tools.store = {
      read: (key) => store.read(key),
      list: (...args) => store.list(...args),
      putIfAbsent: (...args) => store.putIfAbsent(...args),
      put,
    }
    await expect(makeVersion(version(2), 1, '0000abcd', tools)).rejects.toThrow('killed')
    expect((await shown()).id).toBe(version(1).id)
    expect(await readEnd(version(2), world.verdicts)).toBeUndefined()
    screened = []
    await make(version(2))
    expect(screened).toEqual([OTHER])
    expect(await readEnd(version(2), world.verdicts)).toMatchObject({ kind: 'finished' })
  })

  test('ends when it is cancelled', async () => {
    await ask(version(1))
    await cancelVersion(version(1), { on: '2026-11-20T02:00:01.000Z', by: 'chi' }, world.verdicts)
    await make(version(1))
    expect(screened).toEqual([])
    expect(await readEnd(version(1), world.verdicts)).toMatchObject({ kind: 'cancelled' })
    expect(await shownVersion(version(1), world.verdicts)).toBeUndefined()
  })

  test('a verdict that somebody else wrote in the place of a published one is none', async () => {
    await ask(version(1))
    await make(version(1))
    const read = await shown()
    const key = prescreenVerdictKey('H61', 2026, version(1).id, OTHER)
    const stored = JSON.parse(new TextDecoder().decode((await world.verdicts.read(key)) ?? new Uint8Array()))
    const { digest: _, signature, ...rest } = stored
    const forged = { ...rest, score: { low: 100, high: 100 } }
    const own = await verdictSigner(generateKeyPairSync('ed25519').privateKey, { keys: [] })
    for (const signed of [
      { signature },
      {},
      { signature: (await own.sign({ ...forged, digest: digest(forged) })).signature },
    ]) {
      const bytes = Buffer.from(JSON.stringify({ ...forged, digest: digest(forged), ...signed }))
      await world.verdicts.put(key, bytes)
      expect(await publishedVerdict('H61', read, OTHER, world.verdicts, signer)).toBeUndefined()
    }
    await world.verdicts.put(key, Buffer.from(JSON.stringify(stored)))
    expect(await publishedVerdict('H61', read, OTHER, world.verdicts, signer)).toBeDefined()
  })

  test('takes nothing that somebody else wrote into the store', async () => {
    await ask(version(1))
    await make(version(1))
    await ask(version(2))
    const key = (of: OfVersion) => screenedKey(of, CODE)
    const bytes = (await world.verdicts.read(key(version(1)))) ?? expect.unreachable()
    // Of another version, and edited.
    for (const forged of [bytes, Buffer.from(new TextDecoder().decode(bytes).replace(version(1).id, version(2).id))]) {
      await world.verdicts.put(key(version(2)), forged)
      await expect(make(version(2))).rejects.toThrow('was not written by this service')
    }
  })
})

describe('another work of the desk', () => {
  const asked = async (of: OfVersion) => {
    const { profiles, ...source } = structuredClone(world.tools.judge.ruleSet.source)
    for (const rule of source.rules) if (rule.id === 'steering-committee-appointed') rule.weight += 20
    const own = { ...source, profiles: profiles.map((profile) => ({ ...profile, overrides: [] })) }
    const rules = { text: JSON.stringify(own), name: 'rules.json' }
    if (of.work === 'preview') await keepRules(of, rules, world.verdicts)
    else if (of.work === 'rejudge') await keepReason(of, 'Sửa quy tắc', world.verdicts)
    else {
      const codes = of.work === 'letters' ? [CODE, OTHER] : []
      await keepPapers(of, { basis: version(1).id, authority: {}, codes }, world.verdicts)
    }
    const from = { by: 'chi', from: 'desk', asOf: '2026-11-20', profileId: 'national', registered: 2 } as const
    const ruleSet = { id: 'vn', version: '1', sha256: 'a' }
    const request = { schemaVersion: 1, id: of.id, on: '2026-11-20T02:00:00.000Z', ...from, ruleSet } as const
    return requestVersion(of, request, world.verdicts)
  }
  const works = DESK_WORKS.map((work) => ({ work, of: { ...version(2), work } }))

  beforeEach(async () => {
    await ask(version(1))
    await make(version(1))
  })

  test.each(works)('$work is made once, and is no version of the pre-screening', async ({ of }) => {
    expect([await asked(of), await asked(of)]).toEqual(['written', 'present'])
    await make(of)
    expect(await readEnd(of, world.verdicts)).toMatchObject({ kind: 'finished' })
    expect((await listVersions(version(1), world.verdicts)).map(({ id }) => id)).toEqual([version(1).id])
    expect((await listVersions(of, world.verdicts)).map(({ id }) => id)).toEqual([of.id])
  })

  test.each(works)('$work goes on where its process was killed, and comes to the same', async ({ of }) => {
    const whole = { ...of, id: version(3).id }
    await asked(whole)
    await make(whole)
    await asked(of)
    const { store } = tools
    for (let most = 1; ; most++) {
      let written = 0
      const counted = () => {
        if (++written > most) throw new Error('killed')
      }
      tools.store = {
        read: (key) => store.read(key),
        list: (...args) => store.list(...args),
        putIfAbsent: async (...args) => {
          counted()
          return store.putIfAbsent(...args)
        },
        put: async (...args) => {
          counted()
          return store.put(...args)
        },
      }
      const cut = await makeVersion(of, 1, '0000abcd', tools).then(
        () => false,
        () => true,
      )
      if (!cut) break
      expect(await readEnd(of, world.verdicts)).toBeUndefined()
      if (most > 20) expect.unreachable()
    }
    const results = async (one: OfVersion) => ({ ...(await readEnd(one, world.verdicts)), on: '' })
    expect(await results(of)).toEqual(await results(whole))
  })

  test.each(works)('$work ends when it is cancelled', async ({ of }) => {
    await asked(of)
    await cancelVersion(of, { on: '2026-11-20T02:00:01.000Z', by: 'chi' }, world.verdicts)
    await make(of)
    expect(await readEnd(of, world.verdicts)).toMatchObject({ kind: 'cancelled' })
  })

  test('judges again what today comes out otherwise, and tells of an agency that could not be', async () => {
    const of = { ...version(2), work: 'rejudge' } as const
    const { rejudgeAgency } = tools.service
    const asked2: unknown[] = []
    tools.service.rejudgeAgency = async (code, run) => {
      asked2.push([code, run.reason])
      if (code === OTHER) throw new Error('EIO')
      return rejudgeAgency(code, run)
    }
    await asked(of)
    await make(of)
    expect(asked2).toEqual(
      expect.arrayContaining([
        [CODE, 'Sửa quy tắc'],
        [OTHER, 'Sửa quy tắc'],
      ]),
    )
    expect(await readEnd(of, world.verdicts)).toMatchObject({
      results: { replaced: 0, same: 1, impossible: 0, unread: 1 },
    })
    expect(await readRejudged(of, world.verdicts)).toEqual({ replaced: [], impossible: [OTHER] })
  })

  test('tells of an agency that could not be had, and of one that differs', async () => {
    const of = { ...version(2), work: 'preview' } as const
    const { previewAgency } = tools.service
    tools.service.previewAgency = async (code, by) => {
      if (code === OTHER) throw new Error('EIO')
      return previewAgency(code, by)
    }
    await asked(of)
    await make(of)
    expect(await readPreview(of, world.verdicts)).toEqual({ judged: 1, changed: [CODE], unread: [OTHER] })
    expect(await readChanges(of, [CODE, OTHER], tools)).toMatchObject([{ agency: { code: CODE }, changes: ['score'] }])
  })
})

test('versions that are open are taken up by whoever starts next, and are no longer open when they are made', async () => {
  const open = async () => (await collected(world.verdicts.list(OPEN_VERSIONS))).length
  const jobs = (queue: WorkQueue) =>
    workJobs({ ...tools, queue, leases: NO_LEASES, open: world.verdicts, atOnce: 1, random: () => '0000abcd' })
  const stopped = new WorkQueue(1, () => undefined)
  await stopped.stop()
  await jobs(stopped).take(version(1), () => ask(version(1)))
  expect([await open(), screened]).toEqual([1, []])
  await jobs(new WorkQueue(1, () => undefined)).resume()
  await expect.poll(open).toBe(0)
  expect((await shown()).id).toBe(version(1).id)
})
