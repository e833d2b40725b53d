import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Member } from '../../src/dossier/agency.ts'
import { prescreenOf } from '../../src/province/draw-up.ts'
import { drawLots, monthOf, visitMonths } from '../../src/province/inspection-plan.ts'
import { type Prescreen, REASONS } from '../../src/province/prescreen.ts'
import type { Screening } from '../../src/province/screening.ts'
import { type CohortInput, type PlanChange, readPlanChanges } from '../../src/province/submissions.ts'
import { bundle, cohort, member } from './made.ts'

const planOf = (input: CohortInput) => prescreenOf(input).plan
const codes = (visits: Prescreen['plan']['onSite']) => visits.map(({ code }) => code)

/** So many departments in which all is well. */
const well = (count: number, more: (at: number) => Partial<Member> = () => ({})) =>
  Array.from({ length: count }, (_, at) => member(`H61.${100 + at}`, 'department', more(at)))

test.each([
  ['blockingFailure', { blocking: ['a'], failing: ['a'], status: 'notMet' }],
  ['lapsesBeforeVisit', { worsensOn: '2026-10-31' }],
  ['repeatedFinding', { uncorrected: 1 }],
  ['littleEvidence', { status: 'insufficientEvidence', missing: ['b'] }],
  ['declaredOnly', { backed: 39.9 }],
  ['papersSayLittle', { confirmable: 20, unconfirmed: 10 }],
] as const)('%s sends somebody there', (reason, screening) => {
  const agencies = well(3)
  const [, second] = agencies
  const plan = planOf(
    cohort(
      agencies,
      agencies.map((one) => bundle(one, one === second ? (screening as object) : {})),
    ),
  )
  expect(plan.onSite).toEqual([{ code: 'H61.101', month: '2026-06', reasons: [reason] }])
})

test('a lapse after the last visit of the year is no reason', () => {
  const agencies = well(1)
  const plan = planOf(cohort(agencies, [bundle(agencies[0] as Member, { worsensOn: '2026-11-01' })]))
  expect(plan.onSite[0]?.reasons).toEqual(['rotation'])
})

test('no dossier, years since the visit, a merger and a new name are reasons', () => {
  const agencies = [
    member('H61.1'),
    member('H61.2', 'department', { lastOnSite: 2023 }),
    member('H61.3'),
    member('H61.4', 'department', { renamedFrom: 'Sở cũ', changedOn: '2025-03-01' }),
    member('H61.5', 'department', { mergedInto: 'H61.3', changedOn: '2026-01-01' }),
    member('H61.6', 'department', { renamedFrom: 'Sở xưa', changedOn: '2019-03-01', lastOnSite: 2024 }),
  ]
  const { onSite, dossier, quota } = planOf(
    cohort(
      agencies,
      agencies.slice(1).map((one) => bundle(one)),
    ),
  )
  expect(Object.fromEntries([...onSite, ...dossier].map(({ code, reasons }) => [code, reasons]))).toEqual({
    'H61.1': ['noDossier'],
    'H61.2': ['yearsSinceVisit'],
    'H61.3': ['reorganised'],
    'H61.4': ['reorganised'],
    'H61.6': [],
  })
  expect(quota).toEqual({ obliged: 5, required: 2, picked: 2 })
})

test('a point that failed last year and fails again, and a result that is worse', () => {
  const agencies = well(2)
  const [one, other] = agencies as [Member, Member]
  const previous = prescreenOf(
    cohort(agencies, [bundle(one, { blocking: ['a'], failing: ['a'], status: 'notMet' }), bundle(other)], {
      year: 2025,
    }),
  )
  const input = cohort(
    agencies,
    [
      bundle(one, { failing: ['a'], score: { low: 90, high: 90 }, sha256: 'e'.repeat(64) }),
      bundle(other, { score: { low: 79.9, high: 90 }, sha256: 'f'.repeat(64) }),
    ],
    { previous },
  )
  const { onSite, dossier } = planOf(input)
  expect([...onSite, ...dossier].map(({ reasons }) => reasons)).toEqual([['repeatedFinding'], ['worse']])
})

