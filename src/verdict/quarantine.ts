import type { JudgedRule } from './day-judge.ts'
import type { DayResult } from './day-result.ts'
import { documentOf, type VerdictHead } from './document.ts'
import { findingOf } from './finding.ts'
import { groupsOf } from './groups.ts'
import type { JudgeInput } from './judge.ts'
import type { Verdict } from './verdict.ts'

/**
 * The verdict on a bundle in which something is marked secret: undetermined, whatever the duty; the one finding, and
 * nothing else is evaluated, scored or forecast (QĐ 19/2014 Điều 3 khoản 3).
 */
export function quarantined(
  head: VerdictHead,
  { rules }: DayResult,
  mark: JudgedRule,
  { ruleSet, exceptions }: JudgeInput,
): Omit<Verdict, 'digest'> {
  // Nothing is scored, this rule neither.
  const told = { ...mark, answer: { ...mark.answer, credit: null } }
  const others = rules.filter(({ rule }) => rule.source.id !== mark.rule.source.id)
  return documentOf(head, {
    exceptions: { sha256: exceptions?.sha256 ?? null, applied: [], lapsed: [], without: null },
    status: 'undetermined',
    grade: null,
    score: null,
    evidence: null,
    groups: groupsOf(ruleSet.source.groups, [told], new Set()),
    findings: [findingOf(told, undefined)],
    validUntil: null,
    timeline: [],
    plan: [],
    papers: { rules: [], score: null, backed: null },
    notices: [],
    notEvaluated: others.map(({ rule }) => ({ rule: rule.source.id, reason: 'quarantined' })),
  })
}
