import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { Stopwatch } from '../src/core/files.ts'
import type { TaskTools } from '../src/service/judging-tasks.ts'
import type { Evaluated, Rechecked, Rejudged, Service } from '../src/service/service.ts'
import { openWorkers, WORKER_BOUNDS } from '../src/service/workers/service-workers.ts'
import { type Send, sqsSender, vaultSigner } from './aws.ts'
import { onEnvironment } from './environment.ts'
import { MAX_RECEIVES, parseRecheck, parseRejudge, parseUploadEvents, sqsBatch, writeScan } from './events.ts'
import { describeError, functionLog, functionMeter, type Log, logFor, type Meter } from './log.ts'
import { judgeVariables } from './settings.ts'

/**
 * Judges what a batch of queue messages tells of. A bundle that is refused or judged badly is done; only a message that
 * met a fault of ours comes back in `batchItemFailures`, and the queue sends it again.
 */
export async function judgeBatch(event: SQSEvent, tools: JudgeTools): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = []
  for (const { messageId, body, attributes } of sqsBatch.parse(event).Records) {
    const lastTry = attributes.ApproximateReceiveCount >= MAX_RECEIVES
    if (!(await judgeMessage(messageId, body, tools, lastTry))) batchItemFailures.push({ itemIdentifier: messageId })
  }
  return { batchItemFailures }
}

const MIB = 1024 * 1024
/** Into the memory of the function, beside the process that reads documents and what this one takes. */
const BOUNDS = { ...WORKER_BOUNDS, heapMiB: 640, residentBytes: 900 * MIB }

/** One process beside this one, which can be ended when a bundle keeps it too long. */
const oneWorker = (by: TaskTools) => openWorkers(by, { judging: 1, asked: 0 }, { bounds: BOUNDS })

const environment = onEnvironment(judgeVariables, import.meta.url, oneWorker, vaultSigner)

/** The entry point of the Lambda function; its settings are read when the first event comes. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  logFor(context)
  const { service, settings, own } = await environment()
  const stopwatch = () => performance.now()
  const { bundleBucket } = settings
  const askForScans = own.SCAN_QUEUE_URL === undefined ? noScans : scanAsker(service, sqsSender(own.SCAN_QUEUE_URL))
  return judgeBatch(event, { service, bundleBucket, askForScans, stopwatch, log: functionLog, meter: functionMeter })
}

/** Without a queue of scans nobody reads them: verdicts stay provisional, and the log says of which uploads. */
async function noScans(agency: string, uploadId: string): Promise<void> {
  functionLog({ level: 'error', event: 'scans-not-asked', agency, uploadId, reason: 'SCAN_QUEUE_URL is not set' })
}

/** Asks for the scans of an upload to be read that are not; asking twice reads nothing twice. */
export function scanAsker(service: Pick<Service, 'waitingScans'>, send: Send): JudgeTools['askForScans'] {
  async function* messages(upload: { code: string; uploadId: string }) {
    for await (const work of service.waitingScans(upload)) yield writeScan(work)
  }
  return (code, uploadId) => send(messages({ code, uploadId }))
}

/** What the function that judges works with. */
export interface JudgeTools {
  service: Pick<Service, 'evaluateUpload' | 'recheckAgency' | 'rejudgeAgency'>
  /** The bucket of bundles; events of another are ignored. */
  bundleBucket: string
  /** Asks for the scans to be read that a provisional verdict waits for. */
  askForScans(code: string, uploadId: string): Promise<unknown>
  stopwatch: Stopwatch
  log: Log
  meter: Meter
}

/**
 * Does what one queue message asks: judges uploaded bundles, or one agency again, by the calendar or since it was judged
 * wrongly. Whatever happens is logged and counted.
 * @param lastTry whether the message will not come again
 * @returns whether all of it is done; if not, the message must come again, which does no harm to what is done
 */
