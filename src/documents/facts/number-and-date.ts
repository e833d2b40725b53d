import type { Found } from '../../dossier/reading.ts'
import { datesIn } from './dates.ts'
import { distinct, found, type Line } from './lines.ts'
import type { Outline } from './outline.ts'
import { wording } from './wording.ts'

const NUMBER_LABEL = wording('^‹Số|SỐ› ?:? ?(?=\\d)')
/** The subject of a letter may cite a number at the beginning of a line: it is looked for above. */
const SUBJECT = /^[Vv] ?\/ ?v(?!\p{L})/u
/** Number, year where it has one, and sign: `88/QĐ-STP`, `12/2026/QĐ-UBND`, `45a/BC-BCĐISO`. */
const SIGN = '\\p{Lu}[\\p{Lu}\\d]*\\p{Ll}{0,2}\\p{Lu}*(?:[-.][\\p{Lu}\\d][\\p{L}\\d]*)*'
const WHOLE_NUMBER = new RegExp(`^(0*[1-9]\\d{0,5}\\p{Ll}?/(?:\\d{4}/)?${SIGN})$`, 'u')
/** The same before the place and the day, on one run with them. */
const BESIDE_PLACE = wording('^(.+?)(?:,| (?:TP\\. ?)?\\p{Lu}\\p{Ll}[\\p{L} .-]*,) ?«ngày»(?!\\p{L}).*$')
/** A longer cell is no part of a heading. */
const LONGEST_NUMBER = 150
/** Signs of copies: the number of the copy is not that of the document (NĐ 30/2020, Phụ lục I). */
const COPY = /\/(?:\d{4}\/)?(?:SY|SL|TrS|TS)-/u

/**
 * The number and sign in the heading of the document itself. A number with a blank, of a copy (`12/SY-UBND`) or without
 * a sign is none; numbers cited among the legal bases or in the subject do not stand in the heading.
 */
export function ownNumber({ head }: Outline): readonly Found<string>[] {
  const subject = head.findIndex(({ cells }) => cells.some((cell) => SUBJECT.test(cell)))
  return distinct(
    head.slice(0, subject < 0 ? undefined : subject + 1).flatMap((line) =>
      line.cells.flatMap((cell) => {
        const label = NUMBER_LABEL.exec(cell)
        if (!label) return []
        return numbersIn(cell.slice(label[0].length, LONGEST_NUMBER)).map((number) => found(number, line, cell))
      }),
    ),
  )
}

function numbersIn(words: string): string[] {
  const whole = numberOf(words)
  if (whole) return [whole]
  const beside = BESIDE_PLACE.exec(words)?.[1]
  const number = beside === undefined ? undefined : numberOf(beside)
  if (number) return [number]
  const each = words.split(/ (?:[;,/] )?(?=\d)/u).map(numberOf)
  return each.every((one) => one !== undefined) ? each : []
}

/** The number and sign that the words are; white space counts only where no stroke or hyphen stands beside it. */
function numberOf(words: string): string | undefined {
  const close = words.replace(/ ?([/–—-]) ?/gu, (_, sign: string) => (sign === '/' ? '/' : '-')).replace(/[.,;]$/u, '')
  const number = WHOLE_NUMBER.exec(close)?.[1]
  return number && /-|\p{Lu}{2}/u.test(number.slice(number.indexOf('/'))) && !COPY.test(number) ? number : undefined
}

/** `1.001234`, `1.001234.H61`, `1.001234.000.00.00.H61`; a dot may have a stray space beside it before six digits that begin with 0. */
const CODE =
  /(?<![\p{L}\d.,/_-])([1-6])(?:\.(\d{6})| ?\. ?(0\d{5}))((?:\.\d{3}\.\d{2}\.\d{2})?\.[A-Z]\d{2})?(?![\p{L}\d]|[.,/](?!000(?!\d))\d)/gu
/** What a list of procedures, or a text about them, calls their codes or them; then a number of that form is a code. */
const ABOUT = wording(
  '«mã TTHC|mã thủ tục|mã số thủ tục|mã số TTHC|mã hồ sơ|mã số hồ sơ|thủ tục hành chính|TTHC|quy trình»(?!\\p{L})',
)
/** The heading of a column of codes. */
const COLUMN = wording(
  '^«Mã|Mã số|Mã TTHC|Mã thủ tục|Mã số TTHC|Mã số thủ tục|Mã thủ tục hành chính|Mã số hồ sơ|Mã số thủ tục hành chính»(?: ?\\(.*)?$',
)
/** Words around a code in its quote. */
const AROUND = 60

