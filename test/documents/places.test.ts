import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesSeen } from '../../src/documents/places.ts'

const lines = (...texts: string[]) => texts.map((text) => ({ text, cells: [text] }))
const markedIn = (seen: ReturnType<typeof linesSeen>) =>
  seen.lines.flatMap(({ pieces }) => pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text))

describe('the lines of a paper', () => {
  const decision = lines(
    'Số: 88/QĐ-STP',
    'Điều 1. Công bố Hệ thống quản lý chất lượng phù hợp',
    'TCVN ISO 9001:2015 của Sở.',
  )

  test('are shown with what was read in them marked, over lines and whatever the spaces', () => {
    expect(markedIn(linesSeen(decision, [{ quote: '88/QÐ-STP' }]))).toEqual(['88/QĐ-STP'])
    expect(markedIn(linesSeen(decision, [{ quote: 'phù  hợp TCVN ISO 9001:2015' }]))).toEqual([
      'phù hợp',
      'TCVN ISO 9001:2015',
    ])
    expect(markedIn(linesSeen(decision, [{ quote: 'Công bố … của Sở' }]))).toEqual(['Công bố', 'của Sở'])
  })

  test('are shown with nothing marked where a part of the words does not stand there', () => {
    expect(markedIn(linesSeen(decision, [{ quote: 'Công bố … của Ban' }, { quote: '' }]))).toEqual([])
  })

  test('of a sheet are marked by the cell where the words are none of the text', () => {
    const sheet = [
      { text: 'Mã Tên', cells: ['Mã', 'Tên'], cell: 'Danh mục!A1' },
      { text: '2.000635 Khai sinh', cells: ['2.000635', 'Khai sinh'], cell: 'Danh mục!A2' },
    ]
    const seen = linesSeen(sheet, [{ quote: '2000635', cell: 'Danh mục!A2' }])
    expect(seen.lines.map(({ cell, pieces }) => [cell, pieces.some(({ isMarked }) => isMarked)])).toEqual([
      ['Danh mục!A1', false],
      ['Danh mục!A2', true],
    ])
  })

  test('of a long paper are those around the first mark, and how many are left out is told', () => {
    const long = lines(...Array.from({ length: 500 }, (_, at) => `dòng số ${at};`))
    const seen = linesSeen(long, [{ quote: 'dòng số 300;' }])
    expect([seen.before, seen.lines.length, seen.after]).toEqual([260, 120, 120])
    expect(markedIn(seen)).toEqual(['dòng số 300;'])
    expect(linesSeen(long, [])).toMatchObject({ before: 0, after: 380 })
    const huge = linesSeen(lines(...Array.from({ length: 9 }, () => 'x'.repeat(20_000))), [])
    expect(huge.lines.length).toBeLessThan(3)
  })

  test('say the same whatever is marked in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 8 }), fc.array(fc.string()), (texts, quotes) => {
        const { lines: shown } = linesSeen(
          lines(...texts),
          quotes.map((quote) => ({ quote })),
        )
        expect(shown.map(({ pieces }) => pieces.map(({ text }) => text).join(''))).toEqual(texts)
      }),
    )
  })
})
