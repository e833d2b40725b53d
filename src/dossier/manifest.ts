import * as z from 'zod'
import * as accountability from './accountability.ts'
import { agency } from './agency.ts'
import { declaration, effectiveness, scopeEvent } from './declaration.ts'
import { document, scope } from './documents.ts'
import { title, year } from './primitives.ts'
import { catalogue, legalChange, process, record } from './procedures.ts'
import * as upkeep from './upkeep.ts'

/**
 * What an agency says in its bundle: the closed schema of the manifest, format `qms-bundle/1`. Keys are added, never
 * renamed. An absent section is missing evidence, never an error.
 */
export const manifest = z.strictObject({
  format: z.literal('qms-bundle/1'),
  agency,
  assessmentYear: year,
  standard: title.optional(),
  scope: scope.optional(),
  catalogue: catalogue.optional(),
  processes: z.array(process).optional(),
  documents: z.array(document).optional(),
  legalChanges: z.array(legalChange).optional(),
  objectives: z.array(upkeep.objective).optional(),
  internalAudits: z.array(upkeep.internalAudit).optional(),
  managementReviews: z.array(upkeep.managementReview).optional(),
  effectiveness: effectiveness.optional(),
  declarations: z.array(declaration).optional(),
  scopeEvents: z.array(scopeEvent).optional(),
  dissemination: upkeep.dissemination.optional(),
  training: z.array(upkeep.training).optional(),
  complaints: upkeep.complaints.optional(),
  satisfaction: upkeep.satisfaction.optional(),
  records: z.array(record).optional(),
  improvements: z.array(upkeep.improvement).optional(),
  statusReport: accountability.statusReport.optional(),
  earlierFindings: z.array(accountability.earlierFinding).optional(),
  onSiteInspection: accountability.onSiteInspection.optional(),
  certificates: z.array(accountability.certificate).optional(),
  consultants: z.array(accountability.consultant).optional(),
  budget: accountability.budget.optional(),
})

/** The parsed manifest: strings in NFC, dates checked to exist. */
export type Manifest = z.infer<typeof manifest>
