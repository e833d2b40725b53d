import type { Localized } from '../../base/localized.ts'

/** Words for the ids that may stand as values of a finding: kinds of documents, states of files. */
export const VALUE_WORDS: Readonly<Record<string, Localized>> = {
  'quality-manual': { vi: 'sổ tay chất lượng', en: 'quality manual' },
  'quality-policy': { vi: 'chính sách chất lượng', en: 'quality policy' },
  'quality-objectives': { vi: 'mục tiêu chất lượng', en: 'quality objectives' },
  'document-control': { vi: 'kiểm soát tài liệu', en: 'document control' },
  'internal-audit': { vi: 'đánh giá nội bộ', en: 'internal audit' },
  nonconformity: { vi: 'xử lý sự không phù hợp', en: 'nonconformity' },
  'management-review': { vi: 'xem xét của Lãnh đạo', en: 'management review' },
  complaints: { vi: 'xử lý khiếu nại', en: 'complaints' },
  risks: { vi: 'rủi ro và cơ hội', en: 'risks and opportunities' },
  absent: { vi: 'không có', en: 'absent' },
  empty: { vi: 'rỗng', en: 'empty' },
  wrongType: { vi: 'sai định dạng', en: 'of another type' },
  head: { vi: 'Người đứng đầu cơ quan', en: 'the head' },
  deputy: { vi: 'cấp phó ký thay', en: 'a deputy signing for the head' },
  collective: { vi: 'thay mặt tập thể', en: 'on behalf of the collective' },
  delegated: { vi: 'thừa ủy quyền, thừa lệnh', en: 'by authorisation or order' },
  internalAudits: { vi: 'đánh giá nội bộ', en: 'internal audit' },
  managementReviews: { vi: 'xem xét của Lãnh đạo', en: 'management review' },
  effectiveness: { vi: 'xác nhận hiệu lực', en: 'confirmation of effectiveness' },
  scopeEvents: { vi: 'thay đổi phạm vi áp dụng', en: 'changes of scope' },
  catalogue: { vi: 'danh mục thủ tục hành chính', en: 'catalogue of procedures' },
  processes: { vi: 'danh sách quy trình', en: 'list of processes' },
}
