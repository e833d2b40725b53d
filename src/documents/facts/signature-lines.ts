import type { Signer } from '../../dossier/reading.ts'
import { CAPACITY, ROLE, TITLE, TITLES } from './agency-words.ts'
import type { Line } from './lines.ts'
import { hasFamilyName, personIn } from './person-name.ts'
import { hasUnknown, inCapitals, isBroken, respelt, wording } from './wording.ts'

/** Words that stand above one signature, and the name below it once it is met. */
export interface SignatureColumn {
  /** Line by line: `KT. GIÁM ĐỐC`, then `PHÓ GIÁM ĐỐC`. */
  above: readonly string[]
  line: Line
  name?: string
}

/** Whether words above a signature already name the title of the one who signs. */
export function isWhole({ above }: SignatureColumn): boolean {
  return titleAbove(above.join(' ')) !== undefined
}

/** Whether the words above hand on to a title that is still to come: `TM. ỦY BAN NHÂN`, `TL. GIÁM`. */
export function isOpen(column: SignatureColumn): boolean {
  return CAPACITY.test(column.above[0] ?? '') && !isWhole(column)
}

/** The signer of a column that has a title and a name; a role (`THƯ KÝ`, `CHỦ TRÌ`) alone is no title. */
export function signerOf({ above, name }: SignatureColumn): Signer | undefined {
  const title = titleAbove(above.join(' '))
  return title && name !== undefined ? { name, ...title } : undefined
}

const DEPUTY = wording('^‹PHÓ|THỨ|CỤC PHÓ|CHI CỤC PHÓ›')

/** Whether a title is that of a deputy. */
export function isDeputy(title: string): boolean {
  return DEPUTY.test(title)
}

type Piece = { is: 'capacity' | 'title' | 'other'; words: string }

/**
 * The title of the one who signs and the capacity, from the words above a signature: of `KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC`
 * the second title, of `TM. ỦY BAN NHÂN DÂN CHỦ TỊCH` the one after the collective. Of two capacities (`TM. … KT. …`) the
 * one next to the title counts. Nothing where the title of the one who signs is missing, or two could be it.
 */
export function titleAbove(words: string): Omit<Signer, 'name'> | undefined {
  const pieces = piecesOf(words)
  const sign = pieces.findLastIndex(({ is }) => is === 'capacity')
  const [first, ...more] = pieces.slice(sign + 1)
  const own = sign < 0 ? [first, ...more] : more
  const [title, second] = own.filter((piece) => piece?.is === 'title')
  if (!first || !title || second || isBroken(title.words)) return undefined
  const capacity = pieces[sign]?.words as Signer['capacity']
  // Nobody but a deputy signs for the head: the word before was not read.
  if (capacity === 'KT.' && !isDeputy(title.words)) return undefined
  return { title: title.words, ...(capacity && { capacity }) }
}

/** Cut where a capacity or a title begins; words after a title (a unit, `PHỤ TRÁCH`) stay with it. */
function piecesOf(words: string): Piece[] {
  const pieces: Piece[] = []
  let rest = words
  while (rest !== '') {
    const sign = CAPACITY.exec(rest)
    const begun = sign ?? TITLE.exec(rest) ?? /^\S+/u.exec(rest)
    const taken = begun?.[0] ?? rest
    if (sign) pieces.push({ is: 'capacity', words: `${sign[1]?.replace('/', '')}.` })
    else if (TITLE.test(rest)) pieces.push({ is: 'title', words: respelt(taken, TITLE, TITLES) })
    else add(pieces, taken)
    rest = rest.slice(taken.length).trimStart()
  }
  return pieces
}

function add(pieces: Piece[], word: string): void {
  const last = pieces.at(-1)
  if (last && last.is !== 'capacity') last.words = `${last.words} ${word}`
  else pieces.push({ is: 'other', words: word })
}

/** What a line among signatures holds, left to right. */
export interface SignatureLine {
  titles: readonly Extract<SignatureWords, { is: 'title' }>[]
  names: readonly string[]
  /** Words in capitals that are no title: the rest of one that runs over several lines, or something else. */
  capitals: readonly string[]
  /** Something stands in it that does not belong to signatures. */
  other: boolean
}

/** Tells what the cells of a line are. */
export function signatureLine({ cells }: Line): SignatureLine {
  const words = cells.map(signatureWords)
  // Beside a word that nobody could read, a name without its family name is half of one.
  const isHalf = cells.some(hasUnknown) && words.some((cell) => cell.is === 'name' && !hasFamilyName(cell.name))
  return {
    titles: words.filter((cell) => cell.is === 'title'),
    capitals: words.flatMap((cell) => (cell.is === 'capitals' ? [cell.words] : [])),
    names: words.flatMap((cell) => (cell.is === 'name' ? [cell.name] : [])),
    other: isHalf || words.some(({ is }) => is === 'other'),
  }
}

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
