import { expect, test } from 'vitest'
import { millisecondAfter, utcInstant } from '../../src/core/days.ts'

test.each(['2026-03-05T02:00:00Z', '2026-03-05T02:00:00.000Z', '2026-03-05T09:00:00+07:00'])(
  '%s is written in one form',
  (instant) => expect(utcInstant(instant)).toBe('2026-03-05T02:00:00.000Z'),
)

test('what is no instant is refused', () => expect(() => utcInstant('hôm qua')).toThrow(RangeError))

test('a millisecond later may be another year', () => {
  expect(millisecondAfter('2026-12-31T23:59:59.999Z')).toBe('2027-01-01T00:00:00.000Z')
  expect(() => millisecondAfter('hôm qua')).toThrow(RangeError)
})
