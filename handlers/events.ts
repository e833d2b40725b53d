import * as z from 'zod'
import { dayInVietnam, utcInstant } from '../src/core/days.ts'
import { InputError, withValues } from '../src/core/errors.ts'
import { isUploadId } from '../src/service/keys.ts'
import type { RecheckRun, RejudgeRun, ScanWork } from '../src/service/service.ts'
import { EVENTS_TEXTS } from '../src/service/words.ts'

/** How often a queue hands a message out before it is put aside, as the template has it. */
export const MAX_RECEIVES = 5

// Shapes of AWS, not of ours: what is not read here may come and go, so the objects are open.
const instant = z.iso.datetime({ offset: true })
const bucket = z.object({ name: z.string().min(1) })
const key = z.string().min(1)

/** "Object Created" as EventBridge delivers it; the key is written plainly. */
const eventBridgeUpload = z.object({
  source: z.literal('aws.s3'),
  'detail-type': z.literal('Object Created'),
  time: instant,
  detail: z.object({ bucket, object: z.object({ key, 'version-id': z.string().optional() }) }),
})

/** One record of an S3 notification of a creation; the key is URL-encoded, `+` for a space. */
const s3Upload = z.object({
  eventName: z.string().startsWith('ObjectCreated:'),
  eventTime: instant,
  s3: z.object({ bucket, object: z.object({ key, versionId: z.string().optional() }) }),
})

/** An S3 notification: records of any kind, each looked at by itself. */
const s3Notification = z.object({ Records: z.array(z.unknown()) })

/** What S3 sends once when a notification is set up. */
const s3TestEvent = z.object({ Event: z.literal('s3:TestEvent') })

/** The batch that SQS hands to a function; what a message holds is parsed for each by itself. */
export const sqsBatch = z.object({
  Records: z.array(
    z.object({
      messageId: z.string(),
      body: z.string(),
      /** How often the message was handed out, this time included. */
      attributes: z.object({ ApproximateReceiveCount: z.coerce.number().int() }),
    }),
  ),
})

/** A bundle was uploaded. */
interface UploadEvent {
  bucket: string
  /** As the uploader wrote it, not URL-encoded. */
  key: string
  /** Absent when the bucket keeps no versions. */
  versionId?: string
  /** When, ISO 8601 with a zone. */
  on: string
}

/** Why a message, or a record of it, asks for nothing; sending it again would not change that. */
type Ignored = 'not-json' | 'test-event' | 'unknown-event' | 'key-not-decodable' | 'folder-marker'

/** What a message asks for. */
export interface UploadEvents {
  uploads: UploadEvent[]
  ignored: Ignored[]
}

/** The uploads that the body of a queue message tells of, by EventBridge or by an S3 notification. Never throws. */
export function parseUploadEvents(body: string): UploadEvents {
  const found = readBody(body)
  const events: UploadEvents = { uploads: [], ignored: [] }
  for (const event of found) {
    if (typeof event === 'string') events.ignored.push(event)
    // The S3 console makes a "folder" by creating an empty object of that name.
    else if (event.key.endsWith('/')) events.ignored.push('folder-marker')
    else events.uploads.push(event)
  }
  return events
}

function readBody(body: string): (UploadEvent | Ignored)[] {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return ['not-json']
  }
  const event = eventBridgeUpload.safeParse(value)
  if (event.success) {
    const { bucket, object } = event.data.detail
    return [upload(bucket.name, object.key, object['version-id'], event.data.time)]
  }
  const notification = s3Notification.safeParse(value)
  if (notification.success) return notification.data.Records.map(readRecord)
  return [s3TestEvent.safeParse(value).success ? 'test-event' : 'unknown-event']
}

function readRecord(value: unknown): UploadEvent | Ignored {
  const record = s3Upload.safeParse(value)
  if (!record.success) return 'unknown-event'
  const { bucket, object } = record.data.s3
  try {
    const key = decodeURIComponent(object.key.replaceAll('+', ' '))
    return upload(bucket.name, key, object.versionId, record.data.eventTime)
  } catch {
    return 'key-not-decodable'
  }
}

