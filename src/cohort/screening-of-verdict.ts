import type { Screening } from '../verdict/screening.ts'
import { screenedOutcomes } from '../verdict/screening.ts'
import type { Finding, Verdict } from '../verdict/verdict.ts'

/** Rules whose findings tell what a dossier would tell, where the verdict is all there is. */
const DECLARED = 'declaration-in-force'
const COVERED = 'procedures-all-covered'
const CORRECTED = 'earlier-findings-corrected'

/**
 * What a verdict alone tells the authority's desk. It does not say whether the declaration is the agency's first, nor
 * which files the bundle holds: declarations count as such, none as a repeated or a new one, and nothing is compared.
 */
export function screeningOfVerdict(verdict: Verdict): Screening {
  const finding = (rule: string) => verdict.findings.find((one) => one.rule === rule)
  const coverage = finding(COVERED)?.items
  return {
    ...screenedOutcomes(verdict),
    declaration: finding(DECLARED)?.outcome === 'pass' ? { again: null, firstOn: null } : null,
    procedures: { total: coverage?.total ?? 0, covered: coverage?.passed ?? 0 },
    uncorrected: uncorrected(finding(CORRECTED)),
    files: [],
  }
}

function uncorrected(finding: Finding | undefined): number {
  const { total, passed } = finding?.items ?? { total: 0, passed: 0 }
  return total - passed
}
