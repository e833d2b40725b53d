import { describe, expect, test } from 'vitest'
import { factsOf } from '../../../src/documents/facts/facts.ts'
import { titleAbove } from '../../../src/documents/facts/signature-lines.ts'
import { textOf } from './text-fixture.ts'

const approvedOn = (cells: string) =>
  factsOf(textOf(`QUY TRÌNH\nCẤP GIẤY PHÉP BÁN LẺ RƯỢU\nMã hiệu\tQT-TM-03\n${cells}\n`)).date.map(({ value }) => value)

describe('the day of approval', () => {
  test.each([
    ['Ngày phê duyệt\t16/02/2026', ['2026-02-16']],
    ['Ngày phê duyệt: 16/02/2026', ['2026-02-16']],
    ['Ngày phê duyệt\t16/02/2026 18/02/2026', []],
    ['Ngày phê duyệt: 16/02/2026, 18/02/2026', []],
    ['Ngày phê duyệt\t16/02/2026 (sửa đổi)', []],
    ['Ngày phê duyệt\tlần 1: 16/02/2026', []],
    ['Ngày phê duyệt\t16/02/2026\nNgày phê duyệt\t18/02/2026', ['2026-02-16', '2026-02-18']],
  ])('%j: %j', (cells, days) => {
    expect(approvedOn(cells)).toEqual(days)
  })
})

describe('the title above a signature', () => {
  test.each([
    ['GIÁM ĐỐC', { title: 'GIÁM ĐỐC' }],
    ['KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC', { title: 'PHÓ GIÁM ĐỐC', capacity: 'KT.' }],
    ['PHÓ GIÁM ĐỐC PHỤ TRÁCH', { title: 'PHÓ GIÁM ĐỐC PHỤ TRÁCH' }],
    ['TM. ỦY BAN NHÂN DÂN CHỦ TỊCH', { title: 'CHỦ TỊCH', capacity: 'TM.' }],
    ['KT. GIÁM ĐỐC', undefined],
    ['GIÁM ĐỐC CHỦ TỊCH', undefined],
    ['KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC CHỦ TỊCH', undefined],
    ['THƯ KÝ', undefined],
  ])('%s: %j', (words, title) => {
    expect(titleAbove(words)).toEqual(title)
  })
})
