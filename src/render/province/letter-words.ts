import type { Localized } from '../../core/errors.ts'

/**
 * What an agency is written: to do or correct points; to add papers; that nothing is to be corrected; to hand in its
 * dossier; to hand in again one that could not be taken in.
 */
export const LETTER_KINDS = ['correct', 'papers', 'nothing', 'noDossier', 'refused'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** Why an agency gets no letter from this run. */
export const NO_LETTER = [
  'notSubject',
  'left',
  'quarantined',
  'undetermined',
  'notJudged',
  'provisional',
  'toDecide',
] as const
export type NoLetter = (typeof NO_LETTER)[number]

/** The lead unit where the authority does not name itself (Q Điều 12 khoản 4). */
export const LEAD_UNIT = 'Sở Khoa học và Công nghệ'

/** What a letter is about (trích yếu), without its year. */
export const SUBJECTS: Record<LetterKind, string> = {
  correct: 'đề nghị thực hiện hoặc khắc phục nội dung về Hệ thống quản lý chất lượng',
  papers: 'đề nghị bổ sung tài liệu, báo cáo về Hệ thống quản lý chất lượng',
  nothing: 'kết quả kiểm tra qua hồ sơ, báo cáo về Hệ thống quản lý chất lượng',
  noDossier: 'đề nghị gửi hồ sơ, báo cáo về Hệ thống quản lý chất lượng',
  refused: 'đề nghị gửi lại hồ sơ, báo cáo về Hệ thống quản lý chất lượng',
}

/** The decision that approved the plan of inspections, where the authority does not state it: number and day are filled in by hand. */
export const PLAN_BLANK = 'Quyết định số ………/QĐ-UBND ngày …… tháng …… năm ………'

/** Sentences that open a letter; `{unit}` is who writes, `{plan}` the decision that approved the plan, `{day}` the last day of what was looked at. */
export const OPENINGS: Record<LetterKind | 'bases', string> = {
  bases:
    'Thực hiện Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ, Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ trưởng Bộ Khoa học và Công nghệ; căn cứ kế hoạch kiểm tra năm {year} đã được phê duyệt tại {plan}, {unit} ',
  correct:
    'đã kiểm tra qua hồ sơ, báo cáo việc áp dụng Hệ thống quản lý chất lượng (sau đây viết tắt là HTQLCL) của Quý cơ quan. Theo hồ sơ, báo cáo tính đến ngày {day}, {unit} thông báo và đề nghị như sau:',
  papers:
    'đã kiểm tra qua hồ sơ, báo cáo việc áp dụng Hệ thống quản lý chất lượng (sau đây viết tắt là HTQLCL) của Quý cơ quan. Theo hồ sơ, báo cáo tính đến ngày {day}, {unit} đề nghị như sau:',
  nothing:
    'đã kiểm tra qua hồ sơ, báo cáo việc áp dụng Hệ thống quản lý chất lượng (sau đây viết tắt là HTQLCL) của Quý cơ quan. Theo hồ sơ, báo cáo tính đến ngày {day}, Quý cơ quan không có nội dung phải thực hiện hoặc khắc phục (điểm b khoản 1 Điều 37 Thông tư số 26/2014/TT-BKHCN).',
  noDossier:
    'tổ chức kiểm tra qua hồ sơ, báo cáo việc áp dụng Hệ thống quản lý chất lượng (sau đây viết tắt là HTQLCL). Đến ngày {day}, {unit} chưa nhận được hồ sơ, báo cáo của Quý cơ quan.',
  refused:
    'tổ chức kiểm tra qua hồ sơ, báo cáo việc áp dụng Hệ thống quản lý chất lượng (sau đây viết tắt là HTQLCL). Bộ hồ sơ Quý cơ quan gửi chưa tiếp nhận được vì lý do kỹ thuật (tệp không mở được hoặc chưa đúng cấu trúc).',
}

/** The three parts of a letter: the head of each, its ground, and what ends it. */
export const PARTS = {
  toCorrect: {
    head: 'Nội dung chưa đáp ứng yêu cầu',
    ground:
      'Căn cứ điểm a khoản 1 Điều 37 Thông tư số 26/2014/TT-BKHCN, {unit} đề nghị Quý cơ quan thực hiện hoặc khắc phục các nội dung sau:',
    end: 'Các nội dung này sẽ được kiểm tra trong các cuộc kiểm tra tiếp theo.',
  },
  papers: {
    head: 'Đề nghị bổ sung tài liệu, báo cáo (nếu có)',
    ground:
      'Căn cứ khoản {clause} Điều 35 Thông tư số 26/2014/TT-BKHCN, {unit} đề nghị Quý cơ quan gửi bổ sung báo cáo kèm theo tài liệu, bằng chứng (nếu có) về các nội dung sau. Hồ sơ chưa có tài liệu, hoặc tài liệu chưa đọc được; đây không phải là kết luận chưa thực hiện.',
    end: undefined,
  },
  recommended: {
    head: 'Khuyến nghị',
    ground:
      '{unit} khuyến nghị Quý cơ quan xem xét các nội dung sau để áp dụng HTQLCL có hiệu quả hơn; đây không phải là yêu cầu bắt buộc.',
    end: undefined,
  },
} as const

/** Other sentences of letters. `{deadline}` is the last day to answer, `{clause}` of Điều 35, by whether a ministry or a province inspects. */
export const SENTENCES = {
  about: 'Tài liệu, báo cáo thể hiện nội dung “{title}”.',
  lacking: 'Hồ sơ chưa nêu: {labels}.',
  unproven: 'Hồ sơ có kê khai nhưng chưa có tài liệu: {labels}.',
  moreItems: '(Nêu {shown} trong {total} mục.)',
  remedy: 'Đề nghị: ',
  advice: 'Khuyến nghị: ',
  basis: 'Căn cứ: ',
  report:
    'Đề nghị Quý cơ quan gửi báo cáo kết quả thực hiện, kèm theo tài liệu, bằng chứng (nếu có), về {unit} chậm nhất đến hết ngày {deadline}. Trường hợp đã thực hiện nhưng hồ sơ chưa thể hiện, hoặc có ý kiến khác, đề nghị Quý cơ quan nêu rõ trong báo cáo.',
  compare:
    'Đề nghị Quý cơ quan đối chiếu các chỗ nêu tại Phụ lục kèm theo với bản gốc và nêu rõ trong báo cáo; đây là chỗ phần mềm đọc bản quét thấy khác với kê khai, không phải là kết luận.',
  keep: 'Đề nghị Quý cơ quan tiếp tục duy trì, cải tiến HTQLCL; thực hiện đánh giá nội bộ và xem xét của Lãnh đạo tối thiểu một năm một lần; cập nhật kịp thời thay đổi của văn bản quy phạm pháp luật theo quy định tại khoản 4 Điều 4 Quyết định số 19/2014/QĐ-TTg.',
  send: 'Căn cứ khoản {clause} Điều 35 Thông tư số 26/2014/TT-BKHCN, đề nghị Quý cơ quan gửi báo cáo tình hình thực hiện theo các nội dung quy định tại Điều 36 Thông tư này, kèm theo tài liệu, bằng chứng (nếu có), về {unit} chậm nhất đến hết ngày {deadline}.',
  contact: 'Trong quá trình thực hiện, nếu có vướng mắc, đề nghị Quý cơ quan liên hệ: {contact}.',
} as const

/** The annex of a letter: what it is called, and where a picture is from. */
export const ANNEX = {
  head: 'PHỤ LỤC',
  title: 'Các chỗ trên bản quét cần đối chiếu với bản gốc',
  place: 'Tệp “{file}”, trang {page}:',
} as const

/** Why an agency gets no letter, and what to do instead. */
export const NO_LETTER_WORDS: Record<NoLetter, Localized> = {
  notSubject: {
    vi: 'Không lập văn bản: cơ quan không thuộc diện phải gửi hồ sơ, hoặc thuộc diện khuyến khích và chưa công bố.',
    en: 'No letter: the agency need not submit a dossier, or is encouraged and has not declared.',
  },
  left: {
    vi: 'Không lập văn bản: cơ quan không còn trong danh sách năm nay.',
    en: "No letter: the agency is no longer in this year's list.",
  },
  quarantined: {
    vi: 'Không lập văn bản: bộ hồ sơ có dấu chỉ độ mật, đang được cách ly; người có thẩm quyền xử lý theo quy định về bảo vệ bí mật nhà nước.',
    en: 'No letter: the dossier bears a mark of secrecy and is set apart; an authorised person deals with it under the law on state secrets.',
  },
  undetermined: {
    vi: 'Không lập văn bản: phần mềm gặp lỗi ở một số nội dung nên chưa có kết quả; đề nghị đánh giá lại bộ hồ sơ.',
    en: 'No letter: the software failed on some points, so there is no result yet; judge the bundle again.',
  },
  notJudged: {
    vi: 'Chưa lập văn bản: cơ quan đã gửi hồ sơ nhưng phần mềm chưa đọc lại được; lập lại rà soát rồi lập văn bản.',
    en: 'No letter yet: the agency sent a dossier that could not be read again; draw the pre-screening up again first.',
  },
  provisional: {
    vi: 'Chưa lập văn bản: còn bản quét đang được đọc nên kết quả có thể thay đổi.',
    en: 'No letter yet: some scans are still being read, and the result may change.',
  },
  toDecide: {
    vi: 'Chưa lập văn bản: không có nội dung phải khắc phục, nhưng còn nội dung cần công chức xem xét; xem xét xong thì lập văn bản.',
    en: 'No letter yet: nothing is to be corrected, but an officer has points to decide first.',
  },
}

/** Told beside drafts, never in them. */
export const BEFORE_SIGNING: Localized = {
  vi: 'Chỉ ký, gửi văn bản khi kế hoạch kiểm tra của năm đã được phê duyệt; điền số và ngày của quyết định phê duyệt vào văn bản.',
  en: "Sign and send a letter only once the year's plan of inspections is approved; fill in number and day of the decision that approved it.",
}

/** What everything drawn up from verdicts without a known signature says of itself. */
export const UNSIGNED_WORDS = {
  document: {
    vi: 'CHÚ Ý: kết quả của {count} cơ quan dưới đây lấy từ tệp không có chữ ký của dịch vụ nào đã biết; không có gì bảo đảm phần mềm đã đánh giá như vậy: {codes}.',
    en: 'NOTE: the verdicts of {count} agencies were taken from files without a signature of any known service; nothing proves that they were judged so: {codes}.',
  },
  whole: {
    vi: 'CHÚ Ý: tệp rà soát không có chữ ký của khóa đã biết, hoặc đã bị sửa sau khi ký; không có gì bảo đảm số liệu là do phần mềm lập.',
    en: 'NOTE: the pre-screening bears no signature of a known key, or was edited since; nothing proves that its figures were drawn up by the software.',
  },
  previous: {
    vi: 'CHÚ Ý: kết quả năm trước dùng để so sánh lấy từ tệp không có chữ ký của khóa đã biết, hoặc đã bị sửa sau khi ký; không có gì bảo đảm phần so sánh là đúng.',
    en: 'NOTE: what is compared with the year before was taken from files without a signature of a known key, or edited since; nothing proves the comparison.',
  },
  letter: {
    vi: '(Lập từ tệp kết quả không có chữ ký đã biết)',
    en: '(Made from a verdict without a known signature)',
  },
} as const satisfies Record<string, Localized>
