import type { Localized } from '../core/errors.ts'

export const AUDIT_WORDS = {
  'sign-in': { vi: 'đăng nhập', en: 'signed in' },
  'sign-out': { vi: 'đăng xuất', en: 'signed out' },
  'sign-out-everywhere': { vi: 'đăng xuất khỏi mọi thiết bị', en: 'signed out on all devices' },
  'upload-asked': { vi: 'xin biểu mẫu nộp hồ sơ', en: 'asked for an upload' },
  'upload-received': { vi: 'nộp hồ sơ', en: 'sent a bundle' },
  'dossier-sent': { vi: 'nộp hồ sơ từ bảng kê và tài liệu đã tải lên', en: 'sent a dossier from form and papers' },
  'bundle-downloaded': { vi: 'tải bộ hồ sơ', en: 'downloaded a bundle' },
  'draft-erased': { vi: 'xóa bản nháp', en: 'erased a draft' },
  'verdict-read': { vi: 'xem kết quả', en: 'read a verdict' },
  'agency-opened': { vi: 'xem thông tin cơ quan', en: "opened an agency's page" },
  'prescreen-read': { vi: 'xem kết quả rà soát', en: 'read a pre-screening' },
  'prescreen-drawn': { vi: 'lập rà soát', en: 'drew up a pre-screening' },
  'prescreen-cancelled': { vi: 'dừng lập rà soát', en: 'stopped drawing up a pre-screening' },
  'prescreen-shown': { vi: 'chọn bản rà soát để dùng', en: 'put a version of a pre-screening into use' },
  'letter-downloaded': { vi: 'tải văn bản', en: 'downloaded a letter' },
  'plan-changed': { vi: 'thay đổi kế hoạch kiểm tra', en: 'changed the inspection plan' },
  'catalogue-written': { vi: 'thay danh mục của một cơ quan', en: 'replaced the list of an agency' },
  'record-written': { vi: 'lưu bản ghi về một cơ quan', en: 'stored the record of an agency' },
  'rules-previewed': { vi: 'thử bộ quy tắc', en: 'previewed rules' },
  erased: { vi: 'xóa dữ liệu', en: 'erased data' },
  rejudged: { vi: 'đánh giá lại', en: 'judged again' },
  swept: { vi: 'xóa dữ liệu hết thời hạn lưu giữ', en: 'removed what was kept long enough' },
} as const

/** How sure a value of a draft is. */
export const DRAFT_CERTAINTY = {
  certain: { vi: 'chắc chắn', en: 'certain' },
  likely: { vi: 'có khả năng, đề nghị kiểm tra', en: 'likely, please check' },
} as const

/** Why the text of a file is not known. */
export const DRAFT_UNREAD = {
  read: { vi: 'đã đọc', en: 'read' },
  scan: { vi: 'bản chụp, không có lớp văn bản', en: 'a scan without a text layer' },
  legacyFont: {
    vi: 'phông chữ cũ, không chuyển được sang Unicode',
    en: 'a legacy font that cannot be turned into Unicode',
  },
  locked: { vi: 'có mật khẩu', en: 'behind a password' },
  unreadable: { vi: 'không mở được', en: 'cannot be opened' },
  overBounds: { vi: 'vượt giới hạn đọc của phần mềm', en: 'beyond the bounds of reading' },
  none: { vi: 'không phải văn bản', en: 'no text document' },
} as const

export const INPUTS_TOLD = {
  kept: {
    vi: 'Đã dừng. Kết quả của các bộ hồ sơ đã xong được lưu lại; chạy lại lệnh này để làm tiếp.',
    en: 'Stopped. Results of the bundles that are done are kept; run the same command to go on.',
  },
  lost: {
    vi: 'Đã dừng. Không lưu kết quả tạm (--no-cache), lần chạy sau làm lại từ đầu.',
    en: 'Stopped. No results are kept (--no-cache); the next run starts from the beginning.',
  },
} as const

export const INPUTS_UNSIGNED_WORDS: Localized = {
  vi: 'tệp kết quả không có chữ ký của một khóa đã biết nên không dùng. Thêm --verdict-keys <khóa công khai của dịch vụ đã ký>, đưa bộ hồ sơ vào thư mục để đánh giá lại, hoặc dùng --unsigned-verdicts',
  en: 'the verdict bears no signature of a known key and is not taken. Add --verdict-keys <public keys of the service that signed it>, put its bundle into the folder to have it judged again, or use --unsigned-verdicts',
}

