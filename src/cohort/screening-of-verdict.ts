import { InputError } from '../base/errors.ts'
import { untold } from '../rules/check-references.ts'
import type { RuleSource, Tells } from '../rules/rule-source.ts'
import type { Screening } from '../verdict/screening.ts'
import { screenedOutcomes } from '../verdict/screening.ts'
import type { Finding, Verdict } from '../verdict/verdict.ts'

/**
 * What a verdict alone tells the authority's desk. It does not say whether the declaration is the agency's first, nor
 * which files the bundle holds: declarations count as such, none as a repeated or a new one, and nothing is compared.
 *
 * @param rules of the set in use, which say what a finding tells; the verdict may name a rule by an earlier id
 * @throws InputError when no rule of the set tells what is needed
 */
export function screeningOfVerdict(verdict: Verdict, rules: readonly RuleSource[]): Screening {
  const [declaration, coverage, correction] = [
    findingThatTells('declaration', verdict, rules),
    findingThatTells('coverage', verdict, rules),
    findingThatTells('correction', verdict, rules),
  ]
  return {
    ...screenedOutcomes(verdict),
    declaration: declaration?.outcome === 'pass' ? { again: null, firstOn: null } : null,
    procedures: { total: coverage?.items?.total ?? 0, covered: coverage?.items?.passed ?? 0 },
    uncorrected: (correction?.items?.total ?? 0) - (correction?.items?.passed ?? 0),
    files: [],
  }
}

function findingThatTells(tells: Tells, { findings }: Verdict, rules: readonly RuleSource[]): Finding | undefined {
  const rule = rules.find((one) => one.tells === tells)
  if (rule === undefined) throw new InputError(untold(tells))
  const ids = [rule.id, ...(rule.aliases ?? [])]
  return findings.find((finding) => ids.includes(finding.rule))
}
