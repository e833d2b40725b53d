import type { Clock } from '../base/clock.ts'
import { day } from './days.ts'
import type { Scope } from './scope.ts'

/**
 * The declaration in force: signed and not withdrawn. The latest such replaces all earlier ones; on one day, the last
 * listed.
 */
export function declarationInForce(scope: Scope, clock: Clock) {
  let best: { act: NonNullable<typeof scope.manifest.declarations>[number]; index: number; on: number } | undefined
  ;(scope.manifest.declarations ?? []).forEach((act, index) => {
    const on = day(act.signedOn)
    if (on === undefined || !clock.inForce(on, day(act.withdrawnOn))) return
    if (!best || on >= best.on) best = { act, index, on }
  })
  return best
}
