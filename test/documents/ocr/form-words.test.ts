import { describe, expect, test } from 'vitest'
import { isFormWord, spelt } from '../../../src/documents/ocr/scan-lines.ts'

describe('a word that is not sure', () => {
  test.each(['tháng', 'Số:', 'TCVN', 'KẾ', '(Căn'])('%s belongs to the form', (word) => {
    expect(isFormWord(word, 60)).toBe(true)
    expect(isFormWord(word, 40)).toBe(false)
  })
  // A number, a day, a name and a word with a letter misread are values, or nothing.
  test.each(['96/QĐ-SGDĐT', '10', '2026', 'Văn', 'Tâm', 'thắng', 'TCVM', ''])('%s does not', (word) =>
    expect(isFormWord(word, 84)).toBe(false),
  )
})

test('words of the form are spelt as they are', () => {
  expect(['1SO', 'SƠ', 'TÍNH', 'SỔ', 'BẢN', 'Sơ', '150'].map(spelt)).toEqual([
    'ISO',
    'SỞ',
    'TỈNH',
    'SỔ',
    'BẢN',
    'Sơ',
    '150',
  ])
})
