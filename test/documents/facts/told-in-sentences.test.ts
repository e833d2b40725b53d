import { describe, expect, test } from 'vitest'
import { factsOf } from '../../../src/documents/facts/facts.ts'
import { factsByName, textOf } from './text-fixture.ts'

const heading = (kind: string, subject: string) => [
  'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'XÃ MƯỜNG LA\tĐộc lập - Tự do - Hạnh phúc',
  'Số: 12/BC-UBND\tMường La, ngày 20 tháng 10 năm 2025',
  kind,
  subject,
]

/** What is read of a paper of a kind, about something, with these lines. */
function read(kind: string, about: string, ...lines: string[]) {
  const facts = factsByName(factsOf(textOf([...heading(kind, about), ...lines].join('\n'))))
  return (name: string) => (facts[name] ?? []).map(({ value }) => value)
}

describe('of an audit', () => {
  const report = (...lines: string[]) => read('BÁO CÁO', 'Về việc đánh giá chất lượng nội bộ năm 2025', ...lines)
  const ACTED = 'Cuộc đánh giá được tiến hành từ ngày 06 tháng 10 năm 2025 đến ngày 08 tháng 10 năm 2025'

  test('the team that one sentence names', () => {
    const team = (words: string) => report(`Đoàn đánh giá gồm: ${words}`)('audit.team')
    expect(
      team('ông Đặng Công Bảy (Trưởng đoàn), bà Trương Thị Lan (thành viên) và ông Đỗ Văn Tám (thành viên).'),
    ).toEqual(['Đặng Công Bảy', 'Trương Thị Lan', 'Đỗ Văn Tám'])
    expect(team('ông Đặng Công Bảy (Trưởng đoàn), bà Trương Thị � (thành viên).')).toEqual([])
    expect(team('ông Đặng Công Bảy (Trưởng đoàn), ông phụ trách Văn phòng (thành viên).')).toEqual([])
  })

  test('the units that one sentence names, where they are as many as it says', () => {
    const units = (words: string) => report(`${ACTED} tại ${words}.`)('audit.units')
    expect(units('3 đơn vị: Bộ phận Một cửa; Văn phòng; Phòng Nghiệp vụ')).toEqual([
      'Bộ phận Một cửa',
      'Văn phòng',
      'Phòng Nghiệp vụ',
    ])
    expect(units('4 đơn vị: Bộ phận Một cửa; Văn phòng; Phòng Nghiệp vụ')).toEqual([])
    expect(units('3 đơn vị: Bộ phận �; Văn phòng; Phòng Nghiệp vụ')).toEqual([])
  })

  test('that nothing was found, as its shortcomings say', () => {
    const none = 'Tồn tại: Không phát hiện điểm không phù hợp.'
    expect(report(none)('audit.nonconformities')).toEqual([0])
    expect(report(none, 'Tại Văn phòng phát hiện 02 điểm không phù hợp.')('audit.nonconformities')).toEqual([])
  })

  describe('the day of its minutes', () => {
    const TODAY = 'Hôm nay, vào hồi 08 giờ 15 phút, ngày 06 tháng 10 năm 2025, tại Phòng Kinh tế, chúng tôi gồm:'
    const from = (about: string, ...lines: string[]) => read('BIÊN BẢN', about, ...lines)('audit.from')

    test('is that on which it was done', () => {
      expect(from('Đánh giá nội bộ Hệ thống quản lý chất lượng', TODAY)).toEqual(['2025-10-06'])
    })

    test('is none where they are of a meeting, or tell of a period that is not understood', () => {
      expect(from('Họp kết thúc đánh giá nội bộ', TODAY)).toEqual([])
      const period = 'Thời gian đánh giá: từ ngày � đến ngày 08 tháng 10 năm 2025.'
      expect(from('Đánh giá nội bộ Hệ thống quản lý chất lượng', TODAY, period)).toEqual([])
    })
  })
})

