import type { Clock } from '../base/clock.ts'
import type { Day } from '../base/day.ts'
import { procedureKey } from '../base/names.ts'
import type { Procedure } from '../dossier/procedures.ts'
import { day } from './days.ts'
import { type Facts, fact } from './define.ts'
import type { Scope } from './scope.ts'

/** A procedure of the catalogue with its days; `effectiveTo` is the first day no longer in force. */
export interface CatalogueEntry {
  procedure: Procedure
  /** First two groups of the code, by which codes match. */
  key: string
  effectiveFrom: Day | undefined
  effectiveTo: Day | undefined
  index: number
}

/** Every procedure of the catalogue in use, whatever the day. */
export function catalogueEntries(scope: Scope): readonly CatalogueEntry[] {
  return (scope.dossier.catalogue.procedures ?? []).map((procedure, index) => ({
    procedure,
    key: procedureKey(procedure.code),
    effectiveFrom: day(procedure.effectiveFrom),
    effectiveTo: day(procedure.effectiveTo),
    index,
  }))
}

/** The procedures in force on the day. */
export function proceduresInForce(scope: Scope, clock: Clock): readonly CatalogueEntry[] {
  return scope.derive(catalogueEntries, clock).filter((one) => clock.inForce(one.effectiveFrom, one.effectiveTo))
}

/** Where a procedure stands: in the manifest, or in a row of a list. */
export function procedurePlace({ dossier }: Scope, index: number): { pointer?: string; file?: string; row?: number } {
  return dossier.catalogue.origin[index] ?? {}
}

/** The catalogue of procedures in use: the agency's, or the authority's given beside the bundle. */
export const catalogueFacts: Facts = {
  'catalogue.procedures': fact(
    'section',
    'danh sách thủ tục hành chính',
    'list of procedures',
    ({ dossier }) => (dossier.catalogue.procedures === undefined ? undefined : true),
    ({ dossier }) => (dossier.catalogue.source === 'agency' ? '/catalogue' : undefined),
  ),
}
