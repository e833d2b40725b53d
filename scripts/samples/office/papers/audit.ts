import type { InternalAudit as Audit } from '../../../../src/dossier/upkeep.ts'
import { type Desk, headed, headSigns, periodOf } from '../office.ts'
import type { Block, Grid, Paper } from '../paper.ts'
import { daysFrom, shortDay, two } from '../words.ts'
import { headOn } from './head-on.ts'
import { pick } from './pick.ts'

/** The plan of an internal audit, two weeks before it. */
export function auditPlan(desk: Desk, at: number): Paper {
  const audit = pick(desk.manifest.internalAudits, at)
  const day = daysFrom(audit.from, -14)
  const { self } = periodOf(desk.office, day)
  return {
    ...headed(desk, day),
    kind: 'KẾ HOẠCH',
    subject: `Đánh giá nội bộ Hệ thống quản lý chất lượng năm ${audit.from.slice(0, 4)}`,
    blocks: [
      {
        text: `Thực hiện Quyết định số 19/2014/QĐ-TTg và quy trình đánh giá nội bộ, ${self} ban hành kế hoạch đánh giá nội bộ như sau:`,
      },
      { text: '1. Mục đích, chuẩn mực', look: 'heading' },
      {
        text: `Xác định mức độ phù hợp của Hệ thống quản lý chất lượng với ${desk.manifest.standard}, quy trình đã ban hành và quy định của pháp luật.`,
      },
      { text: `2. Thời gian đánh giá: từ ngày ${shortDay(audit.from)} đến ngày ${shortDay(audit.to ?? audit.from)}.` },
      { text: '3. Đoàn đánh giá', look: 'heading' },
      team(audit),
      { text: '4. Phân công đánh giá', look: 'heading' },
      assignments(audit),
      {
        text: 'Chuyên gia đánh giá không đánh giá công việc của đơn vị mình. Các phòng, đơn vị chuẩn bị hồ sơ và cử người làm việc với Đoàn đánh giá./.',
      },
    ],
    signatures: [headSigns(desk, day, headOn(desk, day))],
    recipients: ['Các phòng, đơn vị', 'Đoàn đánh giá', 'Lưu: VT'],
  }
}

/** The report of an internal audit, two days after it, signed by its leader. */
export function auditReport(desk: Desk, at: number): Paper {
  const audit = pick(desk.manifest.internalAudits, at)
  const day = daysFrom(audit.to ?? audit.from, 2)
  const found = audit.nonconformities ?? []
  const leader = pick(audit.team, 0).name
  return {
    ...headed(desk, day),
    kind: 'BÁO CÁO',
    subject: `Kết quả đánh giá nội bộ Hệ thống quản lý chất lượng năm ${audit.from.slice(0, 4)}`,
    blocks: [
      { text: `1. Thời gian đánh giá: từ ngày ${shortDay(audit.from)} đến ngày ${shortDay(audit.to ?? audit.from)}.` },
      { text: '2. Đoàn đánh giá', look: 'heading' },
      team(audit),
      { text: '3. Đơn vị được đánh giá', look: 'heading' },
      assignments(audit),
      { text: '4. Kết quả', look: 'heading' },
      {
        text: 'Hệ thống quản lý chất lượng cơ bản được duy trì theo quy trình đã ban hành; hồ sơ được lưu đầy đủ tại các đơn vị.',
      },
      {
        text: found.length === 0 ? 'Số điểm không phù hợp: không có.' : `Số điểm không phù hợp: ${two(found.length)}.`,
      },
      ...nonconformities(audit),
      { text: '5. Kiến nghị', look: 'heading' },
      {
        text: 'Các đơn vị thực hiện hành động khắc phục đúng hạn; Ban Chỉ đạo ISO kiểm tra, xác nhận kết quả và đưa vào nội dung xem xét của Lãnh đạo./.',
      },
    ],
    signatures: [{ lines: ['TRƯỞNG ĐOÀN ĐÁNH GIÁ'], name: leader }],
    recipients: ['Ban Chỉ đạo ISO', 'Các phòng, đơn vị', 'Lưu: VT'],
  }
}

function team({ team: people = [] }: Audit): Grid {
  const rows = people.map(({ name, unit = '' }, at) => [
    String(at + 1),
    name,
    unit,
    at === 0 ? 'Trưởng đoàn' : 'Thành viên',
  ])
  return { heading: true, widths: [1, 3.6, 9.1, 2.8], rows: [['TT', 'Họ và tên', 'Đơn vị', 'Nhiệm vụ'], ...rows] }
}

function assignments({ units = [], unitAuditors = [] }: Audit): Grid {
  const rows = units.map((unit, at) => [
    String(at + 1),
    unit,
    unitAuditors.find((one) => one.unit === unit)?.auditor ?? '',
  ])
  return {
    heading: true,
    widths: [1.2, 10.3, 5],
    rows: [['STT', 'Đơn vị được đánh giá', 'Chuyên gia đánh giá'], ...rows],
  }
}

function nonconformities({ nonconformities: found = [] }: Audit): Block[] {
  if (found.length === 0) return []
  const headings = ['Mã số', 'Đơn vị', 'Nguyên nhân', 'Hành động khắc phục', 'Người thực hiện', 'Thời hạn']
  const rows = found.map(({ id, unit = '', cause = '', action = '', owner = '', dueOn }) => [
    id,
    unit,
    cause,
    action,
    owner,
    dueOn ? shortDay(dueOn) : '',
  ])
  return [{ heading: true, widths: [2.2, 2.6, 3.6, 3.4, 2.4, 2.3], rows: [headings, ...rows] }]
}
