import type { Language, Localized } from '../core/errors.ts'
import type { Manifest } from '../dossier/manifest.ts'
import type { RefusalDocument } from '../intake/refusals/refusal.ts'
import type { ScreenedDossier } from '../province/bundle-screening.ts'
import type { VerdictSigner } from '../verdict/known-keys.ts'
import type { VerdictChange } from '../verdict/rules-diff.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { RecheckEntry, RefusalEntry, Tombstone, UploadEntry, VerdictEntry } from './entry.ts'
import type { TaskTools } from './judging-tasks.ts'
import type { Leases } from './leases.ts'
import type { ScanPiece } from './scan-tasks.ts'
import type { ErasableStore, Store } from './store.ts'
import type { TaskInput, Workers } from './tasks.ts'

/** A bundle lies in the store. */
export interface Upload {
  /** In the store of bundles: `bundles/<agency code>/<upload id>.zip`. */
  key: string
  /** Absent where the store keeps no versions. */
  versionId?: string | undefined
  /** When it was uploaded, ISO 8601 with a zone; every delivery of the event must tell the same instant. */
  on: string
  /** False: a judgement that took too long is a fault, to be tried again; else the verdict stands without the rule. */
  lastTry?: boolean | undefined
}

/** A fault of ours inside a verdict that stands without the rule. */
export interface RuleFault {
  rule: string
  fault: unknown
}

/** What became of an upload; `present`: it had been judged before. */
export type Evaluated =
  | {
      kind: 'verdict' | 'refusal'
      code: string
      entry: UploadEntry
      stored: 'written' | 'present'
      faults: RuleFault[]
    }
  /** Deleted before it was read: nobody waits for it. */
  | { kind: 'gone'; code: string; uploadId: string }
  /** The key is not that of an upload. */
  | { kind: 'foreign' }

/** Where an upload stands. `waiting`: not uploaded yet, or not judged yet; the service cannot tell which. */
export type UploadStatus =
  | { state: 'waiting' }
  | { state: 'judged'; entry: VerdictEntry }
  | { state: 'refused'; entry: RefusalEntry; refusal: RefusalDocument }

/** A verdict as it is listed: `id` is the upload id, or `recheck-<year>`. */
export type ListedVerdict = { id: string } & (VerdictEntry | RecheckEntry)

/** A stored verdict: the document as it was written, and its place among the others. */
export interface ReadVerdict {
  listed: ListedVerdict
  verdict: Verdict
}

/** The re-check of one year. */
export interface RecheckRun {
  year: number
  /** Planned day, `YYYY-MM-DD`: the day of judgement, whenever it is run. */
  asOf: string
  /** As of an upload. */
  lastTry?: boolean | undefined
}

/** What became of the re-check of one agency. */
export type Rechecked =
  | { kind: 'verdict'; code: string; entry: RecheckEntry; stored: 'written' | 'present'; faults: RuleFault[] }
  /** No bundle of the agency was ever accepted. */
  | { kind: 'none'; code: string }

/** Judging again what was judged wrongly, by today's engine and rules. */
export interface RejudgeRun {
  /** As it stands in the entry that replaces another. */
  reason: string
  /** Instant it was asked for, ISO 8601 in UTC. */
  on: string
  /** Only this upload with its re-checks; absent: all of the agency. */
  uploadId?: string | undefined
}

/** What became of one verdict, or refusal, that was judged again. */
export type Rejudged =
  | { kind: 'replaced'; code: string; id: string; entry: UploadEntry | RecheckEntry; faults: RuleFault[] }
  /** The same came out: nothing was written. */
  | { kind: 'same'; code: string; id: string; entry: UploadEntry | RecheckEntry }
  /** Neither the bundle nor what was read of it is there any more; what stands, stands. */
  | { kind: 'impossible'; code: string; id: string }

/** What came of an agency's accepted bundle. */
interface OfAccepted<T> {
  upload: VerdictEntry
  result: T
}

/** All of an agency's years. */
export interface AgencyHistory {
  uploads: UploadEntry[]
  verdicts: ListedVerdict[]
  latest: ReadVerdict | undefined
  /** What is left of dossiers that were erased, in upload order; nothing else tells of them. */
  erased: Tombstone[]
}

/** A piece of work with scans; without pages the bundle is to be judged again, since all are read. */
export interface ScanWork {
  code: string
  uploadId: string
  bundleSha256: string
  piece?: ScanPiece | undefined
}

/** How far reading the scans of an upload has come. */
export interface ScanProgress {
  /** Files that still wait. */
  scans: number
  /** Pages to read, and read. */
  pages: number
  read: number
}

/** What became of a piece of work. */
export type ScanDone =
  /** Others of the upload are still to be read. */
  | { kind: 'read' }
  /** It was the last one: the bundle was judged again. */
  | { kind: 'judged'; entry: UploadEntry }
  /** Nobody waits for it any more. */
  | { kind: 'gone' }

/** What a run of notices came to. A failed agency is tried again by the next run. */
export interface NoticeRun {
  sent: LapseNotice[]
  failed: { code: string; fault: unknown }[]
}

/**
 * The product without HTTP, clock or queue. Codes of agencies are taken in any form that `agencyCode` understands.
 * Every method throws StoreFault when a store fails, after which the same call may be made again.
 */
