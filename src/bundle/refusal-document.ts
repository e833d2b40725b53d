import type { Problem } from '../base/errors.ts'
import type { Localized } from '../base/localized.ts'
import type { Refusal } from './refusal.ts'

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
