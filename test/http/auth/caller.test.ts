import { describe, expect, test } from 'vitest'
import { isOfProvince } from '../../../src/core/names.ts'
import { mayRead, mayWrite, readCaller, toAgencyCode } from '../../../src/http/sign-in/caller.ts'

const NAMES = { agency: 'agency', authority: 'https://example.vn/authority' }

describe('who calls', () => {
  test.each([
    [{ agency: 'H61.12' }, { kind: 'agency', code: 'H61.12' }],
    [{ agency: '000.00.12.H61' }, { kind: 'agency', code: 'H61.12' }],
    [{ 'https://example.vn/authority': 'h61' }, { kind: 'authority', province: 'H61' }],
    [{ authority: 'H61' }, undefined],
    [{ agency: 'H61.12', 'https://example.vn/authority': 'H61' }, undefined],
    [{ agency: ['H61.12'] }, undefined],
    [{ agency: '' }, undefined],
    [{ 'https://example.vn/authority': 'H61.12' }, undefined],
    [{}, undefined],
  ])('by the claims %j is %j', (claims, caller) => {
    expect(readCaller(claims, NAMES)).toEqual(caller)
  })
})

test.each([
  ['H61', 'H61', true],
  ['H61', 'H61.12', true],
  ['H61', 'H61.12.3', true],
  ['H61', 'H62.12', false],
  ['H61', 'G01.61', false],
])('the authority of %s reads %s: %j, and writes nothing', (province, agency, may) => {
  expect(mayRead({ kind: 'authority', province }, agency)).toBe(may)
  expect(mayWrite({ kind: 'authority', province }, agency)).toBe(false)
})

test.each([
  ['H61.12', 'H61.12', true],
  ['H61.12', 'H61.1', false],
  ['H61.12', 'H61.12.3', false],
  ['H61', 'H61.12', false],
])('the agency %s reads and writes %s: %j', (code, agency, may) => {
  expect(mayRead({ kind: 'agency', code }, agency)).toBe(may)
  expect(mayWrite({ kind: 'agency', code }, agency)).toBe(may)
})

test('a province ends with its group', () => {
  expect(isOfProvince('H611.2', 'H61')).toBe(false)
})

test.each(['H61', 'G09.1.2', 'H61.KTNN', `H61.${'1'.repeat(31)}`])('%s is a code', (code) => {
  expect(toAgencyCode(code)).toBe(code)
})

test.each(['', 'H6', '61', 'H61.', '.H61', 'H61..1', 'H61/1', `H61.${'1'.repeat(32)}`, 'Đ61.1'])(
  '%j is none',
  (code) => {
    expect(toAgencyCode(code)).toBeUndefined()
  },
)
