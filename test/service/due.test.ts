import { describe, expect, test } from 'vitest'
import { dueAt, type Plan } from '../../src/service/schedule.ts'

const PLAN: Plan = { recheckDay: '01-02', recheckHour: 7, noticeHour: 6 }

describe('what is due', () => {
  // 07:00 in Vietnam is 00:00 UTC of the same day.
  test.each([
    ['2027-01-01T16:59:59.999Z', undefined, '2027-01-01'],
    ['2027-01-01T17:00:00Z', undefined, undefined],
    ['2027-01-01T22:59:59Z', undefined, undefined],
    ['2027-01-01T23:00:00Z', undefined, '2027-01-02'],
    ['2027-01-01T23:59:59.999Z', undefined, '2027-01-02'],
    ['2027-01-02T00:00:00Z', 2027, '2027-01-02'],
    ['2027-01-02T16:59:59Z', 2027, '2027-01-02'],
    ['2027-01-02T17:00:00Z', 2027, undefined],
    ['2027-12-31T16:59:59Z', 2027, '2027-12-31'],
    ['2027-12-31T17:00:00Z', undefined, undefined],
  ])('at %s: the re-check of %s, the notices of %s', (instant, recheckYear, noticesOn) => {
    expect(dueAt(new Date(instant), PLAN)).toMatchObject({ recheckYear, noticesOn })
  })

  test('whoever looks again after what it says misses nothing, in a whole year', () => {
    const seen = new Map<string, string>()
    for (let at = Date.parse('2027-06-01T03:21:09.123Z'); at < Date.parse('2028-05-31T00:00:00Z'); ) {
      const { recheckYear, noticesOn, nextMs } = dueAt(new Date(at), PLAN)
      for (const run of [recheckYear, noticesOn])
        if (run !== undefined && !seen.has(String(run))) seen.set(String(run), new Date(at).toISOString())
      at += nextMs
    }
    expect(seen.get('2028')).toBe('2028-01-02T00:00:00.000Z')
    expect(seen.get('2028-02-29')).toBe('2028-02-28T23:00:00.000Z')
    expect([...seen.keys()].filter((run) => run.length === '2027-06-01'.length)).toHaveLength(366)
  })
})
