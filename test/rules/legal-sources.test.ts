import { describe, expect, it } from 'vitest'
import { citedNumber } from '../../src/rules/facts/legal-texts.ts'

describe('what of a citation says which document it is', () => {
  it.each([
    ['19/2014/QĐ-TTg', '19/2014/qđ-ttg'],
    ['Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ', '19/2014/qđ-ttg'],
    ['QĐ 19/2014/QĐ-TTG', '19/2014/qđ-ttg'],
    ['19 / 2014 / QÐ - TTg', '19/2014/qđ-ttg'],
    ['19/2014/QĐ–TTg', '19/2014/qđ-ttg'],
    ['19/2014/QĐ-TTg - về việc áp dụng Hệ thống quản lý chất lượng', '19/2014/qđ-ttg'],
    ['Quyết định số 101/QĐ-BKHCN ngày 21 tháng 01 năm 2019', '101/qđ-bkhcn'],
    ['Luật số 63/2020/QH14', '63/2020/qh14'],
    ['TCVN ISO 9001:2015', 'tcvniso9001:2015'],
    ['Tiêu chuẩn quốc gia TCVN ISO 9001:2015', 'tcvniso9001:2015'],
    ['Thông tư số 99/2020/TT-BNV thay thế Nghị định số 110/2004/NĐ-CP', '99/2020/tt-bnv'],
    ['Công văn ngày 05/3/2014 kèm Nghị định 30/2020/NĐ-CP', '30/2020/nđ-cp'],
  ])('%s', (cited, number) => {
    expect(citedNumber(cited)).toBe(number)
    expect(citedNumber(cited.normalize('NFD'))).toBe(number)
  })

  it.each(['19/2025/QĐ-TTg', '119/2014/QĐ-TTg', '19/2014/QĐ-TTgX', '9/2014/QĐ-TTg', '19/2014/QĐ'])(
    '%s is another document than 19/2014/QĐ-TTg',
    (cited) => expect(citedNumber(cited)).not.toBe('19/2014/qđ-ttg'),
  )
})
