import type { Language, Localized } from '../../core/errors.ts'
import type { PrescreenProblem, Reason, Result } from '../../province/prescreen.ts'
import { STATUS_WORDS } from '../words.ts'

/** Headings of the pre-screening on a terminal. */
export const PRESCREEN_WORDS = {
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
  doubts: { vi: 'Lưu ý của cơ quan có thẩm quyền, không gửi cơ quan', en: 'For the authority alone' },
  noReason: { vi: 'không có lý do riêng', en: 'no reason of its own' },
  notEvaluated: { vi: 'chưa xét', en: 'not evaluated' },
  noBundle: { vi: 'chưa có hồ sơ', en: 'no bundle' },
  more: { vi: '… và {count} mục nữa.', en: '… and {count} more.' },
} satisfies Record<string, Localized>

/** What an agency came to, where it has no status. */
const NO_STATUS_WORDS: Record<'none' | 'notJudged', Localized> = {
  none: { vi: 'Chưa gửi hồ sơ', en: 'No dossier' },
  notJudged: { vi: 'Chưa đánh giá được', en: 'Not judged' },
}

/** What an agency came to, in a word or two. */
export const resultLabel = (result: Result, lang: Language): string =>
  (result === 'none' || result === 'notJudged' ? NO_STATUS_WORDS[result] : STATUS_WORDS[result].label)[lang]

/** Why an agency is visited. */
export const REASON_WORDS: Record<Reason, Localized> = {
  blockingFailure: { vi: 'Nội dung cốt yếu chưa đạt yêu cầu', en: 'An essential point fails' },
  noDossier: { vi: 'Chưa gửi hồ sơ', en: 'No dossier submitted' },
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
  copiedPapers: {
    vi: 'Có tài liệu giống hệt tài liệu của cơ quan khác hoặc của năm trước (cùng tệp, cùng nội dung chữ hoặc cùng hình trang)',
    en: "Papers that are another agency's, or last year's: the same file, text or drawn pages",
  },
  figuresDoubted: {
    vi: 'Số liệu kê khai cần đối chiếu (danh mục, phạm vi, quy trình, trang thông tin điện tử)',
    en: 'Figures stated that must be compared: list, scope, processes, website',
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
export const PROBLEM_WORDS: Record<PrescreenProblem['kind'], { label: Localized; todo: Localized }> = {
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

/** By the id of the notice. They are read by who inspects; none accuses. */
export const DOUBT_WORDS: Readonly<Record<string, Localized>> = {
  scansWaiting: {
    vi: 'Kết quả tạm thời: {scans} bản quét đang được đọc; chưa gửi văn bản theo kết quả này.',
    en: 'Provisional: {scans} scans are still being read; no letter is sent by this verdict.',
  },
  listLeavesOut: {
    vi: 'Danh mục cơ quan kê khai có {procedures} thủ tục, trong đó {internal} thủ tục ghi là nội bộ và {ended} thủ tục ghi là hết hiệu lực (trên 20%); đề nghị đối chiếu với danh mục đã công bố.',
    en: 'Of the {procedures} procedures that the agency lists, {internal} are marked internal and {ended} as ended (over 20%); compare them with the published list.',
  },
  listShort: {
    vi: 'Danh mục cơ quan kê khai có {procedures} thủ tục, chưa bằng một nửa số trung vị của khối ({median}); đề nghị đối chiếu với danh mục đã công bố.',
    en: 'The agency lists {procedures} procedures, less than half of the median of its block ({median}); compare them with the published list.',
  },
  figureFell: {
    vi: '{figure} giảm từ {before} xuống {now} (hơn một phần ba) so với lần rà soát trước mà không kê khai thay đổi phạm vi áp dụng.',
    en: '{figure} fell from {before} to {now} (by more than a third) since the last pre-screening, and no change of scope was told.',
  },
  oneProcessForMany: {
    vi: 'Một quy trình áp dụng cho {shared} trong {procedures} thủ tục, thuộc {fields} lĩnh vực; đề nghị xem các thủ tục có tương tự về nội dung, trình tự hay không (khoản 6 Điều 41 Thông tư số 26/2014/TT-BKHCN).',
    en: 'One process serves {shared} of {procedures} procedures, of {fields} fields; see whether they are alike in content and steps (Circular 26/2014/TT-BKHCN, Article 41.6).',
  },
  recordsAlike: {
    vi: '{records} hồ sơ công việc được kê khai có cùng ngày nhận, ngày hẹn trả, ngày trả; đề nghị xem hồ sơ gốc.',
    en: 'The {records} records of work all have the same day of receipt, due day and day of return; see the originals.',
  },
  reportsAlike: {
    vi: 'Báo cáo, biên bản của các cuộc khác nhau có cùng nội dung, chỉ khác số và ngày: {files}; đề nghị xem bản gốc.',
    en: 'Reports or minutes of different audits or reviews say the same but for figures and days: {files}; see the originals.',
  },
  noWebsite: {
    vi: 'Cơ quan kê khai không có trang thông tin điện tử; đề nghị kiểm tra.',
    en: 'The department states that it has no website; check whether that is so.',
  },
}

/** The figures that a notice may name. */
export const FIGURE_WORDS: Readonly<Record<string, Localized>> = {
  units: { vi: 'Số đơn vị trong phạm vi áp dụng', en: 'The number of units in scope' },
  staff: { vi: 'Số cán bộ, công chức trong phạm vi áp dụng', en: 'The number of staff in scope' },
  procedures: { vi: 'Số thủ tục hành chính', en: 'The number of procedures' },
}
