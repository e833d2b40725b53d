// Written without having seen the reader, as `layouts-b.ts` tells: records of audits and reviews.
import { shortDay, two } from '../samples/office/words.ts'
import { begin, byOrder, made, QMS, STANDARD, signing, titled } from './begun-b.ts'
import type { Draw } from './draw.ts'
import { dayOfHeading, type Layout } from './layout.ts'
import { anyOffice, aPerson, people } from './offices-b.ts'

const UNITS = [
  'Văn phòng',
  'Phòng Kinh tế',
  'Phòng Văn hóa - Xã hội',
  'Trung tâm Phục vụ hành chính công',
  'Phòng Nghiệp vụ',
  'Bộ phận Một cửa',
]

/** Two days of a working week of a year, the later at least a day after. */
function days(draw: Draw, year: number): [string, string] {
  const monday = draw.oneOf(['09-08', '09-15', '10-06', '10-13', '11-03'])
  const from = new Date(`${year}-${monday}T00:00:00Z`)
  const to = new Date(from.getTime() + draw.between(1, 4) * 86_400_000)
  return [from.toISOString().slice(0, 10), to.toISOString().slice(0, 10)]
}

export const RECORDS: readonly Layout[] = [
  {
    id: 'audit-report',
    make(draw) {
      const office = anyOffice(draw)
      const [from, to] = days(draw, office.year)
      const day = new Date(Date.parse(to) + draw.between(2, 9) * 86_400_000).toISOString().slice(0, 10)
      const begun = begin(draw, office, { sign: draw.oneOf([`BC-${office.sign}`, 'BC-ĐGNB', 'BC-BCĐISO']), day })
      const team = people(draw, draw.between(2, 4))
      const units = draw.some(draw.between(2, 4), UNITS)
      const count = draw.between(1, 9)
      const signed = titled('TRƯỞNG ĐOÀN', team[0] ?? '')
      begun.page
        .title('BÁO CÁO', `Kết quả đánh giá nội bộ ${QMS}`, `lần 1 năm ${office.year}`)
        .rule()
        .to('Kính gửi', [office.leader])
        .body(
          `**1. Thời gian đánh giá:** Từ ngày ${shortDay(from)} đến ngày ${shortDay(to)}`,
          `**2. Chuẩn mực đánh giá:** ${STANDARD}; các quy trình, tài liệu đã ban hành; văn bản pháp luật có liên quan.`,
          '**3. Thành phần Đoàn đánh giá:**',
          ...team.map((name, at) => `${at === 0 ? 'Trưởng đoàn: Ông' : 'Thành viên: Bà'} ${name}`),
          '**4. Đơn vị được đánh giá:**',
        )
        .grid(
          [10, 50, 40],
          [['TT', 'Đơn vị', 'Đại diện đơn vị'], ...units.map((unit, at) => [String(at + 1), unit, aPerson(draw)])],
        )
        .body(
          '**5. Kết quả đánh giá:**',
          `Qua đánh giá, Đoàn ghi nhận ${two(count)} điểm không phù hợp và ${two(draw.between(10, 14))} khuyến nghị cải tiến. Các điểm không phù hợp đã được lập phiếu yêu cầu hành động khắc phục.`,
          '**6. Kết luận:** Hệ thống được duy trì và có hiệu lực; kiến nghị đưa vào nội dung xem xét của Lãnh đạo.',
        )
        .foot([signed], ['Như trên', 'Các đơn vị được đánh giá', 'Lưu: Hồ sơ ISO'])
      return made(
        begun,
        {
          kind: ['BÁO CÁO'],
          subject: [`Kết quả đánh giá nội bộ ${QMS} lần 1 năm ${office.year}`],
          addressee: [office.leader],
          signer: [signed.fact],
          'audit.from': [from],
          'audit.to': [to],
          'audit.team': team,
          'audit.units': units,
          'audit.nonconformities': [count],
        },
        signed.name,
      )
    },
  },
  {
    // Told in sentences, without tables, by the committee.
    id: 'audit-report-in-words',
    make(draw) {
      const office = anyOffice(draw)
      const [from, to] = days(draw, office.year)
      const begun = begin(draw, office, { sign: `BC-${office.sign}`, byHand: true })
      const signed = signing(draw, office)
      const none = draw.chance(0.4)
      const team = people(draw, 3)
      const units = draw.some(3, UNITS)
      begun.page
        .title('BÁO CÁO', `Về việc đánh giá chất lượng nội bộ năm ${office.year}`)
        .rule()
        .body(
          `Thực hiện Kế hoạch số 88/KH-${office.sign} ngày 03 tháng 3 năm ${office.year}, ${office.name} báo cáo kết quả đánh giá nội bộ như sau:`,
          '**I. TÌNH HÌNH CHUNG**',
          `Cuộc đánh giá được tiến hành từ ${dayOfHeading(from)} đến ${dayOfHeading(to)} tại ${units.length} đơn vị: ${units.join('; ')}.`,
          `Đoàn đánh giá gồm: ông ${team[0]} (Trưởng đoàn), bà ${team[1]} (thành viên) và ông ${team[2]} (thành viên).`,
          '**II. KẾT QUẢ**',
          '1. Ưu điểm: Quy trình được cập nhật kịp thời, hồ sơ lưu đầy đủ, tỷ lệ giải quyết đúng hạn đạt 99,2%.',
          none
            ? '2. Tồn tại: Không phát hiện điểm không phù hợp.'
            : '2. Tồn tại: Đoàn phát hiện 02 điểm không phù hợp nhẹ tại Bộ phận Một cửa và Văn phòng, đã khắc phục xong tại chỗ.',
          '**III. KIẾN NGHỊ**',
          'Tiếp tục duy trì, cải tiến hệ thống trong năm tới./.',
        )
        .foot([signed], ['Sở Khoa học và Công nghệ', 'Ban Chỉ đạo ISO', 'Lưu: VT'])
      return made(
        begun,
        {
          kind: ['BÁO CÁO'],
          subject: [`Về việc đánh giá chất lượng nội bộ năm ${office.year}`],
          signer: [signed.fact],
          'audit.from': [from],
          'audit.to': [to],
          'audit.team': team,
          'audit.units': units,
          'audit.nonconformities': [none ? 0 : 2],
        },
        signed.name,
      )
    },
  },
  {
    id: 'audit-minutes',
    make(draw) {
      const office = anyOffice(draw)
      const begun = begin(draw, office, { dated: false })
      const [day] = days(draw, office.year)
      const [auditor = '', other = '', head = ''] = people(draw, 3)
      const unit = draw.oneOf(UNITS)
      begun.page
        .title('BIÊN BẢN', `Đánh giá nội bộ ${QMS}`)
        .rule()
        .body(
          `Hôm nay, vào hồi 08 giờ 15 phút, ${dayOfHeading(day)}, tại ${unit}, chúng tôi gồm:`,
          '**A. ĐOÀN ĐÁNH GIÁ**',
          `1. Ông ${auditor} - Chức vụ: Trưởng đoàn`,
          `2. Bà ${other} - Chức vụ: Thành viên`,
          '**B. ĐƠN VỊ ĐƯỢC ĐÁNH GIÁ**',
          `Ông ${head} - Chức vụ: Trưởng đơn vị`,
          '**C. NỘI DUNG**',
        )
        .grid(
          [10, 20, 50, 20],
          [
            ['TT', 'Điều khoản', 'Bằng chứng', 'Kết luận'],
            ['1', '7.5', 'Tài liệu lỗi thời còn tại bàn làm việc (QT.05, lần ban hành 01)', 'KPH'],
            ['2', '8.5.1', '10/10 hồ sơ kiểm tra có phiếu kiểm soát', 'PH'],
            ['3', '9.1.2', 'Đã lấy ý kiến khách hàng quý II', 'PH'],
          ],
        )
        .body(
          'Số điểm không phù hợp: 01.',
          'Biên bản kết thúc vào hồi 10 giờ 30 phút cùng ngày, đã đọc cho các thành phần cùng nghe và thống nhất ký tên./.',
        )
        .foot([titled('ĐẠI DIỆN ĐƠN VỊ', head), titled('ĐẠI DIỆN ĐOÀN ĐÁNH GIÁ', auditor)])
      return made(
        begun,
        {
          kind: ['BIÊN BẢN'],
          subject: [`Đánh giá nội bộ ${QMS}`],
          signer: [titled('ĐẠI DIỆN ĐƠN VỊ', head).fact, titled('ĐẠI DIỆN ĐOÀN ĐÁNH GIÁ', auditor).fact],
          'audit.from': [day],
          'audit.to': [day],
          'audit.team': [auditor, other],
          'audit.units': [unit],
          'audit.nonconformities': [1],
        },
        auditor,
      )
    },
  },
  {
    // A form of the system: everything stands in boxes, and the number is one of the form.
    id: 'corrective-request',
    make(draw) {
      const office = anyOffice(draw)
      const begun = begin(draw, office, { dated: false })
      const [day, due] = days(draw, office.year)
      const [auditor = '', head = ''] = people(draw, 2)
      begun.page
        .right('BM.HT.05.01')
        .title('PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC')
        .aside(`(Phiếu số: ${two(draw.between(1, 9))}/${office.year})`)
        .grid(
          [34, 66],
          [
            ['Đơn vị được đánh giá', draw.oneOf(UNITS)],
            ['Ngày phát hiện', shortDay(day)],
            ['Loại', '[x] Không phù hợp nhẹ, [ ] Không phù hợp nặng, [ ] Lưu ý'],
            ['Điều khoản', `7.5.3 ${STANDARD}`],
            [
              '1. Mô tả sự không phù hợp',
              [
                'Quy trình QT.TP.04 đang sử dụng là bản lỗi thời, chưa được thu hồi.',
                `Chuyên gia đánh giá: ${auditor}`,
              ],
            ],
            ['2. Nguyên nhân', 'Chưa cập nhật danh mục tài liệu sau khi ban hành lại.'],
            [
              '3. Hành động khắc phục',
              [
                `Thu hồi bản cũ, phân phối bản mới; hoàn thành trước ngày ${shortDay(due)}.`,
                `Người thực hiện: ${head}`,
              ],
            ],
            ['4. Kiểm tra, xác nhận', [`Đã khắc phục ngày ${shortDay(due)}: [x] Đạt, [ ] Không đạt`]],
          ],
          false,
        )
        .foot([titled('TRƯỞNG ĐƠN VỊ', head), titled('NGƯỜI ĐÁNH GIÁ', auditor)])
        .footer(`BM.HT.05.01 - Lần ban hành: 02`)
      return made(
        begun,
        {
          kind: ['PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC'],
          signer: [titled('TRƯỞNG ĐƠN VỊ', head).fact, titled('NGƯỜI ĐÁNH GIÁ', auditor).fact],
        },
        auditor,
      )
    },
  },
  {
    id: 'review-minutes',
    make(draw) {
      const office = anyOffice(draw)
      const day = draw.day(office.year)
      const begun = begin(draw, office, { sign: `BB-${office.sign}`, day })
      const [chair = '', clerk = ''] = people(draw, 2)
      begun.page
        .title('BIÊN BẢN HỌP', `Xem xét của Lãnh đạo về ${QMS} năm ${office.year}`)
        .rule()
        .body(
          `**1. Thời gian bắt đầu:** 08 giờ 00 phút ngày ${shortDay(day)}`,
          '**2. Địa điểm:** Hội trường cơ quan',
          '**3. Thành phần tham dự:**',
          `- Chủ trì: Ông ${chair} - ${office.leader}`,
          `- Thư ký: Bà ${clerk} - Chuyên viên ${office.desk}`,
          `- Cùng các thành viên Ban Chỉ đạo (vắng 01: ông ${aPerson(draw)}, có lý do).`,
          '**4. Nội dung xem xét**',
          'a) Tình trạng các hành động từ cuộc xem xét lần trước: đã hoàn thành.',
          'b) Những thay đổi trong các vấn đề bên ngoài và nội bộ liên quan đến hệ thống: sắp xếp tổ chức bộ máy.',
          'c) Thông tin về kết quả thực hiện và hiệu lực của hệ thống: sự hài lòng của tổ chức, cá nhân 97,5%; 100% mục tiêu đạt; đánh giá nội bộ có 02 điểm không phù hợp, đã khắc phục.',
          'd) Sự đầy đủ của nguồn lực: cần thêm 01 máy quét.',
          'đ) Hiệu lực của hành động giải quyết rủi ro và cơ hội: có hiệu lực.',
          'e) Cơ hội cải tiến: tăng dịch vụ công trực tuyến toàn trình.',
          '**5. Kết luận**',
          'a) Các cơ hội cải tiến: số hóa hồ sơ, rút ngắn thời gian giải quyết.',
          'b) Nhu cầu thay đổi hệ thống: cập nhật các quy trình theo mô hình mới.',
          'c) Nhu cầu nguồn lực: trang bị 01 máy quét cho Bộ phận Một cửa.',
          'Cuộc họp kết thúc lúc 10 giờ 45 phút cùng ngày./.',
        )
        .foot([titled('THƯ KÝ', clerk), titled('CHỦ TRÌ', chair)])
      return made(
        begun,
        {
          kind: ['BIÊN BẢN'],
          subject: [`HỌP Xem xét của Lãnh đạo về ${QMS} năm ${office.year}`],
          signer: [titled('THƯ KÝ', clerk).fact, titled('CHỦ TRÌ', chair).fact],
          'review.heldOn': [day],
          'review.chair': [chair],
          // The fifth is lettered đ, as in Vietnamese; it is point e of the standard's list.
          'review.inputs': ['a', 'b', 'c', 'd', 'e', 'f'],
          'review.outputs': ['a', 'b', 'c'],
        },
        chair,
      )
    },
  },
  {
    // Of a commune: begun with the day in words, matters numbered, some of those to be looked at left out.
    id: 'review-minutes-numbered',
    make(draw) {
      const office = anyOffice(draw)
      const day = draw.day(office.year)
      const begun = begin(draw, office, { sign: `BB-${office.sign}`, day })
      const [chair = '', clerk = ''] = people(draw, 2)
      const title = draw.chance(0.5) ? office.leader : `Phó Trưởng ban Thường trực Ban Chỉ đạo ISO`
      begun.page
        .title('BIÊN BẢN', `Cuộc họp xem xét của Lãnh đạo`)
        .rule()
        .body(
          `Vào lúc 14 giờ 00, ${dayOfHeading(day)}, tại phòng họp ${office.name} tổ chức cuộc họp xem xét của Lãnh đạo.`,
          '**I. THÀNH PHẦN**',
          `1. Đồng chí ${chair}, ${title} - Chủ trì cuộc họp;`,
          `2. Đồng chí ${clerk}, Văn phòng - Thư ký;`,
          '3. Trưởng các phòng, bộ phận.',
          '**II. NỘI DUNG**',
          '1. Kết quả thực hiện các kết luận của kỳ họp xem xét trước.',
          '2. Kết quả đánh giá nội bộ và tình hình khắc phục.',
          '3. Mức độ hài lòng của người dân, doanh nghiệp.',
          '4. Các nguồn lực cần thiết.',
          '5. Đề xuất cải tiến.',
          '**III. KẾT LUẬN CỦA CHỦ TRÌ**',
          '- Thống nhất các nội dung báo cáo.',
          '- Bổ sung 01 công chức cho Trung tâm Phục vụ hành chính công.',
          'Biên bản được thông qua lúc 16 giờ 30 cùng ngày./.',
        )
        .foot([titled('THƯ KÝ', clerk), { ...titled('CHỦ TRÌ', chair), lines: ['CHỦ TRÌ', '(Ký tên, đóng dấu)'] }])
      return made(
        begun,
        {
          kind: ['BIÊN BẢN'],
          subject: ['Cuộc họp xem xét của Lãnh đạo'],
          signer: [titled('THƯ KÝ', clerk).fact, titled('CHỦ TRÌ', chair).fact],
          'review.heldOn': [day],
          'review.chair': [chair],
          'review.inputs': ['a', 'c', 'd', 'f'],
          'review.outputs': ['c'],
        },
        chair,
      )
    },
  },
  {
    id: 'training-report',
    make(draw) {
      const office = anyOffice(draw)
      const begun = begin(draw, office, { sign: `BC-${office.sign}` })
      const signed = draw.chance(0.5) ? signing(draw, office) : byOrder(draw, office, 'CHÁNH VĂN PHÒNG')
      const many = draw.between(21, 88)
      begun.page
        .title(
          'BÁO CÁO',
          `Kết quả tổ chức lớp tập huấn nhận thức chung về ${STANDARD}`,
          'và đào tạo chuyên gia đánh giá nội bộ',
        )
        .rule()
        .body(
          `Từ ngày 06 đến ngày 08 tháng 5 năm ${office.year}, ${office.name} đã tổ chức lớp tập huấn cho ${many} cán bộ, công chức.`,
          `Giảng viên: ThS. ${aPerson(draw)}, Trung tâm Kỹ thuật Tiêu chuẩn Đo lường Chất lượng.`,
        )
        .grid(
          [12, 44, 44],
          [
            ['STT', 'Đơn vị', 'Số người dự/tổng số'],
            ['1', 'Văn phòng', '12/12'],
            ['2', 'Các phòng chuyên môn', `${many - 12}/${many - 12}`],
          ],
        )
        .body('Kết quả kiểm tra cuối khóa: 100% đạt yêu cầu./.')
        .foot([signed], ['Lãnh đạo cơ quan', 'Lưu: VT, ISO'])
      const subject = `Kết quả tổ chức lớp tập huấn nhận thức chung về ${STANDARD} và đào tạo chuyên gia đánh giá nội bộ`
      return made(begun, { kind: ['BÁO CÁO'], subject: [subject], signer: [signed.fact] }, signed.name)
    },
  },
]
