import * as z from 'zod'
import { day, engine, instant, link, localized, sha256 } from './parts.ts'

/** What a client may say of the bundle it is about to upload. */
export const uploadRequest = z.strictObject({
  /** Then the store takes no other bytes. */
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .optional(),
})

/** Where and how to upload, and where to look for the verdict. */
export const uploadInvitation = z.strictObject({
  id: z.string(),
  upload: z.strictObject({
    method: z.literal('POST'),
    url: z.string(),
    /** Form fields, to be sent in this order before the file. */
    fields: z.record(z.string(), z.string()),
    /** Name of the field that holds the file; it comes last. */
    fileField: z.literal('file'),
    maxBytes: z.int(),
    /** The form is refused from then on. */
    expiresOn: instant,
  }),
  status: link,
  verdict: link,
})

/** What a refused bundle yields instead of a verdict. */
export const refusal = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('refusal'),
  code: z.string(),
  message: localized,
  remedy: localized,
  entry: z.string().optional(),
  problems: z
    .array(
      z.strictObject({
        pointer: z.string().optional(),
        line: z.int().optional(),
        place: z
          .strictObject({ sheet: z.string(), cell: z.string().optional(), heading: z.string().optional() })
          .optional(),
        found: z.string(),
        expected: localized,
      }),
    )
    .optional(),
  bundle: z.strictObject({ sha256: sha256.nullable() }),
  engine,
  asOf: day,
})

const asked = { id: z.string(), askedOn: instant }

/** Where an upload stands. */
export const uploadStatus = z.discriminatedUnion('state', [
  z.strictObject({ ...asked, state: z.literal('waiting') }),
  z.strictObject({ ...asked, state: z.literal('judged'), uploadedOn: z.string(), verdict: link }),
  z.strictObject({ ...asked, state: z.literal('refused'), uploadedOn: z.string(), refusal }),
])

export type UploadInvitation = z.infer<typeof uploadInvitation>
export type UploadStatusAnswer = z.infer<typeof uploadStatus>
