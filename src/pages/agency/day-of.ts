import { dayInVietnam } from '../../edge/day-in-vietnam.ts'
import type { PageTools } from '../tools.ts'

/** Today in Vietnam, `YYYY-MM-DD`. */
export function dayOf({ clock }: Pick<PageTools, 'clock'>): string {
  return dayInVietnam(clock().toISOString())
}
