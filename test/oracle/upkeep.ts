import { monthsLater, type OracleAnswer, type OracleInput, ofItems, plain } from './oracle.ts'
import { withinFounding } from './working-day.ts'

/** An internal audit at least once a year. */
export function internalAuditYearly(input: OracleInput): OracleAnswer {
  return yearly(
    input.manifest.internalAudits?.map((audit) => audit.to ?? audit.from),
    input,
  )
}

/** A management review at least once a year. */
export function managementReviewYearly(input: OracleInput): OracleAnswer {
  return yearly(
    input.manifest.managementReviews?.map((review) => review.heldOn),
    input,
  )
}

function yearly(dates: readonly string[] | undefined, { manifest, asOf, params }: OracleInput): OracleAnswer {
  const found = ofDates(dates, asOf, params)
  const excused = found.outcome === 'fail' || found.outcome === 'missingEvidence'
  return excused && withinFounding(manifest, asOf) ? plain('notYetDue') : found
}

function ofDates(dates: readonly string[] | undefined, asOf: string, params: OracleInput['params']): OracleAnswer {
  if (dates === undefined) return plain('missingEvidence')
  const happened = dates.filter((date) => date <= asOf)
  const withinTwelveMonths = happened.some((date) => asOf <= monthsLater(date, 12))
  if (params?.yearCounting === 'rolling') return plain(withinTwelveMonths ? 'pass' : 'fail')
  const year = Number(asOf.slice(0, 4))
  const inYear = (wanted: number) => happened.some((date) => Number(date.slice(0, 4)) === wanted)
  if (inYear(year) || withinTwelveMonths) return plain('pass')
  return plain(inYear(year - 1) ? 'notYetDue' : 'fail')
}

/** Nonconformities of the audits of the last 24 months are closed in time and verified. */
export function nonconformitiesClosed({ manifest, asOf }: OracleInput): OracleAnswer {
  if (manifest.internalAudits === undefined) return plain('missingEvidence')
  const items: OracleAnswer['outcome'][] = []
  for (const audit of manifest.internalAudits) {
    const ended = audit.to ?? audit.from
    if (ended > asOf || asOf > monthsLater(ended, 24)) continue
    if (audit.nonconformities === undefined) items.push('missingEvidence')
    for (const one of audit.nonconformities ?? []) {
      if (one.raisedOn > asOf) continue
      const { cause, action, owner, dueOn, closedOn, verifiedOn } = one
      if (cause === undefined || action === undefined || owner === undefined || dueOn === undefined) {
        items.push('missingEvidence')
        continue
      }
      const closedInTime = closedOn !== undefined && closedOn <= asOf && closedOn <= dueOn
      const verified = verifiedOn !== undefined && verifiedOn <= asOf
      if (closedInTime && verified) items.push('pass')
      else items.push(asOf <= dueOn ? 'notYetDue' : 'fail')
    }
  }
  return ofItems(items, 'notApplicable')
}

/** All staff in scope were reached; what was reached earns its share. */
export function documentsDisseminated({ manifest, asOf }: OracleInput): OracleAnswer {
  const { dissemination, agency } = manifest
  if (dissemination === undefined || agency.staffInScope === undefined) return plain('missingEvidence')
  if (dissemination.on > asOf) return plain('fail')
  if (dissemination.reached >= agency.staffInScope) return plain('pass')
  const share = dissemination.reached / agency.staffInScope
  return { outcome: 'fail', low: share, high: share }
}