export async function judgeMessage(
  messageId: string,
  body: string,
  tools: JudgeTools,
  lastTry = true,
): Promise<boolean> {
  const { service, bundleBucket, askForScans, stopwatch, log, meter } = tools

  async function attempt(judge: () => Promise<Evaluated | Rechecked | Rejudged[]>): Promise<boolean> {
    const start = stopwatch()
    try {
      const result = await judge()
      if (Array.isArray(result)) reportRejudged(messageId, result, tools)
      else report(messageId, result, tools)
      for (const { code, uploadId } of provisionalIn(result)) await askForScans(code, uploadId)
      meter.took(stopwatch() - start)
      return true
    } catch (error) {
      log({ level: 'error', event: 'failed', messageId, error: describeError(error) })
      meter.count('Failed', 1)
      return false
    }
  }

  const recheck = parseRecheck(body)
  if (recheck !== undefined) return attempt(() => service.recheckAgency(recheck.agency, { ...recheck, lastTry }))
  const rejudge = parseRejudge(body)
  if (rejudge !== undefined) return attempt(() => service.rejudgeAgency(rejudge.agency, rejudge))
  const { uploads, ignored } = parseUploadEvents(body)
  for (const reason of ignored) log({ level: 'warn', event: 'ignored', messageId, reason })
  let done = true
  for (const upload of uploads) {
    if (upload.bucket !== bundleBucket) log({ level: 'warn', event: 'ignored', messageId, reason: 'other-bucket' })
    else if (!(await attempt(() => service.evaluateUpload({ ...upload, lastTry })))) done = false
  }
  return done
}

/** Uploads whose verdict waits for scans, also where it was there before: the messages may not have been sent then. */
function provisionalIn(result: Evaluated | Rechecked | Rejudged[]): { code: string; uploadId: string }[] {
  return [result].flat().flatMap((one) => {
    const entry = 'entry' in one && one.entry.kind === 'verdict' ? one.entry : undefined
    return 'code' in one && entry?.provisional ? [{ code: one.code, uploadId: entry.uploadId }] : []
  })
}

/** Logs what became of an upload or a re-check, by its upload id, and counts what was not there before. */
export function report(
  messageId: string,
  result: Evaluated | Rechecked,
  { log, meter }: { log: Log; meter: Meter },
): void {
  if (result.kind === 'foreign') {
    log({ level: 'warn', event: 'ignored', messageId, reason: 'not-an-upload' })
    return
  }
  if (!('entry' in result)) {
    log({ level: 'info', event: 'nothing', messageId, ...result })
    return
  }
  const { entry, code, stored, faults } = result
  const { uploadId, key, asOf } = entry
  const outcome = entry.kind === 'verdict' ? { status: entry.status } : { refusal: entry.code }
  const year = 'year' in entry ? { year: entry.year } : {}
  const { kind } = entry
  log({
    level: 'info',
    event: 'judged',
    messageId,
    kind,
    stored,
    agency: code,
    uploadId,
    key,
    asOf,
    ...year,
    ...outcome,
  })
  for (const { rule, fault } of faults)
    log({ level: 'error', event: 'ruleCrashed', messageId, uploadId, rule, error: describeError(fault) })
  if (stored === 'present') return
  if (faults.length > 0) meter.count('RulesCrashed', faults.length)
  if (entry.kind === 'refusal') meter.count('Refused', 1, entry.code)
  else meter.count('year' in entry ? 'Rechecked' : 'Judged', 1, entry.status)
}

/** Logs what became of everything that was judged again since it was judged wrongly, and counts what was replaced. */
function reportRejudged(messageId: string, results: Rejudged[], { log, meter }: { log: Log; meter: Meter }): void {
  if (results.length === 0) log({ level: 'warn', event: 'nothing', messageId, reason: 'no-such-upload' })
  for (const result of results) {
    const { kind, code: agency, id } = result
    const level = kind === 'impossible' ? 'error' : 'info'
    const entry = 'entry' in result ? result.entry : undefined
    const outcome = entry && (entry.kind === 'verdict' ? { status: entry.status } : { refusal: entry.code })
    log({ level, event: 'rejudged', messageId, kind, agency, id, ...(entry && { key: entry.key }), ...outcome })
    if (kind !== 'replaced') continue
    for (const { rule, fault } of result.faults)
      log({
        level: 'error',
        event: 'ruleCrashed',
        messageId,
        uploadId: result.entry.uploadId,
        rule,
        error: describeError(fault),
      })
    if (result.faults.length > 0) meter.count('RulesCrashed', result.faults.length)
    meter.count('Rejudged', 1, result.entry.kind === 'verdict' ? result.entry.status : result.entry.code)
  }
}
