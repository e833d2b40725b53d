import { type Problem, QmsVerdictError } from '../base/errors.ts'
import type { Localized } from '../base/localized.ts'

/** What a refusal of one kind says; `{entry}` and `{found}` are filled in from the case. */
export interface RefusalText {
  message: Localized
  remedy: Localized
}

/** What was met in this bundle. */
export interface RefusalCase {
  /** Name of the entry it concerns, as found in the archive (escaped for display). */
  entry?: string
  /** Words for `{found}`. */
  found?: string
  problems?: readonly Problem[]
  /** SHA-256 of the whole bundle, where its bytes could be read to the end. */
  sha256?: string
  cause?: unknown
}

function fill(text: Localized, values: Record<string, string>): Localized {
  const put = (one: string) => one.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
  return { vi: put(text.vi), en: put(text.en) }
}

/**
 * The bundle cannot be taken in (Không tiếp nhận được bộ hồ sơ): a technical reason on the sender's side, answered
 * with a refusal document and never retried. Not a fault of ours.
 */
export class Refusal extends QmsVerdictError {
  override name = 'Refusal'
  readonly code: string
  readonly text: Localized
  readonly remedy: Localized
  readonly entry: string | undefined
  readonly problems: readonly Problem[] | undefined
  sha256: string | undefined

  constructor(code: string, text: RefusalText, met: RefusalCase = {}) {
    const values = { entry: met.entry ?? '', found: met.found ?? '' }
    const message = fill(text.message, values)
    super(`${code}: ${message.en}`, met.cause === undefined ? undefined : { cause: met.cause })
    this.code = code
    this.text = message
    this.remedy = fill(text.remedy, values)
    this.entry = met.entry
    this.problems = met.problems
    this.sha256 = met.sha256
  }
}
