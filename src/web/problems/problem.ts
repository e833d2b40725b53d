import { QmsVerdictError } from '../../base/errors.ts'
import type { Localized } from '../../base/localized.ts'
import { PROBLEMS, type Slug } from './catalogue.ts'

/** One place in a request that is not as it must be. */
export interface Place {
  /** Of the path or the query. */
  parameter?: string
  /** RFC 6901 pointer into the body. */
  pointer?: string
  detail: Localized
}

/** Why a request is not answered as asked; it is sent as problem details. */
export class Problem extends QmsVerdictError {
  override name = 'Problem'
  readonly slug: Slug
  readonly detail: Localized
  readonly places: readonly Place[]
  readonly headers: Readonly<Record<string, string>>

  /**
   * @param detail what was found in this case, what is expected, what to do
   * @param more places in the request, headers of the answer
   */
  constructor(
    slug: Slug,
    detail: Localized,
    more: { places?: readonly Place[]; headers?: Readonly<Record<string, string>>; cause?: unknown } = {},
  ) {
    super(`${PROBLEMS[slug].title.en}: ${detail.en}`, more.cause === undefined ? undefined : { cause: more.cause })
    this.slug = slug
    this.detail = detail
    this.places = more.places ?? []
    this.headers = more.headers ?? {}
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
