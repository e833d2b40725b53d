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

/** Nghị định 30/2020/NĐ-CP, Điều 7, but for the letter (công văn), which writes no kind; and kinds of legal documents. */
const KINDS = [
  ...['nghị quyết', 'quyết định', 'chỉ thị', 'quy chế', 'quy định', 'thông cáo', 'thông báo', 'hướng dẫn'],
  ...['chương trình', 'kế hoạch', 'phương án', 'đề án', 'dự án', 'báo cáo', 'biên bản', 'tờ trình', 'hợp đồng'],
  ...['công điện', 'bản ghi nhớ', 'bản thỏa thuận', 'giấy ủy quyền', 'giấy mời', 'giấy giới thiệu'],
  ...['giấy nghỉ phép', 'phiếu gửi', 'phiếu chuyển', 'phiếu báo', 'thư công'],
  ...['nghị định', 'thông tư', 'nội quy', 'quy tắc', 'điều lệ'],
]

describe('the kind of a document', () => {
  test.each(KINDS)('%s', (name) => {
    const kind = name.toLocaleUpperCase('vi')
    const head = `SỞ TƯ PHÁP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/STP\n${kind}\nVề việc áp dụng hệ thống\n`
    const facts = (text: string) => factsOf(textOf(text))
    expect(facts(`${head}Căn cứ Luật;\n`)).toMatchObject({
      kind: [{ value: kind }],
      subject: [{ value: 'Về việc áp dụng hệ thống' }],
    })
    // Below the beginning of a part it is the title of that part.
    for (const part of ['Chương I', 'Phần thứ nhất', 'Mục 1'])
      expect(facts(head.replace(kind, `${part}\n${kind}`))).toMatchObject({ kind: [], subject: [] })
  })
})
