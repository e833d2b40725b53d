import { existsSync, readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { expect, it, test } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import { readAuthorityRecords, recordOf } from '../../src/intake/authority-record.ts'
import {
  catalogueOf,
  isFileOf,
  type NamedFile,
  type PerAgency,
} from '../../src/intake/catalogue/authority-catalogue.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'

const OPTIONS = { limits: DEFAULT_LIMITS, stopwatch: () => 0 }
const file = (name: string, text: string): NamedFile => ({ name, bytes: Buffer.from(text) })
const folder = (...files: NamedFile[]): PerAgency => ({
  of: async (code) => files.filter(({ name }) => isFileOf(name, code)),
})
const justice = { code: 'H61.12', name: 'Sở Tư pháp tỉnh Vĩnh Long', block: 'department' }
const commune = { code: 'H61.152', name: 'UBND xã Tân Phú', block: 'commune' }
const codesOf = async (given: PerAgency, agency = justice, asOf = '2026-11-01') =>
  (await catalogueOf(given, agency, asOf, OPTIONS))?.procedures?.map(({ code }) => code)

const ALL = `Mã TTHC,Tên thủ tục,Mã cơ quan,Cơ quan thực hiện
1.000001,Một,H61.12,
1.000002,Hai,000.00.12.H61,Sở Nội vụ
1.000003,Ba,,Sở Tư pháp
1.000004,Bốn,,SỞ TƯ PHÁP; Sở Nội vụ
1.000005,Năm,H61.13,Sở Tư pháp
1.000006,Sáu,,Ủy ban nhân dân cấp xã
1.000007,Bảy,,Sở Tư pháp tỉnh An Giang
1.000008,Tám,,
`

it('of one list with a column of the agency takes the rows of the agency: by code, else by name', async () => {
  const list = file('tinh.csv', ALL)
  expect(await codesOf(list)).toEqual(['1.000001', '1.000002', '1.000003', '1.000004'])
  expect(await codesOf(list, commune)).toEqual(['1.000006'])
  expect(await codesOf(list, { ...justice, code: 'H61.99', name: 'Sở Xây dựng' })).toBeUndefined()
  expect((await catalogueOf(list, justice, '2026-11-01', OPTIONS))?.origin).toMatchObject([
    { row: 2 },
    { row: 3 },
    { row: 4 },
    { row: 5 },
  ])
})

it('of one list without such a column takes all rows', async () => {
  expect(await codesOf(file('a.csv', 'Mã TTHC,Tên thủ tục\n1.000001,Một\n'))).toEqual(['1.000001'])
})

it('of a folder takes the newest list of the agency by the day, and tells since when a procedure has been listed', async () => {
  const head = 'Mã TTHC,Tên thủ tục\n'
  const given = folder(
    file('H61.12_2025-01-15.csv', `${head}1.000001,Một\n`),
    file('H61.12_2026-02-01.csv', `${head}1.000001.000.00.00.H61,Một\n1.000002,Hai\n`),
    file('H61.12_2027-01-01.csv', `${head}1.000009,Chín\n`),
    file('H61.12.5.csv', `${head}1.000008,Tám\n`),
  )
  const list = await catalogueOf(given, justice, '2026-11-01', OPTIONS)
  expect(list?.procedures?.map(({ code }) => code)).toEqual(['1.000001.000.00.00.H61', '1.000002'])
  expect(list).toMatchObject({
    asOf: '2026-02-01',
    firstListed: { '1.000001': '2025-01-15', '1.000002': '2026-02-01' },
  })
  const before = await catalogueOf(given, justice, '2025-06-01', OPTIONS)
  expect(before?.procedures).toHaveLength(1)
  expect(before?.firstListed).toBeUndefined()
  expect(before?.sha256).not.toBe(list?.sha256)
  expect(await codesOf(given, { ...justice, code: 'H61.13' })).toBeUndefined()
})

const REAL = '../shared/data/tthc-defence-207.csv'
test.skipIf(!existsSync(REAL))('an export of the national portal is taken as it is', async () => {
  const list = await catalogueOf({ name: 'tthc.csv', bytes: readFileSync(REAL) }, justice, '2026-11-01', OPTIONS)
  expect(list?.procedures).toHaveLength(207)
})

const RECORD = { agency: 'H61.12', noticeReceivedOn: null, earlierFindings: [{ id: 'A1', raisedOn: '2026-01-05' }] }

it('reads a record of one agency, of several in one file, of a folder', async () => {
  const one = file('H61.12.json', JSON.stringify(RECORD))
  expect((await recordOf(one, '000.00.12.H61', OPTIONS))?.record).toEqual(RECORD)
  expect(await recordOf(one, 'H61.13', OPTIONS)).toBeUndefined()
  const many = file('ban-ghi.json', JSON.stringify({ records: [{ agency: 'H61.13' }, RECORD] }))
  expect((await recordOf(many, 'H61.12', OPTIONS))?.record).toEqual(RECORD)
  expect((await recordOf(folder(one), 'H61.12', OPTIONS))?.record).toEqual(RECORD)
})

it('refuses a file that is named after an agency and holds another', async () => {
  const other = folder(file('H61.12.json', JSON.stringify({ agency: 'H61.13' })))
  await expect(recordOf(other, 'H61.12', OPTIONS).catch((error) => error.text.vi)).resolves.toMatch(
    /tên tệp là của cơ quan H61\.12, nhưng bản ghi bên trong là của H61\.13/,
  )
})

it.each([
  ['an unknown key, with the nearest', { agency: 'H61.12', noticeRecievedOn: null }, /noticeReceivedOn/],
  ['a day that does not exist', { agency: 'H61.12', noticeReceivedOn: '2026-02-30' }, /noticeReceivedOn.*2026-02-30/s],
  ['two records of one agency', { records: [RECORD, RECORD] }, /H61\.12/],
])('refuses %s', async (_, value, told) => {
  const reading = recordOf(file('ban-ghi.json', JSON.stringify(value)), 'H61.12', OPTIONS)
  await expect(reading).rejects.toThrow(InputError)
  await expect(reading.catch((error) => error.text.vi)).resolves.toMatch(told)
})

it('reads a workbook with a sheet for each kind of entry', async () => {
  const bytes = await workbook({
    'Kiểm tra tại trụ sở': [
      ['Mã cơ quan', 'Ngày ký Biên bản', 'Số nội dung chưa đáp ứng', 'Ngày nhận báo cáo khắc phục'],
      ['H61.12', '15/4/2026', '2', ''],
      ['H61.13', 'Không có', '', ''],
    ],
    'Văn bản đã nhận': [
      ['Mã cơ quan', 'Ngày nhận báo cáo', 'Ngày nhận thông báo công bố'],
      ['H61.12', '07/10/2026', 'Không có'],
    ],
    'Tài liệu đã xem': [
      ['Mã cơ quan', 'Quy tắc', 'Số, ký hiệu', 'Ngày ký', 'Cách xem', 'Ngày xem', 'Người xem'],
      ['H61.12', 'declaration-in-force', '88/QĐ-STP', '02/4/2024', 'Bản giấy', '20/10/2026', 'Lê Văn An'],
    ],
    'Kết luận': [
      ['Mã cơ quan', 'Quy tắc', 'Mục', 'Kết luận', 'Ngày', 'Người kết luận', 'Lý do'],
      ['H61.12', 'shared-process-similar', 'QT-1', 'Chưa đạt', '20/10/2026', 'Lê Văn An', 'Không tương tự'],
    ],
  })
  const given = { name: 'ban-ghi.xlsx', bytes }
  expect((await recordOf(given, 'H61.12', OPTIONS))?.record).toEqual({
    agency: 'H61.12',
    onSiteInspection: { recordSignedOn: '2026-04-15', findings: 2 },
    statusReport: { receivedOn: '2026-10-07' },
    noticeReceivedOn: null,
    papersSeen: [
      {
        ...{ rule: 'declaration-in-force', number: '88/QĐ-STP', signedOn: '2024-04-02', how: 'paper' },
        ...{ seenOn: '2026-10-20', by: 'Lê Văn An' },
      },
    ],
    decisions: [
      {
        ...{ rule: 'shared-process-similar', item: 'QT-1', outcome: 'fail', on: '2026-10-20' },
        ...{ by: 'Lê Văn An', reason: 'Không tương tự' },
      },
    ],
  })
  expect((await recordOf(given, 'H61.13', OPTIONS))?.record).toEqual({ agency: 'H61.13', onSiteInspection: null })
})

it('tells the cell of a workbook that it does not understand', async () => {
  const bytes = await workbook({
    'Văn bản đã nhận': [
      ['Mã cơ quan', 'Ngày nhận báo cáo'],
      ['H61.12', '31/02/2026'],
    ],
  })
  const reading = recordOf({ name: 'ban-ghi.xlsx', bytes }, 'H61.12', OPTIONS)
  await expect(reading.catch((error) => error.text.vi)).resolves.toMatch(/B2 \(Ngày nhận báo cáo\): '31\/02\/2026'/)
})

async function workbook(sheets: Record<string, string[][]>): Promise<Uint8Array> {
  return writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) })
}

test('a record larger than a manifest may be is not read', async () => {
  const options = { ...OPTIONS, limits: { ...DEFAULT_LIMITS, manifestJsonBytes: 60 } }
  const read = (text: string) => readAuthorityRecords(file('ban-ghi.json', text), options)
  expect(await read('{"agency":"H61.12"}')).toMatchObject([{ agency: 'H61.12' }])
  await expect(read(`{"agency":"H61.12"}${' '.repeat(60)}`)).rejects.toMatchObject({
    ...{ name: 'InputError', text: { en: expect.stringContaining('the file is too large') } },
  })
})
