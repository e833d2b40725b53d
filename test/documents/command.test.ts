import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../src/intake/manifest-xlsx/workbook.ts'
import { commandLine } from '../cli/command-line.ts'
import { OPTIONS, refusalOf } from '../intake/manifest/reading.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draft-'))
  await cp('fixtures/samples/department-complete/papers/cong-bo', join(folder, 'papers'), { recursive: true })
  await writeFile(join(folder, 'papers', 'to-trinh.txt'), 'TỐI MẬT\nTờ trình về phương án Sao Khuê\n')
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe('qms-verdict draft', () => {
  it('tells each value with how sure it is and where it stands', async () => {
    const { status, stdout } = await commandLine.run(['draft', 'papers'], folder)
    expect(status).toBe(0)
    expect(stdout).toMatch(/declarations\[0\]\.number +88\/QĐ-STP {2}\[chắc chắn, trang 1\]/)
    expect(stdout).toMatch(/declarations\[0\]\.notice\.sentOn +2024-04-04 {2}\[chắc chắn, trang 1\]/)
    expect(stdout).toMatch(/agency\.name +Sở Tư pháp tỉnh Vĩnh Long {2}\[có khả năng, đề nghị kiểm tra, trang \d\]/)
  })

  it('names a stamped paper and shows nothing of it', async () => {
    const { stdout } = await commandLine.run(['draft', 'papers', '--output', 'stamped.json', '--lang', 'en'], folder)
    const written = await readFile(join(folder, 'stamped.json'), 'utf8')
    expect(JSON.parse(written).stamped).toEqual(['to-trinh.txt'])
    expect(stdout).toContain('to-trinh.txt')
    for (const text of [stdout, written]) expect(text).not.toContain('Sao Khuê')
  })

  it('writes a workbook that asks only for what a manifest must have, and keeps the sources apart', async () => {
    await commandLine.run(['draft', 'papers', '--output', 'ho-so.xlsx'], folder)
    const bytes = await readFile(join(folder, 'ho-so.xlsx'))
    const { problems } = await refusalOf(readWorkbook(bytes, 'ho-so.xlsx', OPTIONS))
    expect(problems?.map(({ place }) => place?.heading)).toEqual([
      'Mã cơ quan',
      'Khối cơ quan',
      'Mã tỉnh, thành phố',
      'Năm đánh giá',
    ])
  })

  it('overwrites nothing, and knows two forms', async () => {
    await writeFile(join(folder, 'there.json'), 'kept')
    const there = await commandLine.run(['draft', 'papers', '--output', 'there.json'], folder)
    expect([there.status, await readFile(join(folder, 'there.json'), 'utf8')]).toEqual([2, 'kept'])
    expect(there.stderr).toContain("Đã có tệp 'there.json'; không ghi đè.")
    const other = await commandLine.run(['draft', 'papers', '--output', 'draft.pdf', '--lang', 'en'], folder)
    expect([other.status, other.stdout]).toEqual([2, ''])
    expect(other.stderr).toContain('name a file that ends in .json or .xlsx')
  })

  it('says how it is called', async () => {
    const { status, stderr } = await commandLine.run(['draft'], folder)
    expect(status).toBe(2)
    expect(stderr).toContain('đúng một thư mục tài liệu')
  })
})
