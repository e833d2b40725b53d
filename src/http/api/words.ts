import type { Localized } from '../../core/errors.ts'

export const BODY_NOT_JSON: Localized = {
  vi: 'Nội dung yêu cầu không phải JSON đọc được. Đề nghị gửi một đối tượng JSON, ví dụ {}, mã hóa UTF-8.',
  en: 'The body is not readable JSON. Send a JSON object, such as {}, in UTF-8.',
}

/** To be said wherever the development issuer is used. */
export const DEVELOPMENT_ISSUER_DEVELOPMENT_WARNING: Localized = {
  vi: 'CẢNH BÁO: đang dùng đơn vị cấp mã truy cập THỬ NGHIỆM. Ai dùng được máy này đều có thể thay mặt mọi cơ quan. Chỉ dùng để chạy thử; khi vận hành thật phải cấu hình đơn vị cấp mã OIDC.',
  en: 'WARNING: the DEVELOPMENT issuer is in use. Whoever can use this machine can act for any agency. For trying out only; configure an OIDC issuer for real use.',
}

export const DEVELOPMENT_PAGES_WORDS = {
  title: { vi: 'Đăng nhập thử nghiệm', en: 'Sign in for trying out' },
  lead: {
    vi: 'Trang này thay cho hệ thống định danh khi chạy thử trên một máy; không hỏi mật khẩu. Chọn tư cách đăng nhập.',
    en: 'This page stands in for an identity provider on one machine; it asks for no password. Choose who you are.',
  },
  known: { vi: 'Cơ quan đã có hồ sơ', en: 'Agencies with a dossier' },
  authorities: { vi: 'Đơn vị chủ trì', en: 'Authorities' },
  other: { vi: 'Mã khác', en: 'Another code' },
  code: {
    vi: 'Mã định danh (cơ quan: H61.12; tỉnh, thành phố: H61)',
    en: 'Identification code (agency: H61.12; province: H61)',
  },
  asAgency: { vi: 'Đăng nhập cơ quan', en: 'Sign in as the agency' },
  asAuthority: { vi: 'Đăng nhập đơn vị chủ trì', en: 'Sign in as the authority' },
  wrong: {
    vi: '“{found}” không phải mã đó. Ghi mã cơ quan theo dạng H61.12, mã tỉnh, thành phố theo dạng H61.',
    en: '“{found}” is not such a code. Write an agency as H61.12, a province as H61.',
  },
} as const satisfies Record<string, Localized>

export const PARAMETERS_ONCE = { vi: 'tham số này một lần', en: 'it only once' }

export const PARAMETERS_ONLY_LANG = { vi: "riêng tham số 'lang'", en: "the parameter 'lang' alone" }

/** Why nothing is taken in on a full disk; the dossier and the software are well. */
export const PROBLEMS_DISK_FULL: Localized = {
  vi: 'Ổ đĩa của máy chủ đã đầy nên chưa nhận thêm được; hồ sơ không sai, các kết quả đã có vẫn xem được. Đề nghị báo cho quản trị hệ thống giải phóng dung lượng, rồi nộp lại.',
  en: 'The disk of the server is full, so nothing more can be taken in; nothing is wrong with the dossier, and what is there can be read. Ask the administrator to make space, then send it again.',
}

/** To the front page. */
export const PROBLEMS_HOME = { href: '/', label: { vi: 'Về trang đầu', en: 'To the front page' } } as const

