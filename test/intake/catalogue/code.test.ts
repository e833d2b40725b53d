import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCode } from '../../../src/intake/written-values.ts'

const national = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 999_999 }))
  .map(([group, number]) => `${group}.${String(number).padStart(6, '0')}`)

test('whatever a program made of a code as a number, the code comes back', () => {
  fc.assert(
    fc.property(national, fc.constantFrom(15, 16, 17), (code, digits) => {
      for (const text of [String(Number(code)), Number(code).toPrecision(digits)])
        expect(readCode({ kind: 'number', text })?.code).toBe(code)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['1.00161', '1.001610'],
  ['1.0016099999999999', '1.001610'],
  ['1.9999999999999', '2.000000'],
  ['1.0016100000000001', '1.001610'],
])('%s is mended and told', (text, code) => {
  expect(readCode({ kind: 'number', text })).toEqual({ code, mendedFrom: text })
})

test.each(['1.001610', '1.0016145', '12', '12.5', '1E+20'])('the number %s stays as it is', (text) => {
  expect(readCode({ kind: 'number', text })).toEqual({ code: text })
})

test.each(['1.00161', '1.001612.000.00.00.H29', '1.012753.H19'])('the text %s stays as it is', (text) => {
  expect(readCode({ kind: 'text', text })).toEqual({ code: text })
})

test.each(['Chưa có', '-', '#REF!'])('%s is no code', (text) => {
  expect(readCode({ kind: text.startsWith('#') ? 'error' : 'text', text })).toBeUndefined()
})
