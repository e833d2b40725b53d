import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { parseAskedKey } from '../src/service/draft-reading.ts'
import type { Drafting } from '../src/service/drafting.ts'
import type { TaskTools } from '../src/service/judging-tasks.ts'
import type { Service } from '../src/service/service.ts'
import { openWorkers, WORKER_BOUNDS } from '../src/service/workers/service-workers.ts'
import { vaultSigner } from './aws.ts'
import { onEnvironment } from './environment.ts'
import { MAX_RECEIVES, parseScan, parseUploadEvents, sqsBatch } from './events.ts'
import { describeError, functionLog, functionMeter, type Log, logFor, type Meter } from './log.ts'
import { scanVariables } from './settings.ts'

/** What the function that reads scans works with. */
export interface ReadTools {
  service: Pick<Service, 'readScan'> & { drafting: Pick<Drafting, 'readAsked' | 'giveUp'> }
  now: () => Date
  log: Log
  meter: Meter
}

/**
 * Reads the pages that a batch of queue messages tells of, up to 20 of a file each; whichever comes last judges its bundle
 * again. Reads the papers of a draft where one asks for that. Only a message that met a fault of ours comes back in `batchItemFailures`, and the queue sends it again.
 */
export async function readScansBatch(
  event: SQSEvent,
  { service, now, log, meter }: ReadTools,
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = []
  for (const { messageId, body, attributes } of sqsBatch.parse(event).Records) {
    const draft = askedDraft(body)
    if (draft !== undefined) {
      const lastTry = attributes.ApproximateReceiveCount >= MAX_RECEIVES
      const isDone = await readDraft(messageId, draft, { service, log, meter }, lastTry)
      if (!isDone) batchItemFailures.push({ itemIdentifier: messageId })
      continue
    }
    const work = parseScan(body)
    if (work === undefined) {
      log({ level: 'warn', event: 'ignored', messageId, reason: 'unknown-event' })
      continue
    }
    const { code: agency, uploadId, piece } = work
    try {
      const { kind } = await service.readScan(work, now().toISOString())
      log({
        level: 'info',
        event: 'scanRead',
        messageId,
        agency,
        uploadId,
        kind,
        ...(piece && { from: piece.from, to: piece.to }),
      })
      meter.count('ScansRead', 1, kind)
    } catch (error) {
      log({ level: 'error', event: 'failed', messageId, agency, uploadId, error: describeError(error) })
      meter.count('Failed', 1)
      batchItemFailures.push({ itemIdentifier: messageId })
    }
  }
  return { batchItemFailures }
}

/** The papers of a draft that a message asks to be read; undefined when it asks for none. */
function askedDraft(body: string): { code: string; id: string } | undefined {
  const [upload] = parseUploadEvents(body).uploads
  return upload && parseAskedKey(upload.key)
}

/** @returns false when the message should come again */
async function readDraft(
  messageId: string,
  { code: agency, id }: { code: string; id: string },
  { service: { drafting }, log, meter }: Pick<ReadTools, 'service' | 'log' | 'meter'>,
  lastTry: boolean,
): Promise<boolean> {
  try {
    const kind = await drafting.readAsked(agency, id)
    log({ level: 'info', event: 'draftRead', messageId, agency, kind })
    meter.count('DraftsRead', 1, kind)
    return true
  } catch (error) {
    log({ level: 'error', event: 'failed', messageId, agency, error: describeError(error) })
    meter.count('Failed', 1)
    // Then whoever waits for it may ask again.
    if (lastTry) await drafting.giveUp(agency, id)
    return false
  }
}

const MIB = 1024 * 1024
/** Beside the process that recognises, which may take 900 MiB. */
const BOUNDS = { ...WORKER_BOUNDS, heapMiB: 640, residentBytes: 900 * MIB }
const oneWorker = (by: TaskTools) => openWorkers(by, { judging: 1, asked: 0 }, { bounds: BOUNDS })
const environment = onEnvironment(scanVariables, import.meta.url, oneWorker, vaultSigner)

/** The entry point of the Lambda function; its settings are read when the first event comes. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  logFor(context)
  const { service } = await environment()
  return readScansBatch(event, { service, now: () => new Date(), log: functionLog, meter: functionMeter })
}