test('rotation: each obliged agency in three years, where nothing else speaks for a visit', () => {
  const agencies = well(9)
  const visited = [2026, 2027, 2028].flatMap((year) =>
    codes(
      planOf(
        cohort(
          agencies,
          agencies.map((one) => bundle(one)),
          { year, asOf: `${year}-01-15` },
        ),
      ).onSite,
    ),
  )
  expect(visited.sort()).toEqual(agencies.map(({ code }) => code))
})

test('rotation: those never visited, then the longest unvisited', () => {
  const agencies = well(6, (at) => (at === 4 ? {} : { lastOnSite: at === 5 ? 2024 : 2025 }))
  expect(
    codes(
      planOf(
        cohort(
          agencies,
          agencies.map((one) => bundle(one)),
        ),
      ).onSite,
    ),
  ).toEqual(['H61.104', 'H61.105'])
})

test('a tenth of the visits is drawn by lot, the same from the same seed', () => {
  const agencies = well(90)
  const plans = [1, 1, 2].map((seed) =>
    planOf(
      cohort(
        agencies,
        agencies.map((one) => bundle(one)),
        { seed },
      ),
    ),
  )
  const lots = plans.map(({ onSite }) => codes(onSite.filter(({ reasons }) => reasons.includes('random'))))
  expect(lots[0]).toHaveLength(3)
  expect(lots[0]).toEqual(lots[1])
  expect(lots[0]).not.toEqual(lots[2])
  expect(plans[0]?.onSite).toHaveLength(30)
})

