import * as z from 'zod'
import { amount, code, date, path, procedureName, text, title } from './primitives.ts'

/** One administrative procedure (TTHC) of the catalogue. `effectiveTo` is the first day no longer in force. */
export const procedure = z.strictObject({
  code,
  name: procedureName,
  field: title.optional(),
  limitDays: amount.optional(),
  announcedOn: date.optional(),
  effectiveFrom: date.optional(),
  effectiveTo: date.optional(),
  internal: z.boolean().optional(),
})

/** The procedures within the agency's authority, as the agency lists them. */
export const catalogue = z.strictObject({
  decision: z.strictObject({ number: title, signedOn: date }).optional(),
  asOf: date,
  file: path.optional(),
  procedures: z.array(procedure).optional(),
})

/** The same from the authority, as JSON beside the bundle: the list itself, with its decision and day where known. */
export const authorityCatalogue = catalogue
  .omit({ file: true })
  .extend({ asOf: date.optional(), procedures: z.array(procedure) })

/** One process (quy trình) of the QMS and the procedures it serves. `since` is the day of its first edition. */
export const process = z.strictObject({
  code,
  title,
  edition: title.optional(),
  since: date.optional(),
  approvedOn: date.optional(),
  approvedBy: title.optional(),
  effectiveOn: date,
  withdrawnOn: date.optional(),
  procedures: z.array(code),
  limitDays: amount.optional(),
  field: title.optional(),
  sections: z.array(text).optional(),
  legalBasis: z.array(text).optional(),
  file: path.optional(),
})

/** A change of a legal document and the day it entered the QMS (QĐ 19/2014 Điều 4 khoản 4 điểm a). */
export const legalChange = z.strictObject({
  document: text,
  effectiveOn: date,
  processes: z.array(code),
  revisedOn: date.optional(),
  repealed: z.boolean().optional(),
})

/** A record left by carrying out a process. */
export const record = z.strictObject({
  process: code,
  fileCode: code,
  receivedOn: date,
  dueOn: date.optional(),
  returnedOn: date.optional(),
  file: path.optional(),
})

export type Procedure = z.infer<typeof procedure>
export type Catalogue = z.infer<typeof catalogue>
export type Process = z.infer<typeof process>
