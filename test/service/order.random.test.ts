import { afterAll, describe, expect, test } from 'vitest'
import { recheckRun } from '../../src/service/schedule.ts'
import type { Upload } from '../../src/service/service.ts'
import { step } from '../support/rounds.ts'
import { bundleOf, CODE, contents, endWorlds, LITTLE, makeWorld, upload, uploadIdOf, type World } from './world.ts'

afterAll(endWorlds)

const [one, two] = [await bundleOf({ ...LITTLE, training: null }), await bundleOf(LITTLE)]
const broken = new TextEncoder().encode('không phải tệp ZIP')

/** Every order of the items. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
}

/** Three uploads; the clock of whoever told the second went back two days, the third is refused. */
async function threeUploads(world: World): Promise<Upload[]> {
  return [
    await upload(world, '2026-03-05T02:00:00.000Z', one),
    await upload(world, '2026-03-06T02:00:00.000Z', two, { on: '2026-03-04T02:00:00.000Z' }),
    await upload(world, '2026-03-07T02:00:00.000Z', broken),
  ]
}

async function told(order: readonly number[]): Promise<World> {
  const world = await makeWorld()
  const events = await threeUploads(world)
  for (const at of order) await world.service.evaluateUpload(events[at] ?? expect.unreachable())
  return world
}

describe('events in any order', () => {
  test.each(orders([0, 1, 2]).filter((_, at) => at % step(3) === 0))(
    '%d, %d, %d leave the same end, twice told or once',
    async (...order) => {
      const expected = await told([0, 1, 2])
      const end = await contents(expected.verdicts)
      expect(await contents((await told(order)).verdicts)).toEqual(end)
      expect(await contents((await told([...order, ...order.toReversed()])).verdicts)).toEqual(end)
    },
  )

  test('told all at once leave the same end but for the copy, which the next event makes good', async () => {
    const end = await contents((await told([0, 1, 2])).verdicts)
    const world = await makeWorld()
    const events = await threeUploads(world)
    await Promise.all([...events, ...events, ...events].map((event) => world.service.evaluateUpload(event)))
    await world.service.evaluateUpload(events[0] ?? expect.unreachable())
    expect(await contents(world.verdicts)).toEqual(end)
  })

  test('the latest is the last accepted upload asked for, not the last told or the last by its clock', async () => {
    const world = await told([2, 1, 0])
    const latest = await world.service.latestVerdict(CODE)
    expect(latest?.listed).toMatchObject({ id: '20260306T020000000Z-00000000', asOf: '2026-03-04' })
  })

  test('an upload asked for after the clock was put back comes after those before', async () => {
    const world = await told([0, 1, 2])
    const id = await world.service.newUploadId(CODE, '2020-01-01T00:00:00.000Z', 'abcdef01')
    expect(id).toBe('20260307T020000001Z-abcdef01')
    expect(await world.service.newUploadId(CODE, '2026-03-08T00:00:00.000Z', 'abcdef01')).toBe(
      '20260308T000000000Z-abcdef01',
    )
    expect(await world.service.newUploadId('H61.13', '2020-01-01T00:00:00.000Z', 'abcdef01')).toBe(
      '20200101T000000000Z-abcdef01',
    )
  })

  test('a bundle sent twice under one policy: the later one counts, in whichever order they are told', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const world = await makeWorld()
      const first = await upload(world, '2026-03-05T02:00:00.000Z', one)
      const events = [first, { ...first, on: '2026-03-05T02:00:01.000Z' }]
      for (const at of order) await world.service.evaluateUpload(events[at] ?? expect.unreachable())
      const status = await world.service.uploadStatus(CODE, uploadIdOf(first))
      expect(status).toMatchObject({ state: 'judged', entry: { uploadedOn: '2026-03-05T02:00:01.000Z' } })
      expect(await world.service.listVerdicts(CODE)).toHaveLength(1)
    }
  })

  test('an upload that comes before a re-check was told of takes the place of the re-check', async () => {
    const world = await makeWorld()
    await world.service.evaluateUpload(await upload(world, '2026-03-05T02:00:00.000Z', one))
    await world.service.recheckAgency(CODE, recheckRun(2027))
    await world.service.evaluateUpload(await upload(world, '2027-01-01T20:00:00.000Z', two))
    const latest = await world.service.latestVerdict(CODE)
    expect(latest?.listed).toMatchObject({ id: '20270101T200000000Z-00000000' })
    const ids = (await world.service.listVerdicts(CODE)).map(({ id }) => id)
    expect(ids).toEqual(['20260305T020000000Z-00000000', 'recheck-2027', '20270101T200000000Z-00000000'])
  })
})

test('a bundle that always fails keeps none of the others from being judged', async () => {
  const world = await makeWorld()
  const poisoned = await upload(world, '2026-03-05T02:00:00.000Z', one)
  const good = await upload(world, '2026-03-06T02:00:00.000Z', two)
  // A folder where the entry should stand: reading it or writing it fails, today and tomorrow.
  const entry = `agencies/${CODE}/uploads/${uploadIdOf(poisoned)}`
  await world.verdicts.put(entry, one)
  for (let times = 0; times < 3; times++) await expect(world.service.evaluateUpload(poisoned)).rejects.toThrow()
  expect(await world.service.evaluateUpload(good)).toMatchObject({ kind: 'verdict', stored: 'written' })
  expect((await world.service.latestVerdict(CODE))?.listed.id).toBe(uploadIdOf(good))
})
