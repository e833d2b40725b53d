import * as z from 'zod'
import { code, date, path, person, text, title } from './primitives.ts'

/** In what right a paper is signed, as it stands above the title (NĐ 30/2020/NĐ-CP Điều 13). */
const CAPACITIES = ['KT.', 'TM.', 'TM. KT.', 'TL.', 'TUQ.', 'Q.'] as const

/** A declaration of conformity (QĐ 19/2014 Điều 4 khoản 3) with its notice and postings. */
export const declaration = z.strictObject({
  number: title,
  signedOn: date,
  signedBy: person.extend({ capacity: z.enum(CAPACITIES).optional() }),
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

/** Kinds of documented information an agency names in its dossier. */
export const DOCUMENT_TYPES = [
  'quality-manual',
  'quality-policy',
  'quality-objectives',
  'context',
  'risks',
  'document-control',
  'internal-audit',
  'nonconformity',
  'management-review',
  'complaints',
  'document-list',
  'steering-committee',
  'yearly-plan',
  'training',
  'other',
] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

export const document = z.strictObject({
  type: z.enum(DOCUMENT_TYPES),
  code: code.optional(),
  title,
  edition: title.optional(),
  approvedOn: date.optional(),
  approvedBy: title.optional(),
  effectiveOn: date.optional(),
  withdrawnOn: date.optional(),
  file: path.optional(),
})

/** The scope of the QMS (TCVN ISO 9001:2015, 4.3). */
export const scope = z.strictObject({
  statement: text.optional(),
  exclusions: z.array(z.strictObject({ clause: title, reason: text })).optional(),
  internalProcesses: z.array(title).optional(),
  file: path.optional(),
})
