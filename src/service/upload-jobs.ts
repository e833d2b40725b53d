import { utcInstant } from '../core/days.ts'
import { type AgencyIndex, agencyIndex } from './entries.ts'
import { parseBundleKey, uploadAskedOn, uploadEntryKey, uploadPrefix } from './keys.ts'
import type { Leases } from './leases.ts'
import { describeFault, type Log } from './log.ts'
import type { Work } from './queue.ts'
import type { Service } from './service.ts'
import type { Store, StoredObject } from './store.ts'

/** What judging works with. */
export interface JudgingTools {
  service: Pick<Service, 'evaluateUpload'>
  bundles: Store
  verdicts: Store
  /** See {@link isJudged}. */
  formSeconds: number
  leases: Leases
  log: Log
}

/** The work of judging the bundle under a key, once over all processes that share the store. */
export function judgeUpload(key: string, tools: JudgingTools): Work {
  const { service, bundles, verdicts, formSeconds, leases, log } = tools
  return {
    id: key,
    async run() {
      const upload = parseBundleKey(key)
      const object = await bundles.head(key)
      if (upload === undefined || object?.modified === undefined) {
        log('warn', 'upload-ignored', { key })
        return undefined
      }
      // It may have waited long, and another process may have been faster.
      if (isJudged(object, await agencyIndex(upload.code, verdicts), formSeconds)) return undefined
      const lease = await leases.take(upload.code, upload.uploadId)
      if (lease !== 'taken') return { againInMs: lease.heldMs }
      const start = performance.now()
      const evaluated = await service.evaluateUpload({ key, versionId: object.versionId, on: object.modified })
      const { entry, stored, faults } =
        'entry' in evaluated ? evaluated : { entry: undefined, stored: undefined, faults: [] }
      for (const { rule, fault } of faults)
        log('error', 'rule-failed', { ...upload, rule, fault: describeFault(fault) })
      log('info', 'upload-judged', {
        ...upload,
        kind: evaluated.kind,
        stored,
        ...(entry?.kind === 'verdict' ? { status: entry.status } : { code: upload.code, refusal: entry?.code }),
        ms: Math.round(performance.now() - start),
      })
      return undefined
    },
  }
}

/** Where {@link PendingUploads} looks. */
export interface PendingStores {
  bundles: Store
  verdicts: Store
  /** After so many seconds no form is valid any more and a bundle is not replaced. */
  formSeconds: number
}

/** Finds uploads that were not judged, by what lies in the stores alone: a bundle without its index entry. */
export class PendingUploads {
  readonly #stores: PendingStores
  /** What was seen to be judged, so that each upload is looked up once. */
  readonly #judged = new Set<string>()

  constructor(stores: PendingStores) {
    this.#stores = stores
  }

  /** Keys of the bundles that are not judged, agency by agency, each in upload order. */
  async *list(): AsyncGenerator<string> {
    const { bundles, verdicts, formSeconds } = this.#stores
    let index: AgencyIndex | undefined
    for await (const object of bundles.list('bundles/')) {
      const upload = parseBundleKey(object.key)
      const seen = `${object.key} ${object.modified}`
      if (upload === undefined || this.#judged.has(seen)) continue
      if (index?.code !== upload.code) index = await agencyIndex(upload.code, verdicts)
      if (isJudged(object, index, formSeconds)) this.#judged.add(seen)
      else yield object.key
    }
  }
}

/**
 * Looks for uploads that were not judged, now and from now on.
 * @returns what stops it
 */
export function startScan(
  pending: PendingUploads,
  seconds: number,
  onFound: (key: string) => void,
  log: Log,
): () => void {
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function look(): Promise<void> {
    try {
      for await (const key of pending.list()) onFound(key)
    } catch (fault) {
      log('error', 'scan-failed', { fault: describeFault(fault) })
    }
    if (!stopped) timer = setTimeout(look, seconds * 1000).unref()
  }

  void look()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

/** Clocks of this service and of the store may differ by so much. */
const TOLERANCE_SECONDS = 3600

/**
 * Whether the bundle that lies under a key was judged, by the index of its agency.
 * @param formSeconds after which no form is valid any more and a bundle is not replaced
 */
function isJudged({ key, modified }: StoredObject, { uploads }: AgencyIndex, formSeconds: number): boolean {
  const upload = parseBundleKey(key)
  if (upload === undefined || modified === undefined) return false
  const { code, uploadId } = upload
  const found = uploads.filter((entry) => entry.startsWith(uploadPrefix(code, uploadId)))
  if (found.length === 0) return false
  // A listing does not tell the version, on which the end of an entry's key depends.
  const own = uploadEntryKey(code, uploadId, { on: utcInstant(modified) }).replace(/[0-9a-f]{8}\.json$/, '')
  if (found.some((entry) => entry.startsWith(own))) return true
  // A form may be used again while it is valid. What is later was brought back from a backup, and stays judged.
  return Date.parse(modified) > Date.parse(uploadAskedOn(uploadId)) + (formSeconds + TOLERANCE_SECONDS) * 1000
}
