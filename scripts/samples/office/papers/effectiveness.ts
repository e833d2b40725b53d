import { type Desk, headed, headSigns, periodOf } from '../office.ts'
import type { Paper } from '../paper.ts'
import { BASES } from './legal.ts'

/** The head's confirmation that the system is effective. */
export function effectiveness(desk: Desk): Paper {
  const { effectiveness: one, standard } = desk.manifest
  if (one === undefined) throw new Error('the manifest has no confirmation of effectiveness')
  const { self } = periodOf(desk.office, one.confirmedOn)
  return {
    ...headed(desk, one.confirmedOn),
    kind: 'THÔNG BÁO',
    subject: 'Xác nhận hiệu lực của Hệ thống quản lý chất lượng',
    blocks: [
      ...BASES,
      {
        text: `Căn cứ kết quả đánh giá nội bộ và xem xét của Lãnh đạo đối với Hệ thống quản lý chất lượng, Người đứng đầu ${self} xác nhận:`,
      },
      {
        text: `1. Hệ thống quản lý chất lượng của ${self} đã được xây dựng, áp dụng theo ${standard} và mô hình khung; hệ thống tài liệu, quy trình đã được phê duyệt, ban hành và phổ biến đến toàn thể cán bộ, công chức trong phạm vi áp dụng.`,
      },
      { text: '2. Các điểm không phù hợp phát hiện qua đánh giá nội bộ đã được khắc phục.' },
      { text: '3. Hệ thống quản lý chất lượng có hiệu lực để thực hiện việc công bố theo quy định./.' },
    ],
    signatures: [headSigns(desk, one.confirmedOn, one.by)],
    recipients: ['Các phòng, đơn vị', 'Lưu: VT'],
  }
}