export interface Service {
  /**
   * Judges an upload as of the day it was uploaded (Asia/Ho_Chi_Minh) and stores the verdict or the refusal, then its
   * index entry, unless they are there. May be called again at any time, in any order.
   * @throws InputError when the authority's catalogue cannot be used
   */
  evaluateUpload(upload: Upload): Promise<Evaluated>
  /**
   * The id of an upload that is asked for now: after all ids of the agency's judged uploads, also where the clock was put
   * back since.
   * @param instant UTC with milliseconds, as `Date.toISOString` writes it
   * @param random eight lower-case hex digits
   */
  newUploadId(code: string, instant: string, random: string): Promise<string>
  /** @throws ErasedDossier when the upload was erased */
  uploadStatus(code: string, uploadId: string): Promise<UploadStatus>
  /** How many uploads an agency began on the day of `now` (Vietnam), counted up to `most`. */
  uploadsToday(code: string, now: string, most: number): Promise<number>
  /** Whether an upload that was asked for is one of the first `most` of the day. */
  isWithinQuota(upload: { code: string; uploadId: string }, now: string, most: number): Promise<boolean>
  /** What became of every upload of an agency, oldest first; of one sent twice under one id, of each. */
  listUploads(code: string): Promise<UploadEntry[]>
  /** All that a page of an agency's years tells, from one listing: as the other methods give each, and what is left of what was erased. */
  agencyHistory(code: string): Promise<AgencyHistory>
  /** All verdicts of an agency, oldest first: uploads in upload order, each followed by its re-checks. */
  listVerdicts(code: string): Promise<ListedVerdict[]>
  /** The last accepted upload, or its last re-check; undefined when there is none. */
  latestVerdict(code: string): Promise<ReadVerdict | undefined>
  /**
   * @param id upload id or `recheck-<year>`; undefined when there is no such verdict
   * @throws ErasedDossier when it rests on a dossier that was erased
   */
  readVerdict(code: string, id: string): Promise<ReadVerdict | undefined>
  /** The page of a verdict: as stored in Vietnamese, rendered from the document in English. */
  verdictPage(read: ReadVerdict, lang: Language): Promise<string>
  /**
   * Judges an agency again from its last accepted bundle: the last one uploaded by the planned day, else the last one.
   * Reads stored facts, and the bundle only where there are none. The same year twice changes nothing.
   * @throws InputError when neither the facts nor the bundle are there any more
   */
  recheckAgency(code: string, run: RecheckRun): Promise<Rechecked>
  /**
   * Judges an agency's uploads and their re-checks again, each as of its own day, by today's engine and rules, from the
   * bundle where it is there, else from stored facts. What comes out otherwise replaces what stood, which can still be
   * read; what comes out the same writes nothing, so that it may be asked for twice.
   * @throws InputError when the authority's catalogue cannot be used
   */
  rejudgeAgency(code: string, run: RejudgeRun): Promise<Rejudged[]>
  /**
   * Judges the last bundle of an agency accepted by a day (`YYYY-MM-DD`; where there was none by then, the last of all) for
   * the authority's desk, from its stored facts where they are there; undefined when none was ever accepted.
   * @throws InputError when neither the facts nor the bundle are there any more
   */
  screenAgency(code: string, by: Omit<TaskInput<'screen'>, 'facts'>): Promise<OfAccepted<ScreenedDossier> | undefined>
  /**
   * How the same bundle stands under other rules.
   * @throws InputError as `screenAgency`, and when the rules or the profile cannot be used
   */
  previewAgency(code: string, by: Omit<TaskInput<'preview'>, 'facts'>): Promise<OfAccepted<VerdictChange> | undefined>
  /**
   * What the last bundle of an agency accepted by a day states; undefined when none was ever accepted.
   * @throws InputError as `screenAgency`
   */
  acceptedManifest(code: string, asOf: string): Promise<Manifest | undefined>
  /** What is still to be done with scans: of one upload, or of all. */
  waitingScans(only?: { code: string; uploadId: string }): AsyncIterable<ScanWork>
  /**
   * Reads pages of a scan and judges the bundle again when they were the last: a new entry as of the same day, which replaces
   * the provisional one. May be called again at any time, in any order.
   * @param on instant, ISO 8601 in UTC
   */
  readScan(work: ScanWork, on: string): Promise<ScanDone>
  /** How far reading the scans has come that a provisional verdict waits for; undefined of any other verdict. */
  scanProgress(code: string, read: ReadVerdict): Promise<ScanProgress | undefined>
  /** Codes of all agencies, or of those of a province, with a judged upload, in order of their keys. */
  listAgencies(province?: string): AsyncIterable<string>
  /** Publishes what is due on `today` (`YYYY-MM-DD`, Vietnam): one notice per verdict within 30 days, one within 7. */
  lapseNotices(today: string, notifier: Notifier): Promise<NoticeRun>
}

/** What the service works with; each edge brings its own. */
export interface ServiceTools extends TaskTools {
  /** Where bundles are, only read; beside them what was recognised in their scans, and what is provisional. */
  bundles: ErasableStore
  /** Whether scans are recognised; else they are left, and told of. */
  readsScans?: boolean | undefined
  /** Where verdicts, refusals, index entries, facts and notices are kept. */
  verdicts: Store
  /** By whom stored verdicts are signed; absent where nothing is judged for the store. */
  signer?: Pick<VerdictSigner, 'sign'> | undefined
  /** Key of the authority's catalogue in the store of bundles; absent: each agency's own is used. */
  catalogueKey?: string | undefined
  /** Who of several processes over one store reads papers; absent: this one is alone. */
  leases?: Leases | undefined
  /** Hears of a bundle that the service wrote itself; absent where the store tells of it. */
  onSent?: ((key: string) => void) | undefined
  /**
   * True where the papers of drafts are read by another process, which the store tells that they are asked for: this one may
   * be stopped as soon as it has answered.
   */
  readsDraftsElsewhere?: boolean | undefined
  /** Who reads and judges; absent: this process. */
  workers?: Workers | undefined
}

/** What the parts of the service work with. */
export type ServiceParts = ServiceTools & { workers: Workers }

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