export const PRESCREEN_UNSIGNED_WORDS = (file: string): Localized => ({
  vi: `'${file}' không có chữ ký của một khóa đã biết, hoặc đã bị sửa sau khi ký, nên không dùng. Chạy lại qms-verdict prescreen với --format json trên máy này, hoặc thêm --data <thư mục của dịch vụ đã ký>, --verdict-keys <khóa công khai>, hoặc --unsigned-verdicts.`,
  en: `'${file}' bears no signature of a known key, or was edited since it was signed, and is not taken. Run qms-verdict prescreen with --format json again on this machine, or add --data <folder of the service that signed>, --verdict-keys <public keys>, or --unsigned-verdicts.`,
})

export const REJUDGE_WORDS = {
  replaced: { vi: 'đã thay thế', en: 'replaced' },
  same: { vi: 'không thay đổi', en: 'the same' },
  impossible: {
    vi: 'không đánh giá lại được: không còn bộ hồ sơ và dữ liệu đã đọc; kết quả cũ giữ nguyên',
    en: 'cannot be judged again: neither the bundle nor what was read of it is there any more; the old result stands',
  },
}

export const SWEEP_NOTHING: Localized = {
  vi: 'Không có gì hết thời hạn lưu giữ.',
  en: 'Nothing has been kept as long as it is to be.',
}

export const SWEEP_WORDS = {
  bundles: { vi: 'bộ hồ sơ', en: 'bundles' },
  drafts: { vi: 'tài liệu, bảng kê chưa nộp', en: 'papers and forms not handed in' },
  readings: { vi: 'kết quả nhận dạng bản quét', en: 'what was recognised in scans' },
  facts: { vi: 'dữ liệu đã đọc từ hồ sơ', en: 'what was read of bundles' },
  pages: { vi: 'trang kết quả', en: 'pages' },
  verdicts: { vi: 'kết quả, kết quả rà soát, thông báo', en: 'verdicts, pre-screenings, notices' },
  index: { vi: 'mục chỉ mục', en: 'index entries' },
  audit: { vi: 'tệp nhật ký', en: 'files of the record of who did what' },
  sessions: { vi: 'phiên đã kết thúc', en: 'ended sessions' },
  leases: { vi: 'ghi chú phân việc cũ', en: 'old leases' },
  runs: { vi: 'ghi chú lần chạy cũ', en: 'old records of runs' },
  locked: { vi: 'còn trong thời hạn khóa, chưa xóa được', en: 'still locked, not removed yet' },
} as const

/** What an option is followed by, as help writes it. */
export const TABLE_ARGUMENTS = {
  file: { vi: 'TỆP', en: 'FILE' },
  folder: { vi: 'THƯ-MỤC', en: 'DIR' },
  fileOrFolder: { vi: 'TỆP|THƯ-MỤC', en: 'FILE|DIR' },
  day: { vi: 'NGÀY', en: 'DATE' },
  year: { vi: 'NĂM', en: 'YEAR' },
  number: { vi: 'SỐ', en: 'N' },
  id: { vi: 'MÃ', en: 'ID' },
  reason: { vi: 'LÝ-DO', en: 'REASON' },
  name: { vi: 'TÊN', en: 'NAME' },
  address: { vi: 'ĐỊA-CHỈ', en: 'ADDRESS' },
  url: { vi: 'URL', en: 'URL' },
  key: { vi: 'TỆP-KHÓA', en: 'KEYFILE' },
  storeKey: { vi: 'KHÓA', en: 'KEY' },
  bundle: { vi: '<bộ-hồ-sơ.zip | thư-mục>', en: '<bundle.zip | folder>' },
  prescreen: { vi: '<rà-soát.json>', en: '<prescreen.json>' },
} as const satisfies Record<string, Localized>

/** Every command speaks both languages; help tells it once for all. */
export const TABLE_LANG_ROW = {
  lang: { type: 'string', default: 'vi', argument: ['vi', 'en'], vi: 'ngôn ngữ', en: 'language' },
} as const
