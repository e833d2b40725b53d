import type { Profile } from './registers.ts'
import type { RuleSet } from './rule-set.ts'

/** The profile of the whole country. What it demands of papers holds in every province that says nothing else. */
const NATIONAL = 'national'

/**
 * A profile as it judges: dated, and with the papers that the national profile demands before its own entries, of which
 * the later one counts.
 */
export function judgingProfile(profile: Profile, { profiles }: Pick<RuleSet, 'profiles'>): Profile {
  const national = profiles.find(({ id }) => id === NATIONAL)
  const own = datedProfile(profile)
  if (national === undefined || profile.id === NATIONAL) return own
  const demanded = (datedProfile(national).overrides ?? []).flatMap(
    ({ leastAssurance, rule, reason, decision, from, to }) =>
      leastAssurance === undefined ? [] : [{ rule, leastAssurance, reason, decision, from, to }],
  )
  return { ...own, overrides: [...demanded, ...(own.overrides ?? [])] }
}

/**
 * A profile in which every entry carries its own days: one without dates holds as long as its profile does. What the
 * province has not dated ends with the programme; the national rules go on.
 */
export function datedProfile(profile: Profile): Profile {
  const { from, to } = profile
  const dated = <T extends { from?: string | undefined; to?: string | undefined }>(entries: readonly T[] | undefined) =>
    entries?.map((entry) => ({ ...entry, from: entry.from ?? from, to: entry.to ?? to }))
  const { overrides, oblige, editions, targets } = profile
  return {
    ...profile,
    overrides: dated(overrides),
    oblige: dated(oblige),
    editions: dated(editions),
    targets: dated(targets),
  }
}
