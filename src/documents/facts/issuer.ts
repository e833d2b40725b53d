import { withoutEnd } from '../../core/texts.ts'
import type { Found } from '../../dossier/reading.ts'
import { AGENCY, AGENCY_OPENERS, BETWEEN } from './agency-words.ts'
import { distinct, found, type Line } from './lines.ts'
import { type Outline, withoutMotto } from './outline.ts'
import { FORM_CODE } from './subject.ts'
import { hasUnknown, inCapitals, isBroken, respelt, wording } from './wording.ts'

interface Named {
  name: string
  line: Line
  words: readonly string[]
  /** A line that may be another agency's was joined to it. */
  unsure?: boolean
}

const STOP = wording('^(?:«Số» ?[:.]|[Vv] ?/ ?v |«Căn cứ|Kính gửi»)')
/** A name that needs more words before it names an agency. */
const OPEN = wording(
  '(?:^‹ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|SỞ|CHI CỤC|CỤC|TỔNG CỤC|BỘ|BAN|BAN QUẢN LÝ|BAN CHỈ ĐẠO|VĂN PHÒNG|TRUNG TÂM|PHÒNG|THANH TRA|TRƯỜNG|BỆNH VIỆN|VIỆN›|[ ,]‹VÀ|MÔI›|,|-|^‹ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND› ?‹TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|THỊ XÃ›)$',
)
/** Names that go on over a line only after `VÀ`, a comma or a hyphen: another line below is another's. */
const WHOLE = wording(
  '^(?:‹ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND› ?‹TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|THỊ XÃ› ?\\p{L}|‹SỞ|BỘ› \\p{L})',
)
const CONTINUES = wording('^(?:‹TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|THỊ XÃ|VÀ›(?!\\p{L})|[-–,])')
/** A child's name behind its parent's in one run: `ỦY BAN NHÂN DÂN TỈNH VĨNH LONG SỞ TƯ PHÁP`. */
const CHILD = wording(
  '^(?:‹ỦY BAN NHÂN DÂN|UBND› ?‹TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU› .+?[^-–,] (?=‹SỞ|BAN QUẢN LÝ|VĂN PHÒNG|PHÒNG|THANH TRA|TRUNG TÂM› )|‹SỞ› .+?[^-–,] (?=‹CHI CỤC|TRUNG TÂM|BAN CHỈ ĐẠO› ))',
)
/** Of a scan: an agency that others stand below, the rest of whose own name nobody could read. */
const UNREAD_PARENT = wording('^‹ỦY BAN NHÂN DÂN|UBND|SỞ› ')
/** No letter of it is known. */
const UNREAD = /^\ufffd[\ufffd ]*$/u
/** What stands below one: no name of a place begins so, and no second line of the parent's. */
const BELOW_PARENT = wording(
  '^‹SỞ|CHI CỤC|TRUNG TÂM|VĂN PHÒNG|PHÒNG|THANH TRA|BAN QUẢN LÝ|BAN CHỈ ĐẠO|BỆNH VIỆN›(?!\\p{L})',
)
/** Marks that stand among the lines of a heading and name nobody. */
const MARK = wording(
  '^[\\[( ]*‹DỰ THẢO|CÔNG VĂN ĐẾN|ĐẾN|SAO Y|BẢN SAO|PHỤ LỤC|HỎA TỐC|THƯỢNG KHẨN|KHẨN|MẬT|TỐI MẬT|TUYỆT MẬT›[\\]) ]*$',
)
/** The name of the country over two lines, in a narrow column. */
const CUT_COUNTRY = wording('«CỘNG HÒA XÃ HỘI CHỦ NGHĨA»(?: ?«VIỆT»)?$')
const REST_OF_COUNTRY = wording('^(?:«VIỆT» ?)?«NAM»$')
const ENGLISH = /(?<!\p{L})(?:OF|AND|FOR|THE|DEPARTMENT|COMMITTEE|OFFICE)(?!\p{L})/u
const RULE = /^[-_–—=*.·• ]+$/u

/**
 * The agency that issued the document: the last name in capitals above the number, on the left of the heading (the
 * agency above it stands before). Names over two lines are joined; where a line fits no name, or neither a number nor a
 * kind tells the end of the heading, nothing is read.
 */
