import { expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { openWorkbook } from '../../../src/intake/xlsx/workbook.ts'
import { headingRow, type Table } from '../../../src/render/office/table.ts'
import { workbook } from '../../../src/render/office/xlsx.ts'
import { planTable } from '../../../src/render/province/plan.ts'
import { yearlyTables } from '../../../src/render/province/yearly-report.ts'
import { context, HCMC_2018, prescreened } from './cohort.ts'

const hcmc = context(prescreened(HCMC_2018))

async function sheetsOf(bytes: Uint8Array) {
  const options = { limits: DEFAULT_LIMITS, stopwatch: () => 0 }
  const keep = { clean: (text: string) => text }
  return Promise.all((await openWorkbook(bytes, options, () => undefined, keep)).map((sheet) => sheet.read()))
}

test('every table is a sheet that holds its cells, numbers as numbers and unrounded', async () => {
  const tables = [planTable(hcmc), ...yearlyTables(hcmc)]
  const sheets = await sheetsOf(await workbook(tables))
  expect(sheets.map(({ name }) => name)).toEqual(tables.map(({ sheet }) => sheet))
  tables.forEach((table, at) => {
    const byRow = new Map(sheets[at]?.rows.map(({ row, cells }) => [row, cells]))
    expect(byRow.get(1)?.[0]?.text).toBe(table.title)
    ;[...table.rows, ...(table.total ? [table.total] : [])].forEach((row, index) => {
      row.forEach((written, column) => {
        const value = typeof written === 'object' ? (written?.value ?? null) : written
        const cell = byRow.get(headingRow(table) + 1 + index)?.[column]
        if (value === null || value === '') expect(cell?.text ?? '').toBe('')
        else expect(cell).toMatchObject({ kind: typeof value === 'number' ? 'number' : 'text', text: String(value) })
      })
    })
  })
})

test('the same tables have the same bytes', async () => {
  const one = await workbook([planTable(hcmc)])
  expect(Buffer.from(await workbook([planTable(hcmc)])).equals(Buffer.from(one))).toBe(true)
})

test('what looks like a formula, markup or a control character stays a text', async () => {
  const hostile = ['=HYPERLINK("http://x")', '<b>&amp;</b>', 'a\u0000\u0007b', '\'"]]>']
  const table: Table = {
    id: 'hostile',
    sheet: "L'étranger & <co>",
    title: '=1+1',
    notes: [],
    columns: [{ label: '@SUM(A1)', kind: 'text', width: 20 }],
    rows: hostile.map((text) => [text]),
  }
  const [sheet] = await sheetsOf(await workbook([table]))
  const texts = sheet?.rows.map(({ cells }) => [cells[0]?.kind, cells[0]?.text])
  expect(texts).toEqual(['=1+1', '@SUM(A1)', hostile[0], hostile[1], 'ab', hostile[3]].map((text) => ['text', text]))
})

test('sums and points that a person fills in are computed by the workbook, over exactly the rows to fill', () => {
  const plan = planTable(hcmc)
  const first = headingRow(plan) + 1
  expect(plan.total?.[5]).toEqual({ formula: `SUM(F${first}:F${first + plan.rows.length - 1})`, value: null })
  const criterion = yearlyTables(hcmc).find(({ id }) => id === 'criterion')
  expect(criterion && headingRow(criterion)).toBe(4)
  expect(criterion?.total?.[1]).toEqual({
    formula: `SUMPRODUCT(MAX((A5:A9<>"")*(A5:A9<=${363 / 378})*B5:B9))`,
    value: null,
  })
})
