import type { Clock } from '../core/days.ts'
import { sampledProcesses } from '../rules/facts/fact.ts'
import { overusedFiles } from '../rules/facts/papers.ts'
import type { Scope } from '../rules/facts/scope.ts'
import type { Grade } from '../rules/rule-set.ts'
import type { JudgedRule } from './day-judge.ts'
import type { DayResult } from './day-result.ts'
import { unreadFloor } from './evidence.ts'
import { gradeByPoints } from './score.ts'
import type { VerdictNotice } from './verdict.ts'

/**
 * What is told beside the score and changes none of it: that the evidence holds a grade back, which files are named for
 * more than they can back, and of which processes papers are asked for.
 */
export function noticesOf(
  scope: Scope,
  clock: Clock,
  today: DayResult,
  rules: readonly JudgedRule[],
  grades: readonly Grade[],
): VerdictNotice[] {
  if (!today.judged) return []
  return [...heldBack(today, rules, grades), ...ownCatalogue(scope), ...usedTooOften(scope), ...samples(scope, clock)]
}

const notice = (id: string, values: VerdictNotice['values']): VerdictNotice => ({ id, values, kind: 'notice' })

function heldBack(today: DayResult, rules: readonly JudgedRule[], grades: readonly Grade[]): VerdictNotice[] {
  const byPoints = gradeByPoints(rules, today.status, today.score, grades)
  if (byPoints === null || byPoints.id === today.grade) return []
  const { backed } = today.evidence ?? { backed: null }
  if (backed !== null && backed < byPoints.backed)
    return [notice('gradeHeldByEvidence', { grade: byPoints.id, backed, needed: byPoints.backed })]
  return [
    notice('gradeHeldUnread', { grade: byPoints.id, rules: unreadFloor(rules).map(({ rule }) => rule.source.id) }),
  ]
}

/** Nobody but the agency has said which procedures are its own. */
function ownCatalogue({ dossier: { catalogue } }: Scope): VerdictNotice[] {
  const { source, procedures } = catalogue
  if (source !== 'agency' || procedures === undefined) return []
  const internal = procedures.filter((one) => one.internal === true).length
  return [notice('ownCatalogue', { procedures: procedures.length, internal })]
}

function usedTooOften({ dossier }: Scope): VerdictNotice[] {
  return overusedFiles(dossier).map(({ path, ...counts }) => notice('fileUsedTooOften', { file: path, ...counts }))
}

function samples(scope: Scope, clock: Clock): VerdictNotice[] {
  const { drawn, total, codes } = scope.derive(sampledProcesses, clock)
  return drawn ? [notice('processesSampled', { total, sample: codes.size, codes: [...codes] })] : []
}
