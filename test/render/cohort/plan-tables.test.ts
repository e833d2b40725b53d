import { expect, test } from 'vitest'
import { planTable, reasonsTable } from '../../../src/render/province/plan.ts'
import { REASON_WORDS } from '../../../src/render/province/prescreen-words.ts'
import { context, HCMC_2018, prescreened } from './cohort.ts'

const prescreen = prescreened(HCMC_2018)
const { plan } = prescreen

test('each visit has the five fields, the visits on site first, the cost for a person to fill', () => {
  const authority = { inspectingUnit: 'Chi cục TĐC', coordinatingUnits: ['Sở Nội vụ'] }
  const { rows, columns } = planTable(context(prescreen, { authority }))
  expect(rows.map(([, agency]) => /\(([^()]+)\)$/.exec(String(agency))?.[1])).toEqual(
    [...plan.onSite, ...plan.dossier].map(({ code }) => code),
  )
  rows.forEach(([number, , units, time, form, cost, reasons], at) => {
    expect(number).toBe(at + 1)
    expect(units).toBe('Chi cục TĐC; Sở Nội vụ')
    expect(time).toMatch(/^Tháng (0[12]|[3-9]|1[0-2])\/2018$/)
    expect(form).toBe(at < plan.onSite.length ? 'Kiểm tra tại trụ sở cơ quan' : 'Kiểm tra qua hồ sơ, báo cáo')
    expect(cost).toBeNull()
    expect(reasons).not.toBe('')
  })
  const toFill = (of: typeof columns) => of.flatMap(({ label, toFill }) => (toFill ? [label] : []))
  expect(toFill(columns)).toEqual(['Kinh phí dự kiến (đồng)'])
  const unstated = toFill(planTable(context(prescreen)).columns)
  expect(unstated).toEqual(['Đơn vị kiểm tra; đơn vị phối hợp', 'Kinh phí dự kiến (đồng)'])
})

test('a person picks with a written reason, which the plan prints', () => {
  const [first, ...others] = plan.onSite
  if (!first) throw new Error('nobody is visited')
  const changed = { ...prescreen, plan: { ...plan, onSite: [{ ...first, reasons: ['person' as const] }, ...others] } }
  const personReasons = new Map([[first.code, 'Đơn thư phản ánh tháng 3/2018']])
  expect(planTable(context(changed, { personReasons })).rows[0]?.[6]).toBe(
    'Theo quyết định của người có thẩm quyền: Đơn thư phản ánh tháng 3/2018',
  )
})

test('reasons are counted over the visits on site, strongest first', () => {
  const { rows } = reasonsTable(context(prescreen))
  expect(rows.map(([label]) => label)).toEqual(Object.values(REASON_WORDS).map(({ vi }) => vi))
  const told = plan.onSite.reduce((sum, { reasons }) => sum + reasons.length, 0)
  expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(told)
})
