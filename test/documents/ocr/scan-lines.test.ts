import { describe, expect, test } from 'vitest'
import { factsOf } from '../../../src/documents/facts/facts.ts'
import type { SeenWord } from '../../../src/documents/ocr/recognizer.ts'
import { SURE, scanLines } from '../../../src/documents/ocr/scan-lines.ts'
import { textOf } from '../facts/text-fixture.ts'

/** A word of a picture in which a point is a dot. */
const seen = (text: string, confidence: number, x: number, [width, height]: [number, number]): SeenWord =>
  ({ text, confidence, x, y: 100, width, height, line: '1' }) as SeenWord

/** A line `Độc lập … Tự do` with something between. */
const between = (word: SeenWord) =>
  scanLines(
    [seen('Độc', 95, 0, [20, 10]), seen('lập', 95, 24, [18, 10]), word, seen('Tự', 95, 60, [14, 10])],
    (x, y) => [x, y],
    1,
    SURE,
  )
    .map(({ text }) => text)
    .join('\n')

describe('a word that is not sure', () => {
  test('is unknown where it may be letters', () => {
    expect(between(seen('HH', 10, 46, [12, 9]))).toContain('\ufffd')
  })

  test('is none where no letters are so low: a speck, or a rule', () => {
    expect(between(seen('HH', 10, 46, [12, 1.8]))).toBe('Độc lập Tự')
    expect(between(seen('nG', 10, 46, [0.7, 0.7]))).toBe('Độc lập Tự')
  })

  test('is a dash where it looks like one, and no longer than one', () => {
    expect(between(seen('-', 40, 46, [6, 1.2]))).toBe('Độc lập - Tự')
    expect(between(seen('-', 40, 46, [12, 1.2]))).toBe('Độc lập Tự')
    expect(between(seen('-', 40, 46, [6, 9]))).toContain('\ufffd')
  })
})

test('below a parent whose own name could not be read stands the agency that issued', () => {
  const issuer = (...above: string[]) =>
    factsOf(
      textOf([...above, 'Số: 12/QĐ-STP\tVinh, ngày 05 tháng 5 năm 2026', 'QUYẾT ĐỊNH', 'Về việc công bố'].join('\n')),
    ).issuer.map(({ value }) => value)
  expect(issuer('ỦY BAN NHÂN DÂN TỈNH \ufffd', 'SỞ TƯ PHÁP')).toEqual(['SỞ TƯ PHÁP'])
  expect(issuer('ỦY BAN NHÂN DÂN TỈNH \ufffd')).toEqual([])
  expect(issuer('SỞ KHOA HỌC VÀ CÔNG \ufffd', 'CHI CỤC TIÊU CHUẨN', 'ĐO LƯỜNG CHẤT LƯỢNG')).toEqual([
    'CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG',
  ])
  expect(issuer('BAN CHỈ ĐẠO \ufffd', 'SỞ TƯ PHÁP')).toEqual([])
  // `SỞ NÔNG NGHIỆP VÀ MÔI` / `TRƯỜNG`: what stands below may be the rest of the name.
  expect(issuer('SỞ NÔNG NGHIỆP VÀ \ufffd', 'TRƯỜNG', 'CHI CỤC KIỂM LÂM')).toEqual([])
  // A whole line is lost: the rest of the parent's name, or of the agency's.
  expect(issuer('ỦY BAN NHÂN DÂN TỈNH', '\ufffd', 'SỞ TƯ PHÁP')).toEqual(['SỞ TƯ PHÁP'])
  expect(issuer('CHI CỤC TIÊU CHUẨN', '\ufffd \ufffd')).toEqual([])
  expect(issuer('ỦY BAN NHÂN DÂN TỈNH NGHỆ AN', 'SỞ \ufffd PHÁP')).toEqual([])
})
