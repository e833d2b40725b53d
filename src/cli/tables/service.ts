import { DEFAULT_REQUESTS_PER_MINUTE } from '../../http/throttle.ts'
import { DEFAULT_PLAN } from '../../service/schedule.ts'
import { DEFAULT_UPLOADS_PER_DAY } from '../../service/upload-quota.ts'
import {
  ARGUMENTS,
  CATALOGUE_KEY_ROW,
  type CommandTable,
  JUDGE_ROWS,
  JUDGING_ROWS,
  KEEP_ROWS,
  LANG_ROW,
  PLACE_ROWS,
  REASON_ROW,
  TRUST_OR_VARIABLE_ROW,
  VERDICT_KEY_ROWS,
} from './shared.ts'

const RECHECK_DAY_ROW = {
  'recheck-day': {
    type: 'string',
    default: DEFAULT_PLAN.recheckDay,
    argument: { vi: 'THÁNG-NGÀY', en: 'MM-DD' },
    vi: 'ngày đánh giá lại hằng năm, ghi tháng trước, ngày sau',
    en: 'day of the yearly re-check, month first',
  },
} as const

export const SERVE = {
  does: {
    vi: 'chạy toàn bộ dịch vụ trên máy này (HTTP, nộp hồ sơ, đánh giá, lịch)',
    en: 'run the whole service here (HTTP, uploads, judging, schedule)',
  },
  options: {
    port: {
      type: 'string',
      default: '8080',
      argument: ARGUMENTS.number,
      vi: 'cổng; 0 là cổng trống bất kỳ',
      en: 'port; 0 is any free one',
    },
    host: {
      type: 'string',
      default: '127.0.0.1',
      argument: ARGUMENTS.address,
      vi: 'địa chỉ lắng nghe',
      en: 'address to listen on',
    },
    'public-url': {
      type: 'string',
      argument: ARGUMENTS.url,
      vi: 'địa chỉ mà trình duyệt và chương trình khác truy cập (hoặc biến PUBLIC_URL)',
      en: 'where browsers and programs find it (or PUBLIC_URL)',
    },
    ...PLACE_ROWS,
    ...VERDICT_KEY_ROWS,
    'oidc-issuer': {
      type: 'string',
      argument: ARGUMENTS.url,
      vi: 'đơn vị cấp mã truy cập (hoặc biến OIDC_ISSUER); nếu không có: đơn vị cấp mã thử nghiệm',
      en: 'whose tokens are accepted (or OIDC_ISSUER); absent: the development issuer',
    },
    'oidc-audience': {
      type: 'string',
      argument: ARGUMENTS.name,
      vi: 'dịch vụ mà mã truy cập được cấp cho; cần khi có --oidc-issuer (hoặc biến OIDC_AUDIENCE)',
      en: 'for whom tokens are made; needed with --oidc-issuer (or OIDC_AUDIENCE)',
    },
    'oidc-token-type': {
      type: 'string',
      argument: ['at+jwt', 'JWT'],
      vi: 'loại mã truy cập (typ) mà đơn vị cấp mã ghi: at+jwt theo RFC 9068, hoặc JWT (hoặc biến OIDC_TOKEN_TYPE; mặc định: at+jwt)',
      en: 'kind of access token (typ) that the issuer writes: at+jwt as RFC 9068 says, or JWT (or OIDC_TOKEN_TYPE; default: at+jwt)',
    },
    'oidc-keys-url': {
      type: 'string',
      argument: ARGUMENTS.url,
      vi: 'nơi công bố khóa của đơn vị cấp mã; cần khi có --oidc-issuer (hoặc biến OIDC_KEYS_URL)',
      en: "where the issuer's keys are; needed with --oidc-issuer (or OIDC_KEYS_URL)",
    },
    'oidc-client-id': {
      type: 'string',
      argument: ARGUMENTS.id,
      vi: 'mở các trang cho trình duyệt (hoặc biến OIDC_CLIENT_ID); cần --public-url, biến SESSION_SECRET (và OIDC_CLIENT_SECRET)',
      en: 'opens the pages for browsers (or OIDC_CLIENT_ID); needs --public-url and SESSION_SECRET (and OIDC_CLIENT_SECRET)',
    },
    'oidc-agency-claim': {
      type: 'string',
      argument: ARGUMENTS.name,
      vi: 'mục trong mã truy cập ghi mã cơ quan (hoặc biến OIDC_AGENCY_CLAIM)',
      en: 'claim that holds the code of an agency (or OIDC_AGENCY_CLAIM)',
    },
    'oidc-authority-claim': {
      type: 'string',
      argument: ARGUMENTS.name,
      vi: 'mục trong mã truy cập ghi mã tỉnh, thành phố của đơn vị chủ trì (hoặc biến OIDC_AUTHORITY_CLAIM)',
      en: 'claim that holds the province of an authority (or OIDC_AUTHORITY_CLAIM)',
    },
    ...RECHECK_DAY_ROW,
    'recheck-hour': {
      type: 'string',
      default: `${DEFAULT_PLAN.recheckHour}`,
      argument: ARGUMENTS.number,
      vi: 'giờ đánh giá lại, giờ Việt Nam, 0 đến 23',
      en: 'hour of the re-check in Viet Nam, 0 to 23',
    },
    'notice-hour': {
      type: 'string',
      default: `${DEFAULT_PLAN.noticeHour}`,
      argument: ARGUMENTS.number,
      vi: 'giờ thông báo hằng ngày về kết quả sắp hết hiệu lực',
      en: 'hour of the daily notices of verdicts about to lapse',
    },
    ...JUDGE_ROWS,
    ...CATALOGUE_KEY_ROW,
    ...TRUST_OR_VARIABLE_ROW,
    authority: {
      type: 'string',
      argument: ARGUMENTS.file,
      vi: 'thông tin đơn vị chủ trì in trên kế hoạch, văn bản, báo cáo (hoặc biến AUTHORITY_FILE)',
      en: 'what the authority says of itself, for plan, letters and report (or AUTHORITY_FILE)',
    },
    mail: {
      type: 'string',
      argument: ARGUMENTS.file,
      vi: 'gửi thông báo qua thư điện tử: tệp ghi máy chủ SMTP, địa chỉ gửi và địa chỉ nhận của từng cơ quan (hoặc biến MAIL_FILE; mật khẩu: biến SMTP_PASSWORD); nếu không có: chỉ để trong outbox/',
      en: 'mails notices: file with the SMTP server, the sender and the addresses of each agency (or MAIL_FILE; password: SMTP_PASSWORD); absent: they lie in outbox/ alone',
    },
    'scan-seconds': {
      type: 'string',
      default: '10',
      argument: ARGUMENTS.number,
      vi: 'sau bao nhiêu giây tìm lại hồ sơ đã nộp mà chưa đánh giá',
      en: 'seconds between looks for uploads that were not judged',
    },
    'lease-seconds': {
      type: 'string',
      default: '120',
      argument: ARGUMENTS.number,
      vi: 'kho dùng chung: số giây một tiến trình giữ riêng một bộ hồ sơ',
      en: 'of a shared store: seconds for which a process keeps a bundle to itself',
    },
    'uploads-per-day': {
      type: 'string',
      default: String(DEFAULT_UPLOADS_PER_DAY),
      argument: ARGUMENTS.number,
      vi: 'số lần nộp tối đa của một cơ quan trong một ngày',
      en: 'bundles that an agency may send in a day',
    },
    'requests-per-minute': {
      type: 'string',
      default: String(DEFAULT_REQUESTS_PER_MINUTE),
      argument: ARGUMENTS.number,
      vi: 'số yêu cầu tối đa trong một phút của một cơ quan, một người, hoặc một địa chỉ chưa đăng nhập',
      en: 'requests in a minute of one agency, one person, or one address that is not signed in',
    },
    ...KEEP_ROWS,
    'metrics-port': {
      type: 'string',
      argument: ARGUMENTS.number,
      vi: 'cổng số liệu Prometheus, chỉ mở cho máy này (/metrics); 0 là cổng trống bất kỳ; nếu không có: không mở',
      en: 'port of the figures for Prometheus, for this machine alone (/metrics); 0 is any free one; absent: none',
    },
    'at-once': {
      type: 'string',
      argument: ARGUMENTS.number,
      vi: 'số bộ hồ sơ đánh giá cùng lúc, mỗi bộ một tiến trình; không ghi: số lõi trừ một',
      en: 'bundles judged at once, each in its own process; absent: the cores less one',
    },
    ...LANG_ROW,
  },
} as const satisfies CommandTable

