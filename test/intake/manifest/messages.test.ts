import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toIso } from '../../../src/core/days.ts'
import { dateHint } from '../../../src/intake/manifest/expected.ts'
import { MANIFEST_REFUSALS } from '../../../src/intake/refusals/manifest.ts'
import { problemLine } from '../../../src/intake/refusals/refusal.ts'

describe('a problem as one sentence', () => {
  const problem = {
    pointer: '/internalAudits/0/from',
    line: 14,
    found: "'30/02/2026'",
    expected: dateHint('30/02/2026'),
  }

  it('says where, what was found, what was expected and what to do', () => {
    expect(problemLine(problem, 'manifest.json', 'vi')).toBe(
      "manifest.json dòng 14: internalAudits[0].from là '30/02/2026', không có ngày này. Ghi theo dạng 2026-02-28.",
    )
    expect(problemLine(problem, 'manifest.json', 'en')).toBe(
      "manifest.json line 14: internalAudits[0].from is '30/02/2026', there is no such day. Write it like 2026-02-28.",
    )
  })

  it('does without the parts that are not known', () => {
    const expected = { vi: 'thiếu dấu phẩy.', en: 'a comma is missing.' }
    expect(problemLine({ found: '', expected }, 'm.json', 'vi')).toBe('m.json: thiếu dấu phẩy.')
    expect(problemLine({ line: 2, found: "'x'", expected }, 'm.json', 'vi')).toBe(
      "m.json dòng 2: gặp 'x', thiếu dấu phẩy.",
    )
    expect(problemLine({ pointer: '/a/1/b~1c', found: '', expected }, 'm.json', 'en')).toBe(
      'm.json: a[1].b/c: a comma is missing.',
    )
  })
})

describe('a date that is not written as it must be', () => {
  const day = fc.integer({ min: -25_567, max: 84_000 }).map(toIso)

  it.each([
    ['day first', (y: string, m: string, d: string) => `${d}/${m}/${y}`],
    ['without leading zeros', (y: string, m: string, d: string) => `${Number(d)}-${Number(m)}-${y}`],
    ['with dots', (y: string, m: string, d: string) => `${d}.${m}.${y}`],
    ['year first', (y: string, m: string, d: string) => `${y}/${Number(m)}/${Number(d)}`],
    ['in words', (y: string, m: string, d: string) => `Ngày ${d} tháng ${m} năm ${y}`],
  ])('%s: comes back as the same day', (_, write) => {
    fc.assert(
      fc.property(day, (iso) => {
        const [y = '', m = '', d = ''] = iso.split('-')
        expect(dateHint(write(y, m, d)).vi).toContain(`Ghi theo dạng ${iso}.`)
      }),
    )
  })

  it.each([
    ['31/11/2026', 'không có ngày này. Ghi theo dạng 2026-11-30.'],
    ['29/02/2027', 'không có ngày này. Ghi theo dạng 2027-02-28.'],
    ['2026-13-01', 'không có ngày này. Ghi theo dạng 2026-02-28.'],
    ['1026-03-05', 'năm phải từ 1900 đến 2200.'],
    ['quý I', 'không phải ngày tháng.'],
    ['2026-03-05T00:00:00Z', 'không phải ngày tháng.'],
  ])('%s: %s', (written, said) => {
    expect(dateHint(written).vi).toContain(said)
  })
})

it('every refusal of a manifest says why and what to do, in both languages', () => {
  for (const { message, remedy } of Object.values(MANIFEST_REFUSALS)) {
    for (const text of [message, remedy]) {
      expect(text.vi).toMatch(/[ạ-ỹàáâãèéêìíòóôõùúýăđĩũơư]/i)
      expect(text.vi.match(/\{\w+\}/g)).toEqual(text.en.match(/\{\w+\}/g))
    }
  }
})
