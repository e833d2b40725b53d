import { expect, it } from 'vitest'
import { readWorkbook } from '../../src/intake/manifest-xlsx/workbook.ts'
import { openWorkbook } from '../../src/intake/xlsx/workbook.ts'
import { writeWorkbook } from '../../src/render/workbook/workbook.ts'
import { OPTIONS, refusalOf } from '../intake/manifest/reading.ts'

const template = await writeWorkbook()

it('has the same bytes each time', async () => {
  expect(Buffer.compare(await writeWorkbook(), template)).toBe(0)
})

it('asks of an office that filled in nothing only what every manifest must say', async () => {
  const { problems } = await refusalOf(readWorkbook(template, 'ho-so.xlsx', OPTIONS))
  expect(problems?.map(({ place }) => [place?.sheet, place?.heading])).toEqual([
    ['Cơ quan', 'Mã cơ quan'],
    ['Cơ quan', 'Tên cơ quan'],
    ['Cơ quan', 'Khối cơ quan'],
    ['Cơ quan', 'Mã tỉnh, thành phố'],
    ['Cơ quan', 'Năm đánh giá'],
  ])
})

it('opens with the guide and keeps its lists out of sight', async () => {
  const visible = await openWorkbook(template, OPTIONS, () => {})
  expect(visible[0]?.name).toBe('Hướng dẫn')
  const all = await openWorkbook(template, OPTIONS, () => {}, { hidden: true })
  expect(all.filter((sheet) => !sheet.visible).map(({ name }) => name)).toEqual(['Danh sách'])
})
