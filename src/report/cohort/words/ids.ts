import type { Localized } from '../../../base/localized.ts'
import type { Problem, Reason } from '../../../cohort/prescreen.ts'
import type { Block } from '../../../dossier/agency.ts'

/** Why an agency is visited. */
export const REASON_WORDS: Record<Reason, Localized> = {
  blockingFailure: { vi: 'Nội dung cốt yếu chưa đạt yêu cầu', en: 'An essential point fails' },
  noDossier: { vi: 'Chưa gửi hồ sơ', en: 'No dossier handed in' },
  lapsesBeforeVisit: {
    vi: 'Kết quả sẽ giảm trước tháng dự kiến kiểm tra',
    en: 'The result lapses before the month of the visit',
  },
  repeatedFinding: {
    vi: 'Nội dung chưa đạt lặp lại so với kỳ trước',
    en: 'A point fails again',
  },
  worse: { vi: 'Kết quả thấp hơn năm trước', en: 'Worse than last year' },
  littleEvidence: { vi: 'Hồ sơ ít bằng chứng', en: 'Little evidence' },
  declaredOnly: {
    vi: 'Chủ yếu theo kê khai, dưới 40% nội dung có tài liệu chứng minh',
    en: 'Mostly as declared: papers back less than 40%',
  },
  papersSayLittle: {
    vi: 'Ít nhất một nửa số nội dung có tài liệu đọc được nhưng tài liệu không nêu nội dung cần tìm',
    en: 'At least half of the papers that could be read do not say what was looked for',
  },
  yearsSinceVisit: { vi: 'Lâu chưa được kiểm tra tại trụ sở', en: 'Years since the last visit' },
  reorganised: { vi: 'Mới sáp nhập, đổi tên hoặc tổ chức lại', en: 'Merged, renamed or reorganised' },
  person: { vi: 'Theo quyết định của người có thẩm quyền', en: 'By decision of an authorised person' },
  rotation: { vi: 'Luân phiên ba năm', en: 'Three-year rotation' },
  random: { vi: 'Chọn ngẫu nhiên', en: 'Drawn at random' },
}

/** How an agency stands against last year; agencies in one year's list only are neither better nor worse. */
export const CHANGE_WORDS: Record<'new' | 'better' | 'worse' | 'same' | 'left', Localized> = {
  new: { vi: 'Mới có trong danh sách', en: 'New in the list' },
  better: { vi: 'Tốt hơn', en: 'Better' },
  worse: { vi: 'Giảm', en: 'Worse' },
  same: { vi: 'Không đổi', en: 'The same' },
  left: { vi: 'Không còn trong danh sách', en: 'No longer in the list' },
}

/** What is not in order, and what to do about it. */
export const PROBLEM_WORDS: Record<Problem['kind'], { label: Localized; todo: Localized }> = {
  noBundle: {
    label: { vi: 'Chưa có bộ hồ sơ', en: 'No bundle' },
    todo: { vi: 'Đôn đốc cơ quan gửi hồ sơ, báo cáo.', en: 'Ask the agency for its dossier and report.' },
  },
  unknownAgency: {
    label: {
      vi: 'Bộ hồ sơ của cơ quan không có trong danh sách',
      en: 'Bundle of an agency that is not in the register',
    },
    todo: {
      vi: 'Đối chiếu mã cơ quan trong bảng kê với danh sách; bổ sung vào danh sách nếu thuộc địa bàn.',
      en: 'Compare the code in the manifest with the register; add the agency if it belongs there.',
    },
  },
  duplicateBundle: {
    label: { vi: 'Một cơ quan có nhiều bộ hồ sơ', en: 'Several bundles of one agency' },
    todo: {
      vi: 'Hỏi cơ quan bộ nào là bản chính thức và bỏ bộ còn lại khỏi thư mục.',
      en: 'Ask the agency which one counts and take the other out of the folder.',
    },
  },
  refused: {
    label: { vi: 'Không tiếp nhận được bộ hồ sơ (lý do kỹ thuật)', en: 'Bundle that could not be taken in' },
    todo: {
      vi: 'Đề nghị cơ quan gửi lại; lệnh check trên bộ hồ sơ này cho biết chỗ cần sửa.',
      en: 'Ask for it again; the command check tells what to correct in it.',
    },
  },
  copied: {
    label: {
      vi: 'Tệp trùng từng byte với tệp của cơ quan khác hoặc của năm trước',
      en: 'File with the same bytes as one of another agency or of last year',
    },
    todo: {
      vi: 'Công chức xem xét khi kiểm tra; không thông báo tự động cho cơ quan.',
      en: 'For an officer to look at during the inspection; agencies are not told automatically.',
    },
  },
}

/** Short names of blocks, for lists and drawings; the registers hold the full ones. */
export const BLOCK_WORDS: Record<Block, Localized> = {
  ministry: { vi: 'Bộ, cơ quan ngang Bộ', en: 'Ministry' },
  'provincial-committee': { vi: 'UBND cấp tỉnh', en: 'Province' },
  department: { vi: 'Sở và tương đương', en: 'Department' },
  'sub-department': { vi: 'Chi cục', en: 'Sub-department' },
  'management-board': { vi: 'Ban quản lý', en: 'Management board' },
  district: { vi: 'UBND cấp huyện', en: 'District' },
  'district-office': { vi: 'Phòng cấp huyện', en: 'District office' },
  commune: { vi: 'UBND cấp xã', en: 'Commune' },
  'public-service-unit': { vi: 'Đơn vị sự nghiệp', en: 'Public service unit' },
  vertical: { vi: 'Ngành dọc', en: 'Vertical agency' },
}
