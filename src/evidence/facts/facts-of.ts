import type { DocumentFacts } from '../../dossier/reading.ts'
import type { DocumentText } from '../document-text.ts'
import { reportsAudit, tellsReview } from './about.ts'
import { addressee } from './addressee.ts'
import { auditNonconformities } from './audit-nonconformities.ts'
import { auditPeriod } from './audit-period.ts'
import { auditTeam } from './audit-team.ts'
import { auditUnits } from './audit-units.ts'
import { codes } from './codes.ts'
import { edition } from './edition.ts'
import { issuer } from './issuer.ts'
import { kind } from './kind.ts'
import { linesOf } from './line.ts'
import { type Outline, outlineOf } from './outline.ts'
import { ownDate } from './own-date.ts'
import { ownNumber } from './own-number.ts'
import { reviewChair } from './review-chair.ts'
import { reviewDay } from './review-day.ts'
import { reviewItems } from './review-items.ts'
import { signer } from './signer.ts'
import { subject } from './subject.ts'

const NO_AUDIT: DocumentFacts['audit'] = { from: [], to: [], team: [], units: [], nonconformities: [] }
const NO_REVIEW: DocumentFacts['review'] = { heldOn: [], chair: [], inputs: [], outputs: [] }

/**
 * The facts of a document, by the form of NĐ 30/2020/NĐ-CP and the words of audit reports and review minutes. What is
 * not sure is not read; what is told twice and differs is told twice. Never throws.
 */
export function factsOf(text: DocumentText): DocumentFacts {
  const outline = outlineOf(linesOf(text))
  return {
    number: ownNumber(outline),
    date: ownDate(outline),
    issuer: issuer(outline),
    kind: kind(outline),
    subject: subject(outline),
    signer: signer(outline),
    edition: edition(outline),
    addressee: addressee(outline),
    codes: codes(outline),
    audit: reportsAudit(outline) ? auditOf(outline) : NO_AUDIT,
    review: tellsReview(outline) ? reviewOf(outline) : NO_REVIEW,
  }
}

function auditOf(outline: Outline): DocumentFacts['audit'] {
  return {
    ...auditPeriod(outline),
    team: auditTeam(outline),
    units: auditUnits(outline),
    nonconformities: auditNonconformities(outline),
  }
}

function reviewOf(outline: Outline): DocumentFacts['review'] {
  return { heldOn: reviewDay(outline), chair: reviewChair(outline), ...reviewItems(outline) }
}
