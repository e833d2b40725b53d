import { expect, test } from 'vitest'
import { nationCounts, PROVINCE } from './support/nation.ts'

/** The nation as it is: what concerns one agency or one province must cost what it costs among 200. */
test('what is asked of the store for 15,000 agencies over 12 years', { timeout: 300_000 }, async () => {
  const { asked, ...counts } = await nationCounts({ agencies: 15_000, provinces: 34, years: 12 })
  const rows = Object.entries(counts).map(([name, one]) => `${name}: ${one.reads} ${one.writes} ${one.listings}`)
  expect(rows).toMatchInlineSnapshot(`
    [
      "list: 1 0 1",
      "latest: 3 0 1",
      "agencies: 0 0 1",
      "notices: 30000 0 346",
      "recheck: 9 5 3",
      "screen: 2 0 2",
    ]
  `)
  expect(asked.filter((key) => /H\d\d/.test(key) && !key.includes(PROVINCE))).toEqual([])
})
