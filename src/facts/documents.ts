import type { Clock } from '../base/clock.ts'
import type { Day } from '../base/day.ts'
import type { DocumentType } from '../dossier/documents.ts'
import type { Manifest } from '../dossier/manifest.ts'
import { day } from './days.ts'
import type { Scope } from './scope.ts'

/** A document of the QMS and where it stands. */
export interface DocumentEntry {
  document: NonNullable<Manifest['documents']>[number]
  index: number
  approvedOn: Day | undefined
}

/** The documents of one type by how they stand on the day. */
export interface DocumentsOfType {
  inForce: readonly DocumentEntry[]
  /** Not withdrawn, but with neither an effective day nor a day of approval, so that nobody can tell. */
  undated: readonly DocumentEntry[]
}

const NONE: DocumentsOfType = { inForce: [], undated: [] }

/** A document is in force from its effective day, or its approval where that is absent, until the day it is withdrawn. */
export function documentsByType(scope: Scope, clock: Clock): ReadonlyMap<DocumentType, DocumentsOfType> {
  const byType = new Map<DocumentType, { inForce: DocumentEntry[]; undated: DocumentEntry[] }>()
  ;(scope.manifest.documents ?? []).forEach((document, index) => {
    const approvedOn = day(document.approvedOn)
    const from = day(document.effectiveOn) ?? approvedOn
    if (!clock.inForce(from, day(document.withdrawnOn))) return
    const own = byType.get(document.type) ?? { inForce: [], undated: [] }
    byType.set(document.type, own)
    own[from === undefined ? 'undated' : 'inForce'].push({ document, index, approvedOn })
  })
  return byType
}

/** The documents of a type that count on the day, and those of which nobody can tell. */
export function documentsOf(scope: Scope, clock: Clock, type: DocumentType): DocumentsOfType {
  return scope.derive(documentsByType, clock).get(type) ?? NONE
}

/** Whether a document of the type is in force; absent when the section is, or when only undated ones are listed. */
export function inForceOf(scope: Scope, clock: Clock, type: DocumentType): boolean | undefined {
  if (scope.manifest.documents === undefined) return undefined
  const { inForce, undated } = documentsOf(scope, clock, type)
  return inForce.length > 0 || (undated.length > 0 ? undefined : false)
}

/**
 * Of the documents of the type in force, the one approved last on or before the day and `through`; failing that the one
 * approved first afterwards, failing that the first listed.
 */
export function leading(scope: Scope, clock: Clock, type: DocumentType, through?: Day): DocumentEntry | undefined {
  const { inForce } = documentsOf(scope, clock, type)
  let best: DocumentEntry | undefined
  let later: DocumentEntry | undefined
  for (const entry of inForce) {
    const on = entry.approvedOn
    if (on === undefined) continue
    if (clock.reached(on) && (through === undefined || on <= through)) {
      if (best?.approvedOn === undefined || on >= best.approvedOn) best = entry
    } else if (later?.approvedOn === undefined || on < later.approvedOn) later = entry
  }
  return best ?? later ?? inForce[0]
}

/** Whether some document of the type may have been approved on a day that is not stated: then nobody can say it was not. */
export function approvalUnknown(scope: Scope, clock: Clock, type: DocumentType): boolean {
  const { inForce, undated } = documentsOf(scope, clock, type)
  return undated.length > 0 || inForce.some(({ approvedOn }) => approvedOn === undefined)
}