function upload(bucket: string, key: string, versionId: string | undefined, on: string): UploadEvent {
  return { bucket, key, on, ...(versionId === undefined ? {} : { versionId }) }
}

/** What the lister asks of the function that judges; a later release may say more. */
const recheckMessage = z.object({
  kind: z.literal('recheck'),
  agency: z.string().min(1),
  year: z.int(),
  asOf: z.iso.date(),
})

/** One agency to judge again. */
export type RecheckMessage = { agency: string } & RecheckRun

/** The body of a queue message. */
export function writeRecheck({ agency, year, asOf }: RecheckMessage): string {
  return JSON.stringify({ kind: 'recheck', agency, year, asOf })
}

/** What the body of a queue message asks for; undefined when it is no such message. */
export function parseRecheck(body: string): RecheckMessage | undefined {
  const { data } = recheckMessage.safeParse(jsonOf(body))
  return data && { agency: data.agency, year: data.year, asOf: data.asOf }
}

/** Undefined when it is no JSON. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** One agency, or one upload of it, to judge again since it was judged wrongly; whoever runs the service sends it. */
const rejudgeMessage = z.object({
  kind: z.literal('rejudge'),
  agency: z.string().min(1),
  upload: z.string().refine(isUploadId).optional(),
  reason: z.string().min(1),
  on: instant,
})

export type RejudgeMessage = { agency: string } & RejudgeRun

/** The body of a queue message. */
export function writeRejudge({ agency, uploadId, reason, on }: RejudgeMessage): string {
  return JSON.stringify({ kind: 'rejudge', agency, ...(uploadId !== undefined && { upload: uploadId }), reason, on })
}

/** What is to be judged again by the body of a queue message; undefined when it is no such message. */
export function parseRejudge(body: string): RejudgeMessage | undefined {
  const { data } = rejudgeMessage.safeParse(jsonOf(body))
  return data && { agency: data.agency, reason: data.reason, on: utcInstant(data.on), uploadId: data.upload }
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What the function that judges asks of the one that reads scans; without pages, to judge again what is read. */
const scanMessage = z.object({
  kind: z.literal('scan'),
  agency: z.string().min(1),
  upload: z.string().refine(isUploadId),
  bundle: hash,
  piece: z.object({ sha256: hash, from: z.int().min(0), to: z.int().min(1) }).optional(),
})

/** The body of a queue message. */
export function writeScan({ code, uploadId, bundleSha256, piece }: ScanWork): string {
  return JSON.stringify({ kind: 'scan', agency: code, upload: uploadId, bundle: bundleSha256, ...(piece && { piece }) })
}

/** What is to be read of scans by the body of a queue message; undefined when it is no such message. */
export function parseScan(body: string): ScanWork | undefined {
  const { data } = scanMessage.safeParse(jsonOf(body))
  return data && { code: data.agency, uploadId: data.upload, bundleSha256: data.bundle, piece: data.piece }
}

const rejudgeAll = z.object({ rejudge: z.object({ reason: z.string().min(1) }) })

/** Why everything is to be judged again, when an operator calls the lister with `{"rejudge":{"reason":"…"}}`; else undefined. */
export function rejudgeReason(event: unknown): string | undefined {
  return rejudgeAll.safeParse(event).data?.rejudge.reason
}

/** The input that the schedules are set up with. */
const scheduled = z.object({ scheduledTime: z.iso.datetime({ offset: true }) })

/**
 * The day in Vietnam for which a schedule called: the planned one, however late or often the call comes.
 * @throws InputError when the event is not that of a schedule
 */
export function plannedDay(event: unknown): string {
  const { data } = scheduled.safeParse(event)
  if (data) return dayInVietnam(data.scheduledTime)
  const found = JSON.stringify(event)
  throw new InputError(withValues(EVENTS_TEXTS.eventScheduleFoundExpected, { found }))
}