/**
 * Codes of administrative procedures, as they stand in lists, annexes and text. The first digits `7`–`9` are degrees of
 * latitude rather than codes; digits that are part of another number are none. A number with six decimals is a code where the
 * text is about procedures, and one whose decimals do not begin with 0 only where a column is called so.
 */
export function codes({ all }: Outline): readonly Found<string>[] {
  const about = all.some(({ text }) => ABOUT.test(text))
  const column = all.some(({ cells }) => cells.some((cell) => COLUMN.test(cell)))
  const isCode = (digits: string, tail: string) => tail !== '' || (digits.startsWith('0') ? about : column)
  return distinct(
    all.flatMap((line) =>
      line.cells.flatMap((cell) =>
        [...cell.matchAll(CODE)].flatMap(({ 0: words, 1: level, 2: close, 3: loose, 4: tail = '', index }) => {
          const digits = close ?? loose ?? ''
          const quote = around(cell, index, words.length)
          return isCode(digits, tail) ? [found(`${level}.${digits}${tail}`, line, quote)] : []
        }),
      ),
    ),
  )
}

function around(cell: string, at: number, length: number): string {
  const from = Math.max(0, at - AROUND)
  const start = from === 0 ? 0 : cell.indexOf(' ', from) + 1 || from
  return cell.slice(Math.min(start, at), at + length + AROUND)
}

/** Of a scan, words of it may be unknown: the day stands for itself. */
const PLACE = "\\p{Lu}[\\p{L}'’. \ufffd-]{1,60}[,.\ufffd]"
/** What stands before the day in a heading: the place, the number where both are one run, or nothing but `ngày`. */
const BEFORE = wording(`^(?:«Số» ?:.*? )?(?:${PLACE} ?«ngày»|‹ngày›) ?$|^«Số» ?:.*, ?‹ngày› ?$`)
const PLACE_ONLY = /^\p{Lu}[\p{L}'’. -]{1,40}, ?$/u
const WHOLE_DATE = wording(`^${PLACE} ?«ngày» ?$`)
/** Where the day stands in a heading: when none can be read there, it is blank or no day at all. */
const DAY_HERE = wording(`^(?:«Số» ?:.*? )?${PLACE} ?«ngày»`)
/** A longer cell is no part of a heading. */
const LONGEST_DATE = 200
/** Lines above the end among which a place and day stand when the heading has none. */
const FROM_END = 25

/**
 * The day of the document itself: `Vĩnh Long, ngày 02 tháng 4 năm 2026` in its heading; where the heading has none, the
 * day of approval told at the top, or a place and day as a line of its own above the signature. A day left blank in the
 * heading is none. The day of a meeting told in minutes is not that of the document.
 */
export function ownDate(outline: Outline): readonly Found<string>[] {
  const { head, own, title } = outline
  const above = head.flatMap((line) => placedDates(line, (before) => BEFORE.test(before) || PLACE_ONLY.test(before)))
  if (above.length > 0) return distinct(above)
  if (head.some(({ cells }) => cells.some((cell) => DAY_HERE.test(cell)))) return []
  const approved = approvalDay(outline)
  if (approved.length > 0) return approved
  const body = own.slice(Math.max(title?.index ?? head.length, own.length - FROM_END))
  return distinct(body.flatMap((line) => placedDates(line, (before) => WHOLE_DATE.test(before))))
}

function placedDates(line: Line, isPlace: (before: string) => boolean): Found<string>[] {
  return line.cells.flatMap((cell) =>
    datesIn(cell.slice(0, LONGEST_DATE))
      .filter(({ at, end }) => /^[ .]*$/u.test(cell.slice(end, end + LONGEST_DATE)) && isPlace(cell.slice(0, at)))
      .map(({ iso }) => found(iso, line, cell)),
  )
}

const APPROVAL_LABEL = wording('^«Ngày phê duyệt» ?:? ?')
/** Lines from the top of a document of the system on which its code, edition and days stand. */
const TOP = 25

/**
 * The day on which a document of the system was approved, as the table at its top tells it (`Ngày phê duyệt`). The day on
 * which it was issued or takes effect (`Ngày ban hành`, `Ngày hiệu lực`) is another.
 */
function approvalDay({ own }: Outline): readonly Found<string>[] {
  return distinct(own.slice(0, TOP).flatMap(labelledDays))
}

function labelledDays(line: Line): Found<string>[] {
  return line.cells.flatMap((cell, index) => {
    if (!APPROVAL_LABEL.test(cell)) return []
    const beside = cell.replace(APPROVAL_LABEL, '')
    const words = beside === '' ? (line.cells[index + 1] ?? '') : beside
    const [date] = datesIn(words)
    const whole = date && date.at === 0 && date.end === words.length
    return whole ? [found(date.iso, line, cell, ...(beside === '' ? [words] : []))] : []
  })
}
