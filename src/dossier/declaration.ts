import * as z from 'zod'
import { code, date, path, person, text, title } from './primitives.ts'

/** A declaration of conformity (QĐ 19/2014 Điều 4 khoản 3) with its notice and postings. */
export const declaration = z.strictObject({
  number: title,
  signedOn: date,
  signedBy: person.extend({ capacity: z.enum(['KT.', 'TM.', 'TL.', 'TUQ.']).optional() }),
  standard: title,
  kind: z.enum(['first', 'again']).optional(),
  procedures: z.array(code).optional(),
  allProcedures: z.boolean().optional(),
  internalProcesses: z.union([z.boolean(), z.array(title)]).optional(),
  replaces: title.optional(),
  withdrawnOn: date.optional(),
  file: path.optional(),
  notice: z.strictObject({ number: title.optional(), sentOn: date, to: text, file: path.optional() }).optional(),
  posted: z.strictObject({ on: date, file: path.optional() }).optional(),
  online: z.strictObject({ on: date, url: text }).optional(),
})

/** The head's confirmation that the QMS is effective (Điều 4 khoản 2 điểm d). */
export const effectiveness = z.strictObject({ confirmedOn: date, by: title, file: path.optional() })

/** A change of the QMS's scope or of the agency itself (Điều 4 khoản 4 điểm c). */
export const scopeEvent = z.strictObject({
  on: date,
  kind: z.enum(['widened', 'narrowed', 'adjusted', 'reorganised', 'renamed', 'merged']),
  note: text.optional(),
})

export type Declaration = z.infer<typeof declaration>
