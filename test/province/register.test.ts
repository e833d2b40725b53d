import { expect, test } from 'vitest'
import { type CellValue, makeXlsx } from '../../fixtures/catalogues/xlsx-file.ts'
import { InputError } from '../../src/core/errors.ts'
import type { Register } from '../../src/dossier/agency.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { readRegister } from '../../src/intake/register.ts'
import { RULES } from './made.ts'

const OPTIONS = { limits: DEFAULT_LIMITS, stopwatch: () => 0 }
const csv = (text: string) => readRegister(Buffer.from(text), 'danh-sach.csv', OPTIONS)
const said = (reading: Promise<Register>) =>
  reading.then(
    () => expect.unreachable('the register was read'),
    (error: unknown) => (error instanceof InputError ? error.text : Promise.reject(error)),
  )

test('columns in any order, under Vietnamese headings or their own names', async () => {
  const vi = await csv(
    'Khối;Mã cơ quan;Tên cơ quan;Xã/phường;Sáp nhập vào;Đổi tên từ;Ngày thay đổi;Lần kiểm tra tại trụ sở gần nhất\nSở;h61.12;Sở Tư pháp;Phường 1;H61.13;Sở Tư pháp cũ;01/7/2025;15/9/2023\n',
  )
  const en = await csv(
    'name,code,block,lastOnSite,changedOn,renamedFrom,mergedInto,commune\nSở Tư pháp,H61.12,department,2023,2025-07-01,Sở Tư pháp cũ,H61.13,Phường 1\n',
  )
  expect(vi).toEqual(en)
  expect(vi.members).toEqual([
    {
      code: 'H61.12',
      name: 'Sở Tư pháp',
      block: 'department',
      commune: 'Phường 1',
      mergedInto: 'H61.13',
      renamedFrom: 'Sở Tư pháp cũ',
      changedOn: '2025-07-01',
      lastOnSite: 2023,
    },
  ])
  expect(vi.warnings).toEqual([])
})

test('every block is understood by its id and by its label', async () => {
  const rows = RULES.source.blocks.flatMap(({ id, label }, at) => [`A.${at},a,${id}`, `B.${at},b,"${label.vi}"`])
  const { members } = await csv(`code,name,block\n${rows.join('\n')}\n`)
  const twice = RULES.source.blocks.flatMap(({ id }) => [id, id])
  expect(members.map(({ block }) => block)).toEqual(twice)
})

test.each([
  ['Sở, ngành', 'department'],
  ['CHI CỤC', 'sub-department'],
  ['UBND cấp xã', 'commune'],
  ['Phường', 'commune'],
  ['Ngành dọc', 'vertical'],
  ['Quận, huyện', 'district'],
  ['Ban quản lý', 'management-board'],
])('a block written as %s', async (written, block) => {
  const { members } = await csv(`code,name,block\nH61.1,a,"${written}"\n`)
  expect(members[0]?.block).toBe(block)
})

test('an unknown column is told and passed over', async () => {
  const { members, warnings } = await csv('code,name,block,Điện thoại\nH61.1,a,commune,0270\n')
  expect(members).toHaveLength(1)
  expect(warnings).toEqual([
    {
      vi: "danh-sach.csv dòng 1: không rõ cột 'Điện thoại', đã bỏ qua.",
      en: "danh-sach.csv row 1: the column 'Điện thoại' is not known and was passed over.",
    },
  ])
})

test('a second row of one code is told, the first counts', async () => {
  const { members, warnings } = await csv(
    'code,name,block\nH61.1,a,commune\n000.00.01.H61,b,commune\nH61.01,c,commune\n',
  )
  expect(members.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(warnings.map(({ en }) => en)).toEqual([
    "danh-sach.csv row 4: the code 'H61.01' stands in row 3 already; only row 3 counts. Delete or mend one of the two.",
  ])
})

test('every cell that cannot be understood is told at once', async () => {
  const { vi, en } = await said(
    csv('code,name,block,changedOn,lastOnSite\nH61.1,a,Hội đồng,30/02/2026,\nH 61,b,commune,,hôm qua\n,c,commune,,\n'),
  )
  expect(vi.split('\n')).toEqual([
    "danh-sach.csv dòng 2: cột changedOn là '30/02/2026'. Ghi ngày theo dạng 2025-07-01 hoặc 01/7/2025.",
    "danh-sach.csv dòng 2: cột block là 'Hội đồng'. Ghi một trong: Bộ, UBND cấp tỉnh, Sở, Chi cục, Ban quản lý, Huyện, Phòng, Xã, Đơn vị sự nghiệp, Ngành dọc.",
    "danh-sach.csv dòng 3: cột lastOnSite là 'hôm qua'. Ghi năm (2023) hoặc ngày (15/9/2023).",
    "danh-sach.csv dòng 3: cột code là 'H 61'. Ghi mã định danh của cơ quan theo Quyết định số 20/2020/QĐ-TTg, ví dụ H61.12.",
    "danh-sach.csv dòng 4: cột code là ''. Ghi mã định danh của cơ quan theo Quyết định số 20/2020/QĐ-TTg, ví dụ H61.12.",
  ])
  expect(en.split('\n')).toHaveLength(5)
})

test('of more agencies than a province has is not taken', async () => {
  const rows = Array.from({ length: 5_001 }, (_, at) => `H61.${at + 1},Xã ${at},commune\n`).join('')
  const read = (text: string) => readRegister(Buffer.from(`code,name,block\n${text}`), 'so.csv', OPTIONS)
  await expect(read(rows)).rejects.toThrow('more than 5000 agencies')
  expect((await read(rows.slice(0, rows.lastIndexOf('H61')))).members).toHaveLength(5_000)
})

test('without a heading row it says which columns it needs', async () => {
  const { vi } = await said(csv('code,name\nH61.1,a\n'))
  expect(vi).toBe(
    "Danh sách cơ quan 'danh-sach.csv': Không tìm thấy dòng tiêu đề có đủ các cột Mã cơ quan, Tên cơ quan, Khối (hoặc code, name, block). Đặt tên cột như vậy rồi chạy lại.",
  )
})

test('a workbook with titles above, numbers as codes of years, and days as Excel keeps them', async () => {
  const rows: CellValue[][] = [
    ['DANH SÁCH CƠ QUAN'],
    [],
    ['STT', 'Mã cơ quan', 'Tên cơ quan', 'Khối', 'Ngày thay đổi', 'Lần kiểm tra tại trụ sở gần nhất'],
    ['I', undefined, 'Khối xã'],
    [{ n: '1' }, 'H61.152', 'UBND phường A', 'Phường', { date: 45_839 }, { n: '2023' }],
  ]
  const bytes = await makeXlsx([
    { name: 'Ghi chú', rows: [['x']] },
    { name: 'DS', rows },
  ])
  const { members } = await readRegister(bytes, 'ds.xlsx', OPTIONS)
  expect(members).toEqual([
    { code: 'H61.152', name: 'UBND phường A', block: 'commune', changedOn: '2025-07-01', lastOnSite: 2023 },
  ])
})

test('what is no workbook is refused with the reason', async () => {
  const { en } = await said(readRegister(Buffer.from('%PDF-1.4 …'), 'ds.xlsx', OPTIONS))
  expect(en).toMatch(/^The register 'ds\.xlsx': The file is a PDF; a list must be XLSX or CSV\./)
})
