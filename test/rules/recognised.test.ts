import { describe, expect, test } from 'vitest'
import { compareText, type TextCheck } from '../../src/rules/answer.ts'
import { levelOf } from '../../src/rules/corroborate.ts'
import { paper } from '../../src/rules/facts/papers.ts'
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

describe('a scan as a paper', () => {
  const worth = (scan: object, says = { names: [], agency: false }) => {
    const content = { pages: 1, words: 90, inkedPages: 1, textHash: null, drawnHash: null }
    const reading = { path: 'a.pdf', format: 'pdf', text: 'scan', content, says, scan }
    const dossier = {
      manifest: {},
      files: new Map([['a.pdf', { path: 'a.pdf', sha256: 'a', bytes: 9, kind: 'pdf', state: 'ok' }]]),
      readings: new Map([['a.pdf', reading]]),
    }
    return paper({ dossier } as never, 'a.pdf')
  }
  const sure = { read: 1, unread: 0, words: 90, sure: 80, characters: 400 }

  test('whose words are sure was read: what was looked for counts, there or not', () => {
    expect(worth(sure)).toMatchObject({ holds: true, read: true, says: { names: [] } })
  })

  test.each([
    ['most of whose words are not sure', { ...sure, sure: 40 }],
    ['of few sure words', { ...sure, words: 20, sure: 19 }],
    ['that was not read to its end', { ...sure, unread: 1 }],
  ])('%s is there, and nobody says what it does not say', (_, scan) => {
    const found = worth(scan)
    expect(found).toMatchObject({ holds: true, read: false })
    expect(found).not.toHaveProperty('says')
  })

  test('in which hardly a letter was seen holds nothing', () => {
    expect(worth({ ...sure, words: 3, sure: 0, characters: 19 })).toMatchObject({ holds: false })
    expect(worth({ ...sure, words: 3, sure: 0, characters: 19, unread: 1 })).toMatchObject({ holds: true })
  })
})
