import { expect, test } from 'vitest'
import { columnName } from '../../../src/intake/sheet.ts'
import { cellReference, rangeReference } from '../../../src/intake/xlsx/worksheet.ts'

test('every column is named and read back', () => {
  for (let column = 0; column <= 16_383; column++)
    expect(cellReference(`${columnName(column)}7`)).toEqual({ row: 7, column })
})

test.each(['XFE1', 'A1048577', 'A0', 'a1', '$A$1', 'A', '1', '', 'AAAA1', 'A1:B2'])('%s is no cell', (text) => {
  expect(cellReference(text)).toBeUndefined()
})

test('ranges', () => {
  expect(rangeReference('B5:C6')).toEqual({ top: 5, left: 1, bottom: 6, right: 2 })
  expect(rangeReference('B5')).toEqual({ top: 5, left: 1, bottom: 5, right: 1 })
  for (const text of ['C6:B5', 'A1:', ':', 'A1:B2:C3', 'A1:B']) expect(rangeReference(text)).toBeUndefined()
})
