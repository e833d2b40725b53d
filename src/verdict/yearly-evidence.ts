import { fromPointer } from '../base/pointer.ts'
import { type Manifest, manifest as manifestSchema } from '../dossier/manifest.ts'
import { namedPaths } from '../dossier/named-paths.ts'

/** Sections of the manifest whose entries tell what was done on a day, and the keys that say when. */
const DATED: Partial<Record<keyof Manifest, readonly string[]>> = {
  internalAudits: ['to', 'from'],
  managementReviews: ['heldOn'],
  objectives: ['year'],
  records: ['receivedOn'],
  satisfaction: ['on'],
  training: ['on'],
  improvements: ['on'],
  statusReport: ['signedOn'],
}

/** Paths that the manifest names as evidence of what was done in the assessment year: no other year can share them. */
export function yearlyPaths(manifest: Manifest): ReadonlySet<string> {
  return new Set(
    namedPaths(manifestSchema, manifest).flatMap(({ path, pointer }) =>
      yearOf(manifest, pointer) === String(manifest.assessmentYear) ? [path] : [],
    ),
  )
}

/** The year of the entry in which a pointer stands; undefined in a section that has none. */
function yearOf(manifest: Manifest, pointer: string): string | undefined {
  const [name, index] = fromPointer(pointer)
  const keys = DATED[name as keyof Manifest]
  if (keys === undefined) return undefined
  const section = manifest[name as keyof Manifest] as unknown
  const entry = (Array.isArray(section) ? section[Number(index)] : section) as Record<string, unknown>
  const said = keys.map((key) => entry[key]).find((value) => value !== undefined)
  return said === undefined ? undefined : String(said).slice(0, 4)
}
