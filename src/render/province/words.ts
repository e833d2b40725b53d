import type { Localized } from '../../core/errors.ts'
import type { Block } from '../../dossier/agency.ts'
import type { PrescreenProblem, Reason } from '../../province/prescreen.ts'

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

/** Headings of columns. */
export const COLUMN_WORDS = {
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  planned: { vi: 'Theo kế hoạch', en: 'Planned' },
  done: { vi: 'Đã thực hiện', en: 'Done' },
  number: { vi: 'STT', en: 'No.' },
  code: { vi: 'Mã cơ quan', en: 'Code' },
  agency: { vi: 'Tên cơ quan', en: 'Agency' },
  block: { vi: 'Khối', en: 'Block' },
  total: { vi: 'Tổng số', en: 'Total' },
  submitted: { vi: 'Đã gửi hồ sơ', en: 'Handed in' },
  declared: { vi: 'Đã công bố', en: 'Declared' },
  declaredAgain: { vi: 'Trong đó công bố lại', en: 'Of them again' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  rounded: { vi: 'Làm tròn', en: 'Rounded' },
  status: { vi: 'Kết quả', en: 'Result' },
  grade: { vi: 'Xếp loại', en: 'Grade' },
  agencies: { vi: 'Số cơ quan', en: 'Agencies' },
  notMet: { vi: 'Chưa đáp ứng yêu cầu', en: 'Not met' },
  papers: { vi: 'Đề nghị bổ sung tài liệu', en: 'Papers to be added' },
  advised: { vi: 'Khuyến nghị', en: 'Recommended' },
  ofSubmitted: { vi: 'Tỷ lệ chưa đáp ứng trên số đã gửi hồ sơ', en: 'Share not met of those handed in' },
  low: { vi: 'Điểm hiện tại', en: 'Score today' },
  backed: { vi: 'Có tài liệu chứng minh (%)', en: 'Backed by papers (%)' },
  high: { vi: 'Điểm tối đa có thể đạt', en: 'Highest score' },
  blocking: { vi: 'Nội dung cốt yếu chưa đạt', en: 'Essential points that fail' },
  missing: { vi: 'Số nội dung thiếu bằng chứng', en: 'Points without evidence' },
  validUntil: { vi: 'Giữ nguyên đến hết ngày', en: 'Stays through' },
  change: { vi: 'So với năm trước', en: 'Against last year' },
  point: { vi: 'Nội dung', en: 'Point' },
  target: { vi: 'Chỉ tiêu', en: 'Target' },
  required: { vi: 'Yêu cầu', en: 'Required' },
  counted: { vi: 'Số liệu', en: 'Counted' },
  exact: { vi: 'Kết quả', en: 'Figure' },
  met: { vi: 'Đánh giá', en: 'Reached' },
  problem: { vi: 'Vấn đề', en: 'Problem' },
  codes: { vi: 'Cơ quan', en: 'Agencies' },
  file: { vi: 'Tệp', en: 'File' },
  todo: { vi: 'Đề nghị xử lý', en: 'To do' },
  fromShare: { vi: 'Tỷ lệ công bố từ', en: 'Share declared from' },
  points: { vi: 'Điểm', en: 'Points' },
  applies: { vi: 'Mức đạt được', en: 'Reached' },
  earned: { vi: 'Điểm đạt được', en: 'Points earned' },
  inspected: { vi: 'Cơ quan được kiểm tra', en: 'Agency inspected' },
  inspectors: { vi: 'Đơn vị kiểm tra; đơn vị phối hợp', en: 'Inspecting unit; coordinating units' },
  time: { vi: 'Thời gian dự kiến', en: 'Expected time' },
  form: { vi: 'Hình thức kiểm tra', en: 'Form' },
  cost: { vi: 'Kinh phí dự kiến (đồng)', en: 'Expected cost (VND)' },
  reasons: { vi: 'Lý do lựa chọn', en: 'Reasons' },
  visits: { vi: 'Số cơ quan được kiểm tra tại trụ sở', en: 'Agencies on site' },
} as const satisfies Record<string, Localized>

/** Names of sheets (at most 31 characters), titles of tables and what stands under them. */
export const TABLE_WORDS = {
  blocks: { vi: 'Tổng hợp theo khối', en: 'By block' },
  blocksTitle: { vi: 'Tình hình công bố và kết quả đánh giá sơ bộ theo khối', en: 'Declarations and results by block' },
  blocksNote: {
    vi: 'Tỷ lệ là số cơ quan đã công bố trên tổng số cơ quan của khối.',
    en: 'The share is of agencies that have declared among all of the block.',
  },
  grades: { vi: 'Xếp loại', en: 'Grades' },
  gradesTitle: { vi: 'Kết quả xếp loại', en: 'Grades' },
  gradesNote: {
    vi: 'Nhãn và ngưỡng xếp loại do địa phương quy định, không do Quyết định số 19/2014/QĐ-TTg quy định.',
    en: 'Labels and thresholds are local; Decision 19/2014/QĐ-TTg sets none.',
  },
  gradesByBlock: { vi: 'Xếp loại theo khối', en: 'Grades by block' },
  ungraded: { vi: 'Chưa xếp loại', en: 'Not graded' },
  agencies: { vi: 'Danh sách cơ quan', en: 'Agencies' },
  agenciesTitle: { vi: 'Kết quả đánh giá sơ bộ của từng cơ quan', en: 'Result of each agency' },
  noDossier: { vi: 'Chưa gửi hồ sơ', en: 'Nothing handed in' },
  shortfalls: { vi: 'Nội dung theo loại', en: 'Points by kind' },
  shortfallsTitle: {
    vi: 'Số cơ quan theo từng nội dung: chưa đáp ứng yêu cầu, đề nghị bổ sung tài liệu, khuyến nghị',
    en: 'Agencies by point: not met, papers to be added, recommended',
  },
  shortfallsNote: {
    vi: 'Ba loại không cộng vào nhau: chưa đáp ứng yêu cầu theo quy định; hồ sơ chưa có hoặc chưa đọc được tài liệu, chưa phải là kết luận chưa thực hiện; khuyến nghị không phải là yêu cầu bắt buộc.',
    en: 'The three are not added up: a requirement of the law that is not met; papers that are not there or not readable, which is no finding; a recommendation, which obliges nobody.',
  },
  noShortfalls: { vi: 'Không có nội dung nào.', en: 'None.' },
  targets: { vi: 'Chỉ tiêu', en: 'Targets' },
  targetsTitle: { vi: 'Kết quả thực hiện chỉ tiêu', en: 'Targets' },
  targetsNote: {
    vi: 'Chỉ tiêu là của tỉnh, thành phố; không đạt chỉ tiêu không phải là nội dung chưa đạt của từng cơ quan. "Trên" là lớn hơn hẳn.',
    en: 'Targets are of the province; missing one is no failure of an agency. "More than" is strict.',
  },
  third: {
    vi: 'Kiểm tra tại trụ sở ít nhất một phần ba số cơ quan thuộc đối tượng bắt buộc (khoản 2 Điều 33 Thông tư số 26/2014/TT-BKHCN)',
    en: 'Inspect at least one third of the obliged agencies on site (Circular 26/2014/TT-BKHCN, Article 33.2)',
  },
  ofObliged: { vi: '{picked} trên {obliged} cơ quan', en: '{picked} of {obliged} agencies' },
  of: { vi: '{part}/{whole}', en: '{part}/{whole}' },
  moreThan: { vi: 'trên {required}', en: 'more than {required}' },
  atLeast: { vi: 'từ {required}', en: 'at least {required}' },
  information: { vi: 'Để biết', en: 'For information' },
  reached: { vi: 'Đạt', en: 'Reached' },
  notReached: { vi: 'Chưa đạt', en: 'Not reached' },
  members: { vi: 'Biến động danh sách', en: 'Joined and left' },
  membersTitle: {
    vi: 'Cơ quan mới có hoặc không còn trong danh sách so với năm trước',
    en: 'Agencies that joined or left the list since last year',
  },
  membersNote: {
    vi: 'Các cơ quan này không tính là tốt hơn hay giảm so với năm trước.',
    en: 'They count neither as better nor as worse.',
  },
  noMembers: {
    vi: 'Danh sách không thay đổi, hoặc chưa có số liệu năm trước.',
    en: 'None, or there is no document of last year.',
  },
  problems: { vi: 'Vấn đề cần xử lý', en: 'Problems' },
  problemsTitle: {
    vi: 'Vấn đề của các bộ hồ sơ cần xử lý (lưu hành nội bộ)',
    en: 'Problems of bundles (for the authority alone)',
  },
  noProblems: { vi: 'Không có vấn đề nào.', en: 'None.' },
  criterion: { vi: 'Tiêu chí 7.4', en: 'Criterion 7.4' },
  criterionTitle: {
    vi: 'Điểm tiêu chí 7.4 của Chỉ số cải cách hành chính cấp tỉnh',
    en: 'Points of criterion 7.4 of the provincial PAR index',
  },
  criterionEmpty: {
    vi: 'Tỷ lệ công bố: {share} ({part}/{whole} cơ quan). Thang điểm thay đổi theo từng năm: điền vào bảng dưới, hoặc khai trong tệp thông tin của cơ quan chủ trì.',
    en: 'Share declared: {share} ({part}/{whole} agencies). Points differ by year: fill in the table, or state them in the authority file.',
  },
  criterionPoints: {
    vi: 'Tỷ lệ tính điểm: {share} ({part}/{whole} cơ quan). Theo thang điểm đã khai: {points}/{maximum} điểm.',
    en: 'Share that counts: {share} ({part}/{whole} agencies). By the points stated: {points} of {maximum}.',
  },
  criterionShares: {
    vi: 'Đã công bố: {shareDeclared} ({declared}/{whole}). Đã công bố và được đánh giá đáp ứng yêu cầu: {shareMet} ({met}/{whole}).',
    en: 'Declared: {shareDeclared} ({declared}/{whole}). Declared and judged to meet the requirements: {shareMet} ({met}/{whole}).',
  },
  tasks: { vi: 'Nhiệm vụ của năm', en: 'Tasks of the year' },
  tasksTitle: { vi: 'Kết quả thực hiện nhiệm vụ của năm', en: 'Tasks of the year' },
  tasksNote: {
    vi: 'Nhiệm vụ của cơ quan chủ trì mà hồ sơ của các cơ quan không thể hiện; số đã thực hiện do cơ quan chủ trì điền hoặc khai trong tệp thông tin của mình.',
    en: 'Tasks of the authority itself, which no dossier shows; what was done is filled in here or stated in the authority file.',
  },
  sum: { vi: 'Tổng cộng', en: 'Total' },
  plan: { vi: 'Kế hoạch kiểm tra', en: 'Inspection plan' },
  planTitle: {
    vi: 'Kế hoạch kiểm tra việc áp dụng, duy trì và cải tiến Hệ thống quản lý chất lượng năm {year}',
    en: 'Plan of inspections of Quality Management Systems in {year}',
  },
  planNote: {
    vi: 'Dự thảo lập theo Điều 34 Thông tư số 26/2014/TT-BKHCN; Ủy ban nhân dân cấp tỉnh phê duyệt. Cơ quan có tên ở hình thức "tại trụ sở" được kiểm tra cả hồ sơ, báo cáo.',
    en: 'A draft under Article 34 of Circular 26/2014/TT-BKHCN, for the provincial committee to approve. Agencies inspected on site are checked by dossier too.',
  },
  quotaNote: {
    vi: 'Tại trụ sở: {onSite} cơ quan. Trong {obliged} cơ quan thuộc đối tượng bắt buộc do tỉnh, thành phố kiểm tra, cần ít nhất {required} (một phần ba, làm tròn lên); đã chọn {picked}.',
    en: 'On site: {onSite} agencies. Of the {obliged} obliged agencies the province inspects at least {required} (one third, rounded up) are needed; {picked} are picked.',
  },
  seedNote: {
    vi: 'Phần chọn ngẫu nhiên dùng số khởi tạo {seed}; chạy lại với số này cho cùng danh sách.',
    en: 'The random share is drawn from the seed {seed}; the same seed gives the same list.',
  },
  onSite: { vi: 'Kiểm tra tại trụ sở cơ quan', en: 'On site' },
  dossier: { vi: 'Kiểm tra qua hồ sơ, báo cáo', en: 'By dossier and report' },
  noMonth: { vi: 'Chưa xếp được trong năm', en: 'No month left in the year' },
  reasons: { vi: 'Lý do lựa chọn', en: 'Reasons' },
  reasonsTitle: { vi: 'Số cơ quan được kiểm tra tại trụ sở theo lý do', en: 'Agencies on site by reason' },
  reasonsNote: {
    vi: 'Lý do xếp từ mạnh đến yếu; một cơ quan có thể có nhiều lý do. Không có trọng số ẩn.',
    en: 'Strongest reason first; an agency may have several. There is no hidden weight.',
  },
  byDossierOnly: { vi: 'Kiểm tra hồ sơ hằng năm', en: 'Yearly dossier check' },
} as const satisfies Record<string, Localized>

/** Words of the pages and their drawings. */
export const PAGE_WORDS = {
  reportTitle: {
    vi: 'Báo cáo tổng hợp tình hình áp dụng, duy trì và cải tiến Hệ thống quản lý chất lượng năm {year}',
    en: 'Report on Quality Management Systems in {year}',
  },
  figuresOn: { vi: 'Số liệu rà soát sơ bộ tại ngày', en: 'Figures of the pre-screening as of' },
  draft: { vi: 'Dự thảo', en: 'Draft' },
  profile: { vi: 'Bộ thông số', en: 'Profile' },
  ruleSet: { vi: 'Bộ quy tắc đánh giá', en: 'Rule set' },
  agencies: { vi: 'Số cơ quan', en: 'Agencies' },
  submitted: { vi: 'Đã gửi hồ sơ', en: 'Handed in' },
  declared: { vi: 'Đã công bố', en: 'Declared' },
  onSite: { vi: 'Kiểm tra tại trụ sở', en: 'On site' },
  byDossier: { vi: 'Kiểm tra qua hồ sơ', en: 'By dossier' },
  shareChart: { vi: 'Tỷ lệ cơ quan đã công bố theo khối', en: 'Share declared by block' },
  gradeChart: { vi: 'Số cơ quan theo xếp loại', en: 'Agencies by grade' },
  shortfallChart: { vi: 'Nội dung chưa đáp ứng yêu cầu nhiều nhất', en: 'Points most often not met' },
  shown: { vi: 'nêu {shown} trong {total} nội dung', en: '{shown} of {total} shown' },
  scoreTitle: { vi: 'Điểm so với năm trước', en: 'Score against last year' },
  scoreText: {
    vi: 'Mỗi chấm là một cơ quan có điểm hiện tại trong cả hai năm ({n} cơ quan): phía trên đường chéo là tăng ({up}), phía dưới là giảm ({down}), trên đường chéo là không đổi ({same}).',
    en: 'Each dot is an agency with a score in both years ({n} agencies): above the diagonal it rose ({up}), below it fell ({down}), on it nothing changed ({same}).',
  },
  scoreNone: {
    vi: 'Chưa có số liệu năm trước để so sánh.',
    en: 'There are no figures of last year to compare with.',
  },
  lastYear: { vi: 'Điểm năm trước', en: 'Last year' },
  thisYear: { vi: 'Điểm năm nay', en: 'This year' },
  dot: { vi: '{name}: {from} → {to}', en: '{name}: {from} → {to}' },
  nature: {
    vi: 'Số liệu là kết quả rà soát sơ bộ qua hồ sơ do phần mềm hỗ trợ lập; người có thẩm quyền xem xét trước khi sử dụng.',
    en: 'These are figures of a pre-screening prepared with software; an authorised person reviews them before use.',
  },
} as const satisfies Record<string, Localized>
