import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOf } from '../../src/browser/builder/draft-steps.ts'
import { type ReadPapers, Sources, withRead } from '../../src/browser/builder/drafted.ts'
import type { Members, Value } from '../../src/browser/builder/field-value.ts'
import { paperMeant, papersNamed } from '../../src/browser/builder/papers.ts'
import { differences, merged, same, withLater, withWorkbook } from '../../src/browser/builder/service-draft.ts'

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('a', 'b', 1, true, null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('x', 'y', 'z'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value
const members = fc.dictionary(fc.constantFrom('p', 'q', 'r'), value, { maxKeys: 3, noNullPrototype: true })

describe('a workbook that comes back', () => {
  const out: Members = { name: 'A', rows: [{ n: 1, day: 'tháng 3' }, { n: 2 }] }

  test('changes the cells that were changed in it, and nothing else', () => {
    const back = { name: 'A', rows: [{ n: 1 }, { n: 5 }, { n: 3 }] }
    const mine: Members = { name: 'B', rows: [{ n: 1, day: 'tháng 3' }, { n: 2 }], more: true }
    const { manifest, both } = withWorkbook(out, mine, back, ['rows/0/day'])
    expect(manifest).toEqual({ name: 'B', rows: [{ n: 1, day: 'tháng 3' }, { n: 5 }, { n: 3 }], more: true })
    expect([both, differences(mine, manifest)]).toEqual([[], ['rows/1/n', 'rows/2']])
  })

  test('tells of what was changed here too, and keeps that', () => {
    const { manifest, both } = withWorkbook(out, { ...out, name: 'B' }, { ...out, name: 'C' }, [])
    expect([manifest.name, both]).toEqual(['B', ['name']])
  })

  test('of which it is not known what it said when it went out is laid over what stands here', () => {
    const mine = { name: 'B', more: { x: 1, y: 2 } }
    expect(withWorkbook(undefined, mine, { name: 'C', more: { y: 3 } }, []).manifest).toEqual({
      name: 'C',
      more: { x: 1, y: 3 },
    })
  })

  test('as it went out changes nothing, whatever stands here by now', () => {
    fc.assert(
      fc.property(members, members, (sent, mine) => {
        expect(withWorkbook(sent, mine, sent, [])).toEqual({ manifest: mine, both: [] })
        expect(differences(sent, sent)).toEqual([])
      }),
    )
  })
})

describe('two changes of one form', () => {
  test('of which one changed nothing come out as the other; the same change is made once', () => {
    fc.assert(
      fc.property(members, members, (base, changed) => {
        expect(merged(base, changed, base)).toEqual({ value: changed, both: [] })
        expect(merged(base, base, changed)).toEqual({ value: changed, both: [] })
        expect(merged(base, changed, changed)).toEqual({ value: changed, both: [] })
      }),
    )
  })

  test('of different members stand both, whatever they are', () => {
    fc.assert(
      fc.property(members, value, value, (base, one, other) => {
        const { value: both, both: places } = merged(base, { ...base, p: one }, { ...base, q: other })
        expect(same(both, { ...base, p: one, q: other })).toBe(true)
        expect(places).toEqual([])
      }),
    )
  })

  test('of which one went on while the other was on its way lose nothing', () => {
    const [sent, now, news] = [draftOf({ p: 1 }), draftOf({ p: 1, q: 2 }), draftOf({ p: 1, r: 3 })] as const
    expect(withLater(sent, now, news).manifest).toEqual({ p: 1, q: 2, r: 3 })
    expect(withLater(sent, sent, news)).toBe(news)
  })

  test('keep rows that both added, give up those that one took away, and tell where both wrote', () => {
    const [a, b, c, d] = [{ n: 'a' }, { n: 'b' }, { n: 'c' }, { n: 'd' }]
    expect(merged([a], [a, b], [a, c]).value).toEqual([a, c, b])
    expect(merged([a, b], [b], [a, b, c]).value).toEqual([b, c])
    expect(merged([a, b], [b], [{ n: 'A' }, b]).value).toEqual([{ n: 'A' }, b])
    expect(merged([a, d], [{ n: 'mine' }, d], [{ n: 'theirs' }, d])).toEqual({
      value: [{ n: 'mine' }, d],
      both: ['/0/n'],
    })
  })
})

const READ: ReadPapers = {
  manifest: {
    agency: { name: 'Sở Tư pháp' },
    declarations: [{ number: '88/QĐ-STP', standard: 'TCVN ISO 9001:2015', file: '88.pdf' }],
    training: [{ people: 12 }],
  },
  sources: [
    { pointer: '/agency/name', value: 'Sở Tư pháp', file: '88.pdf', page: 1, quote: 'SỞ TƯ PHÁP', certainty: 'likely' },
    {
      pointer: '/declarations/0/number',
      value: '88/QĐ-STP',
      file: '88.pdf',
      page: 1,
      quote: 'Số: 88/QĐ-STP',
      certainty: 'certain',
    },
  ],
  doubts: [],
  unread: [],
  unclassified: [],
  stamped: ['mat.pdf'],
}
const page = (n: number) => `trang ${n}`

describe('what was read in papers', () => {
  const paper = { sha256: 'a'.repeat(64), bytes: 1 }
  const before = {
    ...draftOf({ agency: { code: 'H61.12', heads: [] }, training: [{ people: 9 }] }),
    papers: { '88.pdf': paper, 'mat.pdf': paper },
  }

  test('fills in what is blank, and nothing that a person wrote; a stamped paper is gone', () => {
    const after = withRead(before, READ, 'r')
    expect(after.manifest).toEqual({
      agency: { code: 'H61.12', heads: [], name: 'Sở Tư pháp' },
      declarations: READ.manifest.declarations,
      training: [{ people: 9 }],
    })
    expect(Object.keys(after.papers)).toEqual(['88.pdf'])
    expect(withRead(after, READ, 'r').manifest).toEqual(after.manifest)
  })

  test('tells where a value is from while it stands, also in a row that moved; what is not sure until it is confirmed', () => {
    const sources = new Sources(READ)
    const after = withRead(before, READ, 'r')
    const [source] = sources.of(['declarations', 3, 'number'], '88/QĐ-STP', [], page)
    expect(source).toMatchObject({ place: '88.pdf, trang 1', quote: 'Số: 88/QĐ-STP', isOpen: false })
    expect(sources.of(['declarations', 0, 'number'], '89/QĐ-STP', [], page)).toEqual([])
    const [open] = sources.open(after)
    expect(open?.pointer).toBe('/agency/name')
    const confirmed = [open?.id ?? '']
    expect(sources.open({ ...after, confirmed })).toEqual([])
    expect(sources.of(['agency', 'name'], 'Sở Tư pháp', confirmed, page)[0]?.isOpen).toBe(false)
    const renamed: Members = { ...after.manifest, agency: { name: 'Sở khác' } }
    expect(sources.open({ ...after, manifest: renamed })).toEqual([])
  })
})

describe('a paper', () => {
  const PAPERS = ['quy-trinh/QT-02 Kết hôn.docx', 'QT-03 Khai sinh.docx', '88-QĐ-STP.pdf', '89-QĐ-STP.pdf']

  test.each([
    ['ket hon', 'quy-trinh/QT-02 Kết hôn.docx'],
    ['QT-02', 'quy-trinh/QT-02 Kết hôn.docx'],
    ['88 qd', '88-QĐ-STP.pdf'],
    ['khai', 'QT-03 Khai sinh.docx'],
  ])('is found by %s', (typed, path) => {
    expect(papersNamed(PAPERS, typed, 8)[0]).toBe(path)
  })

  test.each([
    ['QT-02 Ket hon', 'quy-trinh/QT-02 Kết hôn.docx'],
    ['QT-03 Khai sihn.pdf', 'QT-03 Khai sinh.docx'],
    ['88-QĐ-STP.docx', '88-QĐ-STP.pdf'],
    ['87-QĐ-STP.pdf', undefined],
    ['88-QĐ-STP.pdf', undefined],
    ['', undefined],
  ])('is meant by %s: %s', (name, path) => {
    expect(paperMeant(PAPERS, name)).toBe(path)
  })
})
