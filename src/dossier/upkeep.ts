import * as z from 'zod'
import { amount, code, count, date, path, person, text, title, year } from './primitives.ts'

/** A nonconformity raised by an internal audit and what was done about it. */
const nonconformity = z.strictObject({
  id: code,
  raisedOn: date,
  unit: title.optional(),
  cause: text.optional(),
  action: text.optional(),
  owner: title.optional(),
  dueOn: date.optional(),
  closedOn: date.optional(),
  verifiedOn: date.optional(),
  file: path.optional(),
})

/** An internal audit (đánh giá nội bộ). It ended on `to`, or on `from` when it took one day. */
export const internalAudit = z.strictObject({
  from: date,
  to: date.optional(),
  plan: path.optional(),
  report: path.optional(),
  team: z.array(z.strictObject({ name: title, unit: title.optional() })).optional(),
  units: z.array(title).optional(),
  processes: z.array(code).optional(),
  unitAuditors: z.array(z.strictObject({ unit: title, auditor: title })).optional(),
  nonconformities: z.array(nonconformity).optional(),
})

/** A management review (xem xét của Lãnh đạo). Inputs are items of ISO 9001:2015 9.3.2, outputs of 9.3.3. */
export const managementReview = z.strictObject({
  heldOn: date,
  chair: person.optional(),
  minutes: path.optional(),
  inputs: z.array(z.enum(['a', 'b', 'c', 'd', 'e', 'f'])).optional(),
  outputs: z.array(z.enum(['a', 'b', 'c'])).optional(),
})

/** A quality objective of one year. */
export const objective = z.strictObject({
  text,
  target: text.optional(),
  unit: text.optional(),
  dueOn: date.optional(),
  owner: title.optional(),
  result: text.optional(),
  year,
})

export const dissemination = z.strictObject({ on: date, reached: count, file: path.optional() })
export const training = z.strictObject({ on: date, people: count, topic: text.optional(), file: path.optional() })
export const complaints = z.strictObject({
  received: count,
  resolved: count,
  pendingInTime: count.optional(),
  file: path.optional(),
})
export const satisfaction = z.strictObject({
  on: date,
  responses: count,
  satisfied: count.optional(),
  file: path.optional(),
})
export const improvement = z.strictObject({ on: date, what: text, file: path.optional() })

export type InternalAudit = z.infer<typeof internalAudit>

/** Items of Thông tư 26/2014 Điều 36 a status report may cover (`1dd` is 1đ, `2dd` is 2đ). */
export const REPORT_ITEMS = ['1a', '1b', '1c', '1d', '1dd', '1e', '1g', '2a', '2b', '2c', '2d', '2dd', '2e'] as const

export const statusReport = z.strictObject({
  number: title.optional(),
  signedOn: date,
  receivedOn: date.optional(),
  requestedBy: date.optional(),
  covers: z.array(z.enum(REPORT_ITEMS)),
  difficulties: text.optional(),
  file: path.optional(),
})
export const earlierFinding = z.strictObject({
  id: code,
  raisedOn: date,
  correctedOn: date.optional(),
  file: path.optional(),
})
export const onSiteInspection = z.strictObject({
  recordSignedOn: date,
  findings: count.optional(),
  correctiveReportOn: date.optional(),
  file: path.optional(),
})
export const certificate = z.strictObject({ issuer: title, issuedOn: date, validTo: date.optional() })
export const consultant = z.strictObject({
  name: title,
  certificateNo: code.optional(),
  validFrom: date.optional(),
  validTo: date.optional(),
  from: date,
  to: date.optional(),
})
export const budget = z.strictObject({ maintenance: amount })