describe('of a review', () => {
  const minutes = (...lines: string[]) => read('BIÊN BẢN', 'Cuộc họp xem xét của Lãnh đạo', ...lines)

  test('who chaired it, among those who took part', () => {
    const chair = (...lines: string[]) => minutes('Thành phần:', ...lines)('review.chair')
    const first = '1. Đồng chí Lưu Ngọc Ý, Phó Trưởng ban Ban Chỉ đạo ISO - Chủ trì cuộc họp;'
    expect(chair(first, '2. Đồng chí Bùi Đức Kiều, Văn phòng - Thư ký;')).toEqual(['Lưu Ngọc Ý'])
    expect(chair('1. Đồng chí Lưu Ngọc Ý, đồng chí Bùi Đức Kiều - Đồng chủ trì cuộc họp;')).toEqual([])
  })

  test('who chaired it, as the notice of its conclusions says; not who is to chair another', () => {
    const notice = (sentence: string) =>
      read('THÔNG BÁO', 'Kết luận tại cuộc họp xem xét của Lãnh đạo', sentence)('review.chair')
    const who = 'đồng chí Nông Văn Loan - Chủ tịch UBND phường'
    expect(notice(`Ngày 14/11/2026, tại trụ sở, ${who} đã chủ trì cuộc họp xem xét của Lãnh đạo.`)).toEqual([
      'Nông Văn Loan',
    ])
    expect(notice(`Hằng tuần, ${who} chủ trì cuộc họp giao ban.`)).toEqual([])
  })

  test('what was looked at and decided, in the words of offices', () => {
    const facts = minutes(
      'II. NỘI DUNG',
      '1. Mức độ hài lòng của người dân, doanh nghiệp.',
      '2. Các nguồn lực cần thiết.',
      '3. Đề xuất cải tiến.',
      'III. KẾT LUẬN CỦA CHỦ TRÌ',
      '- Bổ sung 01 công chức cho Trung tâm Phục vụ hành chính công.',
    )
    expect(facts('review.inputs')).toEqual(['c', 'd', 'f'])
    expect(facts('review.outputs')).toEqual(['c'])
  })
})

describe('the edition', () => {
  const STANDARD = 'Hệ thống quản lý chất lượng phù hợp Tiêu chuẩn quốc gia TCVN ISO 9001:2015'

  test('that a letter says was declared by a decision', () => {
    const letter = [
      'ỦY BAN NHÂN DÂN XÃ MƯỜNG LA\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 33/UBND-VP\tMường La, ngày 06 tháng 8 năm 2025',
      'V/v thông báo việc công bố',
      'Kính gửi: Sở Khoa học và Công nghệ',
      `1. Ủy ban nhân dân xã Mường La đã ban hành Quyết định số 45/QĐ-UBND ngày 18/3/2025 công bố ${STANDARD}.`,
    ]
    expect(factsOf(textOf(letter.join('\n'))).edition.map(({ value }) => value)).toEqual(['TCVN ISO 9001:2015'])
  })

  test('that is confirmed to be in effect', () => {
    const confirmed = (words: string) =>
      read(
        'XÁC NHẬN',
        'HIỆU LỰC CỦA HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG',
        'Căn cứ kết quả đánh giá nội bộ, Chủ tịch Ủy ban nhân dân xã xác nhận:',
        words,
      )('edition')
    expect(
      confirmed('Hệ thống quản lý chất lượng xây dựng theo TCVN ISO 9001:2015 đã được áp dụng có hiệu lực.'),
    ).toEqual(['TCVN ISO 9001:2015'])
    expect(confirmed('Công chức đã được tập huấn theo TCVN ISO 9001:2015.')).toEqual([])
  })
})

test('the subject of an invitation ends where its body begins, that of a report where it tells of days', () => {
  const about = 'Họp xem xét của Lãnh đạo về Hệ thống quản lý chất lượng năm 2024'
  expect(
    read(
      'GIẤY MỜI',
      about,
      'Giám đốc Trung tâm Kiểm soát bệnh tật tỉnh Sơn La trân trọng kính mời:',
      'Trưởng các phòng.',
    )('subject'),
  ).toEqual([about])
  const days = 'Từ ngày 06 đến ngày 08 tháng 5 năm 2025, Ủy ban nhân dân xã đã tổ chức lớp tập huấn'
  expect(read('BÁO CÁO', 'Kết quả tổ chức lớp tập huấn', days, 'cho 30 công chức.')('subject')).toEqual([
    'Kết quả tổ chức lớp tập huấn',
  ])
})
