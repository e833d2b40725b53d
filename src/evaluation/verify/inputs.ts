import { sha256 } from '../../base/canonical.ts'
import type { Exceptions } from '../../rules/exceptions.ts'
import { type Input, STATEMENTS, type Statement } from './statements.ts'
import type { VerdictDocument } from './verdict-file.ts'

/** What stands against judging a verdict again by these rules: they are others, or lack its profile. */
export function checkRuleSet(
  { ruleSet, profile }: VerdictDocument,
  given: { sha256: string; source: { profiles: readonly { id: string }[] } },
  shipped: boolean,
): Statement[] {
  if (given.sha256 !== ruleSet.sha256)
    return [shipped ? STATEMENTS.ruleSetMissing(ruleSet) : STATEMENTS.ruleSetOther(ruleSet, given.sha256)]
  return given.source.profiles.some(({ id }) => id === profile.id) ? [] : [STATEMENTS.profileMissing(profile.id)]
}

/** Whether the authority's catalogue is the one the verdict names; the agency's own comes with the bundle. */
export function checkCatalogue({ catalogue }: VerdictDocument, given: { bytes: Uint8Array } | undefined): Statement[] {
  const named = catalogue.source === 'authority' ? catalogue.sha256 : null
  return compare('catalogue', named, given && sha256(given.bytes))
}

/** Whether the exceptions are those the verdict names. */
export function checkExceptions({ exceptions }: VerdictDocument, given: Exceptions | undefined): Statement[] {
  return compare('exceptions', exceptions.sha256, given?.sha256)
}

/** Whether the trust list is the one the verdict names. */
export function checkTrust({ trust }: VerdictDocument, given: { sha256: string } | undefined): Statement[] {
  return compare('trust', trust?.sha256 ?? null, given?.sha256)
}

function compare(input: Input, named: string | null, given: string | undefined): Statement[] {
  if (given === undefined) return named === null ? [] : [STATEMENTS.inputMissing(input, named)]
  return given === named ? [] : [STATEMENTS.inputOther(input, named, given)]
}