/** Every kind of problem by its slug; its type URI is `/problems/<slug>`. */
export const PROBLEMS_PROBLEMS = {
  'token-missing': {
    status: 401,
    title: { vi: 'Yêu cầu chưa kèm mã truy cập', en: 'The request carries no token' },
  },
  'token-not-accepted': {
    status: 401,
    title: { vi: 'Mã truy cập không được chấp nhận', en: 'The token is not accepted' },
  },
  'caller-unknown': {
    status: 403,
    title: { vi: 'Không xác định được cơ quan gửi yêu cầu', en: 'The token does not say who calls' },
  },
  'other-agency': {
    status: 403,
    title: { vi: 'Không có quyền đối với cơ quan này', en: 'No right to this agency' },
  },
  'authority-reads-only': {
    status: 403,
    title: {
      vi: 'Đơn vị chủ trì không nộp hồ sơ thay cơ quan',
      en: "The authority does not write in an agency's name",
    },
  },
  'authority-only': {
    status: 403,
    title: { vi: 'Chỉ dành cho đơn vị chủ trì của tỉnh, thành phố', en: 'For the authority of a province only' },
  },
  'parameter-invalid': {
    status: 400,
    title: { vi: 'Tham số chưa đúng', en: 'A parameter cannot be used' },
  },
  'body-invalid': {
    status: 400,
    title: { vi: 'Nội dung yêu cầu chưa đúng', en: 'The body cannot be used' },
  },
  'body-too-large': {
    status: 413,
    title: { vi: 'Nội dung yêu cầu quá lớn', en: 'The body is too large' },
  },
  'body-not-json': {
    status: 415,
    title: { vi: 'Nội dung yêu cầu không phải JSON', en: 'The body is not sent as JSON' },
  },
  'too-many-uploads': {
    status: 429,
    title: { vi: 'Đã hết số lần nộp trong ngày', en: 'No more uploads today' },
  },
  'too-many-requests': {
    status: 429,
    title: { vi: 'Gửi quá nhiều yêu cầu trong một phút', en: 'Too many requests in a minute' },
  },
  'no-such-page': {
    status: 404,
    title: { vi: 'Không có địa chỉ này', en: 'No such address' },
  },
  'no-verdict': {
    status: 404,
    title: { vi: 'Chưa có kết quả đánh giá', en: 'No such verdict' },
  },
  erased: {
    status: 410,
    title: { vi: 'Hồ sơ đã được xóa', en: 'The dossier was erased' },
  },
  'no-prescreen': {
    status: 404,
    title: { vi: 'Chưa có kết quả rà soát sơ bộ', en: 'No prescreen yet' },
  },
  'method-not-allowed': {
    status: 405,
    title: { vi: 'Phương thức không dùng được tại địa chỉ này', en: 'The method cannot be used here' },
  },
  fault: {
    status: 500,
    title: { vi: 'Lỗi phần mềm', en: 'A fault of the software' },
  },
  unavailable: {
    status: 503,
    title: { vi: 'Dịch vụ tạm thời chưa đáp ứng được', en: 'The service cannot answer for the moment' },
  },
  'disk-full': {
    status: 507,
    title: { vi: 'Máy chủ hết dung lượng lưu trữ', en: 'The disk of the service is full' },
  },
} as const

export const RULES_BACK: Localized = { vi: 'Quy tắc đánh giá', en: 'Rules' }

export const SESSION_PAGE_WORDS = {
  title: { vi: 'Phiên đăng nhập', en: 'Your session' },
  lead: {
    vi: 'Đăng nhập lúc {begun}; phiên kết thúc muộn nhất lúc {end} (sau {hours} giờ), hoặc sau {minutes} phút không thao tác.',
    en: 'You signed in at {begun}; the session ends at {end} at the latest (after {hours} hours), or after {minutes} minutes in which you do nothing.',
  },
  here: { vi: 'Đăng xuất khỏi thiết bị này', en: 'Sign out on this device' },
  hereText: {
    vi: 'Trình duyệt này không dùng được phiên này nữa, kể cả khi ai đó đã sao chép cookie.',
    en: 'This session counts no more, even if somebody has copied its cookie.',
  },
  all: { vi: 'Đăng xuất khỏi mọi thiết bị', en: 'Sign out on all devices' },
  allText: {
    vi: 'Dùng khi quên đăng xuất ở máy khác, mất máy, hoặc nghi có người khác dùng tài khoản của mình. Mọi phiên của tài khoản này kết thúc ngay; việc đã nộp, đã ghi vẫn giữ nguyên.',
    en: 'For when you forgot to sign out elsewhere, lost a device, or think that somebody uses your account. All sessions of this account end at once; what was submitted and written stays.',
  },
  account: {
    vi: 'Nếu nghi lộ mật khẩu, đổi mật khẩu tại hệ thống định danh; dịch vụ này không giữ mật khẩu.',
    en: 'If your password may be known, change it at the identity provider; this service keeps none.',
  },
} as const satisfies Record<string, Localized>

