import type { Localized } from '../../base/localized.ts'
import type { Outcome } from '../../rules/outcome.ts'

/** Short label of an outcome, and the sentence that explains it. `{dueOn}` and `{missing}` come from the finding. */
export const OUTCOME_WORDS: Record<Outcome, { label: Localized; sentence: Localized }> = {
  pass: {
    label: { vi: 'Đạt yêu cầu', en: 'Met' },
    sentence: {
      vi: 'Có bằng chứng cho thấy nội dung này đã được thực hiện.',
      en: 'There is evidence that this has been done.',
    },
  },
  fail: {
    label: { vi: 'Chưa đạt yêu cầu', en: 'Not met' },
    sentence: {
      vi: 'Bằng chứng trong hồ sơ cho thấy nội dung này chưa được thực hiện hoặc thực hiện chưa đúng.',
      en: 'The evidence shows that this has not been done, or not done rightly.',
    },
  },
  missingEvidence: {
    label: { vi: 'Thiếu bằng chứng', en: 'Evidence missing' },
    sentence: {
      vi: 'Hồ sơ chưa có, hoặc không đọc được: {missing}. Chưa kết luận là vi phạm.',
      en: 'The dossier lacks, or holds in unreadable form: {missing}. This is not taken as a breach.',
    },
  },
  notYetDue: {
    label: { vi: 'Chưa đến hạn', en: 'Not yet due' },
    sentence: {
      vi: 'Thời hạn thực hiện chưa hết; chậm nhất đến hết ngày {dueOn}.',
      en: 'There is still time; it is due by the end of {dueOn}.',
    },
  },
  notApplicable: {
    label: { vi: 'Không áp dụng', en: 'Not applicable' },
    sentence: {
      vi: 'Nội dung này không áp dụng đối với cơ quan.',
      en: 'This does not apply to the agency.',
    },
  },
  notInForce: {
    label: { vi: 'Quy định không có hiệu lực tại ngày đánh giá', en: 'Not in force on the day of judgement' },
    sentence: {
      vi: 'Tại ngày đánh giá, quy định làm căn cứ chưa có hiệu lực hoặc đã hết hiệu lực.',
      en: 'On the day of judgement the provision behind it is not yet, or no longer, in force.',
    },
  },
  needsReview: {
    label: { vi: 'Cần người xem xét', en: 'For a person to review' },
    sentence: {
      vi: 'Hệ thống không tự kết luận; cần công chức có thẩm quyền xem xét.',
      en: 'The system draws no conclusion here; an authorised officer must look.',
    },
  },
  error: {
    label: { vi: 'Lỗi hệ thống', en: 'System error' },
    sentence: {
      vi: 'Lỗi của phần mềm, không phải lỗi của cơ quan.',
      en: 'A fault of the software, not of the agency.',
    },
  },
}
