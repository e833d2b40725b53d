import { agencyIndex } from './entries.ts'
import { parseBundleKey } from './keys.ts'
import type { Leases } from './leases.ts'
import { describeFault, type Log } from './log.ts'
import { isJudged, type PendingUploads } from './pending-uploads.ts'
import type { Work, WorkQueue } from './queue.ts'
import type { ScanWork, Service } from './service.ts'
import type { Store } from './store.ts'

/** What judging works with. */
export interface JudgingTools {
  service: Pick<Service, 'evaluateUpload'>
  bundles: Store
  verdicts: Store
  /** See `isJudged`. */
  formSeconds: number
  leases: Leases
  log: Log
  /** Told of a verdict whose scans wait to be read. */
  onProvisional?: (() => void) | undefined
}

/** So often a bundle is judged that takes too long; then its verdict stands without the rule. */
export const TRIES = 3

/** The work of judging the bundle under a key, once over all processes that share the store. */
export function judgeUpload(key: string, tools: JudgingTools): Work {
  const { service, bundles, verdicts, formSeconds, leases, log } = tools
  return {
    id: key,
    async run(failures) {
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
      const lastTry = failures >= TRIES - 1
      const evaluated = await service.evaluateUpload({ key, versionId: object.versionId, on: object.modified, lastTry })
      const { entry, stored, faults } =
        'entry' in evaluated ? evaluated : { entry: undefined, stored: undefined, faults: [] }
      for (const { rule, fault } of faults)
        log('error', 'rule-failed', { ...upload, rule, fault: describeFault(fault) })
      if (entry?.kind === 'verdict' && entry.provisional) tools.onProvisional?.()
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

/** What reading scans works with. */
export interface ScanTools {
  service: Pick<Service, 'readScan' | 'waitingScans'>
  leases: Leases
  log: Log
  now: () => Date
  /** Whether the service ends: what is cut off then is done at the next start. */
  isEnding: () => boolean
}

/** The work of reading pages of scans, once over all processes that share the store. */
function readScanWork(work: ScanWork, { service, leases, log, now, isEnding }: ScanTools): Work {
  const { code, uploadId, bundleSha256, piece } = work
  const task = `scan-${uploadId}-${piece ? `${piece.sha256.slice(0, 16)}-${piece.from}` : bundleSha256.slice(0, 16)}`
  return {
    id: `${code} ${task}`,
    async run() {
      if (isEnding()) return undefined
      const lease = await leases.take(code, task)
      if (lease !== 'taken') return { againInMs: lease.heldMs }
      const start = performance.now()
      try {
        const { kind } = await service.readScan(work, now().toISOString())
        const pages = piece && { from: piece.from + 1, to: piece.to }
        log('info', 'scan-read', { code, uploadId, kind, ...pages, ms: Math.round(performance.now() - start) })
      } catch (fault) {
        if (!isEnding()) throw fault
      }
      return undefined
    },
  }
}

/**
 * Puts what is to be done with scans into a queue of its own, unless it is there.
 * @throws what the store fails with
 */
export async function queueScans(queue: WorkQueue, tools: ScanTools): Promise<void> {
  for await (const work of tools.service.waitingScans()) void queue.push(readScanWork(work, tools))
}

/** After which a walk that failed is begun again. */
const WALK_AGAIN_MS = 60_000

/**
 * Looks for uploads that were not judged, now and from now on. A store without notes of open uploads is walked through
 * beside that.
 * @returns what stops it
 */
export function startScan(
  pending: PendingUploads,
  seconds: number,
  onFound: (key: string) => void,
  log: Log,
  onLooked: () => void = () => undefined,
): () => void {
  let timer: NodeJS.Timeout | undefined
  let walkTimer: NodeJS.Timeout | undefined
  let stopped = false

  async function look(): Promise<void> {
    try {
      for await (const key of pending.list()) onFound(key)
      onLooked()
    } catch (fault) {
      log('error', 'scan-failed', { fault: describeFault(fault) })
    }
    if (!stopped) timer = setTimeout(look, seconds * 1000).unref()
  }

  async function walk(): Promise<void> {
    try {
      await pending.walkOnce(() => stopped)
    } catch (fault) {
      log('error', 'walk-failed', { fault: describeFault(fault) })
      if (!stopped) walkTimer = setTimeout(walk, WALK_AGAIN_MS).unref()
    }
  }

  void walk()
  void look()
  return () => {
    stopped = true
    clearTimeout(timer)
    clearTimeout(walkTimer)
  }
}
