import type { Clock } from '../base/clock.ts'
import { procedureKey } from '../base/names.ts'
import type { Process } from '../dossier/procedures.ts'
import { day } from './days.ts'
import type { Scope } from './scope.ts'

/** A process in force and where it stands. */
export interface ProcessInForce {
  process: Process
  index: number
  /** Keys of the procedures it serves, each once. */
  serves: readonly string[]
}

/** The processes in force on the day: effective, and not withdrawn. */
export function processesInForce(scope: Scope, clock: Clock): readonly ProcessInForce[] {
  return (scope.manifest.processes ?? []).flatMap((process, index) =>
    clock.inForce(day(process.effectiveOn), day(process.withdrawnOn))
      ? [{ process, index, serves: [...new Set(process.procedures.map(procedureKey))] }]
      : [],
  )
}

/** The processes in force by the key of each procedure they serve. */
export function processesByProcedure(scope: Scope, clock: Clock): ReadonlyMap<string, readonly ProcessInForce[]> {
  const byKey = new Map<string, ProcessInForce[]>()
  for (const one of scope.derive(processesInForce, clock))
    for (const key of one.serves) byKey.set(key, [...(byKey.get(key) ?? []), one])
  return byKey
}
