import type { Day } from '../base/day.ts'
import { fromPointer, toPointer } from '../base/pointer.ts'
import type { Manifest } from '../dossier/manifest.ts'
import { day } from './days.ts'

/**
 * Where the dates of acts that are said to be done stand: approvals, audits, reviews, signings, notices, postings,
 * trainings, results, improvements, reports, corrections (Nghị định 30/2020/NĐ-CP Điều 15). Deadlines, days of effect,
 * of withdrawal and of validity are no acts: they may well lie ahead.
 */
export const ACT_DATES = [
  '/catalogue/decision/signedOn',
  '/processes/*/approvedOn',
  '/documents/*/approvedOn',
  '/legalChanges/*/revisedOn',
  '/internalAudits/*/from',
  '/internalAudits/*/to',
  '/internalAudits/*/nonconformities/*/raisedOn',
  '/internalAudits/*/nonconformities/*/closedOn',
  '/internalAudits/*/nonconformities/*/verifiedOn',
  '/managementReviews/*/heldOn',
  '/effectiveness/confirmedOn',
  '/declarations/*/signedOn',
  '/declarations/*/notice/sentOn',
  '/declarations/*/posted/on',
  '/declarations/*/online/on',
  '/dissemination/on',
  '/training/*/on',
  '/satisfaction/on',
  '/records/*/receivedOn',
  '/records/*/returnedOn',
  '/improvements/*/on',
  '/statusReport/signedOn',
  '/statusReport/receivedOn',
  '/earlierFindings/*/raisedOn',
  '/earlierFindings/*/correctedOn',
  '/onSiteInspection/recordSignedOn',
  '/onSiteInspection/correctiveReportOn',
  '/certificates/*/issuedOn',
]

const PATHS = ACT_DATES.map(fromPointer)

/** The day of an act, and where it stands (RFC 6901). */
export interface ActDate {
  on: Day
  pointer: string
}

/** The dates of all acts that the manifest says were done, whatever the day. */
export function actDates(manifest: Manifest): ActDate[] {
  return PATHS.flatMap((path) => datesAt(manifest, path, []))
}

function datesAt(value: unknown, path: readonly string[], at: readonly string[]): ActDate[] {
  const [step, ...rest] = path
  if (step === undefined) {
    const on = typeof value === 'string' ? day(value) : undefined
    return on === undefined ? [] : [{ on, pointer: toPointer(at) }]
  }
  if (step === '*') return Array.isArray(value) ? value.flatMap((one, i) => datesAt(one, rest, [...at, String(i)])) : []
  return isRecord(value) ? datesAt(value[step], rest, [...at, step]) : []
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
