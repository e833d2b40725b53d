import { describe, expect, it } from 'vitest'
import { datesIn, periodIn } from '../../../src/documents/facts/dates.ts'

describe('the forms in which offices write 2 April 2026', () => {
  it.each([
    '02/4/2026',
    '2/4/2026.',
    '2-4-2026',
    '02.04.2026',
    '02 / 04 / 2026',
    '2026-04-02',
    'ngày 2 tháng 4 năm 2026',
    'Vĩnh Long, ngày 02 tháng 04 năm 2026',
    'ngày 02 tháng Tư năm 2026',
    'ngày 2 tháng bốn, năm 2026',
    'ng à y 02 th á ng 4 n ă m 2026',
    'NGÀY 02 THÁNG 4 NĂM 2026',
    'ngày 02 tháng 4/2026',
  ])('%s', (text) => expect(datesIn(text).map(({ iso }) => iso)).toEqual(['2026-04-02']))
})

describe('no date', () => {
  it.each([
    'ngày 30 tháng 02 năm 2026',
    '31/4/2026',
    '29/02/2025',
    '12/13/2026',
    '2026-13-01',
    'ngày … tháng … năm 2026',
    'ngày    tháng 4 năm 2026',
    'ngày 02 tháng 4 năm',
    'ngày 02 tháng 4 năm 20…',
    '4/2026',
    '02/4/26',
    '12/4/2026/QĐ-UBND',
    '1.02.4.2026',
    '112/4/2026',
    '02/4/20261',
  ])('%s', (text) => expect(datesIn(text)).toEqual([]))
})

describe('a period', () => {
  it.each([
    ['từ ngày 10/9/2026 đến ngày 12/9/2026', '2026-09-10', '2026-09-12'],
    ['10/9/2026 - 12/9/2026', '2026-09-10', '2026-09-12'],
    ['từ ngày 10 đến ngày 12 tháng 9 năm 2026', '2026-09-10', '2026-09-12'],
    ['từ 30/8 đến 02/9/2026', '2026-08-30', '2026-09-02'],
    ['từ ngày 28 tháng 7 đến hết ngày 02 tháng 8 năm 2026', '2026-07-28', '2026-08-02'],
    ['10 - 12/9/2026', '2026-09-10', '2026-09-12'],
    ['ngày 10 và 11/9/2026', '2026-09-10', '2026-09-11'],
    ['từ 8h00 ngày 10/9/2026 đến 17h30 ngày 12/9/2026', '2026-09-10', '2026-09-12'],
    ['8 giờ 00 phút, ngày 10/9/2026', '2026-09-10', '2026-09-10'],
    ['01 ngày, 10/9/2026', '2026-09-10', '2026-09-10'],
  ])('%s', (text, from, to) => expect(periodIn(text)).toEqual({ from, to }))

  it.each([
    'trong tháng 9/2026',
    'ngày 10, 12, 15/9/2026',
    '10, 12/9/2026 và 15/9/2026',
    'từ 12/9/2026 đến 10/9/2026',
    '10/9/2026; 12/9/2026; 15/9/2026',
    'từ 31/6 đến 02/7/2026',
    'từ 30/12 đến 02/01/2027',
  ])('is not told by %s', (text) => expect(periodIn(text)).toBeUndefined())
})
