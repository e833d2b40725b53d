import { digest } from '../base/canonical.ts'
import { agencyCode } from '../base/names.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Profile } from '../rules/registers.ts'
import type { DayResult } from './day-result.ts'
import type { JudgeInput } from './judge.ts'
import type { Verdict } from './verdict.ts'

/** What stands at the top of every verdict: what was judged, by what, and on which day. */
export function headOf({ dossier, ruleSet, engine, asOf }: JudgeInput, profile: Profile, { duty }: DayResult) {
  const { agency, assessmentYear } = dossier.manifest
  const { source, sha256, procedures } = dossier.catalogue
  const { id, version } = ruleSet.source
  return {
    schemaVersion: 2 as const,
    kind: 'verdict' as const,
    bundle: dossier.bundle,
    catalogue: { source, sha256, procedures: procedures?.length ?? 0 },
    records: { sha256: null, used: [] },
    readings: readingsOf(dossier.readings),
    // No scan waits to be read: none can be as yet.
    provisional: false,
    agency: { code: agencyCode(agency.code), name: agency.name, block: agency.block, province: agency.province, duty },
    assessmentYear,
    ruleSet: { id, version, sha256: ruleSet.sha256 },
    profile: { id: profile.id, sha256: digest(profile) },
    ...(dossier.trust && { trust: dossier.trust }),
    engine,
    asOf,
    unnamedFiles: [...dossier.unnamedFiles],
  }
}

export type VerdictHead = ReturnType<typeof headOf>

/** The document in the order of its published form, so that a person finds things where the contract has them. */
export function documentOf(
  { engine, asOf, unnamedFiles, ...top }: VerdictHead,
  { exceptions, notices, ...judged }: Omit<Verdict, 'digest' | keyof VerdictHead>,
): Omit<Verdict, 'digest'> {
  return { ...top, exceptions, engine, asOf, ...judged, unnamedFiles, notices }
}

/** Version of what is read in documents: it goes up when the same file is read into another reading. */
const READER = 'text/1'

/** What of the readings the verdict names, so that judging again can tell whether the documents were read alike. */
function readingsOf(readings: Dossier['readings']): Verdict['readings'] {
  const all = [...(readings?.values() ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1))
  const total = all.filter(({ text }) => text === 'scan').length
  return { sha256: readings === undefined ? null : digest(all), reader: READER, scans: { total, read: 0 } }
}
