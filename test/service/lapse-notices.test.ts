import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { buildSample } from '../../scripts/samples/sample.ts'
import { toDay, toIso } from '../../src/core/days.ts'
import { createService } from '../../src/service/create-service.ts'
import { dailyNotices } from '../../src/service/scheduled-runs.ts'
import type { LapseNotice, Notifier } from '../../src/service/service.ts'
import { StoreFault } from '../../src/service/store.ts'
import { bundleOf, CODE, endWorlds, makeWorld, upload, type World } from './world.ts'

afterAll(endWorlds)

const AT = '2026-11-01T02:00:00.000Z'
const OTHER = 'H61.13'
const { zip } = await buildSample('department-complete')
const otherZip = await bundleOf({ agency: { code: OTHER } })

let world: World
let published: LapseNotice[]
let down: string | undefined
const notifier: Notifier = {
  async publish(notice) {
    if (notice.agency.code === down) throw new Error('topic')
    published.push(notice)
  },
}

beforeEach(async () => {
  world = await makeWorld()
  published = []
  down = undefined
  await world.service.evaluateUpload(await upload(world, AT, zip))
})

async function validUntil(code = CODE): Promise<string> {
  return (await world.service.latestVerdict(code))?.verdict.validUntil ?? expect.unreachable()
}
const daysBefore = (day: string, days: number) => toIso(toDay(day) - days)
const run = (today: string, { service } = world) => service.lapseNotices(today, notifier)

describe('notices', () => {
  test('come once within 30 days and once within 7, and not after the last day', async () => {
    const last = await validUntil()
    for (let days = 40; days >= -3; days--) for (let times = 0; times < 2; times++) await run(daysBefore(last, days))
    expect(published.map(({ id, days, on }) => ({ id, days, on }))).toEqual([
      { id: `${CODE}/${last}-30`, days: 30, on: daysBefore(last, 30) },
      { id: `${CODE}/${last}-7`, days: 7, on: daysBefore(last, 7) },
    ])
  })

  test('a verdict that is first seen within 7 days has the later notice only', async () => {
    const last = await validUntil()
    const { sent } = await run(daysBefore(last, 5))
    expect(sent.map(({ days }) => days)).toEqual([7])
    expect((await run(daysBefore(last, 4))).sent).toEqual([])
    expect(published).toEqual(sent)
  })

  test('are of the latest verdict: a bundle that came later brings another day', async () => {
    const last = await validUntil()
    await world.service.evaluateUpload(await upload(world, '2026-12-01T02:00:00.000Z', await bundleOf()))
    const later = await validUntil()
    await run(daysBefore(last, 3))
    expect(published.map((notice) => notice.validUntil)).toEqual(later === last ? [last] : [])
  })

  test('a topic that fails for one agency keeps no other from its notice, and the next run makes it good', async () => {
    await world.service.evaluateUpload(await upload(world, AT, otherZip, { code: OTHER }))
    const today = daysBefore([await validUntil(), await validUntil(OTHER)].sort()[0] ?? '', 1)
    down = CODE
    const { failed } = await run(today)
    expect(failed).toMatchObject([{ code: CODE, fault: { message: 'topic' } }])
    down = undefined
    expect((await run(today)).failed).toEqual([])
    expect(published.filter(({ agency }) => agency.code === CODE)).toHaveLength(1)
  })

  test('whoever is stopped between publishing and recording publishes again, under the same id', async () => {
    const { verdicts } = world
    const failing = createService({
      ...world.tools,
      verdicts: {
        head: (key) => verdicts.head(key),
        read: (key) => verdicts.read(key),
        source: (key) => verdicts.source(key),
        list: (prefix) => verdicts.list(prefix),
        put: (key, bytes) => verdicts.put(key, bytes),
        putIfAbsent: async () => {
          throw new StoreFault('write', 'injected', { vi: 'x', en: 'x' })
        },
      },
    })
    const today = daysBefore(await validUntil(), 1)
    expect((await run(today, { ...world, service: failing })).failed).toHaveLength(1)
    expect((await run(today)).sent).toHaveLength(1)
    expect(new Set(published.map(({ id }) => id)).size).toBe(1)
    expect(published).toHaveLength(2)
  })

  test('agencies are listed once each, in order, also those whose bundles were all refused', async () => {
    await world.service.evaluateUpload(await upload(world, AT, new Uint8Array([1]), { code: 'G05' }))
    await world.service.evaluateUpload(await upload(world, AT, otherZip, { code: OTHER }))
    await world.service.evaluateUpload(await upload(world, '2026-11-02T02:00:00.000Z', zip))
    const codes: string[] = []
    for await (const code of world.service.listAgencies()) codes.push(code)
    expect(codes).toEqual(['G05', CODE, OTHER])
  })
})

describe('the notices of a day', () => {
  const DAY = '2026-11-24'
  const failure = { code: CODE, fault: new Error('topic') }

  /** Runs of a day by one process, of which the first so many fail for an agency; what it asked for and recorded. */
  function day(failing: number, lease: 'taken' | { heldMs: number } = 'taken') {
    const [asked, told, done] = [[] as string[], [] as string[], new Set<string>()]
    const tools = {
      service: {
        lapseNotices: async (today: string) => ({ sent: [], failed: asked.push(today) <= failing ? [failure] : [] }),
      },
      notifier,
      leases: { take: async () => lease },
      records: { isDone: async (run: string) => done.has(run), done: async (run: string) => void done.add(run) },
      log: (_: string, event: string) => told.push(event),
    }
    return { asked, told, done, run: () => dailyNotices(DAY, tools) }
  }

  test('are looked for once, however often the clock asks', async () => {
    const { asked, done, run } = day(0)
    expect([await run(), await run()]).toEqual([true, true])
    expect(asked).toEqual([DAY])
    expect([...done]).toEqual([`notices-${DAY}`])
  })

  test('are looked for again where one of them failed, and that is told', async () => {
    const { asked, told, run } = day(1)
    expect([await run(), await run(), await run()]).toEqual([false, true, true])
    expect(asked).toEqual([DAY, DAY])
    expect(told).toEqual(['notice-failed', 'notices-done', 'notices-done'])
  })

  test('are left to the process that is at it', async () => {
    const { asked, run } = day(0, { heldMs: 5 })
    expect(await run()).toBe(false)
    expect(asked).toEqual([])
  })
})
