import type { Localized } from '../../../base/localized.ts'
import type { Prescreen, Problem, Reason } from '../../../cohort/prescreen.ts'

/** Why an agency is visited, as the plan says it. */
export const REASON_WORDS: Record<Reason, Localized> = {
  blockingFailure: { vi: 'nội dung cốt yếu chưa đạt', en: 'an essential point fails' },
  noDossier: { vi: 'chưa có hồ sơ', en: 'no dossier' },
  lapsesBeforeVisit: { vi: 'kết quả sẽ giảm trước kỳ kiểm tra', en: 'lapses before the visit' },
  repeatedFinding: { vi: 'nội dung chưa đạt lặp lại', en: 'a finding comes again' },
  worse: { vi: 'giảm so với năm trước', en: 'worse than last year' },
  littleEvidence: { vi: 'ít bằng chứng', en: 'little evidence' },
  yearsSinceVisit: { vi: 'từ 03 năm chưa kiểm tra tại trụ sở', en: 'three years or more since the last visit' },
  reorganised: { vi: 'mới sáp nhập, đổi tên', en: 'merged or renamed' },
  person: { vi: 'người lập kế hoạch quyết định', en: 'decided by a person' },
  rotation: { vi: 'luân phiên 03 năm', en: 'three-year rotation' },
  random: { vi: 'chọn ngẫu nhiên', en: 'drawn by lot' },
}

export const CHANGE_WORDS: Record<NonNullable<Prescreen['agencies'][number]['change']>, Localized> = {
  new: { vi: 'mới vào danh sách', en: 'joined the list' },
  better: { vi: 'tốt hơn', en: 'better' },
  worse: { vi: 'giảm', en: 'worse' },
  same: { vi: 'như cũ', en: 'the same' },
  left: { vi: 'ra khỏi danh sách', en: 'left the list' },
}

export const PROBLEM_WORDS: Record<Problem['kind'], Localized> = {
  noBundle: { vi: 'Cơ quan chưa gửi hồ sơ', en: 'Agencies without a bundle' },
  unknownAgency: { vi: 'Hồ sơ của cơ quan không có trong danh sách', en: 'Bundles of no agency of the register' },
  duplicateBundle: { vi: 'Hồ sơ gửi trùng, không tính', en: 'Further bundles of one agency, not counted' },
  refused: { vi: 'Hồ sơ không tiếp nhận được vì lý do kỹ thuật', en: 'Bundles refused for technical reasons' },
  copied: {
    vi: 'Tệp giống hệt nhau giữa các hồ sơ (chỉ dùng nội bộ cơ quan kiểm tra)',
    en: 'Files with the same bytes in several bundles (for the authority alone)',
  },
}

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
  noBundle: { vi: 'chưa có hồ sơ', en: 'no bundle' },
  more: { vi: '… và {count} mục nữa.', en: '… and {count} more.' },
} satisfies Record<string, Localized>
