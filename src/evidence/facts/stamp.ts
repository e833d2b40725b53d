import { bearsSecrecyMark } from '../../base/secrecy-mark.ts'
import type { DocumentText } from '../document-text.ts'
import { inCapitals } from './capitals.ts'
import { type Line, linesOf } from './line.ts'
import { outlineOf } from './outline.ts'
import { wording } from './wording.ts'

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
export function stampedIn(text: DocumentText): boolean {
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
