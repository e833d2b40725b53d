import * as z from 'zod'

// Shapes of AWS, not of ours: what is not read here may come and go, so the objects are open.
const instant = z.iso.datetime({ offset: true })
const bucket = z.object({ name: z.string().min(1) })
const key = z.string().min(1)

/** "Object Created" as EventBridge delivers it; the key is written plainly. */
export const eventBridgeUpload = z.object({
  source: z.literal('aws.s3'),
  'detail-type': z.literal('Object Created'),
  time: instant,
  detail: z.object({ bucket, object: z.object({ key, 'version-id': z.string().optional() }) }),
})

/** One record of an S3 notification of a creation; the key is URL-encoded, `+` for a space. */
export const s3Upload = z.object({
  eventName: z.string().startsWith('ObjectCreated:'),
  eventTime: instant,
  s3: z.object({ bucket, object: z.object({ key, versionId: z.string().optional() }) }),
})

/** An S3 notification: records of any kind, each looked at by itself. */
export const s3Notification = z.object({ Records: z.array(z.unknown()) })

/** What S3 sends once when a notification is set up. */
export const s3TestEvent = z.object({ Event: z.literal('s3:TestEvent') })

/** The batch that SQS hands to a function; what a message holds is parsed for each by itself. */
export const sqsBatch = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) })
