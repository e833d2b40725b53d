import * as z from 'zod'
import { toPointer } from '../core/json.ts'
import { bare, kindOf } from '../core/schemas.ts'
import { agency } from './agency.ts'
import { title, year } from './primitives.ts'
import { catalogue, legalChange, process, record } from './procedures.ts'
import { declaration, document, effectiveness, scope, scopeEvent } from './quality-system.ts'
import * as accountability from './upkeep.ts'
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
  /** The list of documents is whole: only then does a type that it does not name fail. */
  documentsComplete: z.boolean().optional(),
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

/** A path the manifest names, and where. */
export interface NamedPath {
  path: string
  /** RFC 6901. */
  pointer: string
}

/** Where paths can stand under a schema: here, in every element, or in some members. */
interface Places {
  here: boolean
  each?: Places
  members: readonly (readonly [string, Places])[]
}

/** Worked out once per schema: most of a manifest holds no path, and need not be gone through. */
const known = new WeakMap<z.core.$ZodType, Places>()

/** Every path a checked value names, in the order of the schema: all texts whose schema has the kind `path`. */
export function namedPaths(schema: z.core.$ZodType, value: unknown): NamedPath[] {
  const places = known.get(schema) ?? placesOf(schema) ?? { here: false, members: [] }
  known.set(schema, places)
  const found: NamedPath[] = []
  collect(places, value, [], found)
  return found
}

function placesOf(schema: z.core.$ZodType): Places | undefined {
  const inner = bare(schema)
  if (kindOf(inner) === 'path') return { here: true, members: [] }
  if (inner instanceof z.ZodArray) {
    const each = placesOf(inner.element)
    return each && { here: false, each, members: [] }
  }
  if (!(inner instanceof z.ZodObject)) return undefined
  const members = Object.entries(inner.shape).flatMap(([key, member]) => {
    const places = placesOf(member)
    return places ? [[key, places] as const] : []
  })
  return members.length === 0 ? undefined : { here: false, members }
}

function collect(
  { here, each, members }: Places,
  value: unknown,
  at: readonly (string | number)[],
  found: NamedPath[],
): void {
  if (here && typeof value === 'string') found.push({ path: value, pointer: toPointer(at.map(String)) })
  if (typeof value !== 'object' || value === null) return
  if (each && Array.isArray(value))
    for (const [index, one] of value.entries()) collect(each, one, [...at, index], found)
  for (const [key, places] of members) collect(places, (value as Record<string, unknown>)[key], [...at, key], found)
}
