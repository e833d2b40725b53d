import { dayInVietnam, toDay, toIso } from '../core/days.ts'
import { bundleKey, parseBundleKey } from './keys.ts'
import { noteKey } from './pending-uploads.ts'
import type { Store } from './store.ts'

/** Uploads that one agency may send on one day, unless an operator sets another number. */
export const DEFAULT_UPLOADS_PER_DAY = 50

/** The first id that anything asked for on the day of an instant in Vietnam can have, without its random end. */
export function firstIdOfDay(now: string): string {
  const dayBefore = toIso(toDay(dayInVietnam(now)) - 1)
  // Midnight in Vietnam is 17:00 of the day before in UTC.
  return `${dayBefore.replaceAll('-', '')}T170000000Z`
}

/**
 * How many uploads an agency began today (`now` is ISO 8601 in UTC): bundles that came, and forms that were given and are
 * noted; `most` when there are at least so many, for no more are looked at.
 */
export async function uploadsToday(code: string, now: string, most: number, bundles: Store): Promise<number> {
  return Math.min((await idsOfToday(code, now, most, bundles)).size, most)
}

/** Of each kind the first `most`. */
async function idsOfToday(code: string, now: string, most: number, bundles: Store): Promise<ReadonlySet<string>> {
  const came = bundleKey(code, '').replace(/\.zip$/, '')
  const ids = new Set<string>()
  for (const prefix of [came, noteKey(came)]) {
    for await (const { key } of bundles.list(prefix, {
      after: prefix + firstIdOfDay(now),
      limit: most,
      keysOnly: true,
    }))
      ids.add(key.slice(prefix.length))
  }
  return ids
}

/**
 * Whether an upload that was noted is still one of as many as an agency may begin on a day. Of several that are asked for at
 * once none sees the others before they are noted; afterwards each sees those that come before it.
 */
export async function isWithinQuota(
  { code, uploadId }: { code: string; uploadId: string },
  now: string,
  most: number,
  bundles: Store,
): Promise<boolean> {
  const ids = await idsOfToday(code, now, most, bundles)
  return [...ids].filter((id) => id < uploadId).length < most
}

/**
 * Whether a bundle would be one more than an agency may send on a day, by the bundles of today that are there.
 * @param arriving keys of bundles that began to come before it, and are not there yet or just now
 */
export async function isOverQuota(
  bundleKey: string,
  now: string,
  most: number,
  bundles: Store,
  arriving: Iterable<string> = [],
): Promise<boolean> {
  const upload = parseBundleKey(bundleKey)
  if (upload === undefined) return false
  const prefix = bundleKey.slice(0, bundleKey.lastIndexOf('/') + 1)
  const after = prefix + firstIdOfDay(now)
  const counted = new Set([...arriving].filter((key) => key !== bundleKey && key.startsWith(prefix) && key > after))
  for await (const { key } of bundles.list(prefix, { after, limit: most, keysOnly: true })) {
    // The same file again under the same form is no further upload.
    if (key === bundleKey) return false
    counted.add(key)
  }
  return counted.size >= most
}

const SECONDS_OF_DAY = 86_400
const VIETNAM_AHEAD = 7 * 3600

/** Seconds from an instant (ISO 8601 in UTC) to the next midnight in Vietnam, when the next day's uploads begin. */
export function secondsToMidnight(now: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = now.slice(11, 19).split(':').map(Number)
  return SECONDS_OF_DAY - ((hours * 3600 + minutes * 60 + seconds + VIETNAM_AHEAD) % SECONDS_OF_DAY)
}
