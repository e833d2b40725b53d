import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { Localized } from '../base/localized.ts'
import { DEFAULT_LIMITS } from '../bundle/container.ts'
import { createService } from '../service/create-service.ts'
import { createApp } from '../web/app.ts'
import { DEFAULT_UPLOAD_SECONDS } from '../web/tools.ts'
import { type HttpServer, listen } from './http-server.ts'
import { describeFault, type Log } from './log.ts'
import { outbox } from './outbox.ts'
import { openFolder } from './place/folder-place.ts'
import { openS3 } from './place/s3-place.ts'
import { dailyNotices } from './schedule/daily-notices.ts'
import { runRecords } from './schedule/run-record.ts'
import { startSchedule } from './schedule/schedule.ts'
import { yearlyRecheck } from './schedule/yearly-recheck.ts'
import type { LocalSettings } from './settings.ts'
import { openVerifier } from './verifier.ts'
import { judgeUpload } from './work/judge-upload.ts'
import { PendingUploads } from './work/pending-uploads.ts'
import { startScan } from './work/scan.ts'
import { WorkQueue } from './work/work-queue.ts'

/** The running service. */
export interface Running {
  /** For its clients, without a slash at the end. */
  url: string
  /** To be said loudly. */
  warnings: Localized[]
  /** Takes nothing more; resolves when what was under way has ended. */
  stop(): Promise<void>
}

/**
 * Starts the whole service in this process: HTTP API, uploads, queue, schedule. All its state is in the store, so it may
 * be killed at any time; what was not done then is found at the next start.
 * @throws InputError when it cannot start as it is set up
 */
export async function start(settings: LocalSettings, now: () => Date, log: Log): Promise<Running> {
  const { place, issuer, judge, catalogueKey, host, scanSeconds } = settings
  const { verifier, warning } = await openVerifier(issuer, host)
  let server: HttpServer | undefined
  const url = () => settings.publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${server?.port}`
  const queue = new WorkQueue(settings.atOnce, log)
  const onUploaded = (key: string) => void queue.push(judgeUpload(key, judging))
  const onFault = (fault: unknown, at: object = {}) =>
    log('error', 'request-failed', { ...at, fault: describeFault(fault) })
  const opened =
    'folder' in place
      ? await openFolder(place.folder, { now, url, onUploaded, onFault })
      : openS3(place.s3, settings.leaseSeconds, now)
  const { bundles, verdicts, leases } = opened
  const limits = DEFAULT_LIMITS
  const service = createService({ bundles, verdicts, judge, catalogueKey, limits, stopwatch: () => performance.now() })
  const formSeconds = DEFAULT_UPLOAD_SECONDS
  const judging = { service, bundles, verdicts, formSeconds, leases, log }
  const app = createApp({
    service,
    auth: verifier,
    presigner: opened.presigner,
    documents: verdicts,
    judge,
    clock: now,
    random: () => randomBytes(4).toString('hex'),
    onFault,
    settings: { maxUploadBytes: limits.archiveBytes, uploadSeconds: formSeconds },
  })
  const root = new Hono()
  if (opened.uploads) root.route('/', opened.uploads)
  root.all('*', (context) => app.fetch(context.req.raw))
  server = await listen(root.fetch, host, settings.port)

  const pending = new PendingUploads({ bundles, verdicts, formSeconds })
  const stopScan = startScan(pending, scanSeconds, onUploaded, log)
  const records = runRecords(verdicts, now)
  const shared = { service, leases, records, log }
  const stopSchedule = startSchedule(
    settings.plan,
    now,
    {
      recheck: (run) => yearlyRecheck(run, { ...shared, queue }),
      notices: (day) => dailyNotices(day, { ...shared, notifier: outbox(verdicts, log) }),
    },
    log,
  )
  return {
    url: url(),
    warnings: warning ? [warning] : [],
    async stop() {
      stopScan()
      stopSchedule()
      await Promise.all([server?.close(), queue.stop()])
    },
  }
}
