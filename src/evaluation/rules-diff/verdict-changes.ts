import type { RuleSet } from '../../rules/rule-set.ts'
import type { Finding, Verdict } from '../../verdict/verdict.ts'
import { earlier } from './text-changes.ts'

type Standing = Pick<Verdict, 'status' | 'grade' | 'score'>

/** A rule that comes to something else, or counts otherwise; null on the side whose rules do not judge it. */
export interface TurnedRule {
  rule: string
  old: Pick<Finding, 'outcome' | 'severity' | 'weight' | 'credit'> | null
  new: Pick<Finding, 'outcome' | 'severity' | 'weight' | 'credit'> | null
}

/** How one agency stands under two rule sets. `standing` says whether status or grade differ; a score alone may too. */
export interface VerdictChange {
  agency: Verdict['agency']
  old: Standing
  new: Standing
  changes: ('status' | 'grade' | 'score')[]
  rules: TurnedRule[]
}

/** Compares the verdicts of one bundle under two rule sets; `sets` tells which rule goes on from which. */
export function verdictChange(old: Verdict, now: Verdict, sets: { old: RuleSet; new: RuleSet }): VerdictChange {
  const changes = [
    ...(old.status === now.status ? [] : ['status' as const]),
    ...(old.grade === now.grade ? [] : ['grade' as const]),
    ...(sameScore(old.score, now.score) ? [] : ['score' as const]),
  ]
  return {
    agency: now.agency,
    old: standing(old),
    new: standing(now),
    changes,
    rules: turnedRules(old.findings, now.findings, sets),
  }
}

const standing = ({ status, grade, score }: Verdict): Standing => ({ status, grade, score })
const sameScore = (a: Verdict['score'], b: Verdict['score']) => a?.low === b?.low && a?.high === b?.high

function turnedRules(old: readonly Finding[], now: readonly Finding[], sets: { old: RuleSet; new: RuleSet }) {
  const was = new Map(old.map((finding) => [finding.rule, finding]))
  const turned = now.flatMap((finding): TurnedRule[] => {
    const source = sets.new.rules.find(({ id }) => id === finding.rule)
    const before = was.get((source && earlier(source, sets.old.rules)?.id) ?? finding.rule)
    if (before) was.delete(before.rule)
    const pair = { rule: finding.rule, old: counted(before), new: counted(finding) }
    return alike(pair) ? [] : [pair]
  })
  const gone = [...was.values()].map(
    (finding): TurnedRule => ({ rule: finding.rule, old: counted(finding), new: null }),
  )
  return [...turned, ...gone]
}

function counted(finding: Finding | undefined): TurnedRule['old'] {
  if (!finding) return null
  const { outcome, severity, weight, credit } = finding
  return { outcome, severity, weight, credit }
}

const alike = ({ old, new: now }: TurnedRule) => JSON.stringify(old) === JSON.stringify(now)
