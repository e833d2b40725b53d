import { expect, test } from 'vitest'
import { serialToIso } from '../../../src/intake/written-values.ts'
import { isDateFormat } from '../../../src/intake/xlsx/workbook.ts'

test.each([
  ['1', false, '1900-01-01'],
  ['59', false, '1900-02-28'],
  ['60', false, undefined],
  ['61', false, '1900-03-01'],
  ['45474', false, '2024-07-01'],
  ['45474.75', false, '2024-07-01'],
  ['44012', true, '2024-07-01'],
  ['0', false, undefined],
  ['0', true, '1904-01-01'],
  ['-1', false, undefined],
  ['999999', false, undefined],
  ['4.5E4', false, undefined],
] as const)('day number %s (1904: %s) is %s', (raw, date1904, iso) => {
  expect(serialToIso(raw, date1904)).toBe(iso)
})

test.each(['dd/mm/yyyy', '[$-42A]dd/mm/yyyy;@', 'yyyy\\-mm\\-dd', '"ngày" dd "tháng" mm "năm" yyyy', 'mmm-yy'])(
  '%s shows a day',
  (format) => expect(isDateFormat(format)).toBe(true),
)

test.each(['General', '0.000000', '#,##0 "đồng"', '0 "ngày"', '[Red]0', '\\d0', '@', 'hh:mm', 'Standard'])(
  '%s shows no day',
  (format) => expect(isDateFormat(format)).toBe(false),
)
