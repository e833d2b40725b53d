import { FORMATS } from '../../render/formats.ts'
import {
  ARGUMENTS,
  AS_OF_ROW,
  AUTHORITY_ROWS,
  type CommandTable,
  EXCEPTIONS_ROW,
  LANG_ROW,
  OUTPUT_ROW,
  PROFILE_ROW,
  RULES_ROWS,
  TRUST_ROW,
} from './shared.ts'

/** What `check` may be made to fail on. */
export const FAIL_ON = ['notMet', 'insufficientEvidence', 'never'] as const

export const CHECK = {
  takes: ARGUMENTS.bundle,
  does: { vi: 'đánh giá một bộ hồ sơ', en: 'judge one bundle' },
  options: {
    ...AS_OF_ROW,
    ...PROFILE_ROW,
    ...AUTHORITY_ROWS,
    ...EXCEPTIONS_ROW,
    ...TRUST_ROW,
    ...RULES_ROWS,
    format: {
      type: 'string',
      multiple: true,
      argument: Object.keys(FORMATS),
      vi: 'định dạng kết quả (mặc định: text); có thể nêu nhiều lần, khi đó cần --output',
      en: 'format of the verdict (default: text); may be repeated, then with --output',
    },
    output: {
      type: 'string',
      argument: ARGUMENTS.folder,
      vi: 'ghi kết quả ra tệp trong thư mục',
      en: 'write the results to files in a folder',
    },
    sign: {
      type: 'string',
      argument: ARGUMENTS.key,
      vi: 'ký kết quả bằng khóa riêng Ed25519',
      en: 'sign the verdict with an Ed25519 private key',
    },
    'no-ocr': {
      type: 'boolean',
      default: false,
      vi: 'không nhận dạng chữ trên bản quét (nhanh hơn; bản quét chỉ được tính là có nộp)',
      en: 'do not recognise scans (quicker; a scan then only counts as submitted)',
    },
    'fail-on': {
      type: 'string',
      default: 'notMet',
      argument: FAIL_ON,
      vi: 'kết quả nào thì kết thúc bằng mã 1',
      en: 'what ends with exit code 1',
    },
    ...LANG_ROW,
  },
} as const satisfies CommandTable

export const TEMPLATE = {
  does: { vi: 'tạo bảng kê Excel để cơ quan khai', en: 'write the manifest to fill in with Excel' },
  options: {
    output: {
      type: 'string',
      default: 'ho-so.xlsx',
      argument: ARGUMENTS.file,
      vi: 'tên tệp; tệp đã có không bị ghi đè',
      en: 'name of the file; one that is there is not overwritten',
    },
    ...LANG_ROW,
  },
} as const satisfies CommandTable

export const DRAFT = {
  takes: { vi: '<thư-mục>', en: '<folder>' },
  does: {
    vi: 'đọc tài liệu chưa có bảng kê, lập dự thảo bảng kê có ghi nguồn',
    en: 'read papers without a manifest and draft it, with the source of each value',
  },
  options: {
    output: {
      type: 'string',
      argument: ARGUMENTS.file,
      vi: 'ghi dự thảo ra .json hoặc .xlsx',
      en: 'write the draft as .json or .xlsx',
    },
    'no-ocr': {
      type: 'boolean',
      default: false,
      vi: 'không nhận dạng chữ trên bản quét (bản quét được nêu là chưa đọc)',
      en: 'do not recognise scans (they are named as not read)',
    },
    ...LANG_ROW,
  },
} as const satisfies CommandTable

export const VERIFY = {
  takes: { vi: '<kết-quả.json>', en: '<verdict.json>' },
  does: {
    vi: 'kết quả có nguyên vẹn không, đánh giá lại có ra đúng như vậy không',
    en: 'is a verdict intact, and does it come out again',
  },
  options: {
    bundle: {
      type: 'string',
      argument: ARGUMENTS.bundle,
      needed: true,
      vi: 'bộ hồ sơ đã được đánh giá',
      en: 'the bundle that was judged',
    },
    'rule-set': {
      type: 'string',
      argument: ARGUMENTS.file,
      vi: 'bộ quy tắc đã công bố mà kết quả được lập theo (mặc định: bộ đi kèm)',
      en: 'published rules it was made by (default: those shipped)',
    },
    ...AUTHORITY_ROWS,
    register: {
      type: 'string',
      argument: ARGUMENTS.file,
      vi: 'danh sách cơ quan (XLSX, CSV), khi kết quả do prescreen lập có dùng thông tin từ đó',
      en: 'register of the agencies (XLSX, CSV), where prescreen made the verdict by what it tells',
    },
    ...EXCEPTIONS_ROW,
    ...TRUST_ROW,
    key: {
      type: 'string',
      argument: ARGUMENTS.key,
      vi: 'khóa công khai để kiểm tra chữ ký',
      en: 'public key to check the signature with',
    },
    ...LANG_ROW,
  },
} as const satisfies CommandTable

export const KEYGEN = {
  does: { vi: 'tạo cặp khóa Ed25519 để ký', en: 'make an Ed25519 key pair to sign with' },
  options: { ...OUTPUT_ROW, ...LANG_ROW },
} as const satisfies CommandTable

export const TRUST_INSPECT = {
  takes: { vi: '<tệp.pdf>…', en: '<file.pdf>…' },
  does: {
    vi: 'ai ký số, chuỗi chứng thư nào; ghi chứng thư của các tổ chức cấp để người xác nhận',
    en: 'who signed, by which chain of certificates; writes the issuers found for a person to confirm',
  },
  options: {
    output: {
      type: 'string',
      argument: ARGUMENTS.folder,
      vi: 'ghi chứng thư của các tổ chức cấp vào đây (PEM)',
      en: 'write the certificates of the issuers here (PEM)',
    },
    ...TRUST_ROW,
    ...LANG_ROW,
  },
} as const satisfies CommandTable
