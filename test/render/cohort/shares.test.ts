import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactShare, roundedShare, roundedShareText } from '../../../src/render/province/context.ts'

test.each([
  [307 / 322, '95,34%', '95%'],
  [33 / 166, '19,88%', '20%'],
  [0.29, '29%', '29%'],
  [1, '100%', '100%'],
  [0, '0%', '0%'],
])('%d is printed %s, rounded %s', (share, exact, rounded) => {
  expect([exactShare(share, 'vi'), roundedShareText(share)]).toEqual([exact, rounded])
})

test('a share never looks like the limit it is not', () => {
  expect(exactShare(0.9, 'vi', 0.9)).toBe('90%')
  expect(exactShare(899_999 / 1_000_000, 'vi', 0.9)).toBe('89,9999%')
  expect(exactShare(0.90001, 'en', 0.9)).toBe('90.001%')
})

test('only everything is 100% and only nothing is 0%, exact and rounded', () => {
  const share = fc
    .integer({ min: 2, max: 50_000 })
    .chain((total) => fc.integer({ min: 1, max: total - 1 }).map((part) => part / total))
  fc.assert(
    fc.property(share, (one) => {
      expect(['0%', '100%']).not.toContain(exactShare(one, 'vi'))
      expect([0, 1]).not.toContain(roundedShare(one))
    }),
  )
})
