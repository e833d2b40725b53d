import { randomBytes, randomUUID } from 'node:crypto'
import type { Localized } from '../../core/errors.ts'
import { isNetworkClosed } from '../../documents/process/confinement.ts'
import { ownProcessorTime } from '../../documents/process/usage.ts'
import { type AnsweredRequest, recorded } from '../../http/request-record.ts'
import { DEFAULT_UPLOAD_SECONDS } from '../../http/tools.ts'
import { DEFAULT_LIMITS } from '../../intake/container.ts'
import { type Audit, type AuditEvent, createAudit, tellLost } from '../../service/audit.ts'
import { createService } from '../../service/create-service.ts'
import { type SweptStores, sweepHalfWritten, sweepKept } from '../../service/keeping.ts'
import type { Leases } from '../../service/leases.ts'
import { describeFault, type Log } from '../../service/log.ts'
import { outbox } from '../../service/notices.ts'
import { PendingUploads } from '../../service/pending-uploads.ts'
import { WorkQueue } from '../../service/queue.ts'
import { startSchedule } from '../../service/schedule.ts'
import { dailyNotices, runRecords, yearlyRecheck } from '../../service/scheduled-runs.ts'
import { isDiskFull } from '../../service/store.ts'
import { withProvisional } from '../../service/store-apart.ts'
import { judgeUpload, queueScans, startScan } from '../../service/upload-jobs.ts'
import { type WorkJobs, workJobs } from '../../service/work-jobs.ts'
import { openWorkers } from '../../service/workers/service-workers.ts'
import { serviceSigner } from '../service-options.ts'
import { freeBytes, lockFolder, prepareFolder } from './data-folder.ts'
import { mailNotifier } from './mail.ts'
import { listenMetrics, type Measured, Metrics } from './metrics.ts'
import { openPlace } from './place.ts'
import { readiness } from './readiness.ts'
import { type HttpServer, listen, localApp } from './server.ts'
import type { LocalSettings } from './settings.ts'
import { openSignIn, openVerifier } from './sign-in.ts'

/** The running service. */
export interface Running {
  /** For its clients, without a slash at the end. */
  url: string
  /** To be said loudly. */
  warnings: Localized[]
  /** Resolves if another process takes the folder over; this one must end then. */
  lost: Promise<'folder-lost'>
  /** Takes nothing more; tells whether what was under way has ended in the time that there is, or must be cut off. */
  stop(): Promise<boolean>
}

/**
 * Starts the whole service in this process: HTTP API, uploads, queue, schedule. All its state is in the store, so it may
 * be killed at any time; what was not done then is found at the next start.
 * @throws InputError when it cannot start as it is set up
 */
export async function start(settings: LocalSettings, now: () => Date, log: Log): Promise<Running> {
  const { place, issuer } = settings
  if ('developmentKeys' in issuer) await prepareFolder(issuer.developmentKeys)
  if ('s3' in place) return startIn(settings, now, log, new Promise(() => undefined))
  await prepareFolder(place.folder)
  let onLost = (): void => undefined
  const lost = new Promise<'folder-lost'>((resolve) => {
    onLost = () => resolve('folder-lost')
  })
  const unlock = await lockFolder(place.folder, { log, onLost })
  try {
    const running = await startIn(settings, now, log, lost)
    return { ...running, stop: () => running.stop().finally(unlock) }
  } catch (fault) {
    await unlock()
    throw fault
  }
}

