import type { Localized } from '../core/errors.ts'

export const AUDIT_WORDS = {
  'sign-in': { vi: 'đăng nhập', en: 'signed in' },
  'sign-out': { vi: 'đăng xuất', en: 'signed out' },
  'sign-out-everywhere': { vi: 'đăng xuất khỏi mọi thiết bị', en: 'signed out on all devices' },
  'upload-asked': { vi: 'xin biểu mẫu nộp hồ sơ', en: 'asked for an upload' },
  'upload-received': { vi: 'nộp hồ sơ', en: 'sent a bundle' },
  'dossier-sent': { vi: 'nộp hồ sơ từ bảng kê và tài liệu đã tải lên', en: 'sent a dossier from form and papers' },
  'paper-seen': { vi: 'xem tài liệu', en: 'looked at a paper' },
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
  'view-kept': { vi: 'lưu hoặc bỏ bộ lọc cơ quan', en: 'kept a view of the agencies, or let it go' },
  'catalogue-written': { vi: 'thay danh mục của một cơ quan', en: 'replaced the list of an agency' },
  'record-written': { vi: 'lưu bản ghi về một cơ quan', en: 'stored the record of an agency' },
  'visit-saved': { vi: 'ghi phiếu kiểm tra tại trụ sở', en: 'wrote the sheet of a visit' },
  'visit-signed': { vi: 'ghi nhận biên bản kiểm tra đã ký', en: 'noted that the minutes of a visit were signed' },
  'visit-reopened': { vi: 'mở lại phiếu kiểm tra', en: 'opened the sheet of a visit again' },
  'visit-paper-kept': { vi: 'thêm ảnh, tài liệu vào phiếu kiểm tra', en: 'kept a photo or paper with a visit' },
  'visit-paper-read': { vi: 'xem ảnh, tài liệu của phiếu kiểm tra', en: 'looked at a photo or paper of a visit' },
  'visit-erased': { vi: 'xóa phiếu kiểm tra', en: 'erased the sheet of a visit' },
  'letters-asked': { vi: 'yêu cầu lập dự thảo văn bản', en: 'asked for draft letters' },
  'paper-asked': { vi: 'yêu cầu lập bản kế hoạch hoặc báo cáo', en: 'asked for a version of the plan or report' },
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
  visits: { vi: 'phiếu kiểm tra tại trụ sở, ảnh, tài liệu kèm theo', en: 'sheets of visits, photos and papers' },
  drafts: { vi: 'tài liệu, bảng kê chưa nộp', en: 'papers and forms not submitted' },
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

/** Texts of `src/cli/command-line.ts`. */
export const COMMAND_LINE_TEXTS = {
  nearest: { vi: "; gần nhất là '{near}'", en: "; the nearest is '{near}'" },
  noCommandSeeQms: {
    vi: "Không có lệnh '{said}'{near}. Xem: qms-verdict help",
    en: "There is no command '{said}'{near}. See: qms-verdict help",
  },
} as const

/** Texts of `src/cli/province-input.ts`. */
export const PROVINCE_INPUT_TEXTS = {
  preScreeningDocumentFolder: {
    vi: 'Cần tệp rà soát sơ bộ và thư mục để ghi: qms-verdict {name} <rà-soát.json> --output THƯ-MỤC.',
    en: 'A pre-screening document and a folder to write into are needed: qms-verdict {name} <prescreen.json> --output DIR.',
  },
  madeByRuleSet: {
    vi: '{file} được lập theo bộ quy tắc {id} {version}, khác bộ đang dùng. Thêm --rule-set <tệp đã công bố của bộ quy tắc đó>.',
    en: '{file} was made by the rule set {id} {version}, which is not the one in use. Add --rule-set <the published file of that rule set>.',
  },
  fileNoJsonUse: {
    vi: "Tệp '{file}' không phải JSON. Dùng tệp do qms-verdict prescreen --format json ghi ra.",
    en: "The file '{file}' is no JSON. Use one that qms-verdict prescreen --format json wrote.",
  },
} as const

/** Texts of the clock of a process. */
export const CLOCK_TEXTS = {
  warningClockServiceSet: {
    vi: "CẢNH BÁO: đồng hồ của dịch vụ được đặt bằng biến môi trường {nowVariable} là '{set}', chỉ dùng để kiểm thử. Kết quả đánh giá sẽ ghi theo ngày này, không theo ngày thực tế.",
    en: "WARNING: the clock of the service was set by {nowVariable} to '{set}', for tests only. Verdicts will carry this day, not today.",
  },
  environmentVariableNoInstant: {
    vi: "Biến môi trường {nowVariable} là '{set}', không phải một thời điểm. Ghi theo dạng 2026-03-05T02:00:00Z, hoặc bỏ biến này.",
    en: "Environment variable {nowVariable} is '{set}', which is no instant. Write it as 2026-03-05T02:00:00Z, or unset it.",
  },
} as const

/** Texts of `src/cli/serve/data-folder.ts`. */
export const DATA_FOLDER_TEXTS = {
  anotherServiceWorksOn: {
    vi: "Một dịch vụ khác đang dùng thư mục dữ liệu này (tiến trình {pid} trên máy {host}, theo '{path}'). Mỗi thư mục chỉ một dịch vụ: đề nghị dừng dịch vụ kia, hoặc chọn thư mục khác bằng --data. Nếu dịch vụ kia vừa bị ngắt đột ngột, chạy lại sau {staleMs} giây.",
    en: "Another service works on this data folder (process {pid} on {host}, says '{path}'). One folder is for one service: stop the other one, or choose another folder with --data. If it was killed just now, start again after {staleMs} seconds.",
  },
  dataCannotUsedAs: {
    vi: "--data: không dùng được '{path}' làm thư mục dữ liệu ({code}). Cần một thư mục mà dịch vụ tạo, đọc và ghi được; đề nghị chọn thư mục khác, hoặc sửa quyền truy cập.",
    en: "--data: '{path}' cannot be used as the data folder ({code}). It must be a folder that the service can make, read and write; choose another one, or mend its permissions.",
  },
} as const

/** Texts of `src/cli/serve/server.ts`. */
export const SERVER_TEXTS = {
  cannotListenedOnPort: {
    vi: 'Không mở được địa chỉ {host}:{port} ({reason}). Có thể cổng đang được dùng; đề nghị chọn cổng khác bằng --port.',
    en: '{host}:{port} cannot be listened on ({reason}). The port may be in use; choose another with --port.',
  },
} as const

/** Texts of `src/cli/options.ts`. */
export const OPTIONS_TEXTS = {
  wrongArgumentSeeQms: {
    vi: 'Tham số chưa đúng: {said}. Xem: qms-verdict help',
    en: 'Wrong argument: {said}. See: qms-verdict help',
  },
  optionGivenTwiceGive: {
    vi: "Tùy chọn '{name}' được nêu hai lần; chỉ nêu một lần. Xem: qms-verdict help",
    en: "The option '{name}' is given twice; give it once. See: qms-verdict help",
  },
  optionNeedsValueSee: {
    vi: "Tùy chọn '{name}' cần một giá trị đi kèm. Xem: qms-verdict help",
    en: "The option '{name}' needs a value. See: qms-verdict help",
  },
  nearest: { vi: "; gần nhất là '--{near}'", en: "; the nearest is '--{near}'" },
  noOptionSeeQms: {
    vi: "Không có tùy chọn '{name}'{near}. Xem: qms-verdict help",
    en: "There is no option '{name}'{near}. See: qms-verdict help",
  },
  useOne: {
    vi: "{option} là '{value}'; dùng một trong: {allowed}.",
    en: "{option} is '{value}'; use one of: {allowed}.",
  },
  notDateExistsWrite: {
    vi: "{option} là '{value}', không phải một ngày có thật. Ghi theo dạng 2026-02-28, năm từ 1900 đến 2200.",
    en: "{option} is '{value}', which is not a date that exists. Write it as 2026-02-28, years 1900 to 2200.",
  },
  withOrEnvironmentVariable: {
    vi: 'Đã có {because} thì cần cả --{flag} (hoặc biến môi trường {variable}). Xem: qms-verdict help',
    en: 'With {because}, --{flag} (or the environment variable {variable}) is needed too. See: qms-verdict help',
  },
  noHttpOrHttps: {
    vi: "{name} là '{value}', không phải địa chỉ http hoặc https. Ghi theo dạng https://s3.example.gov.vn.",
    en: "{name} is '{value}', which is no http or https address. Write it as https://s3.example.gov.vn.",
  },
  wholeNumberFromNeeded: {
    vi: "{option} là '{value}'; cần một số nguyên từ {min} đến {max}.",
    en: "{option} is '{value}'; a whole number from {min} to {max} is needed.",
  },
} as const

/** Texts of `src/cli/verdict-keys.ts`. */
export const VERDICT_KEYS_TEXTS = {
  folderKeysCannotWritten: {
    vi: "Không ghi được vào thư mục khóa '{folder}', nơi giữ khóa ký kết quả. Cho phép ghi vào đó; prescreen còn có thể dùng thư mục khác: đặt XDG_CONFIG_HOME, hoặc --data <thư mục của dịch vụ>.",
    en: "The folder of keys '{folder}' cannot be written, where the key is kept that signs what is written. Let it be written; for prescreen another one can be named by XDG_CONFIG_HOME, or by --data <folder of the service>.",
  },
  verdictsWithoutSignatureNot: {
    vi: 'Không đưa lên dịch vụ kết quả không có chữ ký: bỏ --unsigned-verdicts, hoặc bỏ --province để chỉ in ra.',
    en: 'Verdicts without a signature are not published to the service: leave out --unsigned-verdicts, or --province to print alone.',
  },
} as const

/** Texts of `src/cli/service-options.ts`. */
export const SERVICE_OPTIONS_TEXTS = {
  withS3EndpointS3: {
    vi: 'Đã có --s3-endpoint (S3_ENDPOINT) thì cần cả --verdict-key (hoặc biến môi trường VERDICT_KEY): tệp khóa riêng để ký kết quả, chung cho mọi tiến trình; tạo bằng qms-verdict keygen.',
    en: 'With --s3-endpoint (S3_ENDPOINT), --verdict-key (or the environment variable VERDICT_KEY) is needed too: the file of the private key that signs verdicts, the same for all processes; make one with qms-verdict keygen.',
  },
} as const

/** Texts of `src/cli/output.ts`. */
export const OUTPUT_TEXTS = {
  cannotWritten: { vi: "Không ghi được '{path}'.", en: "'{path}' cannot be written." },
} as const

/** Texts of `src/cli/prescreen/verdicts.ts`. */
export const VERDICTS_TEXTS = {
  cannotReadRunQms: {
    vi: "Không đọc được '{path}'. Chạy lại qms-verdict prescreen với --verdicts để ghi kết quả của từng cơ quan.",
    en: "'{path}' cannot be read. Run qms-verdict prescreen again with --verdicts to write each agency's verdict.",
  },
  bearsNoSignatureKnown: {
    vi: "'{path}' không có chữ ký của một khóa đã biết nên không dùng. Chạy lại qms-verdict prescreen với --verdicts trên máy này, hoặc thêm --verdict-keys <khóa công khai>, --data <thư mục của dịch vụ>, hoặc --unsigned-verdicts.",
    en: "'{path}' bears no signature of a known key and is not taken. Run qms-verdict prescreen again with --verdicts on this machine, or add --verdict-keys <public keys>, --data <folder of the service>, or --unsigned-verdicts.",
  },
  anotherBundleOrAnother: {
    vi: "'{path}' là kết quả của bộ hồ sơ khác hoặc ngày đánh giá khác ({asOf}) với tệp rà soát ({asOf2}). Chạy lại qms-verdict prescreen với --verdicts.",
    en: "'{path}' is of another bundle or another day ({asOf}) than the pre-screening ({asOf2}). Run qms-verdict prescreen again with --verdicts.",
  },
} as const

/** Texts of `src/cli/prescreen/inputs.ts`. */
export const INPUTS_TEXTS = {
  verdictBearsNoKnown: {
    vi: '{name}: kết quả không có chữ ký đã biết; bộ hồ sơ của nó có ở đây ({bundleName}) nên đã đánh giá lại và dùng kết quả mới.',
    en: '{name}: the verdict bears no known signature; its bundle is here ({bundleName}), so it was judged again and that counts.',
  },
  verdictUnderProfilePre: {
    vi: "{name}: kết quả này đánh giá tại ngày {asOf} theo bộ thông số '{id}', đợt rà soát là ngày {asOf2} theo '{profileId}'; lấy nguyên kết quả. Muốn đánh giá lại thì đưa bộ hồ sơ vào thư mục.",
    en: "{name}: this verdict is of {asOf} under the profile '{id}', the pre-screening is of {asOf2} under '{profileId}'; it is taken as it is. To judge again put the bundle into the folder.",
  },
  verdictSaysBlockRegister: {
    vi: "{name}: kết quả ghi khối '{block}', danh sách cơ quan ghi '{known}'; thống kê theo danh sách, nội dung đánh giá giữ nguyên.",
    en: "{name}: the verdict says the block '{block}', the register '{known}'; figures go by the register, the judgement stays as it is.",
  },
  joined: { vi: '{name}: {message} ({code})', en: '{name}: {message} ({code})' },
  bundleSaysBlockRegister: {
    vi: "{name}: bộ hồ sơ của {code} ghi khối '{saidBlock}', danh sách cơ quan ghi '{block}'; tính theo danh sách. Đề nghị kiểm tra lại.",
    en: "{name}: the bundle of {code} says the block '{saidBlock}', the register '{block}'; the register counts. Please check.",
  },
  faultSoftwareInRule: {
    vi: '{name}: lỗi phần mềm ở quy tắc {rule}: {said}',
    en: '{name}: a fault of the software in the rule {rule}: {said}',
  },
  registerNoAgencyChange: {
    vi: "{file}: danh sách cơ quan không có mã '{agency}'; đã bỏ qua thay đổi này.",
    en: "{file}: the register has no agency '{agency}'; this change was passed over.",
  },
  noBundlesPassedOver: { vi: 'Không phải bộ hồ sơ, đã bỏ qua: {list}', en: 'No bundles, passed over: {list}' },
} as const

/** Texts of `src/cli/prescreen/bundle-judge.ts`. */
export const BUNDLE_JUDGE_TEXTS = {
  cacheFolderCannotWritten: {
    vi: "Không ghi được vào thư mục lưu kết quả tạm '{folder}'. Chọn thư mục khác bằng --cache THƯ-MỤC, hoặc bỏ qua bằng --no-cache.",
    en: "The cache folder '{folder}' cannot be written. Choose another with --cache DIR, or do without by --no-cache.",
  },
} as const

/** Texts of `src/cli/load.ts`. */
export const LOAD_TEXTS = {
  useOnlyOneRules: { vi: 'Chỉ dùng một trong --rules, --rule-set.', en: 'Use only one of --rules, --rule-set.' },
} as const

/** Texts of `src/cli/bundles.ts`. */
export const BUNDLES_TEXTS = {
  noBundle: { vi: "Không có bộ hồ sơ '{path}'.", en: "There is no bundle '{path}'." },
  neitherFileNorFolder: { vi: "'{path}' không phải tệp hay thư mục.", en: "'{path}' is neither a file nor a folder." },
  folderHoldsNoBundle: {
    vi: "Thư mục '{folder}' không có bộ hồ sơ nào. Đặt vào đó các tệp .zip hoặc mỗi bộ hồ sơ một thư mục.",
    en: "The folder '{folder}' holds no bundle. Put .zip files into it, or one folder per bundle.",
  },
  folderCannotRead: { vi: "Không đọc được thư mục '{folder}'.", en: "The folder '{folder}' cannot be read." },
} as const

/** Texts of `src/cli/commands/judge-again.ts`. */
export const RECHECK_TEXTS = {
  yearYearNeededSuch: {
    vi: 'Cần --year <năm>, ví dụ --year 2027.',
    en: '--year <year> is needed, such as --year 2027.',
  },
  reCheckOnNot: {
    vi: 'Đợt đánh giá lại năm {year} là ngày {asOf}, chưa đến (hôm nay: {today}). Kết quả đã lưu không sửa được, nên chỉ chạy từ ngày đó.',
    en: 'The re-check of {year} is on {asOf}, which has not come (today: {today}). What is stored cannot be changed, so run it from that day on.',
  },
  storeHoldsNoVerdict: {
    vi: 'Kho không có kết quả của cơ quan nào. Đề nghị kiểm tra --data (hoặc --s3-endpoint và tên các bucket).',
    en: 'The store holds no verdict of any agency. Look at --data (or --s3-endpoint and the names of the buckets).',
  },
} as const

/** Texts of `src/cli/commands/help.ts`. */
export const HELP_TEXTS = {
  qmsVerdictPreScreens: {
    vi: 'qms-verdict - đánh giá sơ bộ hồ sơ Hệ thống quản lý chất lượng theo Quyết định số 19/2014/QĐ-TTg',
    en: 'qms-verdict - pre-screens a QMS dossier under Decision 19/2014/QĐ-TTg',
  },
  default: { vi: 'mặc định', en: 'default' },
  everyCommandTakesLang: {
    vi: 'Mọi lệnh nhận --lang vi|en (mặc định: vi).',
    en: 'Every command takes --lang vi|en (default: vi).',
  },
  exitCodes0Judged: {
    vi: 'Mã kết thúc: 0 đã đánh giá; 1 đã đánh giá, chưa đáp ứng (theo --fail-on); 2 không đánh giá được; 3 lỗi phần mềm.\nLệnh verify: 0 đúng như tệp; 1 tệp nguyên vẹn nhưng kết quả khác, hoặc thiếu tệp đầu vào; 2 tệp đã bị sửa hoặc không đọc được.',
    en: 'Exit codes: 0 judged; 1 judged and not met (see --fail-on); 2 not judged; 3 a fault of the software.\nverify: 0 the same comes out; 1 intact, but it differs or an input is not given; 2 edited or unreadable.',
  },
} as const

/** Texts of `src/cli/commands/erase.ts`. */
export const ERASE_TEXTS = {
  agencyCodeUploadId: {
    vi: 'Cần --agency <mã cơ quan> và --upload <mã lần nộp>.',
    en: '--agency <code> and --upload <id> are needed.',
  },
  agencyNoUploadLook: {
    vi: 'Cơ quan {code} không có lần nộp {uploadId}. Đề nghị kiểm tra hai mã và --data (hoặc --s3-endpoint và tên các bucket).',
    en: 'Agency {code} has no upload {uploadId}. Look at both and at --data (or --s3-endpoint and the names of the buckets).',
  },
} as const

/** Texts of `src/cli/commands/template.ts`. */
export const TEMPLATE_TEXTS = {
  templateTakesNoName: {
    vi: "Lệnh template không nhận '{extra}'. Ghi tên tệp sau --output.",
    en: "template takes no '{extra}'. Name the file after --output.",
  },
  alreadyMayFilledIn: {
    vi: "Đã có tệp '{path}', có thể đã được khai; không ghi đè. Chọn tên khác bằng --output.",
    en: "'{path}' is there already and may be filled in; it is not overwritten. Choose another name with --output.",
  },
  cannotWritten: { vi: "Không ghi được '{path}'.", en: "'{path}' cannot be written." },
} as const

/** Texts of `src/cli/commands/check.ts`. */
export const CHECK_TEXTS = {
  exactlyOneBundleNeeded: {
    vi: 'Cần đúng một bộ hồ sơ: qms-verdict check <bộ-hồ-sơ.zip | thư-mục>.',
    en: 'Exactly one bundle is needed: qms-verdict check <bundle.zip | folder>.',
  },
  severalFormatsNeedOutput: {
    vi: 'Nhiều định dạng thì cần --output <thư-mục> để ghi tệp.',
    en: 'Several formats need --output <folder> to write files to.',
  },
  signSignsJsonDocument: {
    vi: '--sign ký vào tệp JSON; thêm --format json.',
    en: '--sign signs the JSON document; add --format json.',
  },
} as const

/** Texts of `src/cli/commands/prescreen.ts`. */
export const PRESCREEN_TEXTS = {
  folderBundlesOrService: {
    vi: 'Cần thư mục bộ hồ sơ (hoặc kho của dịch vụ: --data, --s3-endpoint), danh sách cơ quan và năm: qms-verdict prescreen <thư-mục> --register TỆP --year NĂM.',
    en: "A folder of bundles (or the service's store: --data, --s3-endpoint), a register and a year are needed: qms-verdict prescreen <folder> --register FILE --year YEAR.",
  },
  publishServiceBothData: {
    vi: 'Để đưa kết quả lên dịch vụ cần cả --data <thư-mục> và --province <mã tỉnh>, ví dụ --province H61.',
    en: 'To publish to the service both --data <folder> and --province <code> are needed, such as --province H61.',
  },
} as const

/** Texts of `src/cli/commands/trust-inspect.ts`. */
export const TRUST_INSPECT_TEXTS = {
  atLeastOneSigned: {
    vi: 'Cần ít nhất một tệp PDF đã ký số: qms-verdict trust inspect <tệp.pdf>…',
    en: 'At least one signed PDF is needed: qms-verdict trust inspect <file.pdf>…',
  },
  cannotReadNameSigned: {
    vi: "Không đọc được '{file}'. Ghi tên một tệp PDF đã ký số.",
    en: "'{file}' cannot be read. Name a signed PDF.",
  },
} as const

/** Texts of `src/cli/commands/desk-papers.ts`. */
export const LETTERS_TEXTS = {
  verdictsFolderNeededAs: {
    vi: 'Cần --verdicts <thư-mục> mà qms-verdict prescreen --verdicts đã ghi.',
    en: '--verdicts <folder> is needed, as qms-verdict prescreen --verdicts wrote it.',
  },
} as const

/** Texts of `src/cli/commands/record.ts`. */
export const RECORD_TEXTS = {
  exactlyOneFileNeeded: {
    vi: 'Cần đúng một tệp: qms-verdict record <bản-ghi.json | bản-ghi.xlsx>.',
    en: 'Exactly one file is needed: qms-verdict record <records.json | records.xlsx>.',
  },
} as const

/** Texts of `src/cli/commands/keys.ts`. */
export const KEYS_TEXTS = {
  outputFolderNeededWrite: {
    vi: 'Cần --output <thư-mục> để ghi cặp khóa.',
    en: '--output <folder> is needed to write the keys to.',
  },
  cannotWrittenAlreadyOr: {
    vi: "Không ghi được '{file}': đã có tệp này, hoặc không có quyền ghi. Khóa cũ không bị ghi đè; hãy chọn thư mục khác.",
    en: "'{file}' cannot be written: it is there already, or may not be written. Old keys are never overwritten; choose another folder.",
  },
  exactlyOneNeededAgency: {
    vi: 'Cần đúng một trong hai: --agency <mã cơ quan>, hoặc --authority <mã tỉnh, thành phố> của đơn vị chủ trì.',
    en: 'Exactly one is needed: --agency <code>, or --authority <province code>.',
  },
  notSuchCodeWrite: {
    vi: "'{given}' không phải mã định danh. Mã cơ quan ghi theo dạng H61.12, mã tỉnh, thành phố theo dạng H61.",
    en: "'{given}' is not such a code. Write an agency as H61.12, a province as H61.",
  },
} as const

/** Texts of `src/cli/commands/audit.ts`. */
export const AUDIT_TEXTS = {
  noSuchCode: { vi: "; '{agency}' không phải mã đó", en: "; '{agency}' is no such code" },
  agencyCodeNeededAgency: {
    vi: 'Cần --agency <mã>: mã cơ quan dạng H61.12, hoặc mã tỉnh, thành phố dạng H61{agency}.',
    en: '--agency <code> is needed: an agency as H61.12, or a province as H61{agency}.',
  },
  fromFirstDayMust: {
    vi: 'Từ {first} đến {last}: ngày đầu phải trước hoặc trùng ngày cuối, và cách không quá {mostDays} ngày.',
    en: 'From {first} to {last}: the first day must not be after the last one, and at most {mostDays} days before it.',
  },
  lineRecordCannotRead: {
    vi: '{place}: không đọc được dòng này của nhật ký; có thể đã bị sửa bằng tay hoặc ghi dở khi máy dừng.',
    en: '{place}: this line of the record cannot be read; it was edited by hand, or half-written when the machine stopped.',
  },
  nothingRecordedFromIf: {
    vi: 'Không có gì được ghi về {agency} từ {from} đến {to}. Nếu không đúng, kiểm tra --data (hoặc --s3-endpoint và tên các bucket).',
    en: 'Nothing was recorded of {agency} from {from} to {to}. If that cannot be, look at --data (or --s3-endpoint and the buckets).',
  },
} as const

/** Texts of `src/cli/commands/verify.ts`. */
export const VERIFY_TEXTS = {
  verdictBundleNeededQms: {
    vi: 'Cần một tệp kết quả và bộ hồ sơ của nó: qms-verdict verify <kết-quả.json> --bundle <bộ-hồ-sơ.zip | thư-mục>.',
    en: 'A verdict and its bundle are needed: qms-verdict verify <verdict.json> --bundle <bundle.zip | folder>.',
  },
} as const

/** Texts of `src/cli/commands/draft.ts`. */
export const DRAFT_TEXTS = {
  draftTakesExactlyOne: {
    vi: 'Lệnh draft cần đúng một thư mục tài liệu, ví dụ: qms-verdict draft tai-lieu --output ho-so.xlsx',
    en: 'draft takes exactly one folder of documents, such as: qms-verdict draft papers --output ho-so.xlsx',
  },
  joined: { vi: '{text} {remedy}', en: '{text} {remedy}' },
  outputNameFileEnds: {
    vi: "--output là '{output}'; ghi tên tệp có đuôi .json hoặc .xlsx.",
    en: "--output is '{output}'; name a file that ends in .json or .xlsx.",
  },
  alreadyNotOverwrittenChoose: {
    vi: "Đã có tệp '{path}'; không ghi đè. Chọn tên khác bằng --output.",
    en: "'{path}' is there already and is not overwritten. Choose another name with --output.",
  },
  cannotWrittenCheckPath: {
    vi: "Không ghi được '{path}'. Kiểm tra đường dẫn và quyền ghi.",
    en: "'{path}' cannot be written. Check the path and the right to write.",
  },
} as const

/** Texts of `src/cli/commands/rules.ts`. */
export const RULES_TEXTS = {
  noRulesAt: { vi: "Không có bộ quy tắc '{path}'.", en: "There are no rules at '{path}'." },
  twoRuleSetsFolder: {
    vi: 'Cần hai bộ quy tắc và thư mục bộ hồ sơ: qms-verdict rules diff <cũ> <mới> --bundles <thư-mục>.',
    en: 'Two rule sets and a folder of bundles are needed: qms-verdict rules diff <old> <new> --bundles <folder>.',
  },
  exactlyOneRuleId: {
    vi: 'Cần đúng một mã quy tắc: qms-verdict rules show <mã>. Xem các mã: qms-verdict rules list.',
    en: 'Exactly one rule id is needed: qms-verdict rules show <id>. See the ids: qms-verdict rules list.',
  },
  nearest: { vi: "; gần nhất là '{near}'", en: "; the nearest is '{near}'" },
  noRuleSeeIds: {
    vi: "Không có quy tắc '{id}'{near}. Xem các mã: qms-verdict rules list.",
    en: "There is no rule '{id}'{near}. See the ids: qms-verdict rules list.",
  },
  outputFolderNeededWrite: {
    vi: 'Cần --output <thư-mục> để ghi tệp.',
    en: '--output <folder> is needed to write the file to.',
  },
  profileGoesWithFormat: {
    vi: '--profile chỉ dùng với --format json-rules-engine: tệp rule-set chứa mọi bộ thông số.',
    en: '--profile goes with --format json-rules-engine only: a rule-set file holds every profile.',
  },
  outputFolderNeededWritePages: {
    vi: 'Cần --output <thư-mục> để ghi các trang.',
    en: '--output <folder> is needed to write the pages to.',
  },
} as const

/** Texts of `src/cli/commands/serve.ts`. */
export const SERVE_OPTIONS_TEXTS = {
  serviceNeedsHostName: {
    vi: "{name} là '{value}'. Dịch vụ cần một tên miền riêng, không đặt được dưới một đường dẫn của trang khác: cookie và liên kết của các trang dùng chung cho cả tên miền. Ghi theo dạng https://qms.example.gov.vn.",
    en: "{name} is '{value}'. The service needs a host name of its own and cannot lie below a path of another site: its cookies and links are those of the whole host. Write it as https://qms.example.gov.vn.",
  },
  oidcAudienceOidcClient: {
    vi: "--oidc-audience và --oidc-client-id cùng là '{audience}', nên mã định danh người dùng (ID token) sẽ dùng được như mã truy cập API. Đề nghị đăng ký tại hệ thống định danh một tên riêng (aud) cho API, ví dụ '{audience}-api'.",
    en: "--oidc-audience and --oidc-client-id are both '{audience}', so that an ID token would pass for an access token of the API. Register an audience of its own for the API at the identity provider, such as '{audience}-api'.",
  },
  notDayEveryYear: {
    vi: "{option} là '{value}', không phải ngày mà năm nào cũng có. Ghi tháng trước, ngày sau, theo dạng 01-02 (ngày 02 tháng 01).",
    en: "{option} is '{value}', which is not a day of every year. Write month and day, as 01-02 for 2 January.",
  },
  environmentVariableSealsSessions: {
    vi: 'Biến môi trường {secretVariable} (khóa bảo vệ phiên đăng nhập) có {found} byte, cần ít nhất {secretBytes} byte ghi dạng base64, giống nhau ở mọi tiến trình. Tạo bằng lệnh: openssl rand -base64 {secretBytes}',
    en: 'Environment variable {secretVariable} (seals the sessions) has {found} bytes; at least {secretBytes} bytes in base64 are needed, the same in every process. Make one with: openssl rand -base64 {secretBytes}',
  },
} as const

/** Texts of `src/cli/commands/judge-again.ts`. */
export const REJUDGE_TEXTS = {
  uploadIdAgencyCode: {
    vi: 'Cần --upload <mã lần nộp>, --agency <mã cơ quan>, hoặc riêng --all để đánh giá lại tất cả.',
    en: '--upload <id>, --agency <code>, or --all by itself is needed.',
  },
  agencyNotCodeAgency: {
    vi: "--agency là '{said}', không phải mã định danh cơ quan (ví dụ H61.12).",
    en: "--agency is '{said}', not the code of an agency (such as H61.12).",
  },
  uploadNotIdUpload: {
    vi: "--upload là '{said}', không phải mã lần nộp (ví dụ 20260305T020000000Z-1a2b3c4d).",
    en: "--upload is '{said}', not the id of an upload (such as 20260305T020000000Z-1a2b3c4d).",
  },
  reasonWhyNeededOne: {
    vi: "Cần --reason '<lý do>', một dòng, không quá {longestReason} ký tự; lý do được lưu lại và người xem hồ sơ đọc được.",
    en: "--reason '<why>' is needed, one line of at most {longestReason} characters; it is kept, and shown to whoever looks at the dossier.",
  },
  storeHoldsNoSuch: {
    vi: 'Kho không có lần nộp nào như vậy. Đề nghị kiểm tra mã lần nộp, mã cơ quan và --data (hoặc --s3-endpoint và tên các bucket).',
    en: 'The store holds no such upload. Look at the id, the code and --data (or --s3-endpoint and the names of the buckets).',
  },
} as const