export const TOKEN = {
  does: {
    vi: 'mã truy cập thử nghiệm, cho một cơ quan hoặc đơn vị chủ trì',
    en: 'a token for trying out, of an agency or the authority',
  },
  options: {
    agency: { type: 'string', argument: ARGUMENTS.id, vi: 'mã cơ quan', en: 'code of an agency' },
    authority: {
      type: 'string',
      argument: ARGUMENTS.id,
      vi: 'mã tỉnh, thành phố của đơn vị chủ trì',
      en: 'province of the authority',
    },
    data: PLACE_ROWS.data,
    hours: {
      type: 'string',
      default: '8',
      argument: ARGUMENTS.number,
      vi: 'hiệu lực, giờ',
      en: 'hours it is valid for',
    },
    ...LANG_ROW,
  },
} as const satisfies CommandTable

export const RECHECK = {
  does: { vi: 'đánh giá lại hằng năm, chạy bằng tay', en: 'the yearly re-check, by hand' },
  options: {
    year: { type: 'string', argument: ARGUMENTS.year, needed: true, vi: 'năm', en: 'the year' },
    ...RECHECK_DAY_ROW,
    ...JUDGING_ROWS,
  },
} as const satisfies CommandTable

export const RECORD = {
  takes: ARGUMENTS.file,
  does: {
    vi: 'đưa bản ghi của cơ quan có thẩm quyền về các cơ quan (JSON, XLSX) vào kho của dịch vụ',
    en: "put the authority's records of agencies (JSON, XLSX) where the service keeps them",
  },
  options: { ...PLACE_ROWS, ...JUDGE_ROWS, ...TRUST_OR_VARIABLE_ROW, ...LANG_ROW },
} as const satisfies CommandTable