async function startIn(settings: LocalSettings, now: () => Date, logged: Log, lost: Running['lost']): Promise<Running> {
  let lookedAt = performance.now()
  const measured: Measured = {
    queue: () => queue.state(),
    workers: () => workers.state(),
    scanAgeSeconds: () => (performance.now() - lookedAt) / 1000,
    freeBytes: async () => ('folder' in settings.place ? freeBytes(settings.place.folder) : undefined),
  }
  const metrics = settings.metricsPort === undefined ? undefined : new Metrics(measured)
  const log = metrics?.counting(logged) ?? logged
  const { issuer, judge, catalogueKey, trust, host } = settings
  const { verifier, warning } = await openVerifier(issuer, host, settings.publicUrl)
  let server: HttpServer | undefined
  const url = () => settings.publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${server?.port}`
  const onFault = (fault: unknown, at: object = {}) =>
    log('error', isDiskFull(fault) ? 'disk-full' : 'request-failed', { ...at, fault: describeFault(fault) })
  const onUploaded = (key: string) => void queue.push(judgeUpload(key, judging))
  const audited = (event: AuditEvent) => audit.record(event)
  const { uploadsPerDay } = settings
  const place = await openPlace(settings, { now, url, onUploaded, onFault, uploadsPerDay, audit: { record: audited } })
  const { bundles, verdicts, leases } = place
  const audit = createAudit({ store: verdicts, now, writer: randomUUID().slice(0, 8), onLost: tellLost(log) })

  const signer = await serviceSigner(settings.place)
  log('info', 'document-process', { network: isNetworkClosed() ? 'none' : 'that of this machine' })
  const limits = DEFAULT_LIMITS
  const stopwatch = () => performance.now()
  const by = { judge, trust, limits, stopwatch: ownProcessorTime, signer }
  const workers = openWorkers(by, { judging: settings.atOnce, asked: 1, scanning: 1 })
  const service = createService({
    ...by,
    bundles,
    verdicts,
    readsScans: true,
    catalogueKey,
    workers,
    leases,
    onSent: onUploaded,
  })
  const queue = new WorkQueue(settings.atOnce, log)
  const shared = { service, bundles, verdicts, leases, log }
  let ending = false
  const scanQueue = new WorkQueue(1, log)
  const lookForScans = () =>
    void queueScans(scanQueue, { ...shared, now, isEnding: () => ending }).catch((fault) =>
      log('error', 'scan-failed', { fault: describeFault(fault) }),
    )
  const drawUps = new WorkQueue(1, log)
  const jobs: WorkJobs = workJobs({
    ...shared,
    store: withProvisional(verdicts, bundles),
    ...{ signer, workers, ruleSet: judge.ruleSet.source, now, queue: drawUps, open: verdicts, atOnce: settings.atOnce },
    random: () => randomBytes(4).toString('hex'),
  })
  const lookForOpen = () =>
    void jobs.resume().catch((fault) => log('error', 'scan-failed', { fault: describeFault(fault) }))
  const judging = { ...shared, formSeconds: DEFAULT_UPLOAD_SECONDS, onProvisional: lookForScans }
  const maxUploadBytes = limits.archiveBytes
  const signIn = await openSignIn(issuer, url)
  const { assets, authority } = settings
  const shown = { signIn, warning, assets, authority, url }
  const app = await localApp({
    place,
    service,
    workers,
    auth: verifier,
    ...shown,
    readiness: readiness({ ...measured, verdicts, scanSeconds: settings.scanSeconds, maxUploadBytes, onFault }),
    judge,
    catalogueKey,
    signer,
    audit,
    makeVersion: jobs.take,
    stopwatch,
    maxUploadBytes,
    uploadsPerDay,
    requestsPerMinute: settings.requestsPerMinute,
    now,
    onFault,
  })
  // Before the service itself, since it fails where its port is in use.
  const figures = metrics && (await listenMetrics(metrics, settings.metricsPort ?? 0))
  if (figures) log('info', 'figures', { url: `http://127.0.0.1:${figures.port}/metrics` })
  const fetch = recorded((request) => app.fetch(request), tellAnswered(log, metrics), stopwatch)
  try {
    server = await listen(fetch, host, settings.port)
  } catch (fault) {
    workers.end()
    await figures?.close(0)
    throw fault
  }

  const { openBundles, formsReplace } = place
  const pending = new PendingUploads({ ...judging, openBundles, formsReplace, now })
  const stopScan = startScan(pending, settings.scanSeconds, onUploaded, log, () => {
    lookedAt = performance.now()
    lookForScans()
    lookForOpen()
  })
  const stopSweep = startSweeps(settings, { bundles, verdicts, leases, audit, now, log })
  const records = runRecords(verdicts, now)
  const { mail } = settings
  const letters = outbox(verdicts, log)
  const notifier = mail === undefined ? letters : mailNotifier(letters, mail, log)
  const scheduled = {
    recheck: (run: Parameters<typeof yearlyRecheck>[0]) => yearlyRecheck(run, { ...shared, queue, records }),
    notices: (day: string) => dailyNotices(day, { ...shared, notifier, records }),
  }
  const stopSchedule = startSchedule(settings.plan, now, scheduled, log)
  return {
    url: url(),
    lost,
    warnings: warning ? [warning] : [],
    stop() {
      ending = true
      stopScan()
      // Not waited for: reading a scan takes minutes, and begins again at the next start.
      void scanQueue.stop()
      // Nor this: what was judged for a version is kept, and the rest is judged at the next start.
      void drawUps.stop()
      stopSweep()
      stopSchedule()
      return endedWithin(
        END_WITHIN_MS,
        Promise.all([server?.close(), queue.stop()]).finally(() => {
          workers.end()
          return figures?.close(0)
        }),
      )
    },
  }
}

const DAY_MS = 86_400_000
/** Between two turns of a sweep: answering goes before. */
const PAUSE_MS = 250

/**
 * Sweeps beside everything else, now and once a day: what was left half-written, and what was kept as long as it is to be. Of
 * several processes that share a store one does it.
 * @returns what ends it early
 */
function startSweeps(
  { place, keep }: Pick<LocalSettings, 'place' | 'keep'>,
  { leases, audit, now, log, ...stores }: SweptStores & { leases: Leases; audit: Audit; now: () => Date; log: Log },
): () => void {
  let ended = false
  const isEnded = () => ended
  const pause = () => new Promise<void>((resolve) => void setTimeout(resolve, PAUSE_MS).unref())

  async function sweep(): Promise<void> {
    try {
      // By the machine's clock, which dates the files.
      const tools = { now: new Date(), log, isEnded }
      const half = 'folder' in place ? await sweepHalfWritten(place.folder, tools) : 0
      if ((await leases.take('all', `sweep-${now().toISOString().slice(0, 10)}`)) !== 'taken') return
      const swept = await sweepKept(stores, keep, { ...tools, pause })
      log('info', 'swept', { removed: half, ...swept })
      if (Object.keys(swept).length > 0)
        await audit.record({ action: 'swept', who: { kind: 'operator', name: 'serve' }, what: swept })
    } catch (fault) {
      log('error', 'sweep-failed', { fault: describeFault(fault) })
    }
  }

  void sweep()
  const timer = setInterval(() => void sweep(), DAY_MS).unref()
  return () => {
    ended = true
    clearInterval(timer)
  }
}

/** Supervisors wait 30 seconds or more before they kill; everything has ended before. */
const END_WITHIN_MS = 23_000

/**
 * Waits for work to end, but no longer than there is time.
 * @returns whether it has ended
 * @throws what the work throws
 */
export async function endedWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}

/** One line of the log a request, and the figures. */
function tellAnswered(log: Log, metrics: Metrics | undefined): (request: AnsweredRequest) => void {
  return (request) => {
    log('info', 'request', { ...request })
    metrics?.request(request)
  }
}
