import { plainWords } from '../../core/names.ts'
import { type Box, bearsSecrecyMark, type DocumentFacts, type Found, type Signer } from '../../dossier/reading.ts'
import type { DocumentText } from '../document-text.ts'
import { auditNonconformities, auditPeriod, auditTeam, auditUnits } from './audit.ts'
import { edition } from './edition.ts'
import { addressee, issuer } from './issuer.ts'
import { type Line, linesOf } from './lines.ts'
import { codes, ownDate, ownNumber } from './number-and-date.ts'
import { kind, type Outline, outlineOf } from './outline.ts'
import { hasFamilyName } from './person-name.ts'
import { reviewChair, reviewDay, reviewItems } from './review.ts'
import { isDeputy } from './signature-lines.ts'
import { signer } from './signer.ts'
import { reportsAudit, subject, tellsReview } from './subject.ts'
import { hasUnknown, inCapitals, wording } from './wording.ts'

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

/**
 * The facts of a scan's text. A line may be lost from it altogether, and a stroke of the pen read as a letter, which no text of
 * a file does: what hangs on a line that may have been lost, or holds a sign that no such words hold, is not read.
 */
export function scanFacts(text: DocumentText): DocumentFacts {
  const facts = factsOf(text)
  return {
    ...facts,
    issuer: facts.issuer.filter(({ value }) => isOneName(value)),
    addressee: facts.addressee.filter(({ value }) => !NOISE.test(value) && !isRunTogether(value)),
    subject: facts.subject.filter(
      (subject) =>
        !NOISE.test(withoutQuotes(subject.value)) && !isRunTogether(subject.value) && isBelow(subject, facts.kind[0]),
    ),
    edition: facts.edition.filter(({ quote }) => !CUT_EDITION.test(quote)),
    signer: facts.signer.filter((signer) => isWholeSignature(signer, text)),
  }
}

/** Signs of rules, folds and strokes; an apostrophe between letters belongs to a name. */
const NOISE = /(?<!\p{L})['’‘`]|['’‘`](?!\p{L})|["“”|~^*_=<>{}\\]/u

/** A speck is read as a stop; a name has none, but for `TP.` and `TX.` */
const STOP = /[:;!?]|(?<!TP|TX)\./u
/** The agency above with the one below it: what stood between them was lost, or a speck there read as a dash. */
const TWO_AGENCIES = wording(
  '^‹ỦY BAN NHÂN DÂN|UBND› .* ‹SỞ|CHI CỤC|TRUNG TÂM|THANH TRA|BAN QUẢN LÝ|BỆNH VIỆN›(?!\\p{L})',
)
/** `TOVN ISO 9001:2015` is neither that edition nor `TCVN ISO 9001:2015`. */
const CUT_EDITION = /(?<!\p{L})(?!TCVN|ISO)\p{Lu}{2,6} (?:ISO )?9001[^ ]{0,8}$/u

function isOneName(name: string): boolean {
  return ![NOISE, STOP, TWO_AGENCIES].some((other) => other.test(name)) && !isRunTogether(name)
}

const VOWELS_APART = /[aeiouy][^aeiouy]+[aeiouy]/u

/** Whether the space between two words was lost: no Vietnamese word with marks has vowels before and behind a consonant. */
function isRunTogether(words: string): boolean {
  return words.split(/[^\p{L}\p{M}]+/u).some((word) => {
    const plain = plainWords(word).trim()
    return plain !== word.toLowerCase() && VOWELS_APART.test(plain)
  })
}

function withoutQuotes(words: string): string {
  return words.replace(/“[^“”]*”|"[^"]*"/gu, '')
}

/** Points by which the middles of centred lines differ in a scan that was straightened. */
const ASKEW = 6

/** Whether a subject stands centred below its kind, line by line: a line that does not is the beginning of the body. */
function isBelow({ box = [], page }: Found<string>, kind: Found<string> | undefined): boolean {
  const above = kind?.page === page ? kind?.box?.[0] : undefined
  // Of a letter, it stands below the number and is ended by whom it is addressed to.
  if (above === undefined) return true
  return box.every((line) => Math.abs(middleOf(line) - middleOf(above)) <= ASKEW)
}

function middleOf([x, , width]: Box): number {
  return x + width / 2
}

/** Heights of a title above which nothing belongs to the signature: two further lines of capacity stand within. */
const ABOVE = 4

/**
 * Whether nothing of a signature was lost: its name begins with a family name, a deputy tells for whom, and above what was
 * read of it stand no words in capitals: `TM:` for `TM.` is no capacity.
 */
function isWholeSignature({ value, box: [title] = [], page }: Found<Signer>, text: DocumentText): boolean {
  if (!hasFamilyName(value.name) || NOISE.test(value.name)) return false
  if (value.capacity === undefined && isDeputy(value.title)) return false
  if (title === undefined) return false
  const [x, y, width, height] = title
  const lines = text.content.filter((part) => part.page === page).flatMap(({ lines }) => lines)
  return !lines.some(({ cells, boxes = [] }) =>
    cells.some((cell, at) => {
      const box = boxes[at]
      if (box === undefined || /\p{Ll}/u.test(cell) || !(hasUnknown(cell) || inCapitals(cell))) return false
      const isOver = box.y < y && y - box.y <= ABOVE * height
      return isOver && box.x < x + width && box.x + box.width > x
    }),
  )
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
