import { type Localized, QmsVerdictError, withValues } from '../core/errors.ts'
import { UPLOAD_PATH } from '../core/paths.ts'
import { PROBLEMS_DISK_FULL as DISK_FULL, PROBLEMS_HOME, PROBLEMS_PROBLEMS } from './api/words.ts'
import { PROBLEMS_TEXTS } from './words.ts'

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
  const detail = withValues(PROBLEMS_TEXTS.parameterWrite, { parameter, shown, expected })
  return new Problem('parameter-invalid', detail, { places: [{ parameter, detail }] })
}

/** More was sent than anything here holds: a request to the API, or a form of a page. */
export function bodyTooLarge(maxBytes: number): Problem {
  const mebibytes = maxBytes / 1024 ** 2
  const detail = withValues(PROBLEMS_TEXTS.bodyExceedsBytesBundle, { maxBytes, path: '/agencies/{code}/uploads' })
  const onPage = {
    title: PROBLEMS_TEXTS.tooMuchSent,
    detail: withValues(PROBLEMS_TEXTS.formHoldsMoreThan, { mebibytes }),
  }
  const ways = [{ href: UPLOAD_PATH, label: PROBLEMS_TEXTS.handInDossier }, HOME]
  return new Problem('body-too-large', detail, { onPage, ways })
}

/** The method is none that is answered at that address. */
export function methodNotAllowed(method: string, allowed: string): Problem {
  const detail = withValues(PROBLEMS_TEXTS.cannotUsedAtAddress, { method, allowed })
  const onPage = {
    title: PROBLEMS_TEXTS.pageNotOpenedWay,
    detail: withValues(PROBLEMS_TEXTS.pageDoesNotAnswer, { method }),
  }
  return new Problem('method-not-allowed', detail, { headers: { Allow: allowed }, onPage })
}

/** Nothing is at that address. */
export function noSuchPage(path: string): Problem {
  const [quoted, shown] = [JSON.stringify(path.slice(0, 200)), path.slice(0, 120)]
  const detail = withValues(PROBLEMS_TEXTS.noAddressSeeOpenapi, { quoted })
  const onPage = {
    title: PROBLEMS_TEXTS.noSuchPage,
    detail: withValues(PROBLEMS_TEXTS.noPageAtCheck, { shown }),
  }
  return new Problem('no-such-page', detail, { onPage })
}

/** A form came from a page of somebody else. */
export function notOurForm(cause: unknown): Problem {
  const title = PROBLEMS_TEXTS.formNotSentFrom
  const detail = PROBLEMS_TEXTS.keepForgeriesOutOnly
  return new Problem({ status: 403, title }, detail, { cause })
}

export { DISK_FULL }
