// Written without having seen the reader, as `layouts-b.ts` tells: what is declared and the documents of the system.
import { shortDay, two } from '../samples/office/words.ts'
import { begin, DECISION_19, made, QMS, STANDARD, signing } from './begun-b.ts'
import { dayOfHeading, type Layout } from './layout.ts'
import { aCommittee, anOffice, anyOffice, aPerson, people } from './offices-b.ts'

export const SYSTEM: readonly Layout[] = [
  {
    // The form annexed to Decision 19: its day stands above the signature.
    id: 'announcement',
    make(draw) {
      const office = aCommittee(draw)
      const day = draw.day(office.year)
      const begun = begin(draw, office, { dated: false })
      const signed = signing(draw, office)
      begun.page
        .title('BẢN CÔNG BỐ', `${QMS} phù hợp`, `Tiêu chuẩn quốc gia ${STANDARD}`)
        .rule()
        .basis(DECISION_19)
        .title(office.issuer)
        .body(
          `Công bố ${QMS} tại ${office.name} phù hợp Tiêu chuẩn quốc gia ${STANDARD} đối với hoạt động giải quyết ${draw.between(120, 390)} thủ tục hành chính thuộc thẩm quyền.`,
          'Bản công bố này được niêm yết tại trụ sở cơ quan kể từ ngày ký./.',
        )
        .foot([signed], undefined, `${office.place}, ${dayOfHeading(day)}`)
      return made(
        begun,
        {
          date: [day],
          kind: ['BẢN CÔNG BỐ'],
          subject: [`${QMS} phù hợp Tiêu chuẩn quốc gia ${STANDARD}`],
          edition: [STANDARD],
          signer: [signed.fact],
        },
        signed.name,
      )
    },
  },
  {
    id: 'effect-confirmed',
    make(draw) {
      const office = anOffice(draw)
      const begun = begin(draw, office, { sign: draw.oneOf([`XN-${office.sign}`, `GXN-${office.sign}`]) })
      const signed = signing(draw, office)
      begun.page
        .title('XÁC NHẬN', `HIỆU LỰC CỦA ${QMS.toUpperCase()}`)
        .rule()
        .basis(DECISION_19)
        .body(
          `Căn cứ Báo cáo kết quả đánh giá nội bộ số 36/BC-${office.sign} và Biên bản họp xem xét của Lãnh đạo, ${office.leader} xác nhận:`,
          `${QMS} của ${office.name} xây dựng theo Tiêu chuẩn quốc gia ${STANDARD} đã được áp dụng có hiệu lực kể từ ngày 02 tháng 01 năm ${office.year}./.`,
        )
        .foot([signed], ['Ban Chỉ đạo ISO', 'Các phòng, đơn vị', 'Lưu: VT'])
      return made(
        begun,
        {
          kind: ['XÁC NHẬN'],
          subject: [`HIỆU LỰC CỦA ${QMS.toUpperCase()}`],
          edition: [STANDARD],
          signer: [signed.fact],
        },
        signed.name,
      )
    },
  },
  {
    id: 'quality-policy',
    make(draw) {
      const office = anyOffice(draw)
      const begun = begin(draw, office, { dated: false })
      const day = draw.day(office.year)
      const signed = signing(draw, office, true)
      begun.page
        .title('CHÍNH SÁCH CHẤT LƯỢNG')
        .rule()
        .center('“**CÔNG KHAI - MINH BẠCH - ĐÚNG HẸN - THÂN THIỆN**”')
        .body(
          `Lãnh đạo và toàn thể cán bộ, công chức, viên chức ${office.name} cam kết:`,
          '1. Giải quyết công việc đúng pháp luật, đúng thời hạn, không phiền hà.',
          '2. Thường xuyên bồi dưỡng, nâng cao trình độ và đạo đức công vụ.',
          `3. Duy trì và cải tiến liên tục ${QMS} theo ${STANDARD}.`,
          '4. Lắng nghe, tiếp thu ý kiến góp ý của tổ chức và công dân.',
        )
        .foot([signed], undefined, `${office.place}, ${dayOfHeading(day)}`)
        .footer('CSCL - Lần ban hành: 03')
      return made(begun, { date: [day], kind: ['CHÍNH SÁCH CHẤT LƯỢNG'], signer: [signed.fact] }, signed.name)
    },
  },
  {
    id: 'quality-objectives',
    make(draw) {
      const office = anyOffice(draw)
      const begun = begin(draw, office, {
        sign: draw.oneOf([`MTCL-${office.sign}`, `KH-${office.sign}`]),
        byHand: true,
      })
      const signed = signing(draw, office)
      const head = ['TT', 'Mục tiêu', 'Chỉ tiêu', 'Đơn vị thực hiện', 'Thời hạn']
      begun.page
        .title(`MỤC TIÊU CHẤT LƯỢNG NĂM ${office.year}`)
        .aside(`(Kèm theo Quyết định số 07/QĐ-${office.sign} ngày 08 tháng 01 năm ${office.year})`)
        .grid(
          [7, 38, 13, 24, 18],
          [
            head,
            ['1', 'Hồ sơ thủ tục hành chính giải quyết đúng hạn', '≥ 99%', 'Các phòng', `31/12/${office.year}`],
            ['2', 'Mức độ hài lòng của tổ chức, cá nhân', '≥ 95%', 'Bộ phận Một cửa', 'Hằng quý'],
            ['3', 'Hồ sơ nộp trực tuyến toàn trình', '≥ 80%', 'Các phòng', `Quý IV/${office.year}`],
            ['4', 'Công chức được tập huấn nhận thức ISO', '100%', 'Văn phòng', `30/6/${office.year}`],
          ],
        )
        .body('Trưởng các đơn vị lập kế hoạch thực hiện và báo cáo kết quả trước ngày 15 của tháng cuối quý./.')
        .foot([signed], ['Các đơn vị', 'Lưu: VT, ISO'])
      return made(
        begun,
        { kind: ['MỤC TIÊU CHẤT LƯỢNG'], subject: [`NĂM ${office.year}`], signer: [signed.fact] },
        signed.name,
      )
    },
  },
  {
    // A cover with who wrote, looked through and approved it; the approver is the one whose document it is.
    id: 'process-covered',
    make(draw) {
      const office = anyOffice(draw)
      const begun = begin(draw, office, { dated: false })
      const [writer = '', checker = '', approver = ''] = people(draw, 3)
      const name = draw.oneOf([
        'GIẢI QUYẾT KHIẾU NẠI LẦN ĐẦU',
        'ĐÁNH GIÁ NỘI BỘ',
        'KIỂM SOÁT TÀI LIỆU VÀ HỒ SƠ',
        'ĐĂNG KÝ KẾT HÔN',
      ])
      const day = draw.day(office.year)
      const code = `QT.${two(draw.between(1, 30))}`
      begun.page
        .title('QUY TRÌNH', name)
        .space()
        .grid(
          [40, 60],
          [
            ['Mã hiệu:', code],
            ['Lần ban hành:', two(draw.between(1, 4))],
            ['Ngày ban hành:', shortDay(day)],
          ],
          false,
        )
        .grid(
          [22, 26, 26, 26],
          [
            ['', 'Soạn thảo', 'Xem xét', 'Phê duyệt'],
            ['Chữ ký', ['', ''], ['', ''], ['', '']],
            ['Họ và tên', writer, checker, approver],
            ['Chức vụ', 'Chuyên viên', 'Thư ký ISO', office.leader],
          ],
        )
        .newPage()
        .title('SỬA ĐỔI TÀI LIỆU')
        .grid(
          [24, 36, 20, 20],
          [
            ['Yêu cầu sửa đổi', 'Mô tả nội dung sửa đổi', 'Lần ban hành', 'Ngày ban hành'],
            ['Trang 3', 'Cập nhật căn cứ pháp lý', '02', shortDay(`${office.year - 1}-03-10`)],
          ],
        )
        .body(
          '**1. MỤC ĐÍCH**',
          'Quy định thống nhất trách nhiệm, trình tự, thủ tục thực hiện công việc.',
          '**2. PHẠM VI**',
          `Áp dụng tại ${office.name}.`,
          '**3. TÀI LIỆU VIỆN DẪN**',
          `- ${STANDARD}; Luật Khiếu nại số 02/2011/QH13 ngày 11/11/2011;`,
          `- Quyết định số 55/QĐ-${office.sign} ngày 12/4/${office.year - 1} của ${office.leader}.`,
          '**4. NỘI DUNG**',
        )
        .grid(
          [10, 45, 25, 20],
          [
            ['Bước', 'Nội dung công việc', 'Trách nhiệm', 'Thời gian'],
            ['B1', 'Tiếp nhận hồ sơ', 'Bộ phận Một cửa', '0,5 ngày'],
            ['B2', 'Thẩm định, trình ký', 'Công chức chuyên môn', '02 ngày'],
            ['B3', 'Phê duyệt, trả kết quả', 'Lãnh đạo', '0,5 ngày'],
          ],
        )
        .footer(`${code} - Ngày ban hành: ${shortDay(day)}`)
      return made(
        begun,
        { kind: ['QUY TRÌNH'], subject: [name], signer: [{ name: approver, title: office.leader }] },
        approver,
      )
    },
  },
  {
    id: 'document-list',
    make(draw) {
      const office = anyOffice(draw)
      const begun = begin(draw, office, { dated: false })
      const rows = [
        ['Sổ tay chất lượng', 'STCL'],
        ['Quy trình kiểm soát tài liệu', 'QT.HT.01'],
        ['Quy trình đánh giá nội bộ', 'QT.HT.03'],
        ['Quy trình kiểm soát sự không phù hợp và hành động khắc phục', 'QT.HT.05'],
        ['Quy trình quản lý rủi ro', 'QT.HT.06'],
      ]
      begun.page
        .right('BM.HT.01.01')
        .title('DANH MỤC TÀI LIỆU', `THUỘC ${QMS.toUpperCase()}`)
        .aside(
          `(Ban hành kèm theo Quyết định số ${two(draw.between(1, 60))}/QĐ-${office.sign} ngày ${shortDay(draw.day(office.year))} của ${office.leader})`,
        )
        .grid(
          [8, 46, 18, 12, 16],
          [
            ['STT', 'Tên tài liệu', 'Mã hiệu', 'Lần BH', 'Ngày BH'],
            ...rows.map(([name = '', code = ''], at) => [
              String(at + 1),
              name,
              code,
              two(draw.between(1, 4)),
              shortDay(draw.day(office.year - 1)),
            ]),
          ],
        )
        .aside('(Danh mục gồm 05 tài liệu)')
      return made(begun, { kind: ['DANH MỤC'], subject: [`TÀI LIỆU THUỘC ${QMS.toUpperCase()}`] })
    },
  },
  {
    // With an annex of who does what.
    id: 'yearly-plan-approved',
    make(draw) {
      const office = anOffice(draw)
      const begun = begin(draw, office, { sign: `KH-${office.sign}` })
      const signed = signing(draw, office)
      begun.page
        .title('KẾ HOẠCH')
        .title(`Xây dựng, áp dụng, duy trì và cải tiến ${QMS} theo Tiêu chuẩn quốc gia ${STANDARD} năm ${office.year}`)
        .rule()
        .body(
          `Thực hiện Kế hoạch số 241/KH-UBND ngày 19 tháng 12 năm ${office.year - 1} của Ủy ban nhân dân tỉnh, ${office.name} xây dựng Kế hoạch như sau:`,
          '**I. MỤC TIÊU**',
          'Bảo đảm 100% thủ tục hành chính được giải quyết theo quy trình ISO.',
          '**II. NHIỆM VỤ**',
          '(Chi tiết tại Phụ lục kèm theo)',
          '**III. KINH PHÍ**',
          'Từ nguồn kinh phí chi thường xuyên được giao năm, không quá 15.000.000 đồng.',
          '**IV. TỔ CHỨC THỰC HIỆN**',
          `Giao ${office.desk} đôn đốc, tổng hợp báo cáo trước ngày 30/11/${office.year}./.`,
        )
        .foot([signed], ['Sở KH&CN (b/c)', 'Giám đốc, các PGĐ', 'Các phòng thuộc cơ quan', 'Lưu: VT, VP'])
        .newPage()
        .title('PHỤ LỤC', 'PHÂN CÔNG NHIỆM VỤ')
        .aside(`(Kèm theo Kế hoạch của ${office.name})`)
        .grid(
          [8, 42, 28, 22],
          [
            ['TT', 'Nội dung', 'Người chủ trì', 'Thời gian'],
            ['1', 'Rà soát, sửa đổi quy trình', aPerson(draw), 'Quý I'],
            ['2', 'Đánh giá nội bộ', aPerson(draw), 'Quý III'],
            ['3', 'Xem xét của Lãnh đạo', aPerson(draw), 'Quý IV'],
          ],
        )
      const subject = `Xây dựng, áp dụng, duy trì và cải tiến ${QMS} theo Tiêu chuẩn quốc gia ${STANDARD} năm ${office.year}`
      return made(begun, { kind: ['KẾ HOẠCH'], subject: [subject], signer: [signed.fact] }, signed.name)
    },
  },
]
