import type { Localized } from '../core/errors.ts'
import type { ChangedRule } from '../rules/changes.ts'
import type { EXCEPTION_REASONS, UncountedException } from '../rules/exceptions.ts'

/** Headings of the columns, in their order. New columns are added at the end. */
export const CSV_COLUMNS = {
  code: { vi: 'Mã cơ quan', en: 'Agency code' },
  agency: { vi: 'Tên cơ quan', en: 'Agency' },
  asOf: { vi: 'Ngày đánh giá', en: 'As of' },
  group: { vi: 'Nhóm', en: 'Group' },
  rule: { vi: 'Mã quy tắc', en: 'Rule' },
  title: { vi: 'Nội dung', en: 'Title' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  outcomeId: { vi: 'Mã kết quả', en: 'Outcome id' },
  severity: { vi: 'Mức độ', en: 'Severity' },
  weight: { vi: 'Trọng số', en: 'Weight' },
  low: { vi: 'Tỷ lệ điểm hiện tại (%)', en: 'Credit today (%)' },
  high: { vi: 'Tỷ lệ điểm tối đa (%)', en: 'Highest credit (%)' },
  found: { vi: 'Nhận xét', en: 'Found' },
  total: { vi: 'Số mục', en: 'Items' },
  passed: { vi: 'Số mục đạt', en: 'Items met' },
  failed: { vi: 'Số mục chưa đạt', en: 'Items not met' },
  missing: { vi: 'Số mục thiếu bằng chứng', en: 'Items missing evidence' },
  needsReview: { vi: 'Số mục cần xem xét', en: 'Items to review' },
  notYetDue: { vi: 'Số mục chưa đến hạn', en: 'Items not yet due' },
  holdsUntil: { vi: 'Còn đạt đến hết ngày', en: 'Holds through' },
  dueOn: { vi: 'Thời hạn chậm nhất', en: 'Due by' },
  evidence: { vi: 'Bằng chứng', en: 'Evidence' },
  remedy: { vi: 'Đề nghị', en: 'To do' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  exception: { vi: 'Ngoại lệ', en: 'Exception' },
  assurance: { vi: 'Mức bằng chứng', en: 'Assurance' },
  assuranceId: { vi: 'Mã mức bằng chứng', en: 'Assurance id' },
  score: { vi: 'Điểm hiện tại của cơ quan', en: 'Score today of the agency' },
  authority: { vi: 'Theo thông tin của cơ quan có thẩm quyền', en: "By the authority's own information" },
  backed: { vi: 'Tỷ lệ nội dung có tài liệu chứng minh (%)', en: 'Backed by papers (%)' },
  confirmed: { vi: 'Tỷ lệ được đối chiếu (%)', en: 'Confirmed (%)' },
} as const satisfies Record<string, Localized>

/** Words of the calendar. */
export const CALENDAR_WORDS = {
  name: { vi: 'Thời hạn HTQLCL: {agency}', en: 'QMS deadlines: {agency}' },
  holdsUntil: { vi: 'Ngày cuối còn đạt: {title}', en: 'Last day it holds: {title}' },
  dueOn: { vi: 'Thời hạn chậm nhất: {title}', en: 'Due at the latest: {title}' },
  validUntil: {
    vi: 'Ngày cuối kết quả đánh giá sơ bộ hồ sơ giữ nguyên: {agency}',
    en: 'Last day the pre-screening verdict stays as it is: {agency}',
  },
  exception: { vi: 'Ngày cuối của ngoại lệ: {title}', en: 'Last day of the exception: {title}' },
} as const satisfies Record<string, Localized>

/** What is told beside the score and changes none of it, by the id of the notice. */
export const NOTICE_WORDS: Readonly<Record<string, Localized>> = {
  gradeHeldByEvidence: {
    vi: 'Theo điểm thì xếp loại là {grade}, nhưng mới có {backed}% nội dung có tài liệu chứng minh; mức này cần từ {needed}%.',
    en: 'By its points the grade would be {grade}, but papers back only {backed}% of the points; it takes {needed}%.',
  },
  gradeHeldUnread: {
    vi: 'Theo điểm thì xếp loại là {grade}, nhưng chưa đọc được tài liệu của: {rules}. Nộp bản có lớp chữ (bản gốc điện tử thay cho bản quét) để được xét mức này.',
    en: 'By its points the grade would be {grade}, but the papers of these could not be read: {rules}. Submit copies whose text can be read (the electronic original instead of a scan).',
  },
  fileUsedTooOften: {
    vi: 'Tệp {file} được nêu cho {acts} việc khác nhau ({paths} đường dẫn có cùng nội dung) nhưng chỉ đủ cho {pages} việc theo số trang; tệp này không được tính là tài liệu chứng minh cho việc nào.',
    en: 'The file {file} is named for {acts} different acts (at {paths} path(s) with the same content) and has pages for {pages}; it counts as a paper for none of them.',
  },
  agencyCodeOfOtherProvince: {
    vi: 'Mã cơ quan {code} không bắt đầu bằng mã tỉnh, thành phố {province}; đề nghị đối chiếu theo Quyết định số 20/2020/QĐ-TTg.',
    en: 'The agency code {code} does not begin with the code of its province, {province}; compare it with Decision 20/2020/QĐ-TTg.',
  },
  agencyCodeOfMergedProvince: {
    vi: 'Mã cơ quan {code} mang mã của {was}, từ ngày 01/7/2025 là một phần của {partOf}; đề nghị đối chiếu mã đang dùng.',
    en: 'The agency code {code} bears the code of {was}, a part of {partOf} since 1 July 2025; check which code is in use.',
  },
  ownCatalogue: {
    vi: 'Danh mục do cơ quan tự kê khai: {procedures} thủ tục hành chính, trong đó {internal} thủ tục ghi là nội bộ; chưa đối chiếu với danh mục của cơ quan có thẩm quyền.',
    en: "The list is the agency's own: {procedures} procedures, {internal} of them marked internal; it was not compared with the authority's list.",
  },
  processesSampled: {
    vi: 'Hồ sơ có {total} quy trình; chỉ xét tệp của {sample} quy trình được chọn theo cách tính cố định: {codes}.',
    en: 'There are {total} processes; the files of a fixed sample of {sample} are looked at: {codes}.',
  },
}

/** Words around exceptions. */
export const EXCEPTION_LABELS = {
  without: {
    vi: 'Nếu không tính ngoại lệ: {status}; điểm {score}.',
    en: 'Without exceptions: {status}; score {score}.',
  },
  title: { vi: 'Ngoại lệ do cơ quan có thẩm quyền chấp thuận', en: 'Exceptions the authority has granted' },
  counted: { vi: 'Được tính', en: 'Counted' },
  uncounted: { vi: 'Không được tính', en: 'Not counted' },
  wrongKeys: { vi: 'mục cần sửa: {keys}', en: 'to be corrected: {keys}' },
} as const satisfies Record<string, Localized>

/** What an authority gives as the reason of an exception. */
export const EXCEPTION_WORDS: Record<(typeof EXCEPTION_REASONS)[number], Localized> = {
  reorganisation: { vi: 'Sắp xếp lại tổ chức', en: 'Reorganisation' },
  disaster: { vi: 'Thiên tai, dịch bệnh, sự cố', en: 'Disaster, epidemic or emergency' },
  'awaiting-guidance': { vi: 'Chờ hướng dẫn của cấp có thẩm quyền', en: 'Awaiting guidance' },
  'legal-conflict': { vi: 'Quy định pháp luật chưa thống nhất', en: 'Provisions in conflict' },
  'evidence-kept-elsewhere': { vi: 'Bằng chứng lưu tại nơi khác', en: 'Evidence kept elsewhere' },
  'appeal-pending': { vi: 'Đang giải quyết kiến nghị', en: 'An appeal is pending' },
}

/** Why an exception does not count. */
export const UNCOUNTED_WORDS: Record<UncountedException['why'], Localized> = {
  lapsed: { vi: 'Đã hết hạn hoặc không áp dụng cho cơ quan này', en: 'Lapsed, or not about this agency' },
  malformed: { vi: 'Ghi chưa đúng', en: 'Not written as it must be' },
}

/** Words of the preview of a rule change. */
export const DIFF_WORDS = {
  title: { vi: 'So sánh bộ quy tắc', en: 'Rules compared' },
  profile: { vi: 'Bộ thông số', en: 'Profile' },
  asOf: { vi: 'ngày đánh giá', en: 'as of' },
  rules: { vi: 'Quy tắc thay đổi', en: 'Rules that change' },
  none: { vi: 'Không có thay đổi.', en: 'Nothing changes.' },
  registers: { vi: 'Danh mục và bộ thông số thay đổi', en: 'Registers and profiles that change' },
  severity: { vi: 'mức độ', en: 'severity' },
  weight: { vi: 'trọng số', en: 'weight' },
  params: { vi: 'thông số', en: 'parameter' },
  parts: { vi: 'phần thay đổi', en: 'parts that change' },
  from: { vi: 'từ ngày', en: 'from' },
  agencies: {
    vi: 'Cơ quan thay đổi kết quả, xếp loại hoặc điểm',
    en: 'Agencies whose status, grade or score changes',
  },
  rulesOnly: {
    vi: 'Cơ quan chỉ thay đổi ở từng quy tắc, kết quả chung giữ nguyên',
    en: 'Agencies with some rules coming out otherwise and the same result',
  },
  grade: { vi: 'xếp loại', en: 'grade' },
  score: { vi: 'điểm', en: 'score' },
  notJudged: { vi: 'không đánh giá', en: 'not judged' },
  refused: { vi: 'Không tiếp nhận được bộ hồ sơ', en: 'Bundles that could not be taken in' },
  others: { vi: 'Trong thư mục, không phải bộ hồ sơ', en: 'In the folder, and no bundle' },
} as const satisfies Record<string, Localized>

/** Parts of a rule that may be written otherwise. */
export const PART_WORDS: Readonly<Record<ChangedRule['parts'][number], Localized>> = {
  severity: { vi: 'mức độ', en: 'severity' },
  weight: { vi: 'trọng số', en: 'weight' },
  versions: { vi: 'nội dung đánh giá', en: 'what is judged' },
  basis: { vi: 'căn cứ', en: 'basis' },
  effort: { vi: 'công sức', en: 'effort' },
  group: { vi: 'nhóm', en: 'group' },
  order: { vi: 'thứ tự', en: 'order' },
  title: { vi: 'tên', en: 'title' },
  interpretation: { vi: 'cách hiểu', en: 'interpretation' },
  messages: { vi: 'thông báo', en: 'messages' },
  remedy: { vi: 'nội dung đề nghị', en: 'what to do' },
  aliases: { vi: 'mã cũ', en: 'earlier ids' },
  tells: { vi: 'nội dung báo cho tỉnh', en: 'what it tells the province' },
  quarantines: { vi: 'cách ly bộ hồ sơ', en: 'quarantine' },
}

export const DAYS_OFF_NOT_COUNTED: Localized = {
  vi: 'Thời hạn trên chưa tính ngày nghỉ Tết, ngày hoán đổi.',
  en: 'The day above does not take Tết and swapped days off into account.',
}

export const KINDS_OF_TEXTS: [RegExp, Localized][] = [
  [/\/QĐ-/, { vi: 'Quyết định số', en: 'Decision' }],
  [/\/TT-/, { vi: 'Thông tư số', en: 'Circular' }],
  [/\/NĐ-/, { vi: 'Nghị định số', en: 'Decree' }],
  [/\/QH\d/, { vi: 'Luật số', en: 'Law' }],
  [/^TCVN/, { vi: '', en: '' }],
]

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

/** Why a file could not be looked into, or a digital signature is not whole: ids as rules over files show them. */
export const FILE_REASONS: Readonly<Record<string, Localized>> = {
  locked: { vi: 'có mật khẩu', en: 'behind a password' },
  overBounds: { vi: 'vượt giới hạn đọc', en: 'beyond the bounds of reading' },
  unreadable: { vi: 'không mở được', en: 'does not open' },
  signatureBroken: { vi: 'chữ ký số không còn nguyên vẹn', en: 'digital signature broken' },
  signatureUnverified: { vi: 'chữ ký số chưa kiểm tra được', en: 'digital signature not verified' },
  stampInName: { vi: 'trong tên tệp', en: 'in the name' },
  stampInText: { vi: 'trong nội dung tệp', en: 'in the text' },
  'reading.damaged': { vi: 'tệp hỏng', en: 'damaged' },
  'reading.password': { vi: 'cần mật khẩu để mở', en: 'a password is needed' },
  'reading.time': { vi: 'đọc quá thời gian cho phép', en: 'takes too long to read' },
  'reading.memory': { vi: 'cần quá nhiều bộ nhớ để đọc', en: 'takes too much memory to read' },
  'reading.size': { vi: 'quá lớn khi mở ra', en: 'too large once opened' },
  'reading.pages': { vi: 'quá nhiều trang', en: 'too many pages' },
  'reading.doctype': { vi: 'có khai báo DOCTYPE', en: 'has a DOCTYPE' },
  'reading.empty': { vi: 'tệp rỗng', en: 'empty' },
  'reading.wrongType': { vi: 'không có cấu trúc của loại tệp', en: 'not built as its type is' },
  'signature.overBounds': { vi: 'quá nhiều chữ ký hoặc tệp quá lớn', en: 'too many signatures, or too large a file' },
  'signature.kindUnknown': { vi: 'loại chữ ký không hỗ trợ', en: 'a kind of signature that is not supported' },
  'signature.algorithmUnknown': { vi: 'thuật toán ký không hỗ trợ', en: 'an algorithm that is not supported' },
  'signature.signerMissing': {
    vi: 'chữ ký không kèm chứng thư của người ký',
    en: "the signer's certificate is not there",
  },
  'signature.byteRange': { vi: 'phạm vi ký không bao trọn tệp', en: 'what was signed is not the whole file' },
  'signature.contentsEmpty': { vi: 'ô chữ ký không có nội dung', en: 'the signature holds nothing' },
  'signature.contentsUnreadable': { vi: 'không đọc được nội dung chữ ký', en: 'the signature cannot be read' },
  'signature.contentIncluded': { vi: 'chữ ký của nội dung khác', en: 'a signature over something else' },
  'signature.contentAltered': { vi: 'nội dung đã ký bị thay đổi', en: 'what was signed has been altered' },
  'signature.attributesMissing': { vi: 'chữ ký thiếu thông tin bắt buộc', en: 'the signature lacks what it must have' },
  'signature.signatureWrong': { vi: 'giá trị chữ ký không đúng', en: 'the signature value is wrong' },
  'signature.signerReplaced': { vi: 'chứng thư không phải của người đã ký', en: "not the signer's certificate" },
  'signature.addedAfter': { vi: 'có nội dung bổ sung sau khi ký', en: 'something was added after signing' },
}

/** Why a paper that is asked for backs nothing. */
export const LACKING_REASONS: Readonly<Record<string, Localized>> = {
  absent: {
    vi: 'Bảng kê chưa nêu tệp, hoặc tệp không có trong bộ hồ sơ.',
    en: 'No file is named, or it is not in the dossier.',
  },
  empty: {
    vi: 'Tệp không mở được hoặc không có nội dung (trang trắng).',
    en: 'The file does not open, or holds nothing (blank pages).',
  },
  usedTooOften: {
    vi: 'Cùng một tệp được nêu cho nhiều việc hơn số trang của tệp.',
    en: 'One file is named for more acts than it has pages.',
  },
  silent: {
    vi: 'Tài liệu đọc được nhưng không nêu nội dung cần tìm, cũng không nêu tên cơ quan.',
    en: 'The paper could be read and says nothing of what was looked for, nor names the agency.',
  },
}

/** What stands before the facts that were the authority's. */
export const TOLD_LABEL: Localized = {
  vi: 'Theo thông tin của cơ quan có thẩm quyền',
  en: "By the authority's own information",
}

/** What the authority may tell, by its pointer. */
export const TOLD_WORDS: Readonly<Record<string, Localized>> = {
  '/catalogue': { vi: 'danh mục thủ tục hành chính', en: 'the catalogue of procedures' },
  '/onSiteInspection': { vi: 'kiểm tra tại trụ sở', en: 'the on-site inspection' },
  '/earlierFindings': { vi: 'nội dung của kỳ kiểm tra trước', en: 'findings of earlier inspections' },
  '/statusReport/receivedOn': { vi: 'ngày nhận báo cáo', en: 'the day the report came' },
  '/noticeReceivedOn': { vi: 'việc nhận văn bản thông báo công bố', en: 'whether the notice of the declaration came' },
  '/papersSeen': { vi: 'tài liệu đã được xem trực tiếp', en: 'papers that a person saw' },
  '/decisions': { vi: 'kết luận của người có thẩm quyền', en: 'what a person decided' },
  '/agency/establishedOn': { vi: 'ngày thành lập cơ quan', en: 'the day the agency was established' },
  '/agency/formerNames': { vi: 'tên cũ của cơ quan', en: 'former names of the agency' },
  '/scopeEvents': { vi: 'sắp xếp, đổi tên cơ quan', en: 'mergers and renamings' },
}

/** A text of the state by its number alone, where its mark tells no kind. */
export const LETTER_SIGN: Localized = { vi: 'Công văn số', en: 'Letter' }

const [LITTLE, MEDIUM, MUCH] = [
  { vi: 'Ít công sức', en: 'Little effort' },
  { vi: 'Công sức trung bình', en: 'Medium effort' },
  { vi: 'Nhiều công sức', en: 'Much effort' },
] as const satisfies Localized[]

/** What a remedy costs: as its rule says it, and as a plan counts it. */
export const EFFORT_WORDS: Readonly<Record<'low' | 'medium' | 'high' | 1 | 3 | 9, Localized>> = {
  low: LITTLE,
  medium: MEDIUM,
  high: MUCH,
  1: LITTLE,
  3: MEDIUM,
  9: MUCH,
}
