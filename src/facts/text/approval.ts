import type { DocumentFacts, Found } from '../../dossier/reading.ts'
import type { TextReading } from '../../rules/readings.ts'
import type { Scope } from '../scope.ts'
import { sameName } from './compare.ts'
import { readingOf, signers } from './reading-of.ts'

interface Approved {
  file?: string | undefined
  approvedBy?: string | undefined
}

/**
 * The day on a document that is the day of its approval: where it is a decision, or bears the signature of who approved
 * it. Any other document may be dated when it was drawn up, and approved by a paper of its own.
 */
export function approvalDay(scope: Scope, { file, approvedBy }: Approved): TextReading | undefined {
  return readingOf(scope, file, (facts) => (isApproval(facts, approvedBy) ? facts.date : []))
}

function isApproval(facts: DocumentFacts, approvedBy: string | undefined): boolean {
  if (facts.kind.length === 1 && facts.kind[0]?.value === 'QUYẾT ĐỊNH') return true
  return approvedBy !== undefined && signers(facts).some(({ value }) => sameName(approvedBy, value) === 'same')
}

/** Who signed a document, each a reading. */
export function approvers(scope: Scope, { file }: Approved): TextReading | undefined {
  return readingOf(scope, file, (facts): readonly Found<string>[] => signers(facts))
}
