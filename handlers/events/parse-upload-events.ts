import { eventBridgeUpload, s3Notification, s3TestEvent, s3Upload } from './schemas.ts'

/** A bundle was uploaded. */
export interface UploadEvent {
  bucket: string
  /** As the uploader wrote it, not URL-encoded. */
  key: string
  /** Absent when the bucket keeps no versions. */
  versionId?: string
  /** When, ISO 8601 with a zone. */
  on: string
}

/** Why a message, or a record of it, asks for nothing; sending it again would not change that. */
export type Ignored = 'not-json' | 'test-event' | 'unknown-event' | 'key-not-decodable' | 'folder-marker'

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
