import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../src/core/json.ts'
import { readAuthorityCatalogue } from '../../../src/intake/catalogue/authority-catalogue.ts'
import { OPTIONS, readFiles, refusalOf } from './reading.ts'

const CSV = 'Mã TTHC,Tên thủ tục hành chính\n1.000001.000.00.00.H61,Trong tệp\n1.000002,Chỉ trong tệp\n'
const INLINE = [
  { code: '1.000003', name: 'Chỉ trong bảng kê' },
  { code: '1.000001', name: 'Trong bảng kê' },
]

function bundle(catalogue: object, files: Record<string, string> = {}) {
  const agency = { code: 'H61.12', name: 'Sở Tư pháp', block: 'department', province: 'H61', heads: [] }
  const manifest = {
    format: 'qms-bundle/1',
    agency,
    assessmentYear: 2026,
    catalogue: { asOf: '2026-09-30', ...catalogue },
  }
  return readFiles({ 'manifest.json': JSON.stringify(manifest), 'a.txt': 'a', ...files })
}

describe("the agency's catalogue", () => {
  it('is the list of the manifest', async () => {
    const decision = { number: '1247/QĐ-UBND', signedOn: '2026-01-20' }
    const { catalogue } = await bundle({ decision, procedures: INLINE })
    expect(catalogue).toEqual({
      source: 'agency',
      sha256: null,
      decision,
      asOf: '2026-09-30',
      procedures: INLINE,
      origin: [{ pointer: '/catalogue/procedures/0' }, { pointer: '/catalogue/procedures/1' }],
    })
  })

  it('is the list of the file, each with its row', async () => {
    const { catalogue, notices, unnamedFiles } = await bundle({ file: './dm.csv' }, { 'dm.csv': CSV })
    expect(catalogue.procedures?.map(({ code }) => code)).toEqual(['1.000001.000.00.00.H61', '1.000002'])
    expect(catalogue.origin).toEqual([
      { file: 'dm.csv', row: 2 },
      { file: 'dm.csv', row: 3 },
    ])
    expect(catalogue.sha256).toBe(sha256(CSV))
    expect(notices).toEqual([])
    expect(unnamedFiles).toEqual(['a.txt'])
  })

  it('is both, a code given twice being taken from the manifest', async () => {
    const { catalogue } = await bundle({ file: 'dm.csv', procedures: INLINE }, { 'dm.csv': CSV })
    expect(catalogue.procedures?.map(({ name }) => name)).toEqual([
      'Chỉ trong bảng kê',
      'Trong bảng kê',
      'Chỉ trong tệp',
    ])
    expect(catalogue.origin[2]).toEqual({ file: 'dm.csv', row: 3 })
  })

  it.each([
    ['cannot be read', { 'dm.csv': 'không có tiêu đề\n' }, 'catalogue-unread'],
    ['is not there', {}, 'catalogue-absent'],
  ])('stays the list of the manifest, and tells, when the file %s', async (_, files, code) => {
    const { catalogue, notices } = await bundle({ file: 'dm.csv', procedures: INLINE }, files)
    expect(catalogue.procedures).toEqual(INLINE)
    expect(catalogue.sha256).toBe(null)
    expect(notices.map((notice) => [notice.code, notice.file])).toEqual([[code, 'dm.csv']])
    const alone = await bundle({ file: 'dm.csv' }, files)
    expect(alone.catalogue).not.toHaveProperty('procedures')
  })
})

describe("the authority's catalogue", () => {
  const read = (text: string, name: string) => readAuthorityCatalogue(Buffer.from(text), name, OPTIONS)

  it('may be a list', async () => {
    expect(await read(CSV, 'danh-muc-tinh.csv')).toMatchObject({
      source: 'authority',
      sha256: sha256(CSV),
      procedures: [{ code: '1.000001.000.00.00.H61' }, { code: '1.000002' }],
      origin: [{ file: 'danh-muc-tinh.csv', row: 2 }, { row: 3 }],
    })
  })

  it('may be JSON', async () => {
    const text = JSON.stringify({ asOf: '2026-10-01', procedures: INLINE })
    const { source, asOf, procedures, origin } = await read(text, 'danh-muc.json')
    expect({ source, asOf, procedures }).toEqual({ source: 'authority', asOf: '2026-10-01', procedures: INLINE })
    expect(origin).toHaveLength(2)
  })

  it.each([
    [
      'a.json',
      '{ "procedures": [{ "code": "1.000001", "nmae": "x" }] }',
      ['/procedures/0/name', '/procedures/0/nmae'],
      'nội dung',
    ],
    ['a.json', '{ "file": "x.csv", "procedures": [] }', ['/file'], 'nội dung'],
    ['a.json', '{ "procedures": [] ', [undefined], 'cú pháp'],
    ['a.json', '[]', [], 'mục procedures'],
    ['a.json', '', [], 'trống'],
    ['a.csv', 'x,y\n1,2\n', [], 'a.csv'],
  ])('%s holding %j is refused and told why', async (name, text, pointers, word) => {
    const refusal = await refusalOf(read(text, name))
    expect(refusal.code).toBe('catalogue-invalid')
    expect((refusal.problems ?? []).map(({ pointer }) => pointer)).toEqual(pointers)
    expect(refusal.text.vi).toContain(word)
    expect(`${refusal.text.vi}${refusal.text.en}`).not.toMatch(/\{\w+\}|undefined|manifest/)
  })

  it('is refused when it is too large', async () => {
    const options = { ...OPTIONS, limits: { ...OPTIONS.limits, manifestJsonBytes: 100 } }
    const refusal = await refusalOf(readAuthorityCatalogue(Buffer.alloc(101, ' '), 'a.json', options))
    expect(refusal.code).toBe('catalogue-invalid')
    expect(refusal.text.vi).toContain('quá lớn')
  })
})
