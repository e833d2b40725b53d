import type { Localized } from '../../core/errors.ts'
import { DEFAULT_KEEP_DAYS } from '../../service/keeping.ts'
import { TABLE_ARGUMENTS as ARGUMENTS, TABLE_LANG_ROW } from '../words.ts'

/**
 * One option of a command: how it is parsed, and what `qms-verdict help` tells of it. A row is all that an option needs
 * to be known; what the command does with it stands in the command.
 */
export interface OptionRow extends Localized {
  type: 'string' | 'boolean'
  /** Told behind the words, so that help never says another. */
  default?: string | boolean
  multiple?: true
  /** What stands behind the option: a word of {@link ARGUMENTS}, or the choices there are. A switch has none. */
  argument?: Localized | readonly string[]
  /** Told in the line of the command, since nothing is done without it. */
  needed?: true
}

/** Options by name, without the dashes. */
export type OptionRows = Readonly<Record<string, OptionRow>>

/** One command: what it is given, what it does, its options. */
export interface CommandTable {
  /** What stands behind the name, before all options. */
  takes?: Localized
  does: Localized
  options: OptionRows
  /** Lines below the options. */
  notes?: readonly Localized[]
}

/** Every command speaks both languages; help tells it once for all. */
export const LANG_ROW = TABLE_LANG_ROW satisfies OptionRows

export { ARGUMENTS }

/** By which rules a command judges: those shipped, unless others are named. */
export const RULES_ROWS = {
  rules: {
    type: 'string',
    argument: ARGUMENTS.folder,
    vi: 'thư mục quy tắc, thay cho bộ quy tắc đi kèm',
    en: 'folder of rules, instead of those shipped',
  },
  'rule-set': {
    type: 'string',
    argument: ARGUMENTS.file,
    vi: 'bộ quy tắc đã công bố (tệp do lệnh rules build ghi)',
    en: 'published rule set (a file that rules build wrote)',
  },
} as const satisfies OptionRows

export const PROFILE_ROW = {
  profile: {
    type: 'string',
    default: 'national',
    argument: ARGUMENTS.id,
    vi: 'bộ thông số của địa phương',
    en: 'local profile',
  },
} as const satisfies OptionRows

export const EXCEPTIONS_ROW = {
  exceptions: {
    type: 'string',
    argument: ARGUMENTS.file,
    vi: 'các ngoại lệ do cơ quan có thẩm quyền lưu giữ',
    en: 'exceptions the authority keeps',
  },
} as const satisfies OptionRows

/** What the authority gives beside the bundles. */
export const AUTHORITY_ROWS = {
  catalogue: {
    type: 'string',
    argument: ARGUMENTS.fileOrFolder,
    vi: 'danh mục TTHC do cơ quan có thẩm quyền cung cấp (XLSX, CSV, JSON): một tệp, hoặc thư mục có tệp theo mã từng cơ quan',
    en: "the authority's catalogue of procedures (XLSX, CSV, JSON): one file, or a folder with a file for each agency's code",
  },
  records: {
    type: 'string',
    argument: ARGUMENTS.fileOrFolder,
    vi: 'bản ghi của cơ quan có thẩm quyền về từng cơ quan (JSON, XLSX): kiểm tra, văn bản đã nhận, tài liệu đã xem, kết luận',
    en: "the authority's record of each agency (JSON, XLSX): inspections, what came in, papers seen, what was decided",
  },
} as const satisfies OptionRows

export const AS_OF_ROW = {
  'as-of': {
    type: 'string',
    argument: ARGUMENTS.day,
    vi: 'ngày đánh giá, dạng 2026-02-28 (mặc định: hôm nay)',
    en: 'day of judgement, as 2026-02-28 (default: today in Viet Nam)',
  },
} as const satisfies OptionRows

/** Where the service keeps everything. */
export const PLACE_ROWS = {
  data: {
    type: 'string',
    default: 'data',
    argument: ARGUMENTS.folder,
    vi: 'thư mục lưu mọi dữ liệu của dịch vụ',
    en: 'folder in which the service keeps everything',
  },
  's3-endpoint': {
    type: 'string',
    argument: ARGUMENTS.url,
    vi: 'lưu trên máy chủ S3 thay cho thư mục; nhiều tiến trình có thể dùng chung (hoặc biến S3_ENDPOINT)',
    en: 'keep everything on an S3 server instead; several processes may share it (or S3_ENDPOINT)',
  },
  's3-region': {
    type: 'string',
    argument: ARGUMENTS.name,
    vi: 'vùng của máy chủ S3 (hoặc biến AWS_REGION; mặc định: us-east-1)',
    en: 'region of the S3 server (or AWS_REGION; default: us-east-1)',
  },
  'bundle-bucket': {
    type: 'string',
    argument: ARGUMENTS.name,
    vi: 'bucket chứa bộ hồ sơ; cần khi có --s3-endpoint (hoặc biến BUNDLE_BUCKET)',
    en: 'bucket of the bundles; needed with --s3-endpoint (or BUNDLE_BUCKET)',
  },
  'verdict-bucket': {
    type: 'string',
    argument: ARGUMENTS.name,
    vi: 'bucket chứa kết quả; cần khi có --s3-endpoint (hoặc biến VERDICT_BUCKET)',
    en: 'bucket of the verdicts; needed with --s3-endpoint (or VERDICT_BUCKET)',
  },
} as const satisfies OptionRows

const keepRow = (days: number, vi: string, en: string) =>
  ({ type: 'string', default: String(days), argument: ARGUMENTS.number, vi, en }) as const

