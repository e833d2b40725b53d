import { QmsVerdictError } from '../../base/errors.ts'
import type { Localized } from '../../base/localized.ts'

/** Statuses that a page may tell a problem with. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 503

/** Where a person may go on from a problem. */
export interface WayOn {
  href: string
  label: Localized
}

/** Why a page is not shown as asked; it is told as a page in words. */
export class PageProblem extends QmsVerdictError {
  override name = 'PageProblem'
  readonly status: ProblemStatus
  readonly title: Localized
  readonly detail: Localized
  readonly ways: readonly WayOn[]

  /**
   * @param detail what was found, what is expected, what to do
   * @param ways on; absent: to the front page
   */
  constructor(
    status: ProblemStatus,
    { title, detail, ways = [HOME] }: { title: Localized; detail: Localized; ways?: readonly WayOn[] },
    options?: ErrorOptions,
  ) {
    super(`${title.en}: ${detail.en}`, options)
    this.status = status
    this.title = title
    this.detail = detail
    this.ways = ways
  }
}

/** To the front page. */
export const HOME: WayOn = { href: '/', label: { vi: 'Về trang đầu', en: 'To the front page' } }