export function issuer({ head, title }: Outline): readonly Found<string>[] {
  const end = head.findIndex(({ cells }) => cells.some((cell) => STOP.test(cell)))
  if (end < 0 && !title) return []
  const names: Named[] = []
  const cut = head.some(({ cells }) => cells.some((cell) => CUT_COUNTRY.test(cell)))
  for (const line of end < 0 ? head : head.slice(0, end))
    for (const [column, cell] of line.cells.entries()) {
      const words = withoutMotto(cell)
      if (column === 0 && UNREAD.test(words)) unread(names)
      if (!inCapitals(words) || [RULE, ENGLISH, MARK, FORM_CODE].some((other) => other.test(words))) continue
      // The name of the one below may be whole.
      if (hasUnknown(words) && !UNREAD_PARENT.test(words)) return []
      if (cut && REST_OF_COUNTRY.test(words)) continue
      if (!takes(names, words, line)) return []
    }
  const last = names.at(-1)
  if (!last || last.unsure || OPEN.test(last.name)) return []
  if (names.some(({ name }) => hasUnknown(name)) && !BELOW_PARENT.test(last.name)) return []
  const child = CHILD.exec(last.name)
  const own = (child ? last.name.slice(child[0].length) : last.name).replaceAll(' - VÀ ', ' VÀ ')
  const name = respelt(own, AGENCY, AGENCY_OPENERS)
  return isBroken(name) ? [] : [found(name, last.line, ...last.words)]
}

/** A whole line of a scan could not be read: it went on with the name above it, or named another. */
function unread(names: readonly Named[]): void {
  const last = names.at(-1)
  if (last) last.name = `${last.name} \ufffd`
}

/** Adds a line of the heading to the names; false where it fits none. A name that is broken over lines may be unsure. */
function takes(names: Named[], words: string, line: Line): boolean {
  const last = names.at(-1)
  const open = last !== undefined && OPEN.test(last.name)
  if (last && (open || CONTINUES.test(words) || !AGENCY.test(words))) {
    // In a narrow column a long name is broken anywhere: it is told only where another agency's name follows, or where one
    // syllable is left over, which names no agency.
    if (!open && !CONTINUES.test(words) && WHOLE.test(last.name) && !SYLLABLE.test(words)) last.unsure = true
    last.name = `${last.name} ${words}`
    last.words = [...last.words, words]
    return true
  }
  if (AGENCY.test(words)) names.push({ name: words, line, words: [words] })
  return true
}

const LABEL = wording('^«Kính gửi» ?:? ?')
const ITEM = /^[-–+•] ?/u
/** To be filled in by hand. */
const BLANK = /[.…_]{3,}|…/u
/** Addressees are told on these many lines at most. */
const MOST = 12

/** To whom the document is addressed (`Kính gửi`), each addressee as written; several of them are several readings. */
export function addressee({ own }: Outline): readonly Found<string>[] {
  const at = own.findIndex(({ text }) => LABEL.test(text))
  const line = own[at]
  if (!line) return []
  const [list, ...more] = statementsFrom(own.slice(at))
  const beside = list?.replace(LABEL, '') ?? ''
  const told = [...(beside === '' ? [] : beside.split(BETWEEN)), ...(beside === '' || ITEM.test(beside) ? more : [])]
  return distinct(
    told.flatMap((words) => {
      const value = withoutEnd(words.replace(ITEM, ''), '.;,').trim()
      return /\p{L}{2}/u.test(value) && !isBroken(value) && !BLANK.test(value) ? [found(value, line, value)] : []
    }),
  )
}

/** The last syllable of a name. */
const SYLLABLE = /^\p{Lu}{2,7}$/u

/** A line as wide as the page that ends in a name: the last syllable of the name may stand below. */
const WIDE = 60
const REST_OF_NAME = /^\p{Lu}\p{Ll}{0,6}(?: \p{Lu}\p{Ll}{0,6})?[.;,]?$/u

function isCutName(line: string): boolean {
  return line.length >= WIDE && /\p{Lu}\p{Ll}+$/u.test(line)
}

/** The line of the label and the items below it, each with the lines that go on with a small letter. */
function statementsFrom([label, ...below]: readonly Line[]): string[] {
  const told = label ? [label.text] : []
  for (const { text } of below.slice(0, MOST)) {
    const before = told.at(-1) ?? ''
    if (/^\p{Ll}/u.test(text) || (isCutName(before) && REST_OF_NAME.test(text))) told.push(`${told.pop()} ${text}`)
    else if (ITEM.test(text)) told.push(text)
    else break
  }
  return told
}