/** How long things are kept. */
export const KEEP_ROWS = {
  'keep-bundles': keepRow(
    DEFAULT_KEEP_DAYS.bundles,
    'số ngày lưu giữ bộ hồ sơ đã nộp; 0: không tự xóa',
    'days for which bundles are kept; 0: for ever',
  ),
  'keep-facts': keepRow(
    DEFAULT_KEEP_DAYS.facts,
    'số ngày lưu giữ dữ liệu đã đọc từ hồ sơ và trang kết quả (tạo lại được); 0: không tự xóa',
    'days for what was read of bundles, and for pages (they can be made anew); 0: for ever',
  ),
  'keep-verdicts': keepRow(
    DEFAULT_KEEP_DAYS.verdicts,
    'số ngày lưu giữ kết quả và kết quả rà soát; 0: không tự xóa',
    'days for verdicts and pre-screenings; 0: for ever',
  ),
  'keep-audit': keepRow(
    DEFAULT_KEEP_DAYS.audit,
    'số ngày lưu giữ nhật ký ai đã làm gì; 0: không tự xóa',
    'days for the record of who did what; 0: for ever',
  ),
  'keep-drafts': keepRow(
    DEFAULT_KEEP_DAYS.drafts,
    'số ngày lưu giữ tài liệu, bảng kê đang lập chưa nộp; 0: không tự xóa',
    'days for papers and forms that are not submitted; 0: for ever',
  ),
} as const satisfies OptionRows

/** By which signatures a verdict file is believed. */
export const VERDICT_TRUST_ROWS = {
  'verdict-keys': {
    type: 'string',
    argument: ARGUMENTS.file,
    vi: 'khóa công khai để kiểm tra chữ ký của tệp kết quả (tải từ /keys/verdicts.json của dịch vụ)',
    en: "public keys by which verdict files are believed (from the service's /keys/verdicts.json)",
  },
  'unsigned-verdicts': {
    type: 'boolean',
    default: false,
    vi: 'dùng cả tệp kết quả không có chữ ký đã biết; mọi bản in ra đều ghi rõ điều này',
    en: 'take verdict files without a known signature too; everything printed says so',
  },
} as const satisfies OptionRows

/** By what the service signs verdicts, where several processes share a store. */
export const VERDICT_KEY_ROWS = {
  'verdict-key': {
    type: 'string',
    argument: ARGUMENTS.key,
    vi: 'khóa riêng để ký kết quả; cần khi có --s3-endpoint (hoặc biến VERDICT_KEY)',
    en: 'private key that signs verdicts; needed with --s3-endpoint (or VERDICT_KEY)',
  },
  'verdict-keys': {
    type: 'string',
    argument: ARGUMENTS.file,
    vi: 'các khóa công khai đã ký trước đó, khi có --s3-endpoint (hoặc biến VERDICT_KEYS)',
    en: 'public keys that signed before, with --s3-endpoint (or VERDICT_KEYS)',
  },
} as const satisfies OptionRows

/** By what the service judges. */
export const JUDGE_ROWS = { ...PROFILE_ROW, ...EXCEPTIONS_ROW, ...RULES_ROWS } as const satisfies OptionRows

const TRUST = {
  type: 'string',
  argument: ARGUMENTS.folder,
  vi: 'chứng thư số tin cậy và danh sách thu hồi (PEM, DER), để kiểm tra chữ ký số trong tệp PDF',
  en: 'trusted certificates and lists of revoked ones (PEM, DER), for signatures in PDFs',
} as const

/** Whom signatures in documents are judged by, where only the option says it. */
export const TRUST_ROW = { trust: TRUST } as const satisfies OptionRows

/** The same, where TRUST_LIST says it too. */
export const TRUST_OR_VARIABLE_ROW = {
  trust: { ...TRUST, vi: `${TRUST.vi} (hoặc biến TRUST_LIST)`, en: `${TRUST.en} (or TRUST_LIST)` },
} as const satisfies OptionRows

export const CATALOGUE_KEY_ROW = {
  'catalogue-key': {
    type: 'string',
    argument: ARGUMENTS.storeKey,
    vi: 'khóa trong kho của danh mục TTHC do cơ quan có thẩm quyền cung cấp; kết thúc bằng / thì dưới đó mỗi cơ quan một tệp',
    en: "key in the store of the authority's catalogue of procedures; one that ends with / has a file for each agency below it",
  },
} as const satisfies OptionRows

export const TEXT_OR_JSON_ROW = {
  format: {
    type: 'string',
    default: 'text',
    argument: ['text', 'json'],
    vi: 'định dạng in ra',
    en: 'format to print in',
  },
} as const satisfies OptionRows

/** The folder that a command writes into, which it cannot do without. */
export const OUTPUT_ROW = {
  output: {
    type: 'string',
    argument: ARGUMENTS.folder,
    needed: true,
    vi: 'thư mục để ghi tệp',
    en: 'folder to write files to',
  },
} as const satisfies OptionRows

export const HELP = {
  takes: { vi: '[lệnh]', en: '[command]' },
  does: { vi: 'trang này, hoặc riêng một lệnh', en: 'this page, or one command of it' },
  options: { ...LANG_ROW },
} as const satisfies CommandTable

/** What a command takes that judges what a place keeps, by hand. */
export const JUDGING_ROWS = {
  ...PLACE_ROWS,
  ...VERDICT_KEY_ROWS,
  ...JUDGE_ROWS,
  ...CATALOGUE_KEY_ROW,
  ...TRUST_OR_VARIABLE_ROW,
  ...LANG_ROW,
} as const satisfies OptionRows

/** Why something is done that is kept. */
export const REASON_ROW = {
  reason: {
    type: 'string',
    argument: ARGUMENTS.reason,
    needed: true,
    vi: 'lý do; được lưu lại, người xem hồ sơ đọc được',
    en: 'why; it is kept, and shown to whoever looks at the dossier',
  },
} as const
