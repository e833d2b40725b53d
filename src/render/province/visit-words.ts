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

/** The papers of a visit, in the order in which they are written. */
export const VISIT_PAPERS = [
  'decision',
  'announcement',
  'programme',
  'request',
  'minutes',
  'refusal',
  'report',
  'file-list',
] as const
export type VisitPaperId = (typeof VISIT_PAPERS)[number]

/** What each is called. */
export const VISIT_PAPER_TITLES: Record<VisitPaperId, Localized> = {
  decision: { vi: 'Quyết định kiểm tra', en: 'Decision to inspect' },
  announcement: { vi: 'Thông báo kiểm tra', en: 'Announcement of the visit' },
  programme: { vi: 'Chương trình kiểm tra', en: 'Written programme' },
  request: { vi: 'Văn bản đề nghị báo cáo trước kiểm tra', en: 'Letter asking for the report' },
  minutes: { vi: 'Biên bản kiểm tra', en: 'Minutes' },
  refusal: { vi: 'Văn bản không chấp nhận hành động khắc phục', en: 'Letter not accepting corrective action' },
  report: { vi: 'Báo cáo kết quả của đoàn kiểm tra', en: "The team's report" },
  'file-list': { vi: 'Danh mục hồ sơ kiểm tra', en: 'List of the inspection file' },
}

