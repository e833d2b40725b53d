import type { Prescreen, PrescreenAgency } from '../../province/prescreen.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { isQuarantined } from '../head.ts'
import { letterPoints } from './letter-points.ts'

/**
 * What an agency is written: to do or correct points; to add papers; that nothing is to be corrected; to hand in its
 * dossier; to hand in again one that could not be taken in.
 */
export const LETTER_KINDS = ['correct', 'papers', 'nothing', 'noDossier', 'refused'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** Why an agency gets no letter from this run. */
const NO_LETTER = ['notSubject', 'left', 'quarantined', 'undetermined', 'provisional', 'toDecide'] as const
export type NoLetter = (typeof NO_LETTER)[number]

/**
 * Which letter an agency gets (T Điều 37 khoản 1 điểm a, điểm b; Điều 35 where no dossier came). An agency the programme
 * does not oblige breaks nothing by handing in nothing; a dossier set aside for a state secret is never told of in a letter.
 * The signed letter is the result of the dossier check: that nothing is to be corrected cannot be said while scans wait to
 * be read or a point waits for a person to decide it.
 * @param verdict of its bundle; undefined where there is none
 */
export function letterKind(
  agency: PrescreenAgency,
  verdict: Verdict | undefined,
  problems: Prescreen['problems'],
  ruleSet: RuleSet,
): LetterKind | NoLetter {
  if (agency.change === 'left') return 'left'
  if (verdict === undefined) {
    if (agency.duty === 'encouraged' || agency.duty === 'ended') return 'notSubject'
    return problems.some(({ kind, codes }) => kind === 'refused' && codes.includes(agency.code))
      ? 'refused'
      : 'noDossier'
  }
  if (isQuarantined(verdict)) return 'quarantined'
  if (verdict.status === 'notApplicable') return 'notSubject'
  if (verdict.status === 'undetermined') return 'undetermined'
  if (verdict.provisional) return 'provisional'
  const { toCorrect, papers } = letterPoints(verdict, ruleSet)
  if (toCorrect.length > 0) return 'correct'
  if (papers.length > 0) return 'papers'
  return verdict.findings.some(({ outcome }) => outcome === 'needsReview') ? 'toDecide' : 'nothing'
}

/** Whether it is a letter. */
export function isLetter(kind: LetterKind | NoLetter): kind is LetterKind {
  return (LETTER_KINDS as readonly string[]).includes(kind)
}
