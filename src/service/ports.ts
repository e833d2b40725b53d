import type { Stopwatch } from '../base/bytes.ts'
import type { Localized } from '../base/localized.ts'
import type { ReadLimits } from '../bundle/container.ts'
import type { Judge } from '../evaluation/evaluate-bundle.ts'
import type { TrustList } from '../evidence/signature/trust-list.ts'
import type { Store } from '../store/store.ts'

/** What the service works with; each edge brings its own. */
export interface ServiceTools {
  /** Where bundles are; only read. */
  bundles: Store
  /** Where verdicts, refusals, index entries, facts and notices are kept. */
  verdicts: Store
  judge: Judge
  limits: ReadLimits
  stopwatch: Stopwatch
  /** Key of the authority's catalogue in the store of bundles; absent: each agency's own is used. */
  catalogueKey?: string | undefined
  /** Whom signatures in documents are judged by; absent: nobody is trusted. */
  trust?: TrustList | undefined
}

/** What tells people. It may be asked to publish the same notice again after a fault; `id` is the same each time. */
export interface Notifier {
  /** @throws when the notice was not taken over; it is published again by the next run */
  publish(notice: LapseNotice): Promise<void>
}

/** Days before the last day on which a notice is due. */
export const NOTICE_DAYS = [30, 7] as const
export type NoticeDays = (typeof NOTICE_DAYS)[number]

/** One notice that an agency's verdict is about to change, given no new evidence. */
export interface LapseNotice {
  schemaVersion: 1
  /** `<agency code>/<validUntil>-<days>`: there is one notice of an id. */
  id: string
  agency: { code: string; name: string }
  /** Last day on which the verdict stays as it is, `YYYY-MM-DD`. */
  validUntil: string
  days: NoticeDays
  /** Day on which it was made. */
  on: string
  /** Rules that turn on the day after `validUntil`. */
  rules: readonly string[]
  /** One line, without line breaks. */
  subject: Localized
  /** What lapses, when, and what to do; several lines. */
  message: Localized
}
