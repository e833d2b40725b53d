import type { Block, Paper, Signature } from '../samples/office/paper.ts'
import { daysFrom, shortDay, two } from '../samples/office/words.ts'
import type { Agency, Draw } from './draw.ts'
import { byForm, dayOfHeading, type Facts, type Layout } from './layout.ts'

const YEARS = [2024, 2025, 2026] as const
const STANDARD = 'TCVN ISO 9001:2015'
const BASES: readonly Block[] = [
  { text: 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;', look: 'basis' },
  {
    text: 'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước;',
    look: 'basis',
  },
]
const UNITS = [
  'Văn phòng',
  'Thanh tra',
  'Phòng Tổ chức - Hành chính',
  'Phòng Nghiệp vụ 1',
  'Phòng Kế hoạch',
  'Phòng Pháp chế',
] as const

interface Begun {
  draw: Draw
  agency: Agency
  year: number
  date: string
  signer: { name: string; title: string; capacity?: string }
  heading: Pick<Paper, 'superior' | 'agency' | 'number' | 'place' | 'date'>
  signature: Signature
  facts: Facts
}

/** A heading and a signature by the form of NĐ 30/2020, and what they say. */
function begun(draw: Draw, sign: string, withNumber = true): Begun {
  const agency = draw.agency()
  const year = draw.oneOf(YEARS)
  const date = draw.day(year)
  const name = draw.person()
  const acts = draw.chance(0.3)
  const { collective, head, deputy } = agency
  const lines = [...(collective ? [`TM. ${collective}`] : []), ...(acts ? [`KT. ${head}`, deputy] : [head])]
  const capacity = acts ? 'KT.' : collective ? 'TM.' : undefined
  const signer = { name, title: acts ? deputy : head, ...(capacity && { capacity }) }
  const number = `${draw.chance(0.5) ? draw.between(10, 2400) : two(draw.between(1, 99))}/${sign}-${agency.sign}`
  return {
    draw,
    agency,
    year,
    date,
    signer,
    heading: {
      ...(agency.superior && { superior: agency.superior }),
      agency: agency.lines,
      ...(withNumber && { number }),
      place: agency.place,
      date: dayOfHeading(date),
    },
    signature: { lines, name },
    facts: {
      ...(withNumber && { number: [number] }),
      date: [date],
      issuer: [agency.issuer],
      signer: [signer],
    },
  }
}

const copies = (draw: Draw) =>
  draw.some(3, ['Như Điều 3', 'Sở Khoa học và Công nghệ', 'Các phòng, đơn vị', 'Trang thông tin điện tử', 'Lưu: VT'])

const declaration: Layout = {
  id: 'quyet-dinh-cong-bo',
  make(draw) {
    const { agency, heading, signature, facts } = begun(draw, 'QĐ')
    const subject = draw.oneOf([
      `Về việc công bố Hệ thống quản lý chất lượng phù hợp Tiêu chuẩn quốc gia ${STANDARD}`,
      `Công bố Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia ${STANDARD} tại ${agency.name}`,
    ])
    const blocks: Block[] = [
      { text: `${agency.head} ${agency.issuer}`, look: 'title' },
      ...BASES,
      { text: 'Theo đề nghị của Chánh Văn phòng.', look: 'basis' },
      { text: 'QUYẾT ĐỊNH:', look: 'title' },
      {
        text: `**Điều 1.** Công bố Hệ thống quản lý chất lượng của ${agency.name} phù hợp Tiêu chuẩn quốc gia ${STANDARD} đối với hoạt động giải quyết ${draw.between(12, 180)} thủ tục hành chính.`,
      },
      { text: '**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký.' },
      {
        text: '**Điều 3.** Chánh Văn phòng và các đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
      },
    ]
    const paper = { ...heading, kind: 'QUYẾT ĐỊNH', subject, blocks, signatures: [signature], recipients: copies(draw) }
    return byForm(paper, { ...facts, kind: ['QUYẾT ĐỊNH'], subject: [subject], edition: [STANDARD] })
  },
}

const declarationSheet: Layout = {
  id: 'ban-cong-bo',
  make(draw) {
    const { agency, heading, signature, facts } = begun(draw, 'BCB')
    const subject = `Hệ thống quản lý chất lượng phù hợp Tiêu chuẩn quốc gia ${STANDARD}`
    const blocks: Block[] = [
      ...BASES,
      { text: `${agency.issuer} CÔNG BỐ:`, look: 'title' },
      {
        text: `Hệ thống quản lý chất lượng tại ${agency.name} áp dụng đối với hoạt động giải quyết thủ tục hành chính phù hợp Tiêu chuẩn quốc gia ${STANDARD}.`,
      },
      { text: 'Bản công bố này có hiệu lực kể từ ngày ký./.' },
    ]
    const paper = {
      ...heading,
      kind: 'BẢN CÔNG BỐ',
      subject,
      blocks,
      signatures: [signature],
      recipients: copies(draw),
    }
    return byForm(paper, { ...facts, kind: ['BẢN CÔNG BỐ'], subject: [subject], edition: [STANDARD] })
  },
}

const plan: Layout = {
  id: 'ke-hoach',
  make(draw) {
    const { heading, signature, facts, year } = begun(draw, 'KH')
    const subject = draw.oneOf([
      `Đánh giá nội bộ Hệ thống quản lý chất lượng năm ${year}`,
      `Duy trì, cải tiến Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia ${STANDARD} năm ${year}`,
    ])
    const rows = draw
      .some(4, UNITS)
      .map((unit, at) => [String(at + 1), unit, `Quý ${draw.oneOf(['I', 'II', 'III'])}/${year}`])
    const blocks: Block[] = [
      {
        text: `Thực hiện Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ, cơ quan xây dựng kế hoạch như sau:`,
      },
      { text: 'I. MỤC ĐÍCH, YÊU CẦU', look: 'heading' },
      { text: 'Xem xét sự phù hợp và hiệu lực của hệ thống; kịp thời phát hiện, khắc phục những điểm còn tồn tại.' },
      { text: 'II. NỘI DUNG', look: 'heading' },
      { rows: [['STT', 'Đơn vị', 'Thời gian'], ...rows], widths: [1.5, 9, 5], heading: true },
      { text: 'III. TỔ CHỨC THỰC HIỆN', look: 'heading' },
      { text: 'Các đơn vị căn cứ kế hoạch này để thực hiện; vướng mắc gửi về Văn phòng để tổng hợp./.' },
    ]
    const paper = { ...heading, kind: 'KẾ HOẠCH', subject, blocks, signatures: [signature], recipients: copies(draw) }
    return byForm(paper, { ...facts, kind: ['KẾ HOẠCH'], subject: [subject] })
  },
}

function auditTold({ draw, date }: Begun) {
  const to = daysFrom(date, -draw.between(0, 3))
  const from = daysFrom(to, -draw.between(1, 3))
  const team = Array.from({ length: draw.between(2, 4) }, () => draw.person())
  const units = draw.some(draw.between(2, 4), UNITS)
  const points = draw.between(0, 7)
  return { from, to, team: [...new Set(team)], units, points }
}

const auditMinutes: Layout = {
  id: 'bien-ban-danh-gia',
  make(draw) {
    const base = begun(draw, 'BB')
    const { heading, year, facts } = base
    const { from, to, team, units, points } = auditTold(base)
    const subject = `Đánh giá nội bộ Hệ thống quản lý chất lượng năm ${year}`
    const [leader = '', ...members] = team
    const secretary = members.at(-1) ?? draw.person()
    const blocks: Block[] = [
      { text: `1. Thời gian đánh giá: Từ ngày ${shortDay(from)} đến ngày ${shortDay(to)}.` },
      { text: '2. Đoàn đánh giá:' },
      { text: `- Ông (Bà) ${leader} - Trưởng đoàn;`.replace('Ông (Bà) ', draw.oneOf(['Ông ', 'Bà '])), look: 'item' },
      ...members.map(
        (name, at): Block => ({
          text: `- ${draw.oneOf(['Ông', 'Bà'])} ${name} - Thành viên${at === members.length - 1 ? '.' : ';'}`,
          look: 'item',
        }),
      ),
      { text: '3. Đơn vị được đánh giá:' },
      ...units.map((unit, at): Block => ({ text: `- ${unit}${at === units.length - 1 ? '.' : ';'}`, look: 'item' })),
      { text: '4. Kết quả đánh giá', look: 'heading' },
      { text: `Tổng số điểm không phù hợp: ${two(points)}.` },
      { text: 'Các đơn vị đã xây dựng và áp dụng quy trình theo quy định; hồ sơ được lưu trữ đầy đủ.' },
      { text: 'Biên bản được lập thành 02 bản, các bên thống nhất và ký tên.' },
    ]
    const signatures = [
      { lines: ['THƯ KÝ'], name: secretary },
      { lines: ['TRƯỞNG ĐOÀN'], name: leader },
    ]
    const { signer: _, ...told } = facts
    return byForm(
      { ...heading, kind: 'BIÊN BẢN', subject, blocks, signatures },
      {
        ...told,
        signer: [{ name: leader, title: 'TRƯỞNG ĐOÀN' }],
        kind: ['BIÊN BẢN'],
        subject: [subject],
        'audit.from': [from],
        'audit.to': [to],
        'audit.team': team,
        'audit.units': units,
        'audit.nonconformities': [points],
      },
    )
  },
}

const auditReport: Layout = {
  id: 'bao-cao-danh-gia',
  make(draw) {
    const base = begun(draw, 'BC')
    const { heading, signature, year, facts } = base
    const { from, to, team, units, points } = auditTold(base)
    const subject = `Kết quả đánh giá nội bộ Hệ thống quản lý chất lượng năm ${year}`
    const rows = team.map((name, at) => [String(at + 1), name, at === 0 ? 'Trưởng đoàn' : 'Thành viên'])
    const blocks: Block[] = [
      { text: '1. Thành phần đoàn đánh giá:', look: 'heading' },
      { rows: [['STT', 'Họ và tên', 'Nhiệm vụ'], ...rows], widths: [1.5, 8, 5], heading: true },
      { text: `2. Thời gian đánh giá: từ ngày ${shortDay(from)} đến ngày ${shortDay(to)}`, look: 'heading' },
      { text: `3. Đơn vị được đánh giá: ${units.join('; ')}.` },
      { text: '4. Kết quả', look: 'heading' },
      { text: `Qua đánh giá, Đoàn đánh giá phát hiện ${points === 0 ? '00' : two(points)} điểm không phù hợp.` },
      { text: 'Các đơn vị đã có kế hoạch thực hiện hành động khắc phục theo quy định./.' },
    ]
    const paper = { ...heading, kind: 'BÁO CÁO', subject, blocks, signatures: [signature], recipients: copies(draw) }
    return byForm(paper, {
      ...facts,
      kind: ['BÁO CÁO'],
      subject: [subject],
      'audit.from': [from],
      'audit.to': [to],
      'audit.team': team,
      'audit.units': units,
      'audit.nonconformities': [points],
    })
  },
}

const INPUTS: readonly [string, string][] = [
  ['a', 'Tình trạng của các hành động từ các cuộc xem xét của lãnh đạo trước đó'],
  ['b', 'Những thay đổi về các vấn đề bên ngoài và nội bộ có liên quan đến hệ thống'],
  ['c', 'Kết quả thực hiện mục tiêu chất lượng, kết quả đánh giá nội bộ'],
  ['d', 'Sự đầy đủ của nguồn lực'],
  ['e', 'Hiệu lực của các hành động giải quyết rủi ro và cơ hội'],
  ['f', 'Các cơ hội cải tiến'],
]

const reviewMinutes: Layout = {
  id: 'bien-ban-xem-xet',
  make(draw) {
    const base = begun(draw, 'BB')
    const { agency, heading, year, facts, date } = base
    const heldOn = daysFrom(date, -draw.between(0, 2))
    const chair = draw.person()
    const clerk = draw.person()
    const subject = `Họp xem xét của lãnh đạo về Hệ thống quản lý chất lượng năm ${year}`
    const inputs = INPUTS.filter(() => draw.chance(0.9))
    const title = agency.head.charAt(0) + agency.head.slice(1).toLowerCase()
    const blocks: Block[] = [
      { text: `1. Thời gian: ${draw.between(8, 14)} giờ 00 ngày ${shortDay(heldOn)}.` },
      { text: '2. Địa điểm: Phòng họp cơ quan.' },
      { text: `3. Chủ trì: ${draw.oneOf(['Ông', 'Bà'])} ${chair} - ${title}.` },
      { text: `4. Thư ký: ${draw.oneOf(['Ông', 'Bà'])} ${clerk}.` },
      { text: '5. Nội dung xem xét', look: 'heading' },
      ...inputs.map(([letter, text]): Block => ({ text: `${letter}) ${text};`, look: 'item' })),
      { text: '6. Kết luận', look: 'heading' },
      { text: 'a) Thực hiện các cơ hội cải tiến đã nêu;', look: 'item' },
      { text: 'b) Nhu cầu nguồn lực: bố trí kinh phí duy trì hệ thống.', look: 'item' },
      { text: 'Biên bản được thông qua tại cuộc họp.' },
    ]
    const signatures = [
      { lines: ['THƯ KÝ'], name: clerk },
      { lines: ['CHỦ TRÌ', agency.head], name: chair },
    ]
    const { signer: _, ...told } = facts
    return byForm(
      { ...heading, kind: 'BIÊN BẢN', subject, blocks, signatures },
      {
        ...told,
        signer: [{ name: chair, title: agency.head }],
        kind: ['BIÊN BẢN'],
        subject: [subject],
        'review.heldOn': [heldOn],
        'review.chair': [chair],
        'review.inputs': inputs.map(([letter]) => letter),
        'review.outputs': ['a', 'c'],
      },
    )
  },
}

const ADDRESSEES = [
  'Sở Khoa học và Công nghệ',
  'Sở Nội vụ',
  'Văn phòng Ủy ban nhân dân tỉnh',
  'Thanh tra tỉnh',
] as const

const letter: Layout = {
  id: 'cong-van',
  make(draw) {
    const { heading, signature, facts, year } = begun(draw, draw.oneOf(['VP', 'TCHC', 'QLCL']))
    const [number] = facts.number ?? []
    // A letter's sign has the agency first: `88/STP-VP`.
    const turned = String(number).replace(/\/([^-]+)-(.+)$/u, '/$2-$1')
    const about = draw.oneOf([
      `báo cáo kết quả áp dụng ISO năm ${year}`,
      `cử công chức tham gia đoàn đánh giá nội bộ`,
      `thông báo việc công bố Hệ thống quản lý chất lượng`,
    ])
    const addressees = draw.some(draw.between(1, 2), ADDRESSEES)
    const blocks: Block[] = [
      {
        text: `Thực hiện Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất lượng, cơ quan báo cáo tình hình áp dụng như sau:`,
      },
      { text: `1. Đã xây dựng, áp dụng ${draw.between(10, 90)} quy trình giải quyết công việc.` },
      { text: '2. Việc đánh giá nội bộ và xem xét của lãnh đạo được thực hiện theo quy định.' },
      { text: 'Trân trọng./.' },
    ]
    const paper = {
      ...heading,
      number: turned,
      about,
      addressees,
      blocks,
      signatures: [signature],
      recipients: ['Như trên', 'Lưu: VT'],
    }
    return byForm(paper, { ...facts, number: [turned], subject: [`V/v ${about}`], addressee: addressees })
  },
}

const notice: Layout = {
  id: 'thong-bao',
  make(draw) {
    const { agency, heading, signature, facts } = begun(draw, 'TB')
    const subject = `Về việc công bố Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia ${STANDARD}`
    const to = draw.oneOf(ADDRESSEES)
    const blocks: Block[] = [
      {
        text: `Thực hiện Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ, ${agency.name} thông báo:`,
      },
      {
        text: `Ngày ${shortDay(daysFrom(String(facts.date?.[0]), -5))}, ${agency.name} đã ban hành quyết định công bố hệ thống đối với ${draw.between(15, 200)} thủ tục hành chính.`,
      },
      { text: 'Trân trọng thông báo./.' },
    ]
    const paper = {
      ...heading,
      kind: 'THÔNG BÁO',
      subject,
      addressees: [to],
      blocks,
      signatures: [signature],
      recipients: ['Như trên', 'Lưu: VT'],
    }
    return byForm(paper, { ...facts, kind: ['THÔNG BÁO'], subject: [subject], addressee: [to] })
  },
}

const submission: Layout = {
  id: 'to-trinh',
  make(draw) {
    const { heading, signature, facts, year } = begun(draw, 'TTr')
    const subject = draw.oneOf([
      `Về việc phê duyệt kinh phí duy trì Hệ thống quản lý chất lượng năm ${year}`,
      'Về việc ban hành tài liệu Hệ thống quản lý chất lượng',
    ])
    const to = draw.oneOf(['Ủy ban nhân dân tỉnh', 'Sở Tài chính', 'Chủ tịch Ủy ban nhân dân tỉnh'])
    const blocks: Block[] = [
      ...BASES,
      {
        text: 'Để bảo đảm việc duy trì hệ thống theo quy định, cơ quan kính trình xem xét, phê duyệt với nội dung sau:',
      },
      { text: `1. Tổng kinh phí đề nghị: ${draw.between(20, 90)}.000.000 đồng.` },
      { text: '2. Nguồn kinh phí: ngân sách nhà nước giao hằng năm.' },
      { text: 'Kính trình xem xét, quyết định./.' },
    ]
    const paper = {
      ...heading,
      kind: 'TỜ TRÌNH',
      subject,
      addressees: [to],
      blocks,
      signatures: [signature],
      recipients: ['Như trên', 'Lưu: VT'],
    }
    return byForm(paper, { ...facts, kind: ['TỜ TRÌNH'], subject: [subject], addressee: [to] })
  },
}

/** Papers of the system have their code, edition and day of approval in a table at the top, and no number. */
function systemPaper(
  draw: Draw,
  kind: string,
  subject: string,
  code: string,
  blocks: readonly Block[],
  more: Facts = {},
) {
  const { heading, signature, facts, date } = begun(draw, 'X', false)
  const { place: _, date: __, ...named } = heading
  const { number: ___, ...told } = facts
  const table: Block = {
    rows: [[`Mã hiệu: ${code}`, `Lần ban hành: ${two(draw.between(1, 6))}`, `Ngày phê duyệt: ${shortDay(date)}`]],
    widths: [5.5, 5.5, 5.5],
    heading: false,
  }
  return byForm(
    { ...named, kind, ...(subject && { subject }), blocks: [table, ...blocks], signatures: [signature] },
    {
      ...told,
      kind: [kind],
      ...(subject && { subject: [subject] }),
      ...more,
    },
  )
}

const manual: Layout = {
  id: 'so-tay',
  make: (draw) =>
    systemPaper(draw, 'SỔ TAY CHẤT LƯỢNG', `Theo Tiêu chuẩn quốc gia ${STANDARD}`, `STCL-${two(draw.between(1, 9))}`, [
      { text: '1. PHẠM VI ÁP DỤNG', look: 'heading' },
      {
        text: 'Hệ thống quản lý chất lượng áp dụng cho hoạt động giải quyết thủ tục hành chính và các hoạt động nội bộ của cơ quan.',
      },
      { text: '2. BỐI CẢNH CỦA CƠ QUAN', look: 'heading' },
      { text: 'Cơ quan xác định, theo dõi các vấn đề nội bộ và bên ngoài; nhu cầu, mong đợi của các bên quan tâm.' },
      { text: '3. SỰ LÃNH ĐẠO', look: 'heading' },
      { text: 'Lãnh đạo cơ quan cam kết xây dựng, áp dụng, duy trì và cải tiến liên tục hệ thống.' },
    ]),
}

const procedure: Layout = {
  id: 'quy-trinh',
  make(draw) {
    const subject = draw.oneOf([
      'Cấp giấy phép hoạt động',
      'Kiểm soát tài liệu',
      'Đánh giá nội bộ',
      'Xử lý điểm không phù hợp và hành động khắc phục',
      'Giải quyết khiếu nại',
    ])
    return systemPaper(draw, 'QUY TRÌNH', subject, `QT-${two(draw.between(1, 60))}`, [
      { text: '1. MỤC ĐÍCH', look: 'heading' },
      {
        text: 'Quy định trình tự, trách nhiệm thực hiện công việc, bảo đảm đúng thời hạn và đúng quy định của pháp luật.',
      },
      { text: '2. NỘI DUNG', look: 'heading' },
      {
        rows: [
          ['Bước', 'Nội dung công việc', 'Trách nhiệm', 'Thời gian'],
          ['B1', 'Tiếp nhận hồ sơ', 'Bộ phận Một cửa', '0,5 ngày'],
          ['B2', 'Thẩm định hồ sơ', 'Phòng chuyên môn', `${draw.between(2, 9)} ngày`],
          ['B3', 'Ký duyệt, trả kết quả', 'Lãnh đạo cơ quan', '01 ngày'],
        ],
        widths: [2, 6.5, 4.5, 3],
        heading: true,
      },
    ])
  },
}

const objectives: Layout = {
  id: 'muc-tieu',
  make(draw) {
    const year = draw.oneOf(YEARS)
    return systemPaper(draw, 'MỤC TIÊU CHẤT LƯỢNG', `Năm ${year}`, `MTCL-${year}`, [
      {
        rows: [
          ['STT', 'Mục tiêu', 'Chỉ tiêu'],
          ['1', 'Hồ sơ giải quyết đúng và trước hạn', `${draw.between(95, 99)}%`],
          ['2', 'Mức độ hài lòng của tổ chức, cá nhân', `${draw.between(85, 95)}%`],
          ['3', 'Công chức được tập huấn về hệ thống', '100%'],
        ],
        widths: [1.5, 10, 4],
        heading: true,
      },
      { text: 'Các đơn vị theo dõi, báo cáo kết quả thực hiện mục tiêu hằng quý.' },
    ])
  },
}

const slip: Layout = {
  id: 'phieu-kiem-soat',
  make(draw) {
    const agency = draw.agency()
    const date = draw.day(draw.oneOf(YEARS))
    const subject = 'QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ'
    const code = `H${draw.between(10, 62)}.${draw.between(10, 40)}-${date.slice(2).replaceAll('-', '')}-${String(draw.between(1, 9999)).padStart(4, '0')}`
    const row = (step: string) => [
      step,
      `${draw.between(7, 16)} giờ ${two(draw.between(0, 59))}, ${shortDay(date)}`,
      draw.oneOf(['Đúng hạn', 'Trước hạn']),
    ]
    const paper: Paper = {
      ...(agency.superior && { superior: agency.superior }),
      agency: agency.lines,
      place: agency.place,
      date: dayOfHeading(date),
      kind: 'PHIẾU KIỂM SOÁT',
      subject,
      blocks: [
        { text: `Mã hồ sơ: ${code}` },
        {
          rows: [
            ['Bộ phận', 'Thời gian giao, nhận', 'Kết quả'],
            row('Bộ phận Một cửa'),
            row('Phòng chuyên môn'),
            row('Lãnh đạo cơ quan'),
          ],
          widths: [5.5, 6, 4],
          heading: true,
        },
      ],
      signatures: [{ lines: ['NGƯỜI LẬP PHIẾU'], name: draw.person() }],
    }
    return byForm(paper, { date: [date], issuer: [agency.issuer], kind: ['PHIẾU KIỂM SOÁT'], subject: [subject] })
  },
}

const list: Layout = {
  id: 'danh-muc',
  make(draw) {
    const { heading, signature, facts } = begun(draw, 'DM')
    const subject = 'Tài liệu của Hệ thống quản lý chất lượng'
    const rows = draw
      .some(6, [
        'Sổ tay chất lượng',
        'Chính sách chất lượng',
        'Mục tiêu chất lượng',
        'Quy trình kiểm soát tài liệu',
        'Quy trình đánh giá nội bộ',
        'Quy trình xem xét của lãnh đạo',
        'Quy trình quản lý rủi ro',
      ])
      .map((name, at) => [String(at + 1), name, `TL-${two(at + 1)}`, two(draw.between(1, 5))])
    const paper = {
      ...heading,
      kind: 'DANH MỤC',
      subject,
      blocks: [
        {
          rows: [['STT', 'Tên tài liệu', 'Mã hiệu', 'Lần ban hành'], ...rows],
          widths: [1.5, 8, 3.5, 3],
          heading: true,
        } as Block,
      ],
      signatures: [signature],
      recipients: ['Các phòng, đơn vị', 'Lưu: VT'],
    }
    return byForm(paper, { ...facts, kind: ['DANH MỤC'], subject: [subject] })
  },
}

const steering: Layout = {
  id: 'quyet-dinh-ban-chi-dao',
  make(draw) {
    const { agency, heading, signature, facts } = begun(draw, 'QĐ')
    const subject = draw.oneOf([
      'Về việc thành lập Ban Chỉ đạo ISO',
      'Về việc kiện toàn Ban Chỉ đạo xây dựng và áp dụng Hệ thống quản lý chất lượng',
      'Về việc phân công nhiệm vụ trong Hệ thống quản lý chất lượng',
    ])
    const people = Array.from({ length: 4 }, (_, at) => [
      String(at + 1),
      draw.person(),
      draw.oneOf(['Phó Giám đốc', 'Chánh Văn phòng', 'Trưởng phòng']),
      at === 0 ? 'Trưởng ban' : 'Thành viên',
    ])
    const blocks: Block[] = [
      { text: `${agency.head} ${agency.issuer}`, look: 'title' },
      ...BASES,
      { text: 'QUYẾT ĐỊNH:', look: 'title' },
      { text: '**Điều 1.** Ban Chỉ đạo gồm các ông, bà có tên sau:' },
      { rows: [['STT', 'Họ và tên', 'Chức vụ', 'Nhiệm vụ'], ...people], widths: [1.5, 5.5, 5, 4], heading: true },
      { text: '**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký.' },
      { text: '**Điều 3.** Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.' },
    ]
    const paper = { ...heading, kind: 'QUYẾT ĐỊNH', subject, blocks, signatures: [signature], recipients: copies(draw) }
    return byForm(paper, { ...facts, kind: ['QUYẾT ĐỊNH'], subject: [subject] })
  },
}

/** The papers of the first half: the reader was tuned on them. */
export const LAYOUTS: readonly Layout[] = [
  declaration,
  declarationSheet,
  plan,
  auditMinutes,
  auditReport,
  reviewMinutes,
  letter,
  notice,
  submission,
  manual,
  procedure,
  objectives,
  slip,
  list,
  steering,
]
