import type { Clock } from '../core/days.ts'
import { fromPointer } from '../core/json.ts'
import { foldName } from '../core/names.ts'
import type { BundleFile, Dossier } from '../dossier/dossier.ts'
import { type Manifest, manifest as manifestSchema, namedPaths } from '../dossier/manifest.ts'
import { proceduresInForce } from '../rules/facts/catalogue.ts'
import { processesByProcedure } from '../rules/facts/procedures.ts'
import type { Scope } from '../rules/facts/scope.ts'

/** A file of a bundle; by its hashes the same paper is known again in another. */
export interface ScreenedFile {
  path: string
  sha256: string
  yearly: boolean
  /** Of its words, where it has enough of them; of its drawn pages, where they show ink. */
  textHash?: string
  drawnHash?: string
}

/** What a dossier says of the agency's size; nothing of it counts in a score. */
export interface Figures {
  /** The list is the agency's own, not the authority's. */
  ownList: boolean
  /** All procedures listed; of these internal ones, and others that are in force no more. */
  listed: number
  internal: number
  ended: number
  /** In force for organisations and citizens; fields among them; how many the process that serves most of them serves. */
  procedures: number
  fields: number
  mostShared: number
  /** Null where the agency does not say. */
  units: number | null
  staff: number | null
  /** Days of changes of the scope that the dossier tells of. */
  scopeChangedOn: string[]
  hasNoWebsite: boolean
  /** Records of work, where all have the same three days; else 0. */
  recordsAlike: number
  /** Reports and minutes of different acts that say the same but for figures and days, by path. */
  reportsAlike: string[]
}

/** What a dossier says of the agency's size. */
export function figuresOf({ manifest, catalogue, readings }: Dossier, scope: Scope, clock: Clock): Figures {
  const listed = catalogue.procedures ?? []
  const internal = listed.filter((one) => one.internal === true).length
  const live = scope.derive(proceduresInForce, clock)
  const open = live.filter(({ procedure }) => procedure.internal !== true)
  const serving = scope.derive(processesByProcedure, clock)
  const served = new Map<number, number>()
  for (const { key } of open)
    for (const { index } of serving.get(key) ?? []) served.set(index, (served.get(index) ?? 0) + 1)
  const { units, staffInScope, website } = manifest.agency
  return {
    ownList: catalogue.source === 'agency',
    listed: listed.length,
    internal,
    ended: listed.filter((one, at) => one.internal !== true && !live.some(({ index }) => index === at)).length,
    procedures: open.length,
    fields: new Set(open.flatMap(({ procedure: { field } }) => (field === undefined ? [] : [foldName(field)]))).size,
    mostShared: Math.max(0, ...served.values()),
    units: units?.length ?? null,
    staff: staffInScope ?? null,
    scopeChangedOn: (manifest.scopeEvents ?? []).map(({ on }) => on),
    hasNoWebsite: website === null,
    recordsAlike: alikeRecords(manifest.records ?? []),
    reportsAlike: alikeReports(manifest, readings),
  }
}

/** Records from which it is no chance that all have the same days; ours. */
const LEAST_RECORDS = 5

function alikeRecords(records: NonNullable<Manifest['records']>): number {
  const days = new Set(records.map(({ receivedOn, dueOn, returnedOn }) => [receivedOn, dueOn, returnedOn].join(' ')))
  return records.length >= LEAST_RECORDS && days.size === 1 ? records.length : 0
}

/** Reports of audits and minutes of reviews whose words are those of another: what one meeting said, no other says again. */
function alikeReports(
  { internalAudits = [], managementReviews = [] }: Manifest,
  readings: Dossier['readings'],
): string[] {
  const paths = [...internalAudits.map(({ report }) => report), ...managementReviews.map(({ minutes }) => minutes)]
  const byWords = new Map<string, Set<string>>()
  for (const path of paths) {
    const hash = path === undefined ? undefined : readings?.get(path)?.content.wordsHash
    if (path !== undefined && hash !== undefined) byWords.set(hash, (byWords.get(hash) ?? new Set()).add(path))
  }
  return [...byWords.values()].flatMap((same) => (same.size > 1 ? [...same] : [])).sort()
}

/** Words from which a text is told from a heading that many papers have. */
const LEAST_WORDS = 50

/** The files of a bundle that hold something. */
export function filesOf({ manifest, files, readings }: Dossier): ScreenedFile[] {
  const yearly = yearlyPaths(manifest)
  return [...files.values()]
    .filter(({ state }: BundleFile) => state !== 'empty')
    .map(({ path, sha256 }) => {
      const { words, inkedPages, textHash, drawnHash } = readings?.get(path)?.content ?? NO_CONTENT
      return {
        ...{ path, sha256, yearly: yearly.has(path) },
        ...(textHash !== null && words >= LEAST_WORDS && { textHash }),
        ...(drawnHash !== null && (inkedPages ?? 0) > 0 && { drawnHash }),
      }
    })
}

const NO_CONTENT = { words: 0, inkedPages: null, textHash: null, drawnHash: null }

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
