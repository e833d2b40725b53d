import type { Localized } from '../../core/errors.ts'
import { DEFAULT_UPLOAD_SECONDS } from '../../http/tools.ts'
import { DEFAULT_LIMITS } from '../../intake/container.ts'
import { createService } from '../../service/create-service.ts'
import { describeFault, type Log } from '../../service/log.ts'
import { outbox } from '../../service/notices.ts'
import { WorkQueue } from '../../service/queue.ts'
import { startSchedule } from '../../service/schedule.ts'
import { dailyNotices, runRecords, yearlyRecheck } from '../../service/scheduled-runs.ts'
import { judgeUpload, PendingUploads, startScan } from '../../service/upload-jobs.ts'
import { serviceSigner } from '../service-options.ts'
import { openPlace } from './place.ts'
import { type HttpServer, listen, localApp } from './server.ts'
import type { LocalSettings } from './settings.ts'
import { openSignIn, openVerifier } from './sign-in.ts'

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
  const { issuer, judge, catalogueKey, trust, host } = settings
  const { verifier, warning } = await openVerifier(issuer, host, settings.publicUrl)
  let server: HttpServer | undefined
  const url = () => settings.publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${server?.port}`
  const onFault = (fault: unknown, at: object = {}) =>
    log('error', 'request-failed', { ...at, fault: describeFault(fault) })
  const onUploaded = (key: string) => void queue.push(judgeUpload(key, judging))
  const place = await openPlace(settings, { now, url, onUploaded, onFault, uploadsPerDay: settings.uploadsPerDay })
  const { bundles, verdicts, leases } = place

  const signer = await serviceSigner(settings.place)
  const limits = DEFAULT_LIMITS
  const stopwatch = () => performance.now()
  const service = createService({ bundles, verdicts, judge, signer, catalogueKey, trust, limits, stopwatch })
  const queue = new WorkQueue(settings.atOnce, log)
  const shared = { service, bundles, verdicts, leases, log }
  const judging = { ...shared, formSeconds: DEFAULT_UPLOAD_SECONDS }
  const maxUploadBytes = limits.archiveBytes
  const signIn = await openSignIn(issuer, url)
  const { assets, authority, uploadsPerDay } = settings
  const shown = { signIn, warning, assets, authority, url }
  const app = await localApp({
    place,
    service,
    auth: verifier,
    ...shown,
    judge,
    signer,
    maxUploadBytes,
    uploadsPerDay,
    now,
    onFault,
  })
  server = await listen(app.fetch, host, settings.port)

  const stopScan = startScan(new PendingUploads(judging), settings.scanSeconds, onUploaded, log)
  const records = runRecords(verdicts, now)
  const notifier = outbox(verdicts, log)
  const scheduled = {
    recheck: (run: Parameters<typeof yearlyRecheck>[0]) => yearlyRecheck(run, { ...shared, queue, records }),
    notices: (day: string) => dailyNotices(day, { ...shared, notifier, records }),
  }
  const stopSchedule = startSchedule(settings.plan, now, scheduled, log)
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
