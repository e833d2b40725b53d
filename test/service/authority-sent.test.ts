import { expect, test } from 'vitest'
import { makeXlsx } from '../../fixtures/catalogues/xlsx-file.ts'
import { catalogueOf } from '../../src/intake/catalogue/authority-catalogue.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { filesOf } from '../../src/service/authority-files.ts'

const list = (code: string) => ({ name: 'ds.csv', bytes: Buffer.from(`Mã TTHC,Tên thủ tục\n${code},Đăng ký\n`) })
const sent = (code: string) => filesOf({ catalogue: list(code) }).catalogue

test('a list for all agencies that is sent with each of them is taken as the same, until it changes', () => {
  const first = sent('1.000001')
  expect(sent('1.000001')).toBe(first)
  expect(sent('1.000002')).not.toBe(first)
})

test('a list that could not be read in time is read again by who asks next', async () => {
  const rows = [
    ['Mã TTHC', 'Tên thủ tục hành chính'],
    ['1.000003', 'Đăng ký'],
  ]
  const given = { name: 'ds.xlsx', bytes: await makeXlsx([{ name: 'A', rows }]) }
  const read = (milliseconds: number) => {
    let now = 0
    const options = { limits: { ...DEFAULT_LIMITS, milliseconds }, stopwatch: () => (now += 10) }
    return catalogueOf(given, { code: 'H61.12', name: 'Sở Tư pháp' }, '2026-11-01', options)
  }
  await expect(read(1)).rejects.toMatchObject({ code: expect.any(String) })
  expect(await read(60_000)).toMatchObject({ source: 'authority' })
})
