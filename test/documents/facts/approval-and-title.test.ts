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

describe('a heading as offices really write it', () => {
  const HEAD = 'SỞ TƯ PHÁP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/QĐ-STP\n'
  const valuesOf = (text: string) => {
    const { number, issuer, kind, subject, addressee } = factsOf(textOf(text))
    return [number, issuer, kind, subject, addressee].map((readings) => readings.map(({ value }) => value))
  }

  test('software prints who signed when above it', () => {
    const printed = 'Người ký: Sở Tư pháp\nEmail: vanthu@stp.gov.vn\nThời gian ký: 02/04/2026 09:12:07 +07:00\n'
    const told = [['12/QĐ-STP'], ['SỞ TƯ PHÁP'], ['QUYẾT ĐỊNH'], ['Về việc công bố'], []]
    expect(valuesOf(`${printed}${HEAD}QUYẾT ĐỊNH\nVề việc công bố\nCăn cứ Luật;\n`)).toEqual(told)
  })

  test('who decides stands between the kind and what it is about', () => {
    const decided = (...lines: string[]) => valuesOf(`${HEAD}QUYẾT ĐỊNH\n${lines.join('\n')}\nCăn cứ Luật;\n`)[3]
    expect(decided('CỦA GIÁM ĐỐC SỞ TƯ PHÁP', 'V/v công bố')).toEqual(['V/v công bố'])
    const [, , , onOneLine] = valuesOf(`${HEAD}QUYẾT ĐỊNH CỦA CHỦ TỊCH\nPHƯỜNG BẾN CÁT\nV/v công bố\nCăn cứ Luật;\n`)
    expect(onOneLine).toEqual(['V/v công bố'])
    expect(decided('CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN', 'PHƯỜNG BẾN CÁT', 'V/v công bố')).toEqual(['V/v công bố'])
  })

  test('who received a letter stamps it, and whom it is for may run over the line', () => {
    const stamp = 'SỞ KHOA HỌC VÀ CÔNG NGHỆ\nĐẾN\nSố: 3990\nNgày: 13/02/2026\n'
    const letter = (between: string, to: string) =>
      valuesOf(`${HEAD.replace('QĐ-', '')}V/v báo cáo năm 2026\n${between}Kính gửi: ${to}\nThực hiện Quyết định.\n`)
    expect(letter(stamp, 'Sở Nội vụ')[3]).toEqual(['V/v báo cáo năm 2026'])
    expect(letter('ĐẾN\n', 'Sở Nội vụ')[3]).toEqual(['V/v báo cáo năm 2026'])
    // In one cell with it nobody can tell where the subject ends.
    const cell = HEAD.replace('QĐ-', '')
    expect(valuesOf(`${cell}V/v báo cáo SỞ NỘI VỤ ĐẾN Số: 3990\nKính gửi: Sở Nội vụ\n`)[3]).toEqual([])
    const long = 'Trưởng Ban Quản lý các khu chế xuất và công nghiệp thành phố Cần'
    expect(letter('', `${long}\nThơ`)[4]).toEqual([`${long} Thơ`])
    expect(letter('', 'Sở Nội vụ\nThơ')[4]).toEqual(['Sở Nội vụ'])
  })

  test('a code of the form is no part of the issuer; one syllable left over is', () => {
    const issuer = (...lines: string[]) =>
      valuesOf(`${lines.join('\n')}\nSố: 12/QĐ-X\nQUYẾT ĐỊNH\nVề việc\nCăn cứ;\n`)[1]
    expect(issuer('SỞ TƯ PHÁP', 'BM.HT.01.01')).toEqual(['SỞ TƯ PHÁP'])
    expect(issuer('SỞ KHOA HỌC VÀ CÔNG', 'NGHỆ')).toEqual(['SỞ KHOA HỌC VÀ CÔNG NGHỆ'])
    expect(issuer('SỞ KHOA HỌC VÀ CÔNG', 'NGHỆ TỈNH')).toEqual([])
    expect(issuer('SỞ TƯ PHÁP', 'I')).toEqual([])
  })
})
