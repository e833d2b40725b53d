import { describe, expect, test } from 'vitest'
import { type NationCounts, nationCounts, PROVINCE } from './support/nation.ts'

const YEARS = [1, 12, 24] as const
const found = new Map<number, NationCounts>()
for (const years of YEARS) found.set(years, await nationCounts({ agencies: 200, provinces: 10, years }))
const of = (years: number) => found.get(years) ?? expect.unreachable()

describe('what is asked of the store for 200 agencies', () => {
  test.each(YEARS)('a list of verdicts costs one listing and one read, over %i years', (years) => {
    expect(of(years).list).toEqual({ reads: 1, writes: 0, listings: 1 })
  })

  test.each([12, 24])(
    'the latest verdict costs its entry, a re-check of its year, and the document, over %i years',
    (years) => {
      expect(of(years).latest).toEqual({ reads: 3, writes: 0, listings: 1 })
    },
  )

  test.each(YEARS)('the agencies of a province cost one listing, over %i years', (years) => {
    expect(of(years).agencies).toEqual({ reads: 0, writes: 0, listings: 1 })
  })

  test('screening and re-checking an agency, and the notices of all, ask no more after 24 years than after 12', () => {
    expect(of(24).screen).toEqual(of(12).screen)
    expect(of(24).recheck).toEqual(of(12).recheck)
    const { reads, writes } = of(24).notices
    expect([reads, writes]).toEqual([of(12).notices.reads, 0])
    expect(reads).toBeLessThanOrEqual(3 * 200)
  })

  test('nothing that concerns a province reads what is another’s', () => {
    const foreign = of(12).asked.filter((key) => /H\d\d/.test(key) && !key.includes(PROVINCE))
    expect(foreign).toEqual([])
    expect(of(12).asked.filter((key) => key === 'agencies/' || key === '')).toEqual([])
  })

  test('the table', () => {
    const rows = YEARS.flatMap((years) =>
      Object.entries(of(years)).flatMap(([name, counts]) =>
        'reads' in counts ? [`${name} ${years}: ${counts.reads} ${counts.writes} ${counts.listings}`] : [],
      ),
    )
    expect(rows).toMatchInlineSnapshot(`
      [
        "list 1: 1 0 1",
        "latest 1: 2 0 1",
        "agencies 1: 0 0 1",
        "notices 1: 201 0 1",
        "recheck 1: 6 4 3",
        "screen 1: 2 0 2",
        "list 12: 1 0 1",
        "latest 12: 3 0 1",
        "agencies 12: 0 0 1",
        "notices 12: 400 0 5",
        "recheck 12: 9 5 3",
        "screen 12: 2 0 2",
        "list 24: 1 0 1",
        "latest 24: 3 0 1",
        "agencies 24: 0 0 1",
        "notices 24: 400 0 10",
        "recheck 24: 9 5 3",
        "screen 24: 2 0 2",
      ]
    `)
  })
})
