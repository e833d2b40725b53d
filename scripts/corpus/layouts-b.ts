// Written without having seen the reader: of its code, its tests, and the layouts it was tuned on (`a`) nothing was known
// when these were made, only the names and meanings of the facts. What a reader finds here it was not made for. Afterwards four
// ways of telling the same were made the reader’s own: the subject of a letter has its `V/v`; the subject of a title is all that stands
// behind the kind (`DANH MỤC`, `BIÊN BẢN`, `MỤC TIÊU CHẤT LƯỢNG`); a notice of what a review decided tells its day and chair.
import { shortDay } from '../samples/office/words.ts'
import { begin, byOrder, CIRCULAR_26, DECISION_19, made, QMS, STANDARD, signing, titled } from './begun-b.ts'
import type { Draw } from './draw.ts'
import type { Layout } from './layout.ts'
import { RECORDS } from './layouts-b-records.ts'
import { SYSTEM } from './layouts-b-system.ts'
import { aCommittee, anOffice, anyOffice, aPerson, people } from './offices-b.ts'

const PROCEDURES: readonly [code: string, name: string, field: string][] = [
  ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch'],
  ['1.000894', 'Đăng ký kết hôn', 'Hộ tịch'],
  ['1.000656', 'Đăng ký khai tử', 'Hộ tịch'],
  ['1.004837', 'Đăng ký giám hộ', 'Hộ tịch'],
  ['1.004859', 'Đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch', 'Hộ tịch'],
  ['1.004873', 'Cấp Giấy xác nhận tình trạng hôn nhân', 'Hộ tịch'],
  ['2.000635', 'Cấp bản sao Trích lục hộ tịch', 'Hộ tịch'],
  ['2.000815', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản', 'Chứng thực'],
  ['2.000884', 'Chứng thực chữ ký trong các giấy tờ, văn bản', 'Chứng thực'],
  ['1.001776', 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng', 'Bảo trợ xã hội'],
  ['1.001731', 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội', 'Bảo trợ xã hội'],
  ['1.012373', 'Tặng Giấy khen của Chủ tịch UBND cấp xã', 'Thi đua, khen thưởng'],
]

/** A list of procedures, and its codes as they stand in it. */
function procedures(draw: Draw): { rows: string[][]; codes: string[] } {
  const ending = draw.oneOf(['', '', '.H61', '.000.00.00.H61'])
  const chosen = draw
    .some(draw.between(4, 9), PROCEDURES)
    .map(([code, ...rest]) => [`${code}${ending}`, ...rest] as const)
  return {
    rows: chosen.map(([code, name, field], at) => [String(at + 1), code, name, field]),
    codes: chosen.map(([code]) => code),
  }
}

const DECISIONS: readonly Layout[] = [
  {
    id: 'declare-department',
    make(draw) {
      const office = anOffice(draw)
      const begun = begin(draw, office, { sign: `QĐ-${office.sign}` })
      const { rows, codes } = procedures(draw)
      const signed = signing(draw, office)
      begun.page
        .title('QUYẾT ĐỊNH', `Về việc công bố ${QMS}`, `phù hợp Tiêu chuẩn quốc gia ${STANDARD}`, `tại ${office.name}`)
        .rule()
        .title(office.authority)
        .basis(
          DECISION_19,
          CIRCULAR_26,
          `Căn cứ Quyết định số 101/QĐ-BKHCN ngày 21 tháng 01 năm 2019 của Bộ trưởng Bộ Khoa học và Công nghệ về việc công bố Mô hình khung ${QMS};`,
          'Theo đề nghị của Chánh Văn phòng.',
        )
        .title('QUYẾT ĐỊNH:')
        .body(
          `**Điều 1.** Công bố ${QMS} tại ${office.name} phù hợp Tiêu chuẩn quốc gia ${STANDARD} đối với ${rows.length} thủ tục hành chính theo Phụ lục đính kèm.`,
          `**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 31/QĐ-${office.sign} ngày 14 tháng 12 năm 2021.`,
          '**Điều 3.** Chánh Văn phòng, Trưởng các phòng chuyên môn và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
        )
        .foot([signed], ['Như Điều 3', 'Sở Khoa học và Công nghệ (để báo cáo)', 'Lãnh đạo cơ quan', 'Lưu: VT, VP'])
        .newPage()
        .title('PHỤ LỤC', 'DANH MỤC THỦ TỤC HÀNH CHÍNH', `ĐƯỢC CÔNG BỐ PHÙ HỢP ${STANDARD}`)
        .aside(`(Kèm theo Quyết định nêu trên của ${office.leader})`)
        .grid([8, 24, 44, 24], [['TT', 'Mã TTHC', 'Tên thủ tục hành chính', 'Lĩnh vực'], ...rows])
      const subject = `Về việc công bố ${QMS} phù hợp Tiêu chuẩn quốc gia ${STANDARD} tại ${office.name}`
      return made(
        begun,
        { kind: ['QUYẾT ĐỊNH'], subject: [subject], edition: [STANDARD], codes, signer: [signed.fact] },
        signed.name,
      )
    },
  },
  {
    id: 'declare-commune',
    make(draw) {
      const office = aCommittee(draw)
      const begun = begin(draw, office, { sign: 'QĐ-UBND', byHand: true })
      const { rows, codes } = procedures(draw)
      const signed = signing(draw, office, true)
      begun.page
        .title('QUYẾT ĐỊNH', `Công bố lại ${QMS} theo`, `Tiêu chuẩn quốc gia ${STANDARD}`)
        .rule()
        .title(office.authority)
        .basis(
          'Căn cứ Luật Tổ chức chính quyền địa phương;',
          DECISION_19,
          'Căn cứ Kế hoạch số 112/KH-UBND ngày 20/01/2023 của Ủy ban nhân dân tỉnh về xây dựng, áp dụng, duy trì và cải tiến Hệ thống quản lý chất lượng;',
          `Xét đề nghị của Công chức ${office.desk}.`,
        )
        .title('QUYẾT ĐỊNH:')
        .body(
          `**Điều 1.** Công bố ${QMS} tại ${office.name} được xây dựng và áp dụng cho các thủ tục hành chính tại danh mục kèm theo phù hợp với Tiêu chuẩn quốc gia ${STANDARD}.`,
          '**Điều 2.** Ban Chỉ đạo ISO có trách nhiệm duy trì, cải tiến hệ thống theo quy định.',
          `**Điều 3.** ${office.desk}, các phòng chuyên môn, Trung tâm Phục vụ hành chính công và các cá nhân có liên quan căn cứ Quyết định thi hành./.`,
        )
        .foot([signed], ['Như Điều 3', 'Sở KH&CN tỉnh', 'TT. Đảng ủy, HĐND', 'CT, các PCT', 'Lưu: VT'])
        .newPage()
        .title('DANH MỤC')
        .center('**Thủ tục hành chính áp dụng Hệ thống quản lý chất lượng**')
        .aside('(Ban hành kèm theo Quyết định của Chủ tịch Ủy ban nhân dân)')
        .grid(
          [8, 48, 20, 24],
          [
            ['Số TT', 'Tên TTHC', 'Lĩnh vực', 'Mã số'],
            ...rows.map(([at = '', code = '', name = '', field = '']) => [at, name, field, code]),
          ],
        )
      const subject = `Công bố lại ${QMS} theo Tiêu chuẩn quốc gia ${STANDARD}`
      return made(
        begun,
        { kind: ['QUYẾT ĐỊNH'], subject: [subject], edition: [STANDARD], codes, signer: [signed.fact] },
        signed.name,
      )
    },
  },
  {
    id: 'procedures-published',
    make(draw) {
      const [province, place] = draw.oneOf([
        ['TỈNH VĨNH LONG', 'Vĩnh Long'],
        ['TỈNH NGHỆ AN', 'Nghệ An'],
        ['THÀNH PHỐ HUẾ', 'Huế'],
        ['TỈNH GIA LAI', 'Gia Lai'],
      ] as const)
      const lines = ['ỦY BAN NHÂN DÂN', province]
      const office = { ...aCommittee(draw), lines, issuer: lines.join(' '), place, year: 2025 }
      const begun = begin(draw, office, { sign: 'QĐ-UBND' })
      const { rows, codes } = procedures(draw)
      const signed = signing(draw, office, true)
      begun.page
        .title('QUYẾT ĐỊNH')
        .title(
          'Về việc công bố Danh mục thủ tục hành chính được sửa đổi, bổ sung trong lĩnh vực hộ tịch, chứng thực thuộc thẩm quyền giải quyết của Ủy ban nhân dân cấp xã',
        )
        .rule()
        .title(`CHỦ TỊCH ỦY BAN NHÂN DÂN ${province}`)
        .basis(
          'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
          'Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính và các nghị định sửa đổi, bổ sung;',
          'Theo đề nghị của Giám đốc Sở Tư pháp tại Tờ trình số 1275/TTr-STP ngày 04 tháng 7 năm 2025.',
        )
        .title('QUYẾT ĐỊNH:')
        .body(
          `**Điều 1.** Công bố kèm theo Quyết định này Danh mục ${rows.length} thủ tục hành chính được sửa đổi, bổ sung.`,
          '**Điều 2.** Quyết định này có hiệu lực thi hành kể từ ngày ký.',
          '**Điều 3.** Chánh Văn phòng UBND tỉnh, Giám đốc Sở Tư pháp, Chủ tịch UBND các xã, phường và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
        )
        .foot(
          [signed],
          ['Như Điều 3', 'Cục KSTTHC - VPCP', 'CT, các PCT UBND tỉnh', 'Cổng TTĐT tỉnh', 'Lưu: VT, TTPVHCC'],
        )
        .newPage()
        .title('DANH MỤC THỦ TỤC HÀNH CHÍNH')
        .aside(`(Ban hành kèm theo Quyết định của Chủ tịch Ủy ban nhân dân tỉnh)`)
        .grid(
          [7, 23, 45, 25],
          [
            ['STT', 'Mã TTHC', 'Tên thủ tục hành chính', 'Thời hạn giải quyết'],
            ...rows.map(([at = '', code = '', name = '']) => [at, code, name, '03 ngày làm việc']),
          ],
        )
      const subject =
        'Về việc công bố Danh mục thủ tục hành chính được sửa đổi, bổ sung trong lĩnh vực hộ tịch, chứng thực thuộc thẩm quyền giải quyết của Ủy ban nhân dân cấp xã'
      return made(begun, { kind: ['QUYẾT ĐỊNH'], subject: [subject], codes, signer: [signed.fact] }, signed.name)
    },
  },
  {
    // As decisions were typed before 2020: who decides stands in the title.
    id: 'issue-processes-old',
    make(draw) {
      const office = anyOffice(draw)
      const begun = begin(draw, office, { sign: `QĐ-${office.sign}` })
      const signed = signing(draw, office, true)
      begun.page
        .title(`QUYẾT ĐỊNH CỦA ${office.authority}`)
        .title('V/v ban hành các quy trình giải quyết công việc')
        .title(`theo tiêu chuẩn ${STANDARD}`)
        .rule()
        .title(office.authority)
        .body(
          `- ${DECISION_19}`,
          `- Căn cứ chức năng, nhiệm vụ, quyền hạn của ${office.name};`,
          `- Xét đề nghị của Ban Chỉ đạo ISO ${office.name},`,
        )
        .title('QUYẾT ĐỊNH')
        .body(
          `**Điều 1:** Nay ban hành kèm theo Quyết định này ${draw.between(11, 40)} quy trình giải quyết thủ tục hành chính và 07 quy trình hệ thống thuộc ${QMS} theo ${STANDARD}.`,
          '**Điều 2:** Các ông (bà) Trưởng phòng, công chức có liên quan chịu trách nhiệm thi hành Quyết định này kể từ ngày ký.',
        )
        .foot([signed], ['Như Điều 2', 'Lưu VT'])
      const subject = `V/v ban hành các quy trình giải quyết công việc theo tiêu chuẩn ${STANDARD}`
      return made(
        begun,
        { kind: ['QUYẾT ĐỊNH'], subject: [subject], edition: [STANDARD], signer: [signed.fact] },
        signed.name,
      )
    },
  },
  {
    id: 'steering-committee',
    make(draw) {
      const office = anyOffice(draw)
      const begun = begin(draw, office, { sign: `QĐ-${office.sign}`, byHand: true })
      const signed = signing(draw, office, true)
      const [chair = '', deputy = '', third = '', fourth = '', clerk = ''] = people(draw, 5)
      begun.page
        .title('QUYẾT ĐỊNH', 'Về việc kiện toàn Ban Chỉ đạo và Tổ giúp việc', `xây dựng, áp dụng ${QMS}`)
        .rule()
        .title(office.authority)
        .basis(
          DECISION_19,
          CIRCULAR_26,
          `Căn cứ Quyết định số 17/QĐ-${office.sign} ngày 09/02/2022 về việc thành lập Ban Chỉ đạo ISO;`,
          `Theo đề nghị của ${office.desk}.`,
        )
        .title('QUYẾT ĐỊNH:')
        .body(
          '**Điều 1.** Kiện toàn Ban Chỉ đạo xây dựng, áp dụng, duy trì và cải tiến Hệ thống quản lý chất lượng gồm các ông (bà) có tên sau:',
        )
        .grid(
          [8, 32, 35, 25],
          [
            ['TT', 'Họ và tên', 'Chức vụ', 'Nhiệm vụ'],
            ['1', `Ông ${chair}`, office.leader, 'Trưởng ban'],
            ['2', `Bà ${deputy}`, `Phó ${office.leader}`, 'Phó Trưởng ban'],
            ['3', `Ông ${third}`, office.desk, 'Thành viên'],
            ['4', `Bà ${fourth}`, 'Phòng Kinh tế', 'Thành viên'],
            ['5', `Bà ${clerk}`, 'Chuyên viên', 'Thư ký'],
          ],
        )
        .body(
          '**Điều 2.** Ban Chỉ đạo có nhiệm vụ chỉ đạo việc đánh giá nội bộ, chuẩn bị cuộc họp xem xét của lãnh đạo và báo cáo theo quy định. Tổ giúp việc do Trưởng ban quyết định.',
          '**Điều 3.** Quyết định này có hiệu lực kể từ ngày ký, thay thế các quyết định trước đây trái với Quyết định này.',
          `**Điều 4.** ${office.desk}, các đơn vị và các ông (bà) có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
        )
        .foot([signed], ['Như Điều 4', 'Chi cục TĐC tỉnh', 'Lưu: VT, ISO'])
      const subject = `Về việc kiện toàn Ban Chỉ đạo và Tổ giúp việc xây dựng, áp dụng ${QMS}`
      return made(begun, { kind: ['QUYẾT ĐỊNH'], subject: [subject], signer: [signed.fact] }, signed.name)
    },
  },
  {
    id: 'appoint-representative',
    make(draw) {
      const office = anOffice(draw)
      const begun = begin(draw, office, { sign: `QĐ-${office.sign}` })
      const signed = signing(draw, office, true)
      const appointed = aPerson(draw)
      begun.page
        .title('QUYẾT ĐỊNH')
        .title(`Giao nhiệm vụ Đại diện lãnh đạo về chất lượng (QMR)`)
        .rule()
        .title(office.authority)
        .basis(
          `Căn cứ Quyết định số 12/2025/QĐ-UBND ngày 28/02/2025 của Ủy ban nhân dân tỉnh quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của ${office.name};`,
          `Căn cứ Sổ tay chất lượng ban hành ngày 02/01/2024;`,
          'Xét năng lực công chức.',
        )
        .title('QUYẾT ĐỊNH:')
        .body(
          `**Điều 1.** Giao ông ${appointed}, sinh ngày ${shortDay(`${draw.between(1968, 1988)}-08-15`)}, ${office.deputy.charAt(0)}${office.deputy.slice(1).toLowerCase()}, làm Đại diện lãnh đạo về chất lượng kể từ ngày 01 tháng 4 năm ${office.year}.`,
          `**Điều 2.** Ông ${appointed} có trách nhiệm bảo đảm các quá trình cần thiết của ${QMS} được thiết lập, thực hiện và duy trì.`,
          `**Điều 3.** ${office.desk}, các phòng, đơn vị và ông ${appointed} chịu trách nhiệm thi hành Quyết định này./.`,
        )
        .foot([signed], ['Như Điều 3', 'Lưu: VT, TCCB'])
      const subject = 'Giao nhiệm vụ Đại diện lãnh đạo về chất lượng (QMR)'
      return made(begun, { kind: ['QUYẾT ĐỊNH'], subject: [subject], signer: [signed.fact] }, signed.name)
    },
  },
  {
    // Printed by an e-office, with what it prints at the head of the page.
    id: 'audit-team-appointed',
    make(draw) {
      const office = anyOffice(draw)
      const day = draw.day(office.year)
      const signed = signing(draw, office, true)
      const begun = begin(draw, office, { sign: `QĐ-${office.sign}`, day })
      const team = people(draw, 3)
      begun.page
        .title('QUYẾT ĐỊNH', 'Về việc thành lập Đoàn đánh giá nội bộ', `${QMS} năm ${office.year}`)
        .rule()
        .title(office.authority)
        .basis(
          DECISION_19,
          'Căn cứ Quy trình đánh giá nội bộ QT.HT.03 ban hành lần thứ 02;',
          `Theo đề nghị của Thư ký Ban Chỉ đạo ISO.`,
        )
        .title('QUYẾT ĐỊNH:')
        .body('**Điều 1.** Thành lập Đoàn đánh giá nội bộ gồm:')
        .body(
          ...team.map(
            (name, at) =>
              `${at + 1}. ${draw.oneOf(['Ông', 'Bà'])} ${name} - ${at === 0 ? 'Trưởng đoàn' : 'Thành viên'};`,
          ),
        )
        .body(
          `**Điều 2.** Đoàn đánh giá thực hiện đánh giá nội bộ xong trước ngày 30 tháng 11 năm ${office.year} và tự giải thể sau khi hoàn thành nhiệm vụ.`,
          '**Điều 3.** Các phòng, đơn vị liên quan và các ông, bà có tên tại Điều 1 căn cứ Quyết định thi hành./.',
        )
        .foot([signed], ['Như Điều 1, 3', 'Lưu: VT'])
        .signedBlock([
          `Người ký: ${office.name}`,
          `Email: vanthu@${office.sign.toLowerCase()}.gov.vn`,
          `Thời gian ký: ${shortDay(day)} 09:${draw.between(10, 59)}:07 +07:00`,
        ])
      const subject = `Về việc thành lập Đoàn đánh giá nội bộ ${QMS} năm ${office.year}`
      return made(begun, { kind: ['QUYẾT ĐỊNH'], subject: [subject], signer: [signed.fact] }, signed.name)
    },
  },
]

const LETTERS: readonly Layout[] = [
  {
    id: 'letter-declared',
    make(draw) {
      const office = anOffice(draw)
      const about = `thông báo việc công bố ${QMS} theo ${STANDARD}`
      const begun = begin(draw, office, { sign: `${office.sign}-VP`, about: `V/v ${about}` })
      const signed = signing(draw, office)
      const to = ['Sở Khoa học và Công nghệ', 'Chi cục Tiêu chuẩn Đo lường Chất lượng']
      begun.page
        .to('Kính gửi', to)
        .body(
          `Thực hiện quy định tại khoản 3 Điều 4 Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ, ${office.name} thông báo đến Quý cơ quan:`,
          `1. ${office.name} đã ban hành Quyết định số 45/QĐ-${office.sign} ngày 18/3/${office.year} công bố ${QMS} phù hợp Tiêu chuẩn quốc gia ${STANDARD}.`,
          '2. Bản công bố được niêm yết tại trụ sở cơ quan và đăng tải trên Trang thông tin điện tử.',
          `Đầu mối liên hệ: bà ${aPerson(draw)}, số điện thoại 0299.3822.${draw.between(100, 999)}.`,
          `${office.name} trân trọng thông báo./.`,
        )
        .foot([signed], ['Như trên', 'Lãnh đạo cơ quan', 'Lưu: VT, VP'])
      return made(
        begun,
        { subject: [`V/v ${about}`], addressee: to, edition: [STANDARD], signer: [signed.fact] },
        signed.name,
      )
    },
  },
  {
    // Stamped by who received it.
    id: 'letter-commune-received',
    make(draw) {
      const office = aCommittee(draw)
      const about = `báo cáo, gửi hồ sơ áp dụng ${QMS} năm ${office.year}`
      const begun = begin(draw, office, { sign: 'UBND-VP', about: `V/v ${about}`, byHand: true })
      const signed = signing(draw, office)
      const to = draw.oneOf([
        'Sở Khoa học và Công nghệ tỉnh',
        'Sở Khoa học và Công nghệ',
        'Chi cục Tiêu chuẩn - Đo lường - Chất lượng',
      ])
      begun.page
        .arrived([
          'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
          'ĐẾN',
          `Số: ${draw.between(600, 4_000)}`,
          `Ngày: ${shortDay(draw.day(office.year))}`,
        ])
        .to('Kính gửi', [to])
        .body(
          `Thực hiện Công văn số 1088/SKHCN-TĐC ngày 12/8/${office.year} của Sở Khoa học và Công nghệ về việc kiểm tra việc áp dụng ${QMS}, ${office.name} gửi hồ sơ kèm theo gồm:`,
          `- Quyết định công bố số 72/QĐ-UBND ngày 05 tháng 5 năm ${office.year - 1};`,
          '- Báo cáo đánh giá nội bộ, Biên bản họp xem xét của Lãnh đạo;',
          '- Danh mục tài liệu đang áp dụng.',
          'Kính đề nghị Quý Sở xem xét, tổng hợp./.',
        )
        .foot([signed], ['Như trên', 'Lưu: VT'])
      return made(begun, { subject: [`V/v ${about}`], addressee: [to], signer: [signed.fact] }, signed.name)
    },
  },
  {
    id: 'proposal',
    make(draw) {
      const office = anOffice(draw)
      const above = `${office.issuer}`
      const begun = begin(draw, office, { sign: 'TTr-VP', superior: above, lines: ['VĂN PHÒNG'] })
      const signed = titled('CHÁNH VĂN PHÒNG', aPerson(draw))
      const to = office.leader
      begun.page
        .title('TỜ TRÌNH', `Về việc đề nghị phê duyệt Kế hoạch duy trì, cải tiến`, `${QMS} năm ${office.year}`)
        .rule()
        .to('Kính gửi', [to])
        .body(
          `Căn cứ Quyết định số 19/2014/QĐ-TTg và kết quả đánh giá nội bộ năm ${office.year - 1}, Văn phòng kính trình ${office.leader} xem xét, phê duyệt Kế hoạch với các nội dung chính như sau:`,
          '1. Rà soát, cập nhật quy trình theo các quyết định công bố thủ tục hành chính: hằng quý.',
          `2. Đánh giá nội bộ: tháng 9 năm ${office.year}; xem xét của Lãnh đạo: tháng 10 năm ${office.year}.`,
          '3. Kinh phí: 12.000.000 đồng (Mười hai triệu đồng) từ nguồn chi thường xuyên.',
          '(Dự thảo Quyết định và Kế hoạch gửi kèm theo)',
          'Văn phòng kính trình./.',
        )
        .foot([signed], ['Như trên', 'Lưu: VP'])
      const subject = `Về việc đề nghị phê duyệt Kế hoạch duy trì, cải tiến ${QMS} năm ${office.year}`
      return made(
        begun,
        { kind: ['TỜ TRÌNH'], subject: [subject], addressee: [to], signer: [signed.fact] },
        signed.name,
      )
    },
  },
  {
    id: 'invitation',
    make(draw) {
      const office = anyOffice(draw)
      const begun = begin(draw, office, { sign: `GM-${office.sign}` })
      const signed = byOrder(draw, office, office.collective ? 'CHÁNH VĂN PHÒNG' : 'PHÓ CHÁNH VĂN PHÒNG')
      begun.page
        .title('GIẤY MỜI')
        .title(`Họp xem xét của Lãnh đạo về ${QMS} năm ${office.year}`)
        .rule()
        .body(
          `${office.leader} trân trọng kính mời: thành viên Ban Chỉ đạo ISO, Trưởng các phòng, đơn vị tới dự cuộc họp xem xét của Lãnh đạo.`,
          `**Chủ trì:** ông ${aPerson(draw)}, ${office.leader}.`,
          `**Thời gian:** 14 giờ 00 phút, thứ Sáu ngày 24 tháng 10 năm ${office.year} (nửa ngày).`,
          '**Địa điểm:** Phòng họp số 2.',
          'Đề nghị các thành phần dự họp đúng giờ và chuẩn bị báo cáo của đơn vị mình./.',
        )
        .foot([signed], ['Như thành phần mời', 'Lãnh đạo cơ quan', 'Lưu: VT, VP'])
      const subject = `Họp xem xét của Lãnh đạo về ${QMS} năm ${office.year}`
      return made(begun, { kind: ['GIẤY MỜI'], subject: [subject], signer: [signed.fact] }, signed.name)
    },
  },
  {
    id: 'notice-of-review',
    make(draw) {
      const office = anyOffice(draw)
      const begun = begin(draw, office, { sign: `TB-${office.sign}`, byHand: true })
      const signed = byOrder(draw, office, 'CHÁNH VĂN PHÒNG')
      const head = aPerson(draw)
      begun.page
        .title('THÔNG BÁO')
        .title(`Kết luận của đồng chí ${head} - ${office.leader} tại cuộc họp xem xét của Lãnh đạo về ${QMS}`)
        .rule()
        .body(
          `Ngày 14/11/${office.year}, tại trụ sở cơ quan, đồng chí ${head} - ${office.leader} đã chủ trì cuộc họp xem xét của Lãnh đạo. Sau khi nghe báo cáo của Thư ký ISO và ý kiến của các thành viên, đồng chí ${head} kết luận:`,
          '1. Hệ thống quản lý chất lượng tiếp tục được duy trì, cơ bản phù hợp.',
          '2. Giao Văn phòng rà soát, đề xuất bổ sung trang thiết bị cho Bộ phận một cửa trước ngày 31/12.',
          '3. Các phòng khắc phục xong điểm không phù hợp trong tháng 12.',
          `Văn phòng thông báo để các đơn vị biết, thực hiện./.`,
        )
        .foot([signed], ['Các phòng, đơn vị', 'Ban Chỉ đạo ISO', 'Lưu: VT, VP'])
      const subject = `Kết luận của đồng chí ${head} - ${office.leader} tại cuộc họp xem xét của Lãnh đạo về ${QMS}`
      const held = { 'review.heldOn': [`${office.year}-11-14`], 'review.chair': [head] }
      return made(begun, { kind: ['THÔNG BÁO'], subject: [subject], signer: [signed.fact], ...held }, signed.name)
    },
  },
  {
    id: 'audit-plan',
    make(draw) {
      const office = anyOffice(draw)
      const begun = begin(draw, office, { sign: `KH-${office.sign}` })
      const signed = signing(draw, office)
      const [one = '', other = '', third = ''] = people(draw, 3)
      begun.page
        .title('KẾ HOẠCH', `Đánh giá nội bộ ${QMS}`, `theo tiêu chuẩn ${STANDARD} năm ${office.year}`)
        .rule()
        .body(
          '**I. MỤC ĐÍCH, YÊU CẦU**',
          '1. Xác định sự phù hợp của hệ thống với các yêu cầu của tiêu chuẩn và quy định của pháp luật.',
          '2. Phát hiện điểm không phù hợp để có hành động khắc phục kịp thời.',
          '**II. LỊCH ĐÁNH GIÁ**',
        )
        .grid(
          [20, 16, 34, 30],
          [
            ['Ngày', 'Giờ', 'Đơn vị được đánh giá', 'Chuyên gia đánh giá'],
            [`15/9/${office.year}`, '8h00 - 9h30', 'Văn phòng', [one, other]],
            [`15/9/${office.year}`, '9h30 - 11h00', 'Bộ phận Tiếp nhận và Trả kết quả', [one]],
            [`16/9/${office.year}`, '14h00 - 16h30', 'Các phòng chuyên môn', [other, third]],
          ],
        )
        .body(
          '**III. TỔ CHỨC THỰC HIỆN**',
          'Các đơn vị chuẩn bị hồ sơ, tài liệu theo Danh mục; Trưởng đoàn báo cáo kết quả chậm nhất 05 ngày làm việc sau khi kết thúc./.',
        )
        .foot([signed], ['Ban Chỉ đạo ISO (báo cáo)', 'Các đơn vị được đánh giá', 'Lưu: VT, ISO'])
      const subject = `Đánh giá nội bộ ${QMS} theo tiêu chuẩn ${STANDARD} năm ${office.year}`
      return made(begun, { kind: ['KẾ HOẠCH'], subject: [subject], signer: [signed.fact] }, signed.name)
    },
  },
]

/** Papers of a dossier as offices of all kinds write them. */
export const LAYOUTS: readonly Layout[] = [...DECISIONS, ...LETTERS, ...RECORDS, ...SYSTEM]
