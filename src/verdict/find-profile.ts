import { InputError } from '../base/errors.ts'
import { nearest } from '../base/nearest.ts'
import type { LoadedRuleSet } from '../rules/load-rules.ts'
import type { Profile } from '../rules/registers.ts'

/**
 * The profile (bộ thông số của địa phương) of a rule set by its id.
 * @throws InputError naming the nearest one and all there are
 */
export function findProfile(ruleSet: LoadedRuleSet, id: string): Profile {
  const { profiles } = ruleSet.source
  const found = profiles.find((profile) => profile.id === id)
  if (found) return found
  const known = profiles.map((profile) => profile.id)
  const near = nearest(id, known)
  const list = known.join(', ')
  throw new InputError({
    vi: `Không có bộ thông số '${id}'${near ? `; gần nhất là '${near}'` : ''}. Các bộ thông số hiện có: ${list}.`,
    en: `There is no profile '${id}'${near ? `; the nearest is '${near}'` : ''}. Profiles: ${list}.`,
  })
}
