import { describe, expect, test } from 'vitest'
import { compareText, type TextCheck } from '../../src/rules/answer.ts'
import { levelOf } from '../../src/rules/corroborate.ts'
import type { ReadingRule, TextReading } from '../../src/rules/vocabulary.ts'

const rule: ReadingRule = {
  label: { vi: 'tên', en: 'name' },
  against: 'text',
  differs: 'contradicts',
  compare: (declared, found) => (declared === found ? 'same' : 'other'),
}
const says = (value: string, flags: string[]): TextReading => ({
  file: 'a.pdf',
  found: [{ value, quote: value }],
  flags,
})

describe('what was recognised in a scan', () => {
  test('bears out what is declared, marks on letters apart', () => {
    for (const seen of ['SỞ TƯ PHÁP', 'SỞ TƯ PHAP', 'SO TU PHÁP'])
      expect(compareText('SỞ TƯ PHÁP', says(seen, ['recognised']), rule).state, seen).toBe('agrees')
    expect(compareText('93/NĐ-CP', says('93/ND-CP', ['recognised']), rule).state).toBe('agrees')
    expect(compareText('SỞ TƯ PHÁP', says('SỞ TƯ PHAP', []), rule).state).toBe('contradicts')
  })

  test('never proves it wrong: it is left to a person', () => {
    expect(compareText('88/QĐ-STP', says('89/QĐ-STP', ['recognised']), rule)).toMatchObject({
      state: 'ambiguous',
      why: 'recognised',
    })
  })

  test('backs a finding less than text does', () => {
    const result = (recognised?: true): TextCheck => ({
      state: 'agrees',
      fact: 'f',
      declared: 'x',
      lookedFor: 'l',
      file: 'a.pdf',
      ...(recognised && { recognised }),
    })
    const asked = (...results: TextCheck[]) => results.map((one) => ({ rule, result: one })) as never
    const level = (...results: TextCheck[]) =>
      levelOf('pass', ['a.pdf'], asked(...results), { isSigned: () => false }, undefined)
    expect(level(result())).toBe('corroborated')
    expect(level(result(), result(true))).toBe('recognised')
  })

  test('in doubt, in a file that is signed, is not what was signed', () => {
    const asked = [{ rule, result: { state: 'ambiguous' } }] as never
    const level = (texts: never, isSigned: boolean) =>
      levelOf('needsReview', ['a.pdf'], texts, { isSigned: () => isSigned }, undefined)
    expect(level([] as never, true)).toBe('signed')
    expect(level(asked, true)).toBe('present')
  })
})

test('a text that names fewer than half of what is declared is no list, and contradicts nothing', () => {
  const listed = (...values: string[]): TextReading => ({
    ...says('', []),
    found: values.map((value) => ({ value, quote: value })),
  })
  const declared = ['1.1', '1.2', '1.3', '1.4']
  expect(compareText(declared, listed('1.1'), rule).state).toBe('notFound')
  expect(compareText(declared, listed('1.1', '1.2'), rule)).toMatchObject({
    state: 'contradicts',
    lacking: ['1.3', '1.4'],
  })
  expect(compareText(declared, listed(...declared), rule).state).toBe('agrees')
})
