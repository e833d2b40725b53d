import { type Localized, QmsVerdictError } from '../core/errors.ts'
import { UPLOAD_PATH } from '../core/paths.ts'

/** One kind of problem: its HTTP status and its title, the same in every case (RFC 9457). */
interface Kind {
  status: 400 | 401 | 403 | 404 | 405 | 410 | 413 | 415 | 429 | 500 | 503 | 507
  title: Localized
}

/** Every kind of problem by its slug; its type URI is `/problems/<slug>`. */
export const PROBLEMS = {
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
} as const satisfies Record<string, Kind>

export type Slug = keyof typeof PROBLEMS

/** One place in a request that is not as it must be. */
export interface Place {
  /** Of the path or the query. */
  parameter?: string
  /** RFC 6901 pointer into the body. */
  pointer?: string
  detail: Localized
}

/** Statuses that a problem is told with. */
export type ProblemStatus = Kind['status'] | 409 | 422

/** Where a person may go on from a problem. */
export interface WayOn {
  href: string
  label: Localized
}

/** To the front page. */
export const HOME: WayOn = { href: '/', label: { vi: 'Về trang đầu', en: 'To the front page' } }

/** What goes with a problem beside its kind and its detail. */
interface More {
  /** In the request. */
  places?: readonly Place[]
  /** Of the answer. */
  headers?: Readonly<Record<string, string>>
  /** Of a page, whither from there; absent: to the front page. */
  ways?: readonly WayOn[]
  /** Other words for a person before a page than for a program. */
  onPage?: { title?: Localized; detail: Localized }
  cause?: unknown
}

/**
 * Why a request is not answered as asked. The API sends it as problem details (RFC 9457), the pages show it as a page.
 */
export class Problem extends QmsVerdictError {
  override name = 'Problem'
  /** Absent: a problem that only pages meet, which no client has to tell from others. */
  readonly slug: Slug | undefined
  readonly status: ProblemStatus
  readonly title: Localized
  readonly detail: Localized
  readonly places: readonly Place[]
  readonly headers: Readonly<Record<string, string>>
  readonly ways: readonly WayOn[]
  readonly onPage: { title: Localized; detail: Localized }

  /**
   * @param kind by its slug; of a problem of pages alone, its status and title
   * @param detail what was found in this case, what is expected, what to do
   */
  constructor(kind: Slug | { status: ProblemStatus; title: Localized }, detail: Localized, more: More = {}) {
    const { status, title } = typeof kind === 'string' ? PROBLEMS[kind] : kind
    super(`${title.en}: ${detail.en}`, more.cause === undefined ? undefined : { cause: more.cause })
    this.slug = typeof kind === 'string' ? kind : undefined
    this.status = status
    this.title = title
    this.detail = detail
    this.places = more.places ?? []
    this.headers = more.headers ?? {}
    this.ways = more.ways ?? [HOME]
    this.onPage = { title, detail, ...more.onPage }
  }
}

/** A parameter that cannot be used, told at its place. */
export function parameterProblem(parameter: string, found: string, expected: Localized): Problem {
  const shown = JSON.stringify(found.slice(0, 80))
  const detail = {
    vi: `Tham số '${parameter}' là ${shown}. Đề nghị ghi ${expected.vi}.`,
    en: `The parameter '${parameter}' is ${shown}. Write ${expected.en}.`,
  }
  return new Problem('parameter-invalid', detail, { places: [{ parameter, detail }] })
}

/** More was sent than anything here holds: a request to the API, or a form of a page. */
export function bodyTooLarge(maxBytes: number): Problem {
  const mebibytes = maxBytes / 1024 ** 2
  const detail = {
    vi: `Nội dung yêu cầu vượt quá ${maxBytes} byte. Bộ hồ sơ không gửi tại đây: xin biểu mẫu bằng POST /agencies/{code}/uploads, rồi nộp tệp bằng biểu mẫu đó.`,
    en: `The body exceeds ${maxBytes} bytes. A bundle is not sent here: ask for a form with POST /agencies/{code}/uploads, then upload the file with that form.`,
  }
  const onPage = {
    title: { vi: 'Nội dung gửi quá lớn', en: 'Too much was sent' },
    detail: {
      vi: `Nội dung biểu mẫu vượt quá ${mebibytes} MB. Bộ hồ sơ nộp tại trang “Nộp hồ sơ”; đề nghị quay lại và chọn tệp tại đó.`,
      en: `The form holds more than ${mebibytes} MB. A dossier is handed in on the page for it; go back and choose the file there.`,
    },
  }
  const ways = [{ href: UPLOAD_PATH, label: { vi: 'Đến trang nộp hồ sơ', en: 'Hand in a dossier' } }, HOME]
  return new Problem('body-too-large', detail, { onPage, ways })
}

/** Why nothing is taken in on a full disk; the dossier and the software are well. */
export const DISK_FULL: Localized = {
  vi: 'Ổ đĩa của máy chủ đã đầy nên chưa nhận thêm được; hồ sơ không sai, các kết quả đã có vẫn xem được. Đề nghị báo cho quản trị hệ thống giải phóng dung lượng, rồi nộp lại.',
  en: 'The disk of the server is full, so nothing more can be taken in; nothing is wrong with the dossier, and what is there can be read. Ask the administrator to make space, then send it again.',
}

/** The method is none that is answered at that address. */
export function methodNotAllowed(method: string, allowed: string): Problem {
  const detail = {
    vi: `Địa chỉ này không dùng phương thức ${method}; chỉ dùng: ${allowed}.`,
    en: `${method} cannot be used at this address; only: ${allowed}.`,
  }
  const onPage = {
    title: { vi: 'Trang này không mở được theo cách đó', en: 'This page is not opened that way' },
    detail: {
      vi: `Trang này không nhận yêu cầu ${method} (thường do tải lại trang sau khi gửi biểu mẫu). Đề nghị đi lại từ trang đầu.`,
      en: `This page does not answer ${method} (often a form's answer opened again). Start from the front page.`,
    },
  }
  return new Problem('method-not-allowed', detail, { headers: { Allow: allowed }, onPage })
}

/** Nothing is at that address. */
export function noSuchPage(path: string): Problem {
  const [quoted, shown] = [JSON.stringify(path.slice(0, 200)), path.slice(0, 120)]
  const detail = {
    vi: `Không có địa chỉ ${quoted}. Các địa chỉ dùng được: xem /openapi.json.`,
    en: `There is no address ${quoted}. See /openapi.json for those there are.`,
  }
  const onPage = {
    title: { vi: 'Không có trang này', en: 'There is no such page' },
    detail: {
      vi: `Không có trang nào tại địa chỉ “${shown}”. Đề nghị kiểm tra lại địa chỉ, hoặc đi từ trang đầu.`,
      en: `There is no page at “${shown}”. Check the address, or start from the front page.`,
    },
  }
  return new Problem('no-such-page', detail, { onPage })
}

/** A form came from a page of somebody else. */
export function notOurForm(cause: unknown): Problem {
  const title = {
    vi: 'Biểu mẫu không gửi từ trang của dịch vụ',
    en: 'The form was not sent from a page of this service',
  }
  const detail = {
    vi: 'Để phòng giả mạo, dịch vụ chỉ nhận biểu mẫu gửi từ chính trang của mình; chưa có gì được ghi nhận. Đề nghị mở lại trang từ trang đầu rồi gửi lại.',
    en: 'To keep forgeries out, only forms on pages of this service are taken; nothing was recorded. Open the page from the front page and send it again.',
  }
  return new Problem({ status: 403, title }, detail, { cause })
}