test('every item is drawn about as often as any other', () => {
  const times = new Map<number, number>()
  for (let seed = 0; seed < 3000; seed++)
    for (const one of drawLots([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3, seed)) times.set(one, (times.get(one) ?? 0) + 1)
  for (const count of times.values()) expect(Math.abs(count - 900)).toBeLessThan(90)
  expect(times.size).toBe(10)
})

test('whom a person adds or drops, and when they go, stays so; the third is kept', () => {
  const agencies = well(6)
  const bad: Partial<Screening> = { blocking: ['a'], failing: ['a'], status: 'notMet' }
  const changes: PlanChange[] = [
    { change: 'drop', agency: 'H61.100', reason: 'trụ sở đang sửa chữa' },
    { change: 'move', agency: 'H61.101', month: '2026-09', reason: 'trùng lịch thanh tra' },
    { change: 'add', agency: 'H61.105', reason: 'có đơn phản ánh' },
  ]
  const input = cohort(
    agencies,
    agencies.map((one, at) => bundle(one, at < 3 ? bad : {})),
    { changes },
  )
  const { onSite, dossier, quota } = planOf(input)
  expect(onSite).toEqual([
    { code: 'H61.101', month: '2026-09', reasons: ['blockingFailure', 'person'] },
    { code: 'H61.105', month: '2026-08', reasons: ['person'] },
  ])
  expect(dossier[0]).toMatchObject({ code: 'H61.100', reasons: ['blockingFailure', 'person'] })
  expect(quota).toEqual({ obliged: 6, required: 2, picked: 2 })
})

test('the changes file is strict, and says where it is wrong', () => {
  const good = '- agency: h61.12\n  change: move\n  month: 2026-09\n  reason: trùng lịch\n'
  expect(readPlanChanges('thay-doi.yaml', good)).toEqual([
    { agency: 'H61.12', change: 'move', month: '2026-09', reason: 'trùng lịch' },
  ])
  expect(() => readPlanChanges('thay-doi.yaml', '- agency: H61.12\n  change: drop\n')).toThrow(/line 1/)
})

test('vertical, merged and ended agencies are in no plan; encouraged ones only with a declaration', () => {
  const agencies = [
    member('H61.1', 'vertical'),
    member('H61.2', 'district'),
    member('H61.3', 'commune'),
    member('H61.4', 'commune'),
    member('H61.5', 'commune'),
    member('H61.6', 'department'),
  ]
  const { onSite, dossier, quota } = planOf(
    cohort(agencies, [
      bundle(agencies[2] as Member, { status: 'notApplicable', score: null, grade: null, declaration: null }),
      bundle(agencies[3] as Member),
    ]),
  )
  expect(codes(onSite)).toEqual(['H61.6'])
  expect(codes(dossier)).toEqual(['H61.4'])
  expect(quota).toEqual({ obliged: 1, required: 1, picked: 1 })
})

test.each([
  [2026, '2025-12-20', ['2026-03', '2026-10']],
  [2026, '2026-05-04', ['2026-06', '2026-10']],
  [2026, '2026-10-01', ['2026-11', '2026-12']],
  [2026, '2026-12-01', []],
  [2026, '2027-01-01', []],
])('months left of %i on %s', (year, asOf, ends) => {
  const months = visitMonths(year, asOf)
  expect(months.length === 0 ? [] : [months[0], months.at(-1)]).toEqual(ends)
  expect(monthOf(0, 3, months)).toBe(ends[0])
})

const BLOCKS: Block[] = ['department', 'sub-department', 'commune', 'vertical', 'district', 'management-board']
const trait = fc.record({
  block: fc.constantFrom(...BLOCKS),
  none: fc.boolean(),
  blocking: fc.boolean(),
  thin: fc.boolean(),
  lastOnSite: fc.option(fc.integer({ min: 2019, max: 2025 }), { nil: undefined }),
  change: fc.option(fc.constantFrom('add', 'drop'), { nil: undefined, freq: 8 }),
})

test('any cohort: the quota, the order, and nobody obliged left out', () => {
  fc.assert(
    fc.property(fc.array(trait, { maxLength: 60 }), fc.nat(10_000), (traits, seed) => {
      const made = traits.map((one, at) => ({
        ...one,
        member: member(`H61.${at + 1}`, one.block, one.lastOnSite === undefined ? {} : { lastOnSite: one.lastOnSite }),
      }))
      const submissions = made.flatMap(({ none, blocking, thin, member: of }) =>
        none ? [] : [bundle(of, { blocking: blocking ? ['a'] : [], failing: [], uncorrected: thin ? 1 : 0 })],
      )
      const changes = made.flatMap(({ change, member: { code } }) =>
        change === undefined ? [] : [{ change, agency: code, reason: 'x' } as PlanChange],
      )
      const members = made.map(({ member: of }) => of)
      const input = cohort(members, submissions, { seed, changes, asOf: '2025-06-01', year: 2025 })
      const { onSite, dossier, quota } = planOf(input)
      const third = members.filter(({ block }) => ['department', 'sub-department', 'district'].includes(block))
      const dropped = new Set(changes.flatMap(({ change, agency }) => (change === 'drop' ? [agency] : [])))
      const able = third.filter(({ code }) => !dropped.has(code)).length
      expect(quota.required).toBe(Math.ceil(third.length / 3))
      expect(quota.picked).toBeGreaterThanOrEqual(Math.min(quota.required, able))
      expect(codes(onSite).filter((code) => dropped.has(code))).toEqual([])
      const all = [...codes(onSite), ...codes(dossier)]
      expect(new Set(all).size).toBe(all.length)
      for (const { code } of third) expect(all).toContain(code)
      for (const { reasons } of onSite) expect(reasons.length).toBeGreaterThan(0)
      const rank = ({ reasons, code }: (typeof onSite)[number]) => [
        REASONS.indexOf(reasons[0] ?? 'random'),
        -reasons.length,
        code,
      ]
      const compare = (a: (number | string)[], b: (number | string)[]) => {
        const at = a.findIndex((one, index) => one !== b[index])
        return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
      }
      expect(onSite.map(rank)).toEqual(onSite.map(rank).sort(compare))
      expect(planOf({ ...input, submissions: [...submissions].reverse() })).toEqual({ onSite, dossier, quota, seed })
    }),
    { numRuns: 60 },
  )
})
