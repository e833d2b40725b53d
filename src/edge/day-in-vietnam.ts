import { toIso } from '../base/day.ts'

const MS_PER_HOUR = 3_600_000
/** Asia/Ho_Chi_Minh has kept UTC+7, without summer time, since 1975. */
const VIETNAM_AHEAD_MS = 7 * MS_PER_HOUR

/**
 * The calendar day in Vietnam at an instant: what `asOf` is made of, once, at the edge.
 * @param instant ISO 8601 with a zone: `2026-03-05T17:00:00Z` is 2026-03-06 in Vietnam
 * @throws RangeError when `instant` is none
 */
export function dayInVietnam(instant: string): string {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${JSON.stringify(instant)}`)
  return toIso(Math.floor((ms + VIETNAM_AHEAD_MS) / (24 * MS_PER_HOUR)))
}
