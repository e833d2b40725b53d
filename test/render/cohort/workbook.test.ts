import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { openWorkbook } from '../../../src/intake/xlsx/workbook.ts'
import { headingRow, type Table } from '../../../src/render/office.ts'
import { planTable } from '../../../src/render/province/plan.ts'
import { yearlyTables } from '../../../src/render/province/yearly-report.ts'
import { tablesWorkbook as workbook } from '../../../src/render/workbook/tables.ts'
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
  expect(criterion && headingRow(criterion)).toBe(5)
  expect(criterion?.total?.[1]).toEqual({
    formula: `SUMPRODUCT(MAX((A6:A10<>"")*(A6:A10<=${363 / 378})*B6:B10))`,
    value: null,
  })
})

describe('what an office prints', () => {
  const table: Table = {
    id: 'looks',
    sheet: "Kế hoạch của L'An",
    title: 'Kế hoạch kiểm tra',
    notes: ['Ghi chú dài hơn bề rộng của bảng, nên xuống dòng khi in trên giấy A4 nằm ngang'],
    columns: [
      { label: 'Số thứ tự', kind: 'count', width: 5 },
      { label: 'Cơ quan', kind: 'text', width: 20 },
      { label: 'Tỷ lệ', kind: 'share', width: 8 },
      { label: 'Kinh phí', kind: 'money', width: 12, toFill: true },
    ],
    rows: [
      [1, 'Sở Khoa học và Công nghệ tỉnh', 0.25, null],
      [2, 'Sở Nội vụ', 1, 5_000_000],
    ],
    total: [null, 'Cộng', null, { formula: 'SUM(D5:D6)', value: null }],
  }
  const parts = async () => {
    const files = unzipSync(await workbook([table, { ...table, sheet: 'Trống', rows: [], empty: 'Chưa có' }]))
    const part = (path: string) => strFromU8(files[path] ?? new Uint8Array())
    return { book: part('xl/workbook.xml'), sheet: part('xl/worksheets/sheet1.xml'), styles: part('xl/styles.xml') }
  }

  test('is A4 on its side, as wide as the page, numbered below, with the headings on every page', async () => {
    const { book, sheet } = await parts()
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    expect(sheet).toContain('<pageMargins left="0.6" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>')
    expect(sheet).toContain('<oddFooter>&amp;C&amp;P/&amp;N</oddFooter>')
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toMatch(/<pane ySplit="4" topLeftCell="A5" state="frozen"/)
    // Excel offers to repair a workbook that names a sheet with spaces without quotes.
    expect(book.replaceAll('&apos;', "'")).toContain(`localSheetId="0">'Kế hoạch của L''An'!$4:$4</definedName>`)
    expect(book.replaceAll('&apos;', "'")).toContain(`localSheetId="1">'Trống'!$4:$4</definedName>`)
    expect(book).toContain('fullCalcOnLoad="1"')
  })

  test('has columns as wide as they say, rows as high as their texts, titles over the whole width', async () => {
    const { sheet } = await parts()
    const widths = [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths).toEqual([7, 22, 10, 14])
    const heights = [...sheet.matchAll(/<row r="(\d+)" ht="(\d+)" customHeight="1">/g)].map(([, row, ht]) => [row, ht])
    expect(heights).toEqual([
      ['1', '20'],
      ['2', '36'],
      ['4', '36'],
      ['5', '36'],
      ['6', '20'],
      ['7', '20'],
    ])
    expect([...sheet.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref)).toEqual(['A1:D1', 'A2:D2'])
  })

  test('is Times New Roman in boxes, headings and cells to fill told by their colour, totals bold', async () => {
    const { sheet, styles } = await parts()
    const formats = [...(styles.split('<cellXfs')[1]?.matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g) ?? [])].map(
      ([xf]) => xf,
    )
    const fills = [...styles.matchAll(/<fill>.*?<\/fill>/g)].map(([one]) => one)
    const fonts = [
      ...(styles
        .split('<fonts')[1]
        ?.split('</fonts>')[0]
        ?.matchAll(/<font>.*?<\/font>/g) ?? []),
    ].map(([one]) => one)
    const format = (cell: string) =>
      formats[Number(new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(sheet)?.[1])] ?? ''
    const of = (list: string[], cell: string, name: string) =>
      list[Number(new RegExp(`${name}="(\\d+)"`).exec(format(cell))?.[1])] ?? ''
    const numberFormats = new Map(
      [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
    )
    const numberFormat = (cell: string) => numberFormats.get(/numFmtId="(\d+)"/.exec(format(cell))?.[1])
    expect(fonts.every((font) => font.includes('Times New Roman'))).toBe(true)
    expect(of(fills, 'A4', 'fillId')).toContain('FFE3E8EE')
    expect([of(fills, 'D5', 'fillId'), of(fills, 'D6', 'fillId')].every((one) => one.includes('FFFFF6D6'))).toBe(true)
    expect(of(fills, 'D7', 'fillId')).not.toContain('FFFFF6D6')
    expect([of(fonts, 'A4', 'fontId'), of(fonts, 'B7', 'fontId')].every((one) => one.includes('<b/>'))).toBe(true)
    expect(of(fonts, 'B5', 'fontId')).not.toContain('<b/>')
    expect(format('B5')).toMatch(/horizontal="left".*wrapText/)
    expect([numberFormat('C5'), numberFormat('D5'), numberFormat('A5')]).toEqual(['0.00%', '#,##0', '#,##0'])
    expect(format('A5')).toMatch(/horizontal="center"/)
    expect(styles).toContain('FF8B98A6')
  })
})
