import { afterAll, describe, expect, test } from 'vitest'
import { createService } from '../../src/service/create-service.ts'
import { recheckRun } from '../../src/service/schedule.ts'
import type { Service, Upload } from '../../src/service/service.ts'
import { step } from '../support/rounds.ts'
import { type Calls, type FaultPlan, faultyStore } from './faulty-store.ts'
import { bundleOf, CODE, contents, endWorlds, LITTLE, makeWorld, upload, type World } from './world.ts'

afterAll(endWorlds)

const zip = await bundleOf(LITTLE)
const refused = new TextEncoder().encode('không phải tệp ZIP')
const MANY = 200

type Act = (service: Service, event: Upload) => Promise<unknown>
const judgeIt: Act = (service, event) => service.evaluateUpload(event)
const checkAgain: Act = (service) => service.recheckAgency(CODE, recheckRun(2027))

interface Case {
  bytes: Uint8Array
  first?: Act
  act: Act
}
const CASES: [string, Case][] = [
  ['judging an upload', { bytes: zip, act: judgeIt }],
  ['refusing an upload', { bytes: refused, act: judgeIt }],
  ['being told again of an upload', { bytes: zip, first: judgeIt, act: judgeIt }],
  ['checking again', { bytes: zip, first: judgeIt, act: checkAgain }],
]

async function worldOf({ bytes, first }: Case): Promise<{ world: World; event: Upload }> {
  const world = await makeWorld()
  const event = await upload(world, '2026-03-05T02:00:00.000Z', bytes)
  await first?.(world.service, event)
  return { world, event }
}

/** The act with one fault. */
async function broken({ tools, verdicts }: World, event: Upload, act: Act, plan: FaultPlan): Promise<Calls> {
  const calls: Calls = { made: 0, failed: false }
  const stores = {
    bundles: faultyStore(tools.bundles, plan, calls),
    verdicts: faultyStore(verdicts, plan, calls),
  }
  const acted = act(createService({ ...tools, ...stores }), event)
  await acted.then(
    () => expect(calls.failed).toBe(false),
    (error) => expect(error).toMatchObject({ name: 'StoreFault', message: expect.stringContaining('injected') }),
  )
  return calls
}

describe('whatever call to a store fails, before or after it took effect, the next delivery makes it good', () => {
  test.each(CASES)('%s', async (_what, one) => {
    const whole = await worldOf(one)
    await one.act(whole.world.service, whole.event)
    const expected = await contents(whole.world.verdicts)
    let failures = 0
    for (const effect of ['before', 'after'] as const) {
      for (let call = 1; call < MANY; call += step(3)) {
        const { world, event } = await worldOf(one)
        const calls = await broken(world, event, one.act, { call, effect })
        if (!calls.failed) break
        failures++
        await one.act(world.service, event)
        expect(await contents(world.verdicts)).toEqual(expected)
      }
    }
    expect(failures).toBeGreaterThan(7 / step(3))
    expect(failures).toBeLessThan(MANY)
  })
})

test('a reader never meets a verdict that is in the index but not in the store', async () => {
  for (let call = 1; call < MANY; call += step(3)) {
    const { world, event } = await worldOf({ bytes: zip, act: judgeIt })
    const { failed } = await broken(world, event, judgeIt, { call, effect: 'after' })
    const read = await world.service.latestVerdict(CODE)
    if (read) expect(await world.service.verdictPage(read, 'vi')).toContain(read.verdict.digest)
    if (!failed) return expect(read).toBeDefined()
  }
  expect.unreachable()
})
