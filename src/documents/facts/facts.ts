import { bearsSecrecyMark, type DocumentFacts } from '../../dossier/reading.ts'
import type { DocumentText } from '../document-text.ts'
import { auditNonconformities, auditPeriod, auditTeam, auditUnits } from './audit.ts'
import { edition } from './edition.ts'
import { addressee, issuer } from './issuer.ts'
import { type Line, linesOf } from './lines.ts'
import { codes, ownDate, ownNumber } from './number-and-date.ts'
import { kind, type Outline, outlineOf } from './outline.ts'
import { reviewChair, reviewDay, reviewItems } from './review.ts'
import { signer } from './signer.ts'
import { reportsAudit, subject, tellsReview } from './subject.ts'
import { inCapitals, wording } from './wording.ts'

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

const GRADE = '(TUYỆTMẬT|TỐIMẬT|MẬT)'
const URGENT = '(?:HỎATỐC|HOẢTỐC|THƯỢNGKHẨN|KHẨN)'
/** A grade alone, printed more than once, or beside a mark of urgency. */
const ALONE = new RegExp(`^(?:${URGENT})?${GRADE}(?:\\1)*(?:${URGENT})?$`, 'u')
/** A field of a form that gives the grade; a choice of several gives none. */
const FIELD = wording('^«Độ mật|Mức độ mật» ?: ?«Tuyệt mật|Tối mật|Mật»[ .]*$')

/**
 * Whether a document bears a secrecy stamp: MẬT, TỐI MẬT or TUYỆT MẬT in capitals as a line or a cell of its own, framed,
 * letter-spaced or repeated too; in capitals beside the parts of the heading; or as the value of a field `Độ mật:`. Not a
 * row that names several grades (the head of a table), nor the word inside a sentence or another word (bí mật, mật khẩu).
 */
export function stampedIn(text: Pick<DocumentText, 'content'>): boolean {
  const lines = linesOf(text)
  if (lines.some(bearsGrade)) return true
  const { head } = outlineOf(lines)
  return head.some(({ cells }) => cells.some(besideHeading))
}

function bearsGrade({ cells }: Line): boolean {
  const grades = new Set(cells.map((cell) => ALONE.exec(close(cell))?.[1]).filter((grade) => grade !== undefined))
  return grades.size === 1 || cells.some((cell) => FIELD.test(cell))
}

/** Letters alone: no frame, no space. */
function close(cell: string): string {
  return cell.replace(/[^\p{L}\p{M}\d]+/gu, '')
}

function besideHeading(cell: string): boolean {
  const capitals = cell.split(' ').filter((word) => inCapitals(word) || !/\p{L}/u.test(word))
  return (inCapitals(cell) || HEADING_PART.test(cell)) && bearsSecrecyMark(capitals.join(' '))
}

/** What stands in a heading beside which a stamp may be printed on one run: number, place and day, motto. */
const HEADING_PART = wording('^«Số» ?:|«ngày» ?[\\d.…]* ?«tháng»|«Độc lập»')
