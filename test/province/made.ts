import type { Block, Member } from '../../src/dossier/agency.ts'
import type { Screening } from '../../src/province/screening.ts'
import type { CohortInput, Submission } from '../../src/province/submissions.ts'
import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import { loadRules } from '../../src/rules/load.ts'
import { findProfile, type Profile } from '../../src/rules/rule-set.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'

const { loaded } = await loadRules('rules', vocabulary as Vocabulary<unknown>)

/** The shipped rules. */
export const RULES = loaded

/** A member of a register. */
export function member(code: string, block: Block = 'department', more: Partial<Member> = {}): Member {
  return { code, name: `Cơ quan ${code}`, block, ...more }
}

/** What was kept of a dossier in which all is well, but for what is said otherwise. */
function screening({ code, name, block }: Member, more: Partial<Screening> = {}): Screening {
  return {
    agency: { code, name, block, province: 'H61', duty: 'obliged' },
    assessmentYear: 2026,
    status: 'met',
    grade: 'tot',
    score: { low: 80, high: 85 },
    sha256: code.padEnd(64, '0').replaceAll(/[^0-9a-f]/g, '1'),
    validUntil: null,
    blocking: [],
    failing: [],
    missing: [],
    advised: [],
    passed: 30,
    backed: 80,
    confirmable: 20,
    unconfirmed: 1,
    notices: [],
    worsensOn: null,
    declaration: { again: false, firstOn: '2020-03-02', edition: '9001:2015', signedOn: '2020-03-02' },
    procedures: { total: 10, covered: 10, declared: 10 },
    uncorrected: 0,
    files: [],
    figures: null,
    ...more,
  }
}

/** The bundle of a member, named after it. */
export function bundle(of: Member, more: Partial<Screening> = {}): Submission {
  return { file: `${of.code}.zip`, screening: screening(of, more) }
}

/** A cohort under the national profile on 2026-05-04, but for what is said otherwise. */
export function cohort(
  members: readonly Member[],
  submissions: readonly Submission[],
  { profileId = 'national', ...more }: Partial<CohortInput> & { profileId?: string } = {},
): CohortInput {
  const profile: Profile = findProfile(loaded, profileId)
  const register = { members, warnings: [] }
  return { register, submissions, year: 2026, asOf: '2026-05-04', ruleSet: loaded, profile, seed: 2026, ...more }
}
