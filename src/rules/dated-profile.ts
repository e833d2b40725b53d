import type { Profile } from './registers.ts'

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
