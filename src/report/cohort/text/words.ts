import type { Localized } from '../../../base/localized.ts'

/** Headings of the pre-screening on a terminal. */
export const HEAD_WORDS = {
  title: { vi: 'Rà soát sơ bộ hồ sơ trước kiểm tra năm {year}', en: 'Pre-screening before the inspections of {year}' },
  asOf: { vi: 'Ngày đánh giá', en: 'As of' },
  profile: { vi: 'Bộ thông số', en: 'Profile' },
  ruleSet: { vi: 'Bộ quy tắc', en: 'Rule set' },
  blocks: { vi: 'Theo khối cơ quan', en: 'By block' },
  total: { vi: 'Tổng số', en: 'Total' },
  submitted: { vi: 'Có hồ sơ', en: 'Bundles' },
  declared: { vi: 'Đã công bố', en: 'Declared' },
  again: { vi: 'Công bố lại', en: 'Again' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  block: { vi: 'Khối', en: 'Block' },
  all: { vi: 'Tất cả', en: 'All' },
  agencies: { vi: 'Từng cơ quan', en: 'By agency' },
  changes: { vi: 'So với năm trước', en: 'Against last year' },
  shortfalls: { vi: 'Nội dung chưa đạt, thiếu bằng chứng thường gặp', en: 'Most frequent shortfalls' },
  targets: { vi: 'Chỉ tiêu của địa phương', en: 'Targets' },
  reached: { vi: 'đạt', en: 'met' },
  open: { vi: 'chưa đạt', en: 'not met' },
  onSite: { vi: 'Kiểm tra tại trụ sở', en: 'On-site inspections' },
  dossier: { vi: 'Kiểm tra qua hồ sơ, báo cáo', en: 'Checks by dossier and report' },
  quota: {
    vi: 'Một phần ba của {obliged} cơ quan thuộc đối tượng phải áp dụng: cần {required}, đã chọn {picked}. Số gốc chọn ngẫu nhiên: {seed}.',
    en: 'One third of {obliged} obliged agencies: {required} needed, {picked} picked. Seed of the lots: {seed}.',
  },
  problems: { vi: 'Cần xử lý', en: 'To be looked at' },
  noReason: { vi: 'không có lý do riêng', en: 'no reason of its own' },
  notEvaluated: { vi: 'chưa xét', en: 'not evaluated' },
  noBundle: { vi: 'chưa có hồ sơ', en: 'no bundle' },
  more: { vi: '… và {count} mục nữa.', en: '… and {count} more.' },
} satisfies Record<string, Localized>
