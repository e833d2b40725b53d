import type { Prescreen, PrescreenAgency } from '../../../cohort/prescreen.ts'
import type { Verdict } from '../../../verdict/verdict.ts'
import { isQuarantined } from '../../head.ts'

/**
 * What an agency is written: to do or correct points; that nothing is to be corrected; to hand in its dossier; to hand in
 * again one that could not be taken in.
 */
export const LETTER_KINDS = ['correct', 'nothing', 'noDossier', 'refused'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** Why an agency gets no letter from this run. */
export const NO_LETTER = ['notSubject', 'left', 'quarantined', 'undetermined'] as const
export type NoLetter = (typeof NO_LETTER)[number]

/**
 * Which letter an agency gets (T Điều 37 khoản 1 điểm a; Điều 35 where no dossier came). An agency the programme does not
 * oblige breaks nothing by handing in nothing; a dossier set aside for a state secret is never told of in a letter.
 * @param verdict of its bundle; undefined where there is none
 */
export function letterKind(
  agency: PrescreenAgency,
  verdict: Verdict | undefined,
  problems: Prescreen['problems'],
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
  return verdict.findings.some(({ outcome }) => outcome === 'fail' || outcome === 'missingEvidence')
    ? 'correct'
    : 'nothing'
}

/** Whether it is a letter. */
export function isLetter(kind: LetterKind | NoLetter): kind is LetterKind {
  return (LETTER_KINDS as readonly string[]).includes(kind)
}
