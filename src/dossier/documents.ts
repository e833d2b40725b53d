import * as z from 'zod'
import { code, date, path, text, title } from './primitives.ts'

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
