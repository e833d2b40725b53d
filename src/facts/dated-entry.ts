import type { Clock } from '../base/clock.ts'
import { day } from './days.ts'

/** Whether a dated entry of a profile holds on the day; absent ends are open, `to` is exclusive. */
export function holds(entry: { from?: string | undefined; to?: string | undefined }, clock: Clock): boolean {
  return clock.inForce(day(entry.from), day(entry.to))
}
