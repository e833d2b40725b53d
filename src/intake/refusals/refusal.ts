import { type Language, type Localized, type Problem, QmsVerdictError } from '../../core/errors.ts'
import { readablePath } from '../../core/json.ts'
import { REFUSAL_WORDS as WORDS } from '../words.ts'

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

/** What a refused bundle yields instead of a verdict: plain JSON data. */
export interface RefusalDocument {
  schemaVersion: 1
  kind: 'refusal'
  /** From the published list of codes. */
  code: string
  message: Localized
  remedy: Localized
  entry?: string
  problems?: readonly Problem[]
  /** SHA-256 of the bundle; null where it could not be read to its end. */
  bundle: { sha256: string | null }
  engine: { name: string; version: string }
  /** `YYYY-MM-DD`. */
  asOf: string
}

/** The refusal as a document (Không tiếp nhận được bộ hồ sơ); `asOf` is the day of judgement. */
export function refusalDocument(refusal: Refusal, by: Pick<RefusalDocument, 'asOf' | 'engine'>): RefusalDocument {
  const { code, text, remedy, entry, problems, sha256 } = refusal
  return {
    schemaVersion: 1,
    kind: 'refusal',
    code,
    message: text,
    remedy,
    ...(entry === undefined ? {} : { entry }),
    ...(problems === undefined ? {} : { problems }),
    bundle: { sha256: sha256 ?? null },
    engine: by.engine,
    asOf: by.asOf,
  }
}

/**
 * A problem of a manifest as one sentence: where, what was found, what was expected, what to do. *manifest.json dòng 14:
 * internalAudits[0].from là '30/02/2026', không có ngày này. Ghi theo dạng 2026-02-28.*
 */
export function problemLine(problem: Problem, manifestName: string, language: Language): string {
  const { pointer, line, place, found } = problem
  const path = place === undefined ? readablePath(pointer ?? '') : (place.heading ?? '')
  const words = WORDS[language]
  const cell = place?.cell === undefined ? '' : `, ${words.cell} ${place.cell}`
  const sheet = place === undefined ? '' : `, ${words.sheet} '${place.sheet}'${cell}`
  const where = `${manifestName}${line === undefined ? '' : ` ${words.line} ${line}`}${sheet}`
  const what = found === '' ? '' : path === '' ? `${words.met} ${found}, ` : ` ${words.is} ${found}, `
  return `${where}: ${path}${what || (path === '' ? '' : ': ')}${problem.expected[language]}`
}
