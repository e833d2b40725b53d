import type { Localized } from '../../base/localized.ts'

/**
 * Facts whose label names what is missing when they are absent, and that need other words where a rule says what it asks
 * of them. Fields of lists as `list.field`.
 */
export const FACT_PHRASES: Readonly<Record<string, Localized>> = {
  'steeringCommittee.inForce': {
    vi: 'quyết định thành lập Ban Chỉ đạo ISO đang có hiệu lực',
    en: 'the decision on the ISO steering committee is in force',
  },
  'yearlyPlan.inForce': {
    vi: 'kế hoạch áp dụng, duy trì, cải tiến của năm đang có hiệu lực',
    en: 'the plan of the year is in force',
  },
  'context.inForce': {
    vi: 'tài liệu về bối cảnh của cơ quan và các bên quan tâm đang có hiệu lực',
    en: 'the document on context and interested parties is in force',
  },
  'qualityPolicy.inForce': {
    vi: 'chính sách chất lượng đang có hiệu lực',
    en: 'the quality policy is in force',
  },
  'risks.inForce': {
    vi: 'tài liệu về rủi ro và cơ hội đang có hiệu lực',
    en: 'the document on risks and opportunities is in force',
  },
  'documentTypes.inForce': { vi: 'tài liệu đang có hiệu lực', en: 'the document is in force' },
  'controlledDocuments.onlyEdition': {
    vi: 'chỉ một lần ban hành của mã tài liệu đang có hiệu lực',
    en: "one edition alone of the document's code is in force",
  },
  'controlledDocuments.approvedByHead': {
    vi: 'người phê duyệt là Người đứng đầu cơ quan tại ngày phê duyệt',
    en: 'who approved it was head of the agency that day',
  },
  'declaration.internalPart': {
    vi: 'công bố có phần quy trình nội bộ',
    en: 'the declaration has an internal part',
  },
  'declaration.procedureCount': {
    vi: 'số thủ tục hành chính trong danh mục kèm theo công bố',
    en: 'the number of procedures in the list annexed to the declaration',
  },
  'agency.hasWebsite': { vi: 'cơ quan có trang thông tin điện tử', en: 'the agency has a website' },
  'declaration.noticeSentOn': {
    vi: 'ngày thông báo việc công bố đến đơn vị chủ trì',
    en: 'the day the lead unit was told',
  },
  'declaration.postedOn': { vi: 'ngày niêm yết công bố tại trụ sở', en: 'the day it was posted at the office' },
  'declaration.onlineOn': {
    vi: 'ngày đăng tải công bố trên trang thông tin điện tử',
    en: 'the day it was put on the website',
  },
  'latestAudit.teamSize': {
    vi: 'số thành viên đoàn đánh giá nội bộ',
    en: 'the number of members of the internal audit team',
  },
}
