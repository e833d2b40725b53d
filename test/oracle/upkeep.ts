import { monthsLater, type OracleAnswer, type OracleInput, ofItems, plain, shownBy } from './oracle.ts'
import { withinFounding } from './working-day.ts'

/** An internal audit at least once a year. */
export function internalAuditYearly(input: OracleInput): OracleAnswer {
  const audits = input.manifest.internalAudits?.map(({ from, to = from, report }) => ({ on: to, paper: report }))
  return yearly(audits, input)
}

/** A management review at least once a year. */
export function managementReviewYearly(input: OracleInput): OracleAnswer {
  const reviews = input.manifest.managementReviews?.map(({ heldOn, minutes }) => ({ on: heldOn, paper: minutes }))
  return yearly(reviews, input)
}

type Acts = readonly { on: string; paper?: string | undefined }[] | undefined

/** What fails, or misses the act or its paper, is not yet due while the agency is young. */
function yearly(acts: Acts, input: OracleInput): OracleAnswer {
  const found = byActs(acts, input)
  const excused = found.outcome === 'fail' || found.outcome === 'missingEvidence'
  return excused && withinFounding(input.manifest, input.asOf) ? plain('notYetDue') : found
}

function byActs(acts: Acts, { files, asOf, params }: OracleInput): OracleAnswer {
  if (acts === undefined) return plain('missingEvidence')
  const done = acts.filter(({ on }) => on <= asOf)
  const last = done.filter(({ on }) => done.every((other) => other.on <= on)).at(-1)
  const answer = byDates(
    done.map(({ on }) => on),
    asOf,
    params,
  )
  return shownBy(answer, last?.paper, files)
}

function byDates(dates: readonly string[], asOf: string, params: OracleInput['params']): OracleAnswer {
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