/** Why a sign-in came to nothing, and what to do. */
export const SIGN_IN_TEXTS = {
  refused: {
    vi: 'Hệ thống định danh không cho đăng nhập, hoặc việc đăng nhập đã được hủy tại đó. Đề nghị đăng nhập lại; nếu vẫn không được, liên hệ quản trị hệ thống định danh của tỉnh, thành phố.',
    en: 'The identity provider did not let you in, or you cancelled there. Sign in again; if it fails again, ask the administrator of the identity provider.',
  },
  other: {
    vi: 'Câu trả lời của hệ thống định danh không khớp với lần đăng nhập này (có thể đã quá thời gian, hoặc trang được mở lại). Đề nghị đăng nhập lại từ đầu.',
    en: "The identity provider's answer is not the one to this sign-in (it may have taken too long, or the page was opened again). Sign in again from the start.",
  },
} as const satisfies Record<string, Localized>

export const UPLOADS_EXPECTED: Readonly<Record<string, Localized>> = {
  sha256: {
    vi: 'mã băm SHA-256 của tệp: 64 chữ số hệ mười sáu',
    en: "the file's SHA-256: 64 hexadecimal digits",
  },
}

export const VERDICTS_NOTHING_YET = {
  vi: 'Cơ quan chưa có bộ hồ sơ nào được đánh giá. Đề nghị nộp bộ hồ sơ, rồi xem lại tình trạng của lần nộp.',
  en: 'No bundle of the agency has been judged yet. Upload one, then ask for the status of the upload.',
}

/** Texts of `src/http/api/body.ts`. */
export const BODY_TEXTS = {
  contentTypeSendContent: {
    vi: 'Tiêu đề Content-Type là {type}. Đề nghị gửi Content-Type: application/json.',
    en: 'Content-Type is {type}. Send Content-Type: application/json.',
  },
  jsonObject: { vi: 'một đối tượng JSON', en: 'a JSON object' },
  write: { vi: 'Đang là {found}. Đề nghị ghi {told}.', en: 'It is {found}. Write {told}.' },
  noSuchMemberOnly: {
    vi: 'Không có mục này; chỉ dùng: {known}.',
    en: 'There is no such member; only these are known: {known}.',
  },
} as const

/** Texts of `src/http/api/open.ts`. */
export const OPEN_TEXTS = {
  rulesInUse: { vi: 'Bộ quy tắc đánh giá đang dùng', en: 'The rules in use' },
  rulesInTheirOrder: { vi: 'Các quy tắc theo thứ tự của bộ', en: 'The rules in their order' },
  service: { vi: 'Dịch vụ có hoạt động không', en: 'Is the service there' },
  byWhatJudges: { vi: 'Dịch vụ hoạt động; đánh giá bằng gì', en: 'It is, and by what it judges' },
  publicKeysBySignatures: {
    vi: 'Các khóa công khai để kiểm tra chữ ký của kết quả đánh giá',
    en: 'The public keys by which signatures of verdicts are checked',
  },
  jwksKeyInUse: {
    vi: 'Tập khóa (JWKS): khóa đang dùng đứng đầu, tiếp theo là các khóa trước đây',
    en: 'A JWKS: the key in use first, then those before it',
  },
  oneKindProblemService: {
    vi: 'Một loại vấn đề mà dịch vụ có thể báo',
    en: 'One kind of problem that the service may tell of',
  },
  httpStatusTitle: { vi: 'Mã trạng thái HTTP và tên của loại vấn đề', en: 'Its HTTP status and its title' },
} as const

/** Texts of `src/http/api/uploads.ts`. */
export const UPLOADS_TEXTS = {
  askForFormUpload: { vi: 'Xin biểu mẫu để nộp một bộ hồ sơ', en: 'Ask for a form to upload a bundle with' },
  formForZipFile: {
    vi: 'Biểu mẫu nộp tệp ZIP và nơi xem kết quả',
    en: 'A form for the ZIP file, and where to look for the verdict',
  },
  whereUploadStands: { vi: 'Tình trạng của một lần nộp', en: 'Where an upload stands' },
  waitingNotUploadedOr: {
    vi: 'waiting: chưa nộp hoặc chưa đánh giá xong; judged: đã có kết quả; refused: không tiếp nhận được',
    en: 'waiting: not uploaded or not judged yet; judged: there is a verdict; refused: the bundle cannot be taken in',
  },
  agencySentBundlesOr: {
    vi: 'Hôm nay cơ quan đã nộp hoặc xin biểu mẫu nộp {most} lần, bằng số lần tối đa trong một ngày. Các lần nộp trước vẫn được giữ và có kết quả bình thường. Đề nghị nộp tiếp từ 0 giờ ngày mai; cần nộp gấp thì liên hệ đơn vị quản trị hệ thống để được nâng số lần.',
    en: 'The agency has sent bundles or asked for forms {most} times today, as many as one may in a day. What was sent is kept and has its verdicts as usual. Send the next one from midnight on (Vietnam time), or ask the operator of the service to raise the number.',
  },
} as const

