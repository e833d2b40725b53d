import { expect, test } from 'vitest'
import type { Block } from '../../src/dossier/agency.ts'
import { prescreenOf } from '../../src/province/draw-up.ts'
import type { Prescreen } from '../../src/province/prescreen.ts'
import type { Screening } from '../../src/province/screening.ts'
import { criterionTable, tasksTable } from '../../src/render/province/yearly-blocks.ts'
import { bundle, cohort, member, RULES } from './made.ts'

const members = (count: number, block: Block, group: number) =>
  Array.from({ length: count }, (_, n) => member(`H61.${group}${String(n).padStart(3, '0')}`, block))

type Declared = NonNullable<Screening['declaration']>
const declared = (edition: string, signedOn: string, firstOn = signedOn): { declaration: Declared } => ({
  declaration: { again: false, firstOn, edition, signedOn },
})

const target = ({ targets }: Prescreen, id: string) => targets.find((one) => one.id === id)

test('Thành phố Hồ Chí Minh 2021: on :2015, and signed by 29/6/2021; an agency on :2008 does not count', () => {
  const agencies = members(4, 'department', 1)
  const told = [
    declared('9001:2008', '2018-02-01'),
    declared('9001:2015', '2021-06-28'),
    declared('9001:2015', '2021-06-29'),
    declared('9001:2015', '2021-06-30'),
  ]
  const submissions = agencies.map((one, n) => bundle(one, told[n]))
  const document = prescreenOf(
    cohort(agencies, submissions, { profileId: 'hcmc-2021', year: 2021, asOf: '2021-12-01' }),
  )
  expect(target(document, 'all-declared')).toMatchObject({ value: 2 / 4, required: 1, met: false })
})

test('Thành phố Hồ Chí Minh 2021: procedures that stand in the declaration, not those that have a process', () => {
  const [one] = members(1, 'department', 1)
  const submissions = one ? [bundle(one, { procedures: { total: 10, covered: 10, declared: 7 } })] : []
  const document = prescreenOf(
    cohort(one ? [one] : [], submissions, { profileId: 'hcmc-2021', year: 2021, asOf: '2021-06-29' }),
  )
  expect(target(document, 'all-procedures-declared')).toMatchObject({ value: 0.7, met: false })
})

test('Thành phố Hồ Chí Minh 2018: thirty inspected on site or by dossier, and no more visits for it', () => {
  const agencies = members(40, 'department', 1)
  const submissions = agencies.map((one) => bundle(one))
  const document = prescreenOf(
    cohort(agencies, submissions, { profileId: 'hcmc-2018', year: 2018, asOf: '2018-03-20' }),
  )
  expect(target(document, 'inspected-2018')).toMatchObject({ value: 40, required: 30, met: true })
  expect(document.plan.onSite.length).toBeLessThan(30)
})

test('An Giang 2021: ten provincial, four district and fifty-two commune agencies on site', () => {
  const blocks = [
    ...members(1, 'provincial-committee', 1),
    ...members(19, 'department', 2),
    ...members(10, 'sub-department', 3),
    ...members(11, 'district', 4),
    ...members(156, 'commune', 5),
  ]
  const submissions = blocks.map((one) => bundle(one))
  const document = prescreenOf(
    cohort(blocks, submissions, { profileId: 'an-giang-2021', year: 2021, asOf: '2021-02-25' }),
  )
  const values = document.targets.map(({ id, value, required }) => [id, value, required])
  expect(values).toEqual([
    ['dossier-2021', 197, 197],
    ['on-site-provincial-2021', 10, 10],
    ['on-site-district-2021', 4, 4],
    ['on-site-encouraged-2021', 52, 52],
  ])
  expect(document.plan.onSite).toHaveLength(66)
  expect(document.plan.quota).toMatchObject({ obliged: 41, required: 14, picked: 14 })
})

const binhThuan = { profileId: 'binh-thuan-2021-2025', year: 2025, asOf: '2025-05-30' }

test('Bình Thuận: communes added are told by their first declarations, without a file of an earlier year', () => {
  const agencies = members(3, 'commune', 1)
  const days = ['2021-06-14', '2021-06-15', '2021-06-16']
  const submissions = agencies.map((one, n) => bundle(one, declared('9001:2015', '2024-01-02', days[n])))
  expect(target(prescreenOf(cohort(agencies, submissions, binhThuan)), 'communes-added')).toMatchObject({ value: 2 })
})

test('Bình Thuận: service units are told as information, and the classes beside the plan', () => {
  const agencies = members(2, 'public-service-unit', 1)
  const document = prescreenOf(
    cohort(
      agencies,
      agencies.slice(0, 1).map((one) => bundle(one)),
      binhThuan,
    ),
  )
  expect(target(document, 'service-units')).toMatchObject({ value: 1, met: true, information: true })
  const context = { prescreen: document, ruleSet: RULES.source, lang: 'vi' as const }
  const rows = tasksTable({ ...context, authority: { tasks: { 'training-classes': 12 } } }).rows
  expect(rows[0]).toEqual(['Số lớp đào tạo đã tổ chức', 20, 12])
  expect(tasksTable({ ...context, authority: {} }).rows[0]).toEqual(['Số lớp đào tạo đã tổ chức', 20, null])
})

test('Vĩnh Long 2022: points of 7.4 by who declared, or declared and met, and both shares are printed', () => {
  const agencies = members(4, 'department', 1)
  const submissions = agencies.map((one, n) => bundle(one, n === 0 ? { status: 'notMet', grade: null } : {}))
  const document = prescreenOf(
    cohort(agencies, submissions, { profileId: 'vinh-long-2022', year: 2022, asOf: '2022-11-01' }),
  )
  const points = (over?: 'declared' | 'declaredAndMet') => {
    const steps = [
      { share: 1, points: 1 },
      { share: 0.75, points: 0.5 },
    ]
    const authority = { criterion74: { maximum: 1, steps, ...(over && { over }) } }
    return criterionTable({ prescreen: document, ruleSet: RULES.source, lang: 'vi', authority })
  }
  expect(points().rows.map((row) => row[2])).toEqual(['✓', null])
  expect(points('declaredAndMet').rows.map((row) => row[2])).toEqual([null, '✓'])
  expect(points().notes.join()).toContain('Đã công bố: 100% (4/4)')
  expect(points().notes.join()).toContain('đáp ứng yêu cầu: 75% (3/4)')
})
