import type { Localized } from '../../base/localized.ts'
import type { Assurance, Severity } from '../../rules/outcome.ts'
import type { Duty, Status } from '../../verdict/verdict.ts'

export const STATUS_WORDS: Record<Status, { label: Localized; sentence: Localized }> = {
  met: {
    label: { vi: 'Đáp ứng yêu cầu', en: 'Requirements met' },
    sentence: {
      vi: 'Không có nội dung cốt yếu nào chưa đạt hoặc thiếu bằng chứng.',
      en: 'No essential point fails or lacks evidence.',
    },
  },
  notMet: {
    label: { vi: 'Chưa đáp ứng yêu cầu', en: 'Requirements not met' },
    sentence: {
      vi: 'Có ít nhất một nội dung cốt yếu chưa đạt yêu cầu.',
      en: 'At least one essential point is not met.',
    },
  },
  insufficientEvidence: {
    label: { vi: 'Chưa đủ bằng chứng để đánh giá', en: 'Not enough evidence to judge' },
    sentence: {
      vi: 'Có ít nhất một nội dung cốt yếu thiếu bằng chứng; không kết luận là chưa đáp ứng.',
      en: 'At least one essential point lacks evidence; this is not a finding that it is not met.',
    },
  },
  undetermined: {
    label: { vi: 'Chưa xác định được', en: 'Undetermined' },
    sentence: {
      vi: 'Phần mềm gặp lỗi ở một số nội dung, hoặc bộ hồ sơ đang được cách ly, nên chưa xác định kết quả.',
      en: 'The software failed on some points, or the dossier is quarantined, so there is no result yet.',
    },
  },
  notApplicable: {
    label: { vi: 'Không thuộc diện đánh giá', en: 'Not subject to assessment' },
    sentence: {
      vi: 'Cơ quan thuộc diện khuyến khích và chưa công bố, hoặc đã chấm dứt hoạt động tại ngày đánh giá.',
      en: 'The agency is encouraged and has not declared, or has ceased to exist on the day of judgement.',
    },
  },
}

export const DUTY_WORDS: Record<Duty, Localized> = {
  obliged: { vi: 'Thuộc đối tượng phải xây dựng và áp dụng', en: 'Obliged to build and apply a QMS' },
  obligedByPlan: { vi: 'Thực hiện theo kế hoạch của tỉnh, thành phố', en: 'By the plan of the province or city' },
  encouraged: { vi: 'Thuộc đối tượng khuyến khích xây dựng và áp dụng', en: 'Encouraged to build and apply a QMS' },
  ended: {
    vi: 'Đã chấm dứt hoạt động, không thuộc đối tượng tại ngày đánh giá',
    en: 'Has ceased to exist; not subject on the day of judgement',
  },
}

export const SEVERITY_WORDS: Record<Severity, Localized> = {
  blocking: { vi: 'Cốt yếu', en: 'Essential' },
  major: { vi: 'Quan trọng', en: 'Important' },
  minor: { vi: 'Thứ yếu', en: 'Minor' },
}

export const ASSURANCE_WORDS: Record<Assurance, Localized> = {
  declared: { vi: 'Theo kê khai của cơ quan', en: 'As declared by the agency' },
  present: { vi: 'Có tài liệu kèm theo', en: 'Documents are enclosed' },
  recognised: {
    vi: 'Bản quét được nhận dạng khớp với kê khai',
    en: 'The scan, as recognised, agrees with what is declared',
  },
  corroborated: { vi: 'Nội dung tài liệu khớp với kê khai', en: 'The documents agree with what is declared' },
  signed: { vi: 'Tài liệu có chữ ký số hợp lệ', en: 'The document carries a valid digital signature' },
  authority: { vi: 'Theo hồ sơ của cơ quan kiểm tra', en: "By the inspecting authority's own record" },
}

/** The sentence that stands on every verdict. */
export const DISCLAIMER: Localized = {
  vi: 'Kết quả này là đánh giá sơ bộ qua hồ sơ do phần mềm hỗ trợ lập, không thay thế kết quả kiểm tra theo Thông tư số 26/2014/TT-BKHCN. Điểm, trọng số và xếp loại không do Quyết định số 19/2014/QĐ-TTg quy định. Người có thẩm quyền xem xét và ký trước khi sử dụng.',
  en: 'This is a pre-screening of the dossier prepared with software; it does not replace an inspection under Circular 26/2014/TT-BKHCN. Scores, weights and grades are not set by Decision 19/2014/QĐ-TTg. An authorised person reviews and signs it before use.',
}
