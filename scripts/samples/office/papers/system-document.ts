import type { Manifest } from '../../../../src/dossier/manifest.ts'
import { type Desk, headed, headSigns, periodOf } from '../office.ts'
import type { Block, Paper } from '../paper.ts'
import { longDay, shortDay } from '../words.ts'
import { CONTENTS } from './contents.ts'
import { BASES } from './legal.ts'
import { pick } from './pick.ts'
import { coverTables, systemHead } from './system-head.ts'

type Document = NonNullable<Manifest['documents']>[number]

/** Policy, manual, objectives and the other documents of the system; decisions and plans have a number of their own. */
export function systemDocument(desk: Desk, at: number): Paper {
  const one = pick(desk.manifest.documents, at)
  if (one.type === 'steering-committee') return committee(desk, one)
  if (one.type === 'yearly-plan') return yearlyPlan(desk, one)
  const kind = one.title.startsWith('Quy trình ') ? 'QUY TRÌNH' : undefined
  return {
    ...systemHead(desk, one, kind),
    blocks: [...coverTables(one), ...contents(desk, one)],
    signatures: one.approvedBy ? [headSigns(desk, one.approvedOn ?? '', one.approvedBy)] : [],
    recipients: ['Các phòng, đơn vị', 'Lưu: VT'],
  }
}

function contents({ manifest }: Desk, { type, title }: Document): Block[] {
  if (type === 'quality-objectives') {
    const year = Number(/\d{4}/.exec(title)?.[0])
    const rows = (manifest.objectives ?? [])
      .filter((one) => one.year === year)
      .map((one, at) => [
        String(at + 1),
        one.text,
        `${one.target ?? ''}${one.unit ?? ''}`,
        one.owner ?? '',
        one.dueOn ? shortDay(one.dueOn) : '',
      ])
    const headings = ['STT', 'Mục tiêu', 'Chỉ tiêu', 'Đơn vị chủ trì', 'Thời hạn']
    return [
      ...(rows.length > 0 ? [{ heading: true, widths: [1.2, 6, 2.3, 4.5, 2.5], rows: [headings, ...rows] }] : []),
      { text: 'Các đơn vị theo dõi, báo cáo kết quả thực hiện mục tiêu chất lượng hằng quý.' },
    ]
  }
  const parts = CONTENTS[type]
  if (parts === undefined) throw new Error(`no contents are written for documents of the type ${type}`)
  return parts.flatMap(([heading, text]): Block[] => [{ text: heading, look: 'heading' }, { text }])
}

function committee(desk: Desk, { approvedOn = '', approvedBy = '', effectiveOn = approvedOn, title }: Document): Paper {
  const { self, agency, head } = periodOf(desk.office, approvedOn)
  const from = effectiveOn === approvedOn ? 'ngày ký' : longDay(effectiveOn)
  return {
    ...headed(desk, approvedOn),
    kind: 'QUYẾT ĐỊNH',
    subject: title.replace(/^Quyết định /, 'Về việc '),
    blocks: [
      { text: `${head.at(-1)} ${agency.join(' ')}`, look: 'title' },
      ...BASES,
      { text: `Theo đề nghị của ${desk.office.desk}.`, look: 'basis' },
      { text: 'QUYẾT ĐỊNH:', look: 'title' },
      {
        text: `**Điều 1.** Thành lập Ban Chỉ đạo ISO của ${self} gồm: Trưởng ban là Người đứng đầu cơ quan; Phó Trưởng ban là cấp phó của Người đứng đầu; thành viên là lãnh đạo các phòng, đơn vị; thư ký là ${desk.office.secretary}.`,
      },
      {
        text: '**Điều 2.** Ban Chỉ đạo có nhiệm vụ chỉ đạo xây dựng, áp dụng, duy trì và cải tiến Hệ thống quản lý chất lượng; tổ chức đánh giá nội bộ; chuẩn bị xem xét của Lãnh đạo.',
      },
      {
        text: `**Điều 3.** Quyết định này có hiệu lực kể từ ${from}. ${desk.office.desk}, các phòng, đơn vị và thành viên Ban Chỉ đạo chịu trách nhiệm thi hành./.`,
      },
    ],
    signatures: [headSigns(desk, approvedOn, approvedBy, head.slice(-1))],
    recipients: ['Như Điều 3', 'Lưu: VT'],
  }
}

function yearlyPlan(desk: Desk, { approvedOn = '', approvedBy = '', title }: Document): Paper {
  const year = /\d{4}/.exec(title)?.[0] ?? ''
  const rows = [
    ['1', 'Rà soát, cập nhật quy trình giải quyết thủ tục hành chính', 'Các phòng, đơn vị', 'Hằng tháng'],
    ['2', 'Phổ biến tài liệu, đào tạo nhận thức', desk.office.desk, `Quý I/${year}`],
    ['3', 'Đánh giá nội bộ', 'Đoàn đánh giá nội bộ', `Quý III/${year}`],
    ['4', 'Xem xét của Lãnh đạo', 'Ban Chỉ đạo ISO', `Quý III/${year}`],
    ['5', 'Báo cáo tình hình thực hiện', desk.office.desk, `Quý IV/${year}`],
  ]
  return {
    ...headed(desk, approvedOn),
    kind: 'KẾ HOẠCH',
    subject: title.replace(/^Kế hoạch (.)/, (_, first: string) => first.toUpperCase()),
    blocks: [
      {
        text: 'Thực hiện Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ, kế hoạch năm như sau:',
      },
      { text: '1. Mục tiêu', look: 'heading' },
      {
        text: 'Duy trì, cải tiến Hệ thống quản lý chất lượng; toàn bộ thủ tục hành chính được giải quyết theo quy trình đã phê duyệt.',
      },
      { text: '2. Nội dung', look: 'heading' },
      { heading: true, widths: [1.2, 7.3, 5, 3], rows: [['STT', 'Nội dung', 'Đơn vị chủ trì', 'Thời gian'], ...rows] },
      { text: '3. Tổ chức thực hiện', look: 'heading' },
      { text: `${desk.office.desk} theo dõi, đôn đốc và báo cáo kết quả thực hiện./.` },
    ],
    signatures: [headSigns(desk, approvedOn, approvedBy)],
    recipients: ['Các phòng, đơn vị', 'Lưu: VT'],
  }
}
