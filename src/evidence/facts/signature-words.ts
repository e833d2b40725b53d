import { inCapitals } from './capitals.ts'
import { hasFamilyName, personIn } from './person-name.ts'
import { CAPACITY, ROLE, TITLE } from './titles.ts'
import { wording } from './wording.ts'

/**
 * What a cell among signatures is: words above a signature, the name below it, or something beside it; words in capitals
 * may be the rest of those above.
 */
export type SignatureWords =
  | { is: 'title'; words: string; name?: string }
  | { is: 'name'; name: string }
  | { is: 'capitals'; words: string }
  | { is: 'beside' }
  | { is: 'other' }

const RECIPIENTS = wording('^(?:«Nơi nhận» ?:?|[-–+•*]|«Như|Lưu» ?:)')
/** Stamps of electronic signatures, and `Đã ký` where a signature was. */
const MARK = wording(
  '^«đã ký»[ .]*$|^«ký bởi|người ký|ký điện tử|ngày ký|thời gian ký|ký ngày|cơ quan|chữ ký» ?:|^(?:Email|Digitally|Signature)|^\\d{1,2}[/:.]\\d',
)
const PLACE_AND_DAY = wording('«ngày» ?[\\d.…]* ?«tháng»')
/** In brackets, or the rest of a recipient's line. */
const BESIDE = /^[([].*[)\]]$|^\p{Ll}|;$/u
/** Words after the recipients on one run with them. */
const AFTER_RECIPIENTS = wording('^(?:«Nơi nhận» ?:|[-–+•].*?[;.]) (?=\\p{Lu})(.+[^.;,])$')

/** A longer cell is text. */
const LONGEST = 400

/** Tells what a cell among signatures is. */
export function signatureWords(cell: string): SignatureWords {
  if (cell.length > LONGEST) return { is: 'other' }
  if (RECIPIENTS.test(cell)) return afterRecipients(cell)
  const words = upTo(cell)
  if (words && (TITLE.test(words) || CAPACITY.test(words) || ROLE.test(words))) {
    const name = personIn(cell.slice(words.length))
    if (cell.length === words.length) return { is: 'title', words }
    return name ? { is: 'title', words, name } : { is: 'other' }
  }
  if (BESIDE.test(cell) || MARK.test(cell) || PLACE_AND_DAY.test(cell) || !/\p{L}/u.test(cell)) return { is: 'beside' }
  const name = personIn(cell)
  if (name) return { is: 'name', name }
  return inCapitals(cell) ? { is: 'capitals', words: cell } : { is: 'other' }
}

function afterRecipients(cell: string): SignatureWords {
  let rest = cell
  for (let match = AFTER_RECIPIENTS.exec(rest); match?.[1]; match = AFTER_RECIPIENTS.exec(rest)) {
    rest = match[1]
    const words = upTo(rest)
    if (words === rest && (TITLE.test(rest) || CAPACITY.test(rest))) return { is: 'title', words }
    const name = personIn(rest)
    if (name && hasFamilyName(name)) return { is: 'name', name }
    rest = `- ${rest}`
  }
  return { is: 'beside' }
}

/** The words in capitals that a cell begins with; a letter alone before a small word belongs to a name (`Y Bhiăk`). */
function upTo(cell: string): string {
  const parts = cell.split(' ')
  let end = parts.findIndex((part) => !inCapitals(part) && /\p{L}/u.test(part))
  if (end < 0) return cell
  while (end > 0 && /^\p{L}['’]?$/u.test(parts[end - 1] ?? '')) end -= 1
  return parts.slice(0, end).join(' ')
}
