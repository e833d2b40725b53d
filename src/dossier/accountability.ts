import * as z from 'zod'
import { amount, code, count, date, path, text, title } from './primitives.ts'

/** Items of Thông tư 26/2014 Điều 36 a status report may cover (`1dd` is 1đ, `2dd` is 2đ). */
const REPORT_ITEMS = ['1a', '1b', '1c', '1d', '1dd', '1e', '1g', '2a', '2b', '2c', '2d', '2dd', '2e'] as const

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
