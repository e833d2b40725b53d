import { expect, test } from 'vitest'
import { LANGUAGES } from '../../../src/core/errors.ts'
import type { Cell, Table } from '../../../src/render/office.ts'
import { yearlyTables } from '../../../src/render/province/yearly-report.ts'
import { binhThuan, context, HCMC_2018, prescreened } from './cohort.ts'

const hcmc = prescreened(HCMC_2018)

function table(id: string, of: readonly Table[]): Table {
  const found = of.find((one) => one.id === id)
  if (!found) throw new Error(`no table '${id}'`)
  return found
}

const columnsOf = ({ rows }: Table, from: number, to: number) => rows.map((row) => row.slice(from, to))

test('the published figures of TP. Hồ Chí Minh, 20/3/2018: 56 = 19 + 24 + 8 + 3 + 2, and 307 of 322', () => {
  const blocks = table('blocks', yearlyTables(context(hcmc)))
  const byBlock = new Map(hcmc.blocks.map(({ block }, at) => [block, blocks.rows[at] ?? []]))
  const declared = (['department', 'district', 'sub-department', 'management-board', 'vertical'] as const).map(
    (block) => byBlock.get(block)?.[3],
  )
  expect(declared).toEqual([19, 24, 8, 3, 2])
  expect(byBlock.get('commune')?.slice(1, 7)).toEqual([322, 307, 307, 0, 307 / 322, 0.95])
  expect(blocks.total?.[3]).toBe(56 + 307)
})

test('every row of totals is the sum of its column', () => {
  for (const { id, rows, total, columns } of yearlyTables(context(hcmc))) {
    if (total === undefined) continue
    columns.forEach(({ kind }, at) => {
      if (kind !== 'count') return
      expect(total[at], `${id}, column ${at}`).toBe(rows.reduce((sum, row) => sum + Number(row[at]), 0))
    })
  }
})

test.each([
  [120, 108, '108/120', '90%', '90%', 'Chưa đạt'],
  [120, 109, '109/120', '90,83%', '91%', 'Đạt'],
])('more than 90%% of communes is strict: %d agencies, %d declared', (total, declared, ...expected) => {
  const targets = table('targets', yearlyTables(context(prescreened(binhThuan(total, declared)))))
  const row = targets.rows.find(([label]) => String(label).includes('90%'))
  expect(row?.slice(1)).toEqual(['trên 90%', ...expected])
})

test('grades and those without one are all the dossiers handed in', () => {
  const grades = table('grades', yearlyTables(context(hcmc)))
  const counts = grades.rows.map((row) => Number(row[1]))
  expect(counts.reduce((sum, one) => sum + one)).toBe(363)
  expect(counts.filter((one) => one > 0).length).toBeGreaterThan(2)
  expect(grades.total?.[1]).toBe(363)
})

test('criterion 7.4: points by the table the authority states, rows to fill without one', () => {
  const steps = [
    { share: 0.8, points: 0.5 },
    { share: 1, points: 1 },
    { share: 0.9, points: 0.75 },
  ]
  const criterion74 = { maximum: 1, blocks: ['commune' as const], steps }
  const stated = table('criterion', yearlyTables(context(hcmc, { authority: { criterion74 } })))
  expect(stated.rows).toEqual([
    [1, 1, null],
    [0.9, 0.75, '✓'],
    [0.8, 0.5, null],
  ])
  expect(stated.notes.join()).toContain('95,34% (307/322 cơ quan). Theo thang điểm đã khai: 0,75/1 điểm')
  expect(stated.notes.join()).toMatch(/Đã công bố: 95,34% \(307\/322\). Đã công bố và được đánh giá đáp ứng yêu cầu: /)
  const met = { ...criterion74, over: 'declaredAndMet' as const }
  const byMet = table('criterion', yearlyTables(context(hcmc, { authority: { criterion74: met } })))
  const graded = hcmc.agencies.filter(({ block, grade }) => block === 'commune' && grade !== null).length
  expect(graded).toBeLessThan(307)
  expect(byMet.notes[0]).toContain(`(${graded}/322 cơ quan)`)
  const blank = table('criterion', yearlyTables(context(hcmc)))
  expect(blank.rows.flat().every((cell: Cell) => cell === null)).toBe(true)
  expect(blank.columns.some(({ toFill }) => toFill)).toBe(true)
})

test('difficulties stand in the report as each agency wrote them, and where there is none it says so', () => {
  const [first, ...others] = hcmc.agencies
  if (first === undefined) throw new Error('the cohort is empty')
  const told = { ...hcmc, agencies: [{ ...first, difficulties: 'Thiếu kinh phí; =1+1' }, ...others] }
  const rows = table('difficulties', yearlyTables(context(told))).rows
  expect(rows.map((row) => [row[1], row[3]])).toEqual([[first.name, 'Thiếu kinh phí; =1+1']])
  expect(table('difficulties', yearlyTables(context(hcmc)))).toMatchObject({
    rows: [],
    empty: 'Chưa có cơ quan nào nêu khó khăn, đề xuất.',
  })
})

test('who joined or left since last year is named, and in no other table of results', () => {
  const before = prescreened({
    ...HCMC_2018,
    year: 2017,
    asOf: '2017-11-01',
    blocks: { ...HCMC_2018.blocks, department: { total: 20, declared: 20 }, district: { total: 23, declared: 23 } },
  })
  const tables = yearlyTables(context(prescreened(HCMC_2018, before)))
  expect(columnsOf(table('members', tables), 1, 2).flat().sort()).toEqual(['H29.DEPARTMENT.20', 'H29.DISTRICT.24'])
  expect(columnsOf(table('agencies', tables), 1, 2).flat()).not.toContain('H29.DEPARTMENT.20')
  expect(table('agencies', tables).rows).toHaveLength(378)
})

test.each(LANGUAGES)('sheets in %s can be named so, and every row fits its columns', (lang) => {
  const tables = yearlyTables(context(hcmc, { lang }))
  expect(new Set(tables.map(({ sheet }) => sheet)).size).toBe(tables.length)
  for (const { sheet, rows, total, columns } of tables) {
    expect(sheet).toMatch(/^[^[\]:*?/\\']{1,31}$/)
    for (const row of [...rows, ...(total ? [total] : [])]) expect(row).toHaveLength(columns.length)
  }
})