/** Texts of `src/http/api/verdicts.ts`. */
export const VERDICTS_TEXTS = {
  verdictJsonOrHtml: {
    vi: 'Kết quả đánh giá sơ bộ hồ sơ: JSON, hoặc trang HTML nếu tiêu đề Accept ưu tiên text/html',
    en: 'The verdict: JSON, or an HTML page where Accept prefers text/html',
  },
  agencySVerdictsNewest: {
    vi: 'Các kết quả đánh giá của cơ quan, mới nhất trước',
    en: "The agency's verdicts, the newest first",
  },
  listYearlyReChecks: {
    vi: 'Danh sách, có cả các lần đánh giá lại hằng năm',
    en: 'A list, yearly re-checks among them',
  },
  latestVerdict: { vi: 'Kết quả đánh giá mới nhất', en: 'The latest verdict' },
  oneVerdict: { vi: 'Một kết quả đánh giá', en: 'One verdict' },
  agencyNoVerdictSee: {
    vi: 'Cơ quan {agency} không có kết quả đánh giá nào mang mã {id}. Đề nghị xem danh sách tại /agencies/{agency}/verdicts.',
    en: 'Agency {agency} has no verdict {id}. See the list at /agencies/{agency}/verdicts.',
  },
  daysAgencyMustNot: {
    vi: 'Lịch các thời hạn của cơ quan',
    en: 'The days that the agency must not miss, as a calendar',
  },
  calendarByLatestVerdict: { vi: 'Lịch theo kết quả đánh giá mới nhất', en: 'A calendar by the latest verdict' },
  noPreScreeningFor: {
    vi: 'Chưa có kết quả rà soát sơ bộ năm {year} của {province}. Đề nghị lập bằng lệnh qms-verdict prescreen rồi xem lại.',
    en: 'There is no pre-screening of {province} for {year} yet. Make one with qms-verdict prescreen, then ask again.',
  },
  preScreeningProvinceS: {
    vi: 'Kết quả rà soát sơ bộ của tỉnh, thành phố trong một năm',
    en: "The pre-screening of the province's agencies for a year",
  },
  documentQmsVerdictPrescreen: {
    vi: 'Tài liệu do lệnh qms-verdict prescreen lập',
    en: 'The document of qms-verdict prescreen',
  },
} as const

/** Texts of `src/http/api/openapi.ts`. */
export const OPENAPI_TEXTS = {
  openapiDocumentService: { vi: 'Tài liệu OpenAPI của dịch vụ', en: 'The OpenAPI document of the service' },
  document: { vi: 'Tài liệu này', en: 'This document' },
} as const

/** Texts of `src/http/api/parameters.ts`. */
export const PARAMETERS_TEXTS = {
  agencySIdentificationCode: {
    vi: 'mã định danh của cơ quan theo Quyết định số 20/2020/QĐ-TTg, ví dụ H61.12',
    en: "the agency's identification code by Decision 20/2020/QĐ-TTg, such as H61.12",
  },
  idUploadAsService: {
    vi: 'mã lần nộp như dịch vụ đã trả về, ví dụ 20260305T020000000Z-1a2b3c4d',
    en: 'the id of an upload as the service gave it, such as 20260305T020000000Z-1a2b3c4d',
  },
  idUploadSuchAs: {
    vi: 'mã lần nộp (ví dụ 20260305T020000000Z-1a2b3c4d) hoặc recheck-<năm> (ví dụ recheck-2027); thêm -v1 để xem kết quả đã được thay thế',
    en: 'the id of an upload (such as 20260305T020000000Z-1a2b3c4d) or recheck-<year> (such as recheck-2027); with -v1 at its end, the result that was replaced',
  },
  yearInFourDigits: { vi: 'năm gồm bốn chữ số, ví dụ 2026', en: 'a year in four digits, such as 2026' },
  kindProblemAsStands: {
    vi: 'loại vấn đề như trong trường type của thông báo, ví dụ no-verdict',
    en: 'a kind of problem as it stands in the type of an answer, such as no-verdict',
  },
  viVietnameseOrEn: { vi: 'vi (tiếng Việt) hoặc en (tiếng Anh)', en: 'vi (Vietnamese) or en (English)' },
} as const
