import type { Clock } from '../base/clock.ts'
import { proceduresInForce } from './catalogue.ts'
import { type ProcessInForce, processesByProcedure } from './processes.ts'
import type { Scope } from './scope.ts'

/** Days the slowest of the processes takes; unknown when one of them, or there is none, says nothing. */
export function slowestDays(processes: readonly ProcessInForce[]): number | undefined {
  let slowest: number | undefined
  for (const { process } of processes) {
    if (process.limitDays === undefined) return undefined
    slowest = Math.max(slowest ?? 0, process.limitDays)
  }
  return slowest
}

/** Places of the processes in force that serve procedures in force with differing published times. */
export function overDifferingLimits(scope: Scope, clock: Clock): ReadonlySet<number> {
  const serving = scope.derive(processesByProcedure, clock)
  const limitOf = new Map<number, number>()
  const differing = new Set<number>()
  for (const { key, procedure } of scope.derive(proceduresInForce, clock)) {
    const { limitDays } = procedure
    if (limitDays === undefined) continue
    for (const { index } of serving.get(key) ?? []) {
      const other = limitOf.get(index)
      if (other !== undefined && other !== limitDays) differing.add(index)
      limitOf.set(index, limitDays)
    }
  }
  return differing
}
