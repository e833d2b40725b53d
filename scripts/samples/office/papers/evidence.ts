import { type Desk, headed, headSigns, periodOf } from '../office.ts'
import type { Block, Paper } from '../paper.ts'
import { longDay, shortDay, two } from '../words.ts'
import { headOn } from './head-on.ts'
import { pick } from './pick.ts'

/** A short paper of that day by which the agency proves that something was done. */
function proof(desk: Desk, day: string, kind: string, subject: string, blocks: readonly (string | Block)[]): Paper {
  return {
    ...headed(desk, day),
    kind,
    subject,
    blocks: blocks.map((one) => (typeof one === 'string' && one !== 'pageBreak' ? { text: one } : (one as Block))),
    signatures: [headSigns(desk, day, headOn(desk, day))],
    recipients: ['Các phòng, đơn vị', 'Lưu: VT'],
  }
}

/** That documents of the system were made known to the staff. */
export function dissemination(desk: Desk): Paper {
  const { dissemination: one } = desk.manifest
  if (one === undefined) throw new Error('the manifest has no dissemination')
  return proof(desk, one.on, 'THÔNG BÁO', 'Kết quả phổ biến hệ thống tài liệu, quy trình', [
    `Ngày ${shortDay(one.on)}, hệ thống tài liệu, quy trình của Hệ thống quản lý chất lượng đã được phổ biến đến ${one.reached} cán bộ, công chức trong phạm vi áp dụng.`,
    'Tài liệu được đăng trên trang nội bộ; danh sách ký nhận được lưu tại văn thư./.',
  ])
}

/** That staff was trained. */
export function training(desk: Desk, at: number): Paper {
  const { on, people, topic = '' } = pick(desk.manifest.training, at)
  return proof(desk, on, 'BÁO CÁO', 'Kết quả đào tạo về Hệ thống quản lý chất lượng', [
    `1. Thời gian: ngày ${shortDay(on)}.`,
    `2. Nội dung: ${topic}.`,
    `3. Số người tham dự: ${two(people)} người.`,
    '4. Kết quả: học viên nắm được yêu cầu của tiêu chuẩn và quy trình liên quan đến công việc được giao./.',
  ])
}

/** The survey of satisfaction. */
export function satisfaction(desk: Desk): Paper {
  const { satisfaction: one } = desk.manifest
  if (one === undefined) throw new Error('the manifest has no survey')
  return proof(desk, one.on, 'BÁO CÁO', 'Kết quả khảo sát sự hài lòng của tổ chức, cá nhân', [
    `1. Thời điểm tổng hợp: ngày ${shortDay(one.on)}.`,
    `2. Số phiếu thu về: ${one.responses} phiếu.`,
    ...(one.satisfied === undefined ? [] : [`3. Số phiếu hài lòng: ${one.satisfied} phiếu.`]),
    'Ý kiến góp ý của tổ chức, cá nhân đã được chuyển các đơn vị xử lý./.',
  ])
}

/** An improvement of the system. */
export function improvement(desk: Desk, at: number): Paper {
  const { on, what } = pick(desk.manifest.improvements, at)
  return proof(desk, on, 'BÁO CÁO', 'Kết quả hoạt động cải tiến', [
    `1. Nội dung cải tiến: ${what}.`,
    `2. Thời gian áp dụng: từ ngày ${shortDay(on)}.`,
    '3. Hiệu quả: giảm thời gian đi lại, chờ đợi của tổ chức, cá nhân./.',
  ])
}

/** What became of complaints. */
export function complaints(desk: Desk): Paper {
  const { complaints: one, assessmentYear } = desk.manifest
  if (one === undefined) throw new Error('the manifest has no complaints')
  const day = `${assessmentYear}-09-30`
  const pending = one.pendingInTime === undefined ? [] : [`Đang giải quyết, còn trong hạn: ${two(one.pendingInTime)}.`]
  return proof(desk, day, 'BÁO CÁO', 'Tình hình giải quyết khiếu nại, phản ánh, kiến nghị', [
    `Đã tiếp nhận: ${two(one.received)}.`,
    `Đã giải quyết: ${two(one.resolved)}.`,
    ...pending,
    `Số liệu tính đến ${longDay(day)}./.`,
  ])
}

/** What was done about a finding of an earlier inspection. */
export function earlierFinding(desk: Desk, at: number): Paper {
  const { id, raisedOn, correctedOn = raisedOn } = pick(desk.manifest.earlierFindings, at)
  return proof(desk, correctedOn, 'BÁO CÁO', 'Kết quả khắc phục nội dung chưa đáp ứng yêu cầu', [
    `Nội dung ${id} được nêu tại Biên bản kiểm tra ngày ${shortDay(raisedOn)} đã được khắc phục xong ngày ${shortDay(correctedOn)}.`,
    `${periodOf(desk.office, correctedOn).self} báo cáo để Sở Khoa học và Công nghệ theo dõi./.`,
  ])
}

/** The scope of the system. */
export function scope(desk: Desk): Paper {
  const { scope: one, documents = [], assessmentYear } = desk.manifest
  const day = documents.find(({ type }) => type === 'quality-policy')?.approvedOn ?? `${assessmentYear}-01-12`
  return proof(desk, day, 'THÔNG BÁO', 'Phạm vi áp dụng Hệ thống quản lý chất lượng', [
    `Phạm vi áp dụng: ${one?.statement ?? ''}.`,
    ...(one?.exclusions ?? []).map(
      ({ clause, reason }) => `Yêu cầu không áp dụng: điều khoản ${clause}. Lý do: ${reason}.`,
    ),
    ...(one?.internalProcesses ?? []).map((process) => `Quy trình nội bộ thuộc phạm vi áp dụng: ${process}.`),
    'Các phòng, đơn vị căn cứ phạm vi nêu trên để thực hiện./.',
  ])
}
