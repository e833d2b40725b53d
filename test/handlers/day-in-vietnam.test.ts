import { describe, expect, test } from 'vitest'
import { dayInVietnam } from '../../src/core/days.ts'

describe('dayInVietnam', () => {
  test.each([
    ['2026-03-05T16:59:59Z', '2026-03-05'],
    ['2026-03-05T16:59:59.999Z', '2026-03-05'],
    ['2026-03-05T17:00:00Z', '2026-03-06'],
    ['2026-03-06T00:00:00+07:00', '2026-03-06'],
    ['2026-03-05T23:59:59+07:00', '2026-03-05'],
    ['2025-12-31T17:00:00.000Z', '2026-01-01'],
    ['2028-02-28T17:00:00Z', '2028-02-29'],
    ['2026-06-30T16:59:59Z', '2026-06-30'],
  ])('%s is in the day %s', (instant, day) => expect(dayInVietnam(instant)).toBe(day))

  test('agrees with the time zone database at every hour of a year', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
    for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 3_600_000)
      expect(dayInVietnam(new Date(ms).toISOString())).toBe(zone.format(ms))
  })

  test('refuses what is no instant', () => expect(() => dayInVietnam('hôm nay')).toThrow(RangeError))
})
