import { foldName } from '../../src/core/names.ts'
import type { Manifest } from '../../src/dossier/manifest.ts'
import type { Outcome } from '../../src/rules/answer.ts'
import { type OracleAnswer, type OracleInput, ofItems, plain } from './oracle.ts'

/** Every document and process in use was approved by a head on or before the day it took effect. */
export function documentsApprovedBeforeUse({ manifest, asOf }: OracleInput): OracleAnswer {
  if (manifest.documents === undefined || manifest.processes === undefined) return plain('missingEvidence')
  const items = [...manifest.documents, ...manifest.processes]
    .filter(({ effectiveOn }) => effectiveOn === undefined || effectiveOn <= asOf)
    .map(({ approvedOn, approvedBy, effectiveOn }): Outcome => {
      if (approvedOn === undefined || approvedBy === undefined || effectiveOn === undefined) return 'missingEvidence'
      return approvedOn <= effectiveOn && inOffice(manifest, approvedBy, approvedOn) ? 'pass' : 'fail'
    })
  return ofItems(items, 'notApplicable')
}

function inOffice({ agency }: Manifest, name: string, date: string): boolean {
  return agency.heads.some(
    (head) =>
      foldName(head.name) === foldName(name) &&
      (head.from === undefined || head.from <= date) &&
      (head.to === undefined || date <= head.to),
  )
}
