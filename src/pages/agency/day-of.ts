import type { PageTools } from '../tools.ts'

// Swedish writes days as ISO 8601 does.
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

/** Today in Vietnam, `YYYY-MM-DD`. */
export function dayOf({ clock }: Pick<PageTools, 'clock'>): string {
  return DAY.format(clock())
}
