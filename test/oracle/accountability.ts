import { type OracleAnswer, type OracleInput, ofItems, plain } from './oracle.ts'
import { actDueOn } from './working-day.ts'

/** What earlier inspections found is corrected, with a file to show, or still within two months. */
export function earlierFindingsCorrected({ manifest, files, asOf, params }: OracleInput): OracleAnswer {
  if (manifest.earlierFindings === undefined) return plain('missingEvidence')
  const months = typeof params?.correctMonths === 'number' ? params.correctMonths : 2
  const { establishedOn } = manifest.agency
  const ofPredecessor = (raisedOn: string) => establishedOn !== undefined && raisedOn < establishedOn
  const items = manifest.earlierFindings
    .filter(({ raisedOn }) => raisedOn <= asOf)
    .map(({ raisedOn, correctedOn, file }) => {
      if (correctedOn === undefined || correctedOn > asOf)
        return asOf <= actDueOn(raisedOn, months) ? 'notYetDue' : ofPredecessor(raisedOn) ? 'needsReview' : 'fail'
      return file !== undefined && files.get(file)?.state === 'ok' ? 'pass' : 'missingEvidence'
    })
  return ofItems(items, 'pass')
}

/** The report on corrective action came within two months of the inspection record's signing. */
export function correctiveReportOnTime({ manifest, asOf }: OracleInput): OracleAnswer {
  const inspection = manifest.onSiteInspection
  if (inspection === undefined || inspection.findings === 0 || inspection.recordSignedOn > asOf)
    return plain('notApplicable')
  const dueOn = actDueOn(inspection.recordSignedOn, 2)
  const sentOn = inspection.correctiveReportOn
  if (sentOn !== undefined && sentOn <= asOf && sentOn <= dueOn) return plain('pass')
  return plain(asOf <= dueOn ? 'notYetDue' : 'fail')
}