/** Words of the pages of visits. */
export const VISIT_WORDS = {
  title: { vi: 'Phiếu kiểm tra tại trụ sở: {name}', en: 'Inspection sheet: {name}' },
  list: { vi: 'Các cuộc kiểm tra tại trụ sở năm {year}', en: 'Visits of {year}' },
  link: { vi: 'Kiểm tra tại trụ sở, việc của năm', en: 'Visits, and the year' },
  duties: { vi: 'Việc của đơn vị chủ trì trong năm', en: "The authority's own duties of the year" },
  dutiesLead: {
    vi: 'Theo Điều 33, 34, 37, 38 và 42 Thông tư số 26/2014/TT-BKHCN và Điều 12 Quyết định số 19/2014/QĐ-TTg.',
    en: 'By Articles 33, 34, 37, 38 and 42 of Circular 26/2014/TT-BKHCN, and Article 12 of Decision 19/2014/QĐ-TTg.',
  },
  when: { vi: 'Thời gian', en: 'When' },
  duty: { vi: 'Việc', en: 'Duty' },
  howFar: { vi: 'Đến nay', en: 'So far' },
  firstMonths: { vi: 'Đầu năm', en: 'Early in the year' },
  twoMonths: { vi: '02 tháng sau khi ký biên bản', en: 'Two months after signing' },
  'duty.plan': {
    vi: 'Lập kế hoạch kiểm tra, trình Ủy ban nhân dân tỉnh phê duyệt',
    en: 'Plan of inspections, approved by the provincial committee',
  },
  'duty.planUnknown': {
    vi: 'Chưa ghi quyết định phê duyệt trong thông tin đơn vị chủ trì',
    en: 'The decision that approved it is not stated yet',
  },
  'duty.dossier': {
    vi: 'Kiểm tra qua hồ sơ, báo cáo mọi cơ quan thuộc đối tượng phải áp dụng',
    en: 'Dossier check of every obliged agency',
  },
  'duty.sent': { vi: 'Đã có hồ sơ của {sent} trong {total} cơ quan', en: 'Dossiers of {sent} of {total} agencies' },
  'duty.onSite': { vi: 'Kiểm tra tại trụ sở ít nhất một phần ba', en: 'At least one third at their office' },
  'duty.third': {
    vi: 'Cần {required}, kế hoạch {picked}, đã ký biên bản {signed}, còn lại {left}',
    en: '{required} needed, {picked} planned, minutes signed of {signed}, {left} left',
  },
  'duty.correction': {
    vi: 'Theo dõi báo cáo hành động khắc phục sau kiểm tra',
    en: 'Follow reports of corrective action',
  },
  'duty.late': { vi: '{late} báo cáo quá hạn', en: '{late} overdue' },
  'duty.summary': {
    vi: 'Báo cáo tổng hợp kết quả kiểm tra với Ủy ban nhân dân tỉnh',
    en: 'Summary to the provincial committee',
  },
  'duty.report': { vi: 'Báo cáo Bộ Khoa học và Công nghệ', en: 'Report to the Ministry of Science and Technology' },
  past: { vi: 'Hạn {day} đã qua', en: '{day} has passed' },
  daysLeft: { vi: 'Đến hết ngày {day}: còn {days} ngày', en: 'By {day}: {days} days left' },
  blocks: { vi: 'So sánh với năm trước theo khối', en: 'Against last year, by block' },
  declared: { vi: 'Đã công bố', en: 'Declared' },
  met: { vi: 'Đáp ứng yêu cầu', en: 'Met' },
  noYear: { vi: 'không có số liệu', en: 'no figures' },
  lead: {
    vi: 'Ghi theo từng nội dung của Điều 36 Thông tư số 26/2014/TT-BKHCN. Nội dung được giữ ngay trên máy này, mở lại được khi không có mạng, và tự gửi khi có mạng. Hai người có thể ghi cùng lúc.',
    en: 'Write by the items of Article 36 of Circular 26/2014/TT-BKHCN. What you write is kept on this device at once, can be opened again without a line, and is sent when the line is back. Two people may write at the same time.',
  },
  noScript: {
    vi: 'Phiếu này cần kịch bản (JavaScript). Không có kịch bản thì ghi bằng giấy theo chương trình kiểm tra rồi nhập sau.',
    en: 'This sheet needs scripts. Without them, write on paper by the written programme and type it in later.',
  },
  noDossier: {
    vi: 'Dịch vụ chưa có kết quả đánh giá bộ hồ sơ của cơ quan này; cột “Hồ sơ cho thấy” để trống.',
    en: 'The service has no verdict of this agency; the column “What the dossier shows” is empty.',
  },
  dossierOf: {
    vi: 'Hồ sơ cho thấy: theo kết quả đánh giá ngày {asOf}. Nội dung phần mềm nêu chỉ vào biên bản khi người kiểm tra xác nhận.',
    en: 'What the dossier shows: by the verdict as of {asOf}. What the software found enters the minutes only where an inspector confirms it.',
  },
  papers: { vi: 'Văn bản của cuộc kiểm tra', en: 'Papers of the visit' },
  minutesPage: { vi: 'Xem biên bản', en: 'See the minutes' },
  docx: { vi: 'Tải {title} (DOCX)', en: 'Download: {title} (DOCX)' },
  sign: { vi: 'Ký biên bản', en: 'Sign the minutes' },
  signLead: {
    vi: 'Khi biên bản đã được hai bên ký, ghi ngày ký tại đây: nội dung chưa đáp ứng, kết luận và tài liệu đã xem trở thành bản ghi của cơ quan kiểm tra; lần đánh giá sau bắt đầu từ đó. Phiếu không sửa được nữa, trừ khi mở lại.',
    en: 'Once both sides have signed the minutes, write the day here: what is not met, what was decided and which papers were seen become the authority’s record, from which the next verdict starts. The sheet is closed then, unless it is opened again.',
  },
  signedOn: { vi: 'Ngày ký biên bản', en: 'Day of signing' },
  responsible: { vi: 'Người chịu trách nhiệm (họ tên, chức vụ)', en: 'Who answers for it (name, title)' },
  signRun: { vi: 'Đã ký: ghi vào bản ghi', en: 'Signed: write the record' },
  signed: {
    vi: 'Biên bản đã ký ngày {on} ({by}). Bản ghi của cơ quan kiểm tra đã được cập nhật.',
    en: 'The minutes were signed on {on} ({by}). The authority’s record is up to date.',
  },
  reopen: { vi: 'Mở lại phiếu để sửa', en: 'Open the sheet again' },
  correction: { vi: 'Báo cáo hành động khắc phục', en: 'Report of corrective action' },
  correctionDue: {
    vi: 'Cơ quan gửi báo cáo không quá 02 tháng kể từ ngày ký biên bản: chậm nhất đến hết ngày {due} (điểm c khoản 2 Điều 37 Thông tư số 26/2014/TT-BKHCN).',
    en: 'The agency reports within two months of signing: by {due} (point c, clause 2, Article 37 of Circular 26/2014/TT-BKHCN).',
  },
  correctionOn: { vi: 'Ngày nhận báo cáo', en: 'Day of receipt' },
  correctionKind: { vi: 'Ý kiến của đơn vị kiểm tra', en: 'What is said to it' },
  accepted: { vi: 'Chấp nhận (chỉ ghi nhận, không có văn bản)', en: 'Accepted (only noted, no letter)' },
  refused: { vi: 'Không chấp nhận (có văn bản nêu lý do)', en: 'Not accepted (a letter tells why)' },
  correctionReason: { vi: 'Lý do không chấp nhận', en: 'Why it is not accepted' },
  correctionRun: { vi: 'Ghi báo cáo', en: 'Note the report' },
  correctionNoted: {
    vi: 'Báo cáo nhận ngày {on}: {what}.',
    en: 'Report received on {on}: {what}.',
  },
  lacks: { vi: 'Chưa ký được: còn nội dung chưa đủ', en: 'Not signed: something is lacking' },
  lacksText: {
    vi: 'Đề nghị quay lại phiếu và bổ sung: {lacks}',
    en: 'Go back to the sheet and add: {lacks}',
  },
  'lack.verdict': { vi: '{item}: chưa có nhận xét', en: '{item}: no conclusion' },
  'lack.ground': { vi: '{item}: chưa chọn căn cứ', en: '{item}: no ground' },
  'lack.found': { vi: '{item}: chưa đạt nhưng chưa ghi kết quả', en: '{item}: not met, and nothing written' },
  'lack.reason': { vi: '{item}: kết luận chưa có lý do', en: '{item}: a decision without a reason' },
  'lack.others': { vi: '{item}: hai người ghi khác nhau, chưa chọn', en: '{item}: written differently by two' },
  bad: { vi: 'Chưa ghi được', en: 'Not written' },
  badDay: {
    vi: 'Thiếu người chịu trách nhiệm, hoặc ngày chưa đúng: ngày ký không sau hôm nay, ngày nhận báo cáo không trước ngày ký.',
    en: 'Who answers for it is missing, or a day is not right: signing is not after today, a report not before signing.',
  },
  changedText: {
    vi: 'Phiếu vừa được người khác sửa hoặc ký. Đề nghị mở lại phiếu, xem rồi làm lại.',
    en: 'Somebody has changed or signed the sheet meanwhile. Open it again, look and repeat.',
  },
  otherKind: {
    vi: 'Trong kho có bản ghi dạng khác của cơ quan ({name}), không tự thay được. Đề nghị gửi bản ghi dạng JSON hoặc báo đơn vị quản trị bỏ tệp đó.',
    en: 'There is a record of another kind ({name}), which is not replaced here. Send a JSON record, or ask the operator to take it away.',
  },
  notPlanned: { vi: 'Không có trong kế hoạch', en: 'Not in the plan' },
  notPlannedText: {
    vi: 'Cơ quan {code} không có trong kế hoạch kiểm tra năm {year}. Đề nghị thêm vào kế hoạch kèm lý do trước khi lập phiếu.',
    en: '{code} is not in the inspection plan of {year}. Add it to the plan with the reason first.',
  },
  back: { vi: 'Về phiếu kiểm tra', en: 'Back to the sheet' },
  toList: { vi: '← Các cuộc kiểm tra', en: '← Visits' },
  month: { vi: 'Thời gian dự kiến', en: 'Expected time' },
  state: { vi: 'Tình trạng', en: 'State' },
  'state.none': { vi: 'Chưa bắt đầu', en: 'Not begun' },
  'state.begun': { vi: 'Đang ghi: {done} trong 13 nội dung', en: 'Being written: {done} of 13 items' },
  'state.signed': { vi: 'Đã ký biên bản ngày {on}', en: 'Minutes signed on {on}' },
  'state.late': { vi: 'Báo cáo khắc phục quá hạn ngày {on}', en: 'Report of correction overdue since {on}' },
  open: { vi: 'Mở phiếu', en: 'Open the sheet' },
  quotas: {
    vi: 'Theo kế hoạch {planned} cuộc; đã ký biên bản {signed}; đang ghi {begun}; còn lại {left}.',
    en: '{planned} planned; minutes signed of {signed}; {begun} being written; {left} left.',
  },
  nobody: { vi: 'Kế hoạch năm này không có cuộc kiểm tra nào tại trụ sở.', en: 'No visit is planned this year.' },
  notUnderstood: { vi: 'Yêu cầu chưa đúng dạng', en: 'The request is not as it must be' },
  notUnderstoodText: {
    vi: 'Trang đang mở có thể thuộc phiên bản trước. Nội dung vẫn còn trên máy này; đề nghị tải lại trang.',
    en: 'The page may be of an earlier release. What you wrote is still on this device; load the page anew.',
  },
  'paper.kind': {
    vi: 'Chỉ nhận ảnh JPEG, PNG hoặc tệp PDF; tệp này không đọc ra loại nào trong số đó.',
    en: 'Only JPEG, PNG and PDF are kept; this file is none of these.',
  },
  'paper.size': { vi: 'Tệp trống hoặc lớn hơn {most} MB.', en: 'The file is empty, or larger than {most} MB.' },
  'paper.full': {
    vi: 'Phiếu đã có {most} ảnh và tài liệu, là mức tối đa.',
    en: 'The sheet holds {most} papers, the most there may be.',
  },
  lacking: {
    vi: 'Có ảnh hoặc tài liệu chưa gửi tới dịch vụ. Đề nghị giữ trang mở đến khi gửi xong.',
    en: 'Photos or papers have not reached the service yet. Keep the page open until they have.',
  },
  tooLarge: { vi: 'Phiếu quá dài để lưu.', en: 'The sheet is too long to be kept.' },
  closed: {
    vi: 'Biên bản đã ký, phiếu đã đóng.',
    en: 'The minutes are signed, the sheet is closed.',
  },
  erase: { vi: 'Xóa phiếu, ảnh và tài liệu kèm theo', en: 'Erase the sheet with its photos and papers' },
  eraseLead: {
    vi: 'Xóa không khôi phục được. Bản ghi của cơ quan kiểm tra (nếu đã ký) giữ nguyên. Ghi mã cơ quan để xác nhận.',
    en: 'It cannot be brought back. The authority’s record, where the minutes were signed, stays. Type the code of the agency to confirm.',
  },
  eraseCode: { vi: 'Mã cơ quan', en: 'Code of the agency' },
} as const satisfies Record<string, Localized>
