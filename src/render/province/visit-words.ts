import type { Localized } from '../../core/errors.ts'
import type { ItemVerdict, VisitItemId } from '../../dossier/visit.ts'

/** The items of Điều 36 Thông tư 26/2014: what each is called, and what an inspector asks. */
export const ITEM_WORDS: Record<VisitItemId, { title: Localized; question: Localized }> = {
  '1a': {
    title: { vi: 'Phạm vi áp dụng đối với thủ tục hành chính', en: 'Scope over administrative procedures' },
    question: {
      vi: 'Hệ thống quản lý chất lượng có áp dụng đối với toàn bộ hoạt động liên quan đến thực hiện thủ tục hành chính cho tổ chức, cá nhân không?',
      en: 'Does the system cover all activities that carry out administrative procedures?',
    },
  },
  '1b': {
    title: { vi: 'Phổ biến tài liệu, quy trình', en: 'Dissemination' },
    question: {
      vi: 'Tài liệu, quy trình có được phổ biến đến toàn bộ cán bộ, công chức trong phạm vi áp dụng để thực hiện không?',
      en: 'Were documents and processes made known to all staff in scope?',
    },
  },
  '1c': {
    title: {
      vi: 'Tuân thủ tiêu chuẩn, chính sách, mục tiêu, quy trình và pháp luật',
      en: 'Compliance with standard, policy, objectives, processes and law',
    },
    question: {
      vi: 'Cơ quan có tuân thủ các yêu cầu của tiêu chuẩn, chính sách, mục tiêu chất lượng, quy trình và quy định pháp luật liên quan không?',
      en: 'Are the standard, policy, objectives, processes and the law complied with?',
    },
  },
  '1d': {
    title: { vi: 'Thực hiện các quy trình giải quyết công việc', en: 'Processes carried out' },
    question: {
      vi: 'Các quy trình giải quyết công việc có được thực hiện trên thực tế không (chọn hồ sơ để xem)?',
      en: 'Are the processes carried out in practice (look at a few files)?',
    },
  },
  '1dd': {
    title: {
      vi: 'Xem xét của Lãnh đạo, đánh giá nội bộ, hành động khắc phục',
      en: 'Management review, internal audit, corrective action',
    },
    question: {
      vi: 'Xem xét của Lãnh đạo, đánh giá nội bộ và hành động khắc phục điểm không phù hợp được thực hiện thế nào?',
      en: 'How are management review, internal audit and corrective action carried out?',
    },
  },
  '1e': {
    title: { vi: 'Xử lý khiếu nại (nếu có)', en: 'Complaints, if any' },
    question: {
      vi: 'Có khiếu nại của tổ chức, cá nhân liên quan đến hoạt động trong phạm vi áp dụng không; được xử lý thế nào?',
      en: 'Were there complaints about what is in scope, and how were they handled?',
    },
  },
  '1g': {
    title: { vi: 'Hoạt động cải tiến', en: 'Improvement' },
    question: {
      vi: 'Có hoạt động cải tiến để nâng cao hiệu lực, hiệu quả của Hệ thống quản lý chất lượng không?',
      en: 'Is the system being improved?',
    },
  },
  '2a': {
    title: { vi: 'Sự tham gia của Lãnh đạo, các đơn vị và cá nhân', en: 'Who takes part' },
    question: {
      vi: 'Lãnh đạo, các đơn vị và cá nhân liên quan tham gia xây dựng, áp dụng Hệ thống quản lý chất lượng thế nào?',
      en: 'How do leaders, units and individuals take part?',
    },
  },
  '2b': {
    title: { vi: 'Xác nhận hiệu lực của Người đứng đầu', en: "Head's confirmation of effectiveness" },
    question: {
      vi: 'Người đứng đầu cơ quan đã xác nhận hiệu lực của Hệ thống quản lý chất lượng chưa?',
      en: 'Has the head confirmed that the system is effective?',
    },
  },
  '2c': {
    title: { vi: 'Công bố, thông báo, niêm yết, đăng tải', en: 'Declaration, notice, posting' },
    question: {
      vi: 'Cơ quan đã công bố, thông báo bằng văn bản, niêm yết tại trụ sở và đăng tải (nếu có trang thông tin điện tử) chưa?',
      en: 'Was the declaration made, notified, posted, and put on the website, if there is one?',
    },
  },
  '2d': {
    title: { vi: 'Cập nhật thay đổi của văn bản quy phạm pháp luật', en: 'Legal changes' },
    question: {
      vi: 'Thay đổi của văn bản quy phạm pháp luật có được cập nhật vào Hệ thống quản lý chất lượng đúng thời hạn không?',
      en: 'Were changes of legal documents entered in time?',
    },
  },
  '2dd': {
    title: { vi: 'Công bố lại khi điều chỉnh, mở rộng, thu hẹp phạm vi', en: 'Declaring again' },
    question: {
      vi: 'Cơ quan đã công bố lại khi điều chỉnh, mở rộng hoặc thu hẹp phạm vi áp dụng chưa?',
      en: 'Was it declared again after the scope was adjusted?',
    },
  },
  '2e': {
    title: { vi: 'Tư vấn (nếu có)', en: 'Consultants, if any' },
    question: {
      vi: 'Cơ quan có thuê tư vấn không; tổ chức, chuyên gia tư vấn có đủ điều kiện theo quy định không?',
      en: 'Were consultants hired, and are they qualified?',
    },
  },
}

/** What an inspector comes to, in words of the minutes. */
export const ITEM_VERDICT_WORDS: Record<ItemVerdict, Localized> = {
  met: { vi: 'Đạt yêu cầu', en: 'Met' },
  notMet: { vi: 'Chưa đạt yêu cầu', en: 'Not met' },
  noEvidence: { vi: 'Chưa đủ bằng chứng', en: 'Not enough evidence' },
  notApplicable: { vi: 'Không áp dụng', en: 'Does not apply' },
}

/** Grounds of what was found. */
export const GROUND_WORDS = {
  dossier: { vi: 'hồ sơ', en: 'papers' },
  interview: { vi: 'phỏng vấn', en: 'interview' },
  observation: { vi: 'quan sát', en: 'observation' },
} as const satisfies Record<string, Localized>

/** How a paper was seen. */
export const SEEN_WORDS = {
  paper: { vi: 'xem bản giấy', en: 'on paper' },
  link: { vi: 'xem qua đường dẫn', en: 'behind a link' },
  original: { vi: 'xem bản chính', en: 'the original' },
} as const satisfies Record<string, Localized>
