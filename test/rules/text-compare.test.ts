import { describe, expect, it } from 'vitest'
import { toDay } from '../../src/core/days.ts'
import { noticeDay, signingRight } from '../../src/rules/facts/declaration-text.ts'
import {
  sameAddressee,
  sameAgency,
  sameDay,
  sameEdition,
  sameName,
  sameSign,
} from '../../src/rules/facts/text-comparison.ts'

const cases = (compare: (a: never, b: never) => string, rows: [unknown, unknown, string][]) =>
  it.each(rows)('%s ↔ %s: %s', (declared, found, expected) =>
    expect(compare(declared as never, found as never)).toBe(expected),
  )

describe('numbers and signs', () => {
  cases(sameSign, [
    ['88/QĐ-STP', '88/qđ–stp', 'same'],
    ['8/QĐ-STP', '08 / QĐ-STP', 'same'],
    ['88/QĐ-STP', '88/QD-STP', 'unclear'],
    ['88/QĐ-STP', '88/Q\u00d0-STP', 'same'],
    ['Quyết định số 88/QĐ-STP ngày 02/4/2026', '88/QĐ-STP', 'same'],
    ['1204/SNN&MT-VP', '1.204/SNNMT-VP', 'same'],
    ['88/QĐ.STP', '88/QĐ-STP', 'same'],
    ['88/2026/QĐ-STP', '88/QĐ-STP', 'other'],
    ['88/QĐ-STP', '/QĐ-STP', 'unclear'],
    ['88/QĐ-STP', '88', 'unclear'],
    ['88/QĐ-STP', '188/QĐ-STP', 'other'],
    ['88/QĐ-STP', '88/QĐ-SNV', 'other'],
  ])
})

describe('names of persons', () => {
  cases(sameName, [
    ['Trần Thị Ngọc Ánh', 'TRẦN THỊ NGỌC ÁNH', 'same'],
    ['Trần Thị Ngọc Ánh'.normalize('NFD'), 'Trần  Thị Ngọc Ánh', 'same'],
    ['Nguyễn Văn Hòa', 'Nguyễn Văn Hoà', 'same'],
    ['Đỗ Thúy Lý', 'ĐỖ THUÝ LÍ', 'same'],
    ['Nguyễn Văn Hòa', 'ThS. Nguyễn Văn Hòa', 'same'],
    ['Nguyễn Văn Hòa', 'Ông Nguyễn Văn Hòa', 'same'],
    ['Đ/c Đặng Út', '\u00d0ẶNG ÚT', 'same'],
    ["H'Hen Niê", 'H’ Hen Niê', 'same'],
    ['Y Bhiăk', 'Y - Bhiăk', 'same'],
    ['Nguyễn Văn Hòa (Trưởng đoàn)', 'Nguyễn Văn Hòa', 'same'],
    ['Nguyễn Văn Hòa - Phó Giám đốc', 'Nguyễn Văn Hòa', 'same'],
    ['Nguyễn Văn Hòa, Chủ tịch', 'Đại tá Nguyễn Văn Hòa', 'same'],
    ['BSCKII. Trần Văn Tám', 'Trần Văn Tám', 'same'],
    ['Nguyễn Văn Hòa, Trần Văn Tám', 'Nguyễn Văn Hòa', 'other'],
    ['Nguyễn Văn Hòa', 'Nguyen Van Hoa', 'unclear'],
    ['Nguyễn Văn Hòa', 'N. V. Hòa', 'unclear'],
    ['Nguyễn Văn Hòa', 'Hòa', 'unclear'],
    ['Nguyễn Văn Hòa', 'Nguyễn Văn Hóa', 'unclear'],
    ['Nguyễn Văn Hòa', 'Lê Quốc Thắng', 'other'],
  ])
})

describe('days and editions', () => {
  cases(sameDay, [
    [toDay('2024-04-02'), '2024-04-02', 'same'],
    [toDay('2024-04-02'), '2024-04-03', 'other'],
    [toDay('2024-04-02'), '2024-02-30', 'unclear'],
  ])
  cases(sameEdition, [
    ['9001:2015', 'TCVN (ISO 9001 - 2015)', 'same'],
    ['9001:2015', 'ISO 9001:2008', 'other'],
    ['9001:2015', 'ISO 9001', 'unclear'],
  ])
  cases(noticeDay.compare, [
    [toDay('2024-04-04'), '2024-04-04', 'same'],
    [toDay('2024-04-04'), '2024-03-25', 'same'],
    [toDay('2024-04-04'), '2024-03-24', 'unclear'],
    [toDay('2024-04-04'), '2024-04-05', 'other'],
  ])
})

describe('who signed in what right', () => {
  cases(signingRight.compare, [
    ['head', 'TL.', 'other'],
    ['deputy', 'TUQ.', 'other'],
    ['delegated', 'TL.', 'same'],
    ['delegated', 'KT.', 'unclear'],
    ['head', 'KT.', 'same'],
    ['collective', 'TM.', 'same'],
  ])
})

describe('agencies', () => {
  cases(sameAgency, [
    ['Sở Tư pháp tỉnh Vĩnh Long', 'SỞ TƯ PHÁP', 'same'],
    ['Sở Tư pháp', 'SỞ TƯ PHÁP TỈNH VĨNH LONG', 'same'],
    ['Sở Tư pháp tỉnh Vĩnh Long', 'SỞ NỘI VỤ', 'other'],
    ['Sở Tư pháp tỉnh Vĩnh Long', 'ỦY BAN NHÂN DÂN TỈNH VĨNH LONG', 'unclear'],
    ['Sở Giáo dục và Đào tạo', 'SỞ GD VÀ ĐT', 'unclear'],
    ['Sở Khoa học và Công nghệ', 'SỞ KH&CN', 'unclear'],
    ['UBND xã Hòa Bình', 'UỶ BAN NHÂN DÂN XÃ HOÀ BÌNH', 'same'],
    ['UBND xã Hòa Bình', 'ỦY BAN NHÂN DÂN XÃ TÂN HẠNH', 'other'],
    ['Chi cục Thú y', 'SỞ NÔNG NGHIỆP', 'unclear'],
    ['Bệnh viện đa khoa', 'SỞ Y TẾ', 'unclear'],
  ])
  cases(sameAddressee, [
    ['Sở Khoa học và Công nghệ tỉnh Vĩnh Long', 'Sở KH&CN', 'same'],
    ['Sở Khoa học và Công nghệ', 'Ủy ban nhân dân tỉnh', 'other'],
    ['Sở Khoa học và Công nghệ', 'Như nơi nhận', 'unclear'],
  ])
})
