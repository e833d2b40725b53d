import { type Localized, QmsVerdictError } from '../core/errors.ts'
import { UPLOAD_PATH } from '../core/paths.ts'
import { PROBLEMS_DISK_FULL as DISK_FULL, PROBLEMS_HOME, PROBLEMS_PROBLEMS } from './api/words.ts'

/** One kind of problem: its HTTP status and its title, the same in every case (RFC 9457). */
interface Kind {
  status: 400 | 401 | 403 | 404 | 405 | 410 | 413 | 415 | 429 | 500 | 503 | 507
  title: Localized
}

/** Every kind of problem by its slug; its type URI is `/problems/<slug>`. */
export const PROBLEMS = PROBLEMS_PROBLEMS satisfies Record<string, Kind>

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
export const HOME: WayOn = PROBLEMS_HOME

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

export { DISK_FULL }
