import type { Clock } from '../base/clock.ts'
import type { Day } from '../base/day.ts'
import { procedureKey } from '../base/names.ts'
import type { Procedure } from '../dossier/procedures.ts'
import { day } from './days.ts'
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

/** Every entry of the catalogue by its key, whatever the day. */
export function entriesByKey(scope: Scope, clock: Clock): ReadonlyMap<string, readonly CatalogueEntry[]> {
  const byKey = new Map<string, CatalogueEntry[]>()
  for (const entry of scope.derive(catalogueEntries, clock)) {
    const same = byKey.get(entry.key)
    if (same) same.push(entry)
    else byKey.set(entry.key, [entry])
  }
  return byKey
}

/** Where a procedure stands: in the manifest, or in a row of a list. */
export function procedurePlace({ dossier }: Scope, index: number): { pointer?: string; file?: string; row?: number } {
  return dossier.catalogue.origin[index] ?? {}
}
