import { type Desk, headed, headSigns, periodOf } from '../office.ts'
import type { Paper } from '../paper.ts'
import { headOn } from './head-on.ts'

/** What a status report covers, in the order of Thông tư 26/2014/TT-BKHCN, Điều 36. */
const ITEMS: Record<string, string> = {
  '1a': 'Phạm vi áp dụng: toàn bộ thủ tục hành chính thuộc thẩm quyền giải quyết đã được rà soát để đưa vào Hệ thống quản lý chất lượng.',
  '1b': 'Phổ biến: hệ thống tài liệu, quy trình đã được phổ biến đến cán bộ, công chức trong phạm vi áp dụng.',
  '1c': 'Tuân thủ: việc thực hiện chính sách, mục tiêu chất lượng, quy trình và quy định của pháp luật được theo dõi hằng quý.',
  '1d': 'Thực hiện quy trình: hồ sơ giải quyết công việc được lập và lưu theo quy trình.',
  '1dd': 'Đánh giá nội bộ, xem xét của Lãnh đạo và hành động khắc phục được thực hiện theo kế hoạch.',
  '1e': 'Khiếu nại, phản ánh, kiến nghị: được tiếp nhận và theo dõi giải quyết.',
  '1g': 'Cải tiến: có sáng kiến rút ngắn thời gian giải quyết thủ tục hành chính.',
  '2a': 'Sự tham gia của Lãnh đạo, các đơn vị và cá nhân: Ban Chỉ đạo ISO được thành lập, phân công nhiệm vụ cụ thể.',
  '2b': 'Xác nhận hiệu lực: Người đứng đầu cơ quan đã xác nhận hiệu lực của Hệ thống quản lý chất lượng.',
  '2c': 'Công bố, thông báo, niêm yết và đăng tải việc công bố Hệ thống quản lý chất lượng.',
  '2d': 'Cập nhật thay đổi của văn bản quy phạm pháp luật vào quy trình.',
  '2dd': 'Công bố lại khi điều chỉnh, mở rộng, thu hẹp phạm vi áp dụng: không phát sinh sau lần công bố gần nhất.',
}

/** The report on how the system is applied, as the inspecting unit asked for it. */
export function statusReport(desk: Desk): Paper {
  const { statusReport: one, assessmentYear } = desk.manifest
  if (one === undefined) throw new Error('the manifest has no status report')
  const { self, place } = periodOf(desk.office, one.signedOn)
  const covered = Object.keys(ITEMS).filter((item) => (one.covers as string[]).includes(item))
  return {
    ...headed(desk, one.signedOn, one.number),
    kind: 'BÁO CÁO',
    subject: `Tình hình thực hiện Hệ thống quản lý chất lượng năm ${assessmentYear}`,
    addressees: ['Sở Khoa học và Công nghệ tỉnh Vĩnh Long'],
    blocks: [
      {
        text: `Theo đề nghị của Sở Khoa học và Công nghệ, ${self} báo cáo tình hình thực hiện Hệ thống quản lý chất lượng theo nội dung Điều 36 Thông tư số 26/2014/TT-BKHCN như sau:`,
      },
      { text: '1. Về áp dụng Hệ thống quản lý chất lượng (khoản 1)', look: 'heading' },
      ...covered.filter((item) => item.startsWith('1')).map(line),
      { text: '2. Về thực hiện các quy định có liên quan (khoản 2)', look: 'heading' },
      ...covered.filter((item) => item.startsWith('2')).map(line),
      { text: `Trên đây là báo cáo của ${self}./.` },
    ],
    signatures: [headSigns(desk, one.signedOn, headOn(desk, one.signedOn))],
    recipients: ['Như trên', `Lưu: VT, ${desk.office.desk}`],
    place,
  }
}

function line(item: string) {
  return { text: `${item.slice(1).replace('dd', 'đ')}) ${ITEMS[item]}`, look: 'item' as const }
}