export const AUDIT = {
  does: {
    vi: 'ai đã làm gì với hồ sơ của một cơ quan, khi nào, từ đâu',
    en: 'who did what with the dossiers of an agency, when and from where',
  },
  options: {
    agency: {
      type: 'string',
      argument: ARGUMENTS.id,
      needed: true,
      vi: 'mã cơ quan; mã tỉnh, thành phố: mọi cơ quan trên địa bàn',
      en: 'code of an agency; of a province: all of its agencies',
    },
    from: {
      type: 'string',
      argument: ARGUMENTS.day,
      vi: 'từ ngày (mặc định: 30 ngày trước)',
      en: 'first day (default: 30 days ago)',
    },
    to: {
      type: 'string',
      argument: ARGUMENTS.day,
      vi: 'đến ngày (mặc định: hôm nay)',
      en: 'last day (default: today)',
    },
    format: {
      type: 'string',
      default: 'text',
      argument: ['text', 'json'],
      vi: 'định dạng; json: mỗi dòng một việc',
      en: 'format; json: one event a line',
    },
    ...PLACE_ROWS,
    ...LANG_ROW,
  },
} as const satisfies CommandTable

export const REJUDGE = {
  does: {
    vi: 'đánh giá lại kết quả sai theo công cụ và quy tắc hiện nay',
    en: 'judge again what was judged wrongly, by the engine and rules of today',
  },
  options: {
    upload: { type: 'string', argument: ARGUMENTS.id, vi: 'một lần nộp', en: 'one upload' },
    agency: {
      type: 'string',
      argument: ARGUMENTS.id,
      vi: 'mọi lần nộp của một cơ quan',
      en: 'all uploads of an agency',
    },
    all: { type: 'boolean', default: false, vi: 'mọi lần nộp của mọi cơ quan', en: 'all uploads of all agencies' },
    ...REASON_ROW,
    ...JUDGING_ROWS,
  },
} as const satisfies CommandTable

export const ERASE = {
  does: {
    vi: 'xóa một bộ hồ sơ đã nộp cùng dữ liệu đã đọc từ hồ sơ, để lại dấu vết đã xóa',
    en: 'erase an uploaded bundle and what was read of it, leaving a tombstone',
  },
  options: {
    agency: { type: 'string', argument: ARGUMENTS.id, needed: true, vi: 'mã cơ quan', en: 'code of the agency' },
    upload: { type: 'string', argument: ARGUMENTS.id, needed: true, vi: 'mã lần nộp', en: 'id of the upload' },
    ...REASON_ROW,
    ...PLACE_ROWS,
    ...LANG_ROW,
  },
} as const satisfies CommandTable

export const SWEEP = {
  does: {
    vi: 'xóa dữ liệu đã hết thời hạn lưu giữ, một lần (serve tự làm hằng ngày)',
    en: 'remove once what was kept as long as it is to be (serve does so every day)',
  },
  options: {
    ...KEEP_ROWS,
    'dry-run': {
      type: 'boolean',
      default: false,
      vi: 'chỉ cho biết sẽ xóa gì',
      en: 'only tell what would be removed',
    },
    ...PLACE_ROWS,
    ...LANG_ROW,
  },
} as const satisfies CommandTable
