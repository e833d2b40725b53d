import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergedSheets, withChosen } from '../../src/browser/visit/draft.ts'
import type { VisitSheet } from '../../src/dossier/visit.ts'

const sheet = (items: VisitSheet['items'], head: VisitSheet['head'] = {}): VisitSheet => ({ head, items })
const WRITTEN = { '1a': { by: 'an', on: '2026-05-10T02:00:00.000Z' } }

describe('what two inspectors write of one sheet', () => {
  test('of different items, and of different boxes of one item, is put together', () => {
    const base = sheet({ '1a': { found: 'Trước' } })
    const mine = sheet({ '1a': { found: 'Trước', verdict: 'met' }, '1b': { found: 'Của tôi' } })
    const theirs = sheet({ '1a': { found: 'Trước', grounds: ['interview'] }, '2c': { found: 'Của bạn' } })
    expect(mergedSheets(base, mine, theirs, WRITTEN)).toEqual({
      sheet: sheet({
        '1a': { found: 'Trước', verdict: 'met', grounds: ['interview'] },
        '1b': { found: 'Của tôi' },
        '2c': { found: 'Của bạn' },
      }),
      both: [],
    })
  })

  test('of one box otherwise stands twice, each under its name, until one is chosen', () => {
    const base = sheet({ '1a': { found: 'Trước' } })
    const mine = sheet({ '1a': { found: 'Đã niêm yết', verdict: 'met' } })
    const theirs = sheet({ '1a': { found: 'Chưa niêm yết', remark: 'Xem lại' } })
    const { sheet: both, both: places } = mergedSheets(base, mine, theirs, WRITTEN)
    expect(places).toEqual(['1a'])
    const item = both.items['1a'] ?? expect.unreachable()
    expect(item).toMatchObject({
      found: 'Đã niêm yết',
      verdict: 'met',
      others: [{ by: 'an', entry: { found: 'Chưa niêm yết', remark: 'Xem lại' } }],
    })
    expect(withChosen(item, 0, 'theirs')).toEqual({ found: 'Chưa niêm yết', remark: 'Xem lại' })
    expect(withChosen(item, 0, 'mine').found).toBe('Đã niêm yết')
    expect(withChosen(item, 0, 'both')).toMatchObject({ found: 'Đã niêm yết\nChưa niêm yết', verdict: 'met' })
    // Told once more, it is not there twice.
    expect(mergedSheets(base, both, theirs, WRITTEN).sheet.items['1a']?.others).toHaveLength(1)
  })

  test('photos of both are kept', () => {
    const paper = (name: string) => ({ sha256: name.repeat(64).slice(0, 64), bytes: 1, name })
    const merged = mergedSheets(
      sheet({ '1a': { papers: [paper('a')] } }),
      sheet({ '1a': { papers: [paper('a'), paper('b')] } }),
      sheet({ '1a': { papers: [paper('a'), paper('c')] } }),
    )
    expect(merged.sheet.items['1a']?.papers?.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c'])
  })

  test('nothing that anybody typed is lost, whatever both typed', () => {
    const text = fc.constantFrom(undefined, 'một', 'hai', 'ba')
    const item = fc.record({ found: text, remark: text }).map(({ found, remark }) => ({
      ...(found !== undefined && { found }),
      ...(remark !== undefined && { remark }),
    }))
    fc.assert(
      fc.property(item, item, item, (base, mine, theirs) => {
        const { sheet: merged } = mergedSheets(sheet({ '1a': base }), sheet({ '1a': mine }), sheet({ '1a': theirs }))
        const said = JSON.stringify(merged)
        for (const key of ['found', 'remark'] as const) {
          if (mine[key] !== undefined && mine[key] !== base[key]) expect(merged.items['1a']?.[key]).toBe(mine[key])
          if (theirs[key] !== undefined && theirs[key] !== base[key]) expect(said).toContain(theirs[key])
        }
      }),
    )
  })
})

test('texts of the visit as a whole stand one under the other', () => {
  const { sheet: merged, both } = mergedSheets(
    sheet({}, { proposals: 'a' }),
    sheet({}, { proposals: 'b', place: 'Trụ sở' }),
    sheet({}, { proposals: 'c', decisionNumber: '12/QĐ' }),
  )
  expect(merged.head).toEqual({ proposals: 'b\nc', place: 'Trụ sở', decisionNumber: '12/QĐ' })
  expect(both).toEqual(['proposals'])
})
