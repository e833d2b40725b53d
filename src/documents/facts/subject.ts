import type { Found } from '../../dossier/reading.ts'
import { AGENCY, TITLE } from './agency-words.ts'
import { found, type Line } from './lines.ts'
import { kind, type Outline, withoutMotto } from './outline.ts'
import { inCapitals, isBroken, wording } from './wording.ts'

/** Lines a subject takes at most; where none of its ends stands within them, nothing is read. */
const MOST = 6
const BODY = wording(
  '^(?:(?:«Căn cứ|Hôm nay|Kính gửi|Nơi nhận»|‹Thực hiện|Thời gian|Địa điểm|Để|Nhằm|Trên cơ sở|Theo|Ngày|Từ ngày|Phần|Điều|Chương|Thành phần|Tên tôi|PHẦN|CHƯƠNG›)(?!\\p{L})|[IVX]+[.)]|\\d+[.)]|[a-z][.)]|\\(?«Kèm theo|Ban hành kèm theo|Dự thảo|Phiếu số|Số phiếu»(?!\\p{L})|[-–+*]|\\p{Lu}[^.,;:]{1,45}:(?: |$)|\\p{Lu}[\\p{L} .-]{1,40}, ?«ngày»(?!\\p{L}))',
)
/** No subject ends so: the body has begun. */
const SENTENCE = /[.;:]$/u
/** Said of whoever invites: the body of an invitation. */
const INVITES = wording('«trân trọng kính mời|kính mời»')
/** A part of the text begins, with a number: `MỤC TIÊU` is none. */
const CHAPTER = wording('^«Chương|Phần|Mục» (?:[IVXLC]+|\\d+)(?![\\p{L}\\d])')
/** A code of the form that is filled in: `BM-08.02`, `QT.05/BM-01`. */
export const FORM_CODE = /^\(?\p{Lu}{2,6}(?:[-./]\p{Lu}{1,6})*[-./ ]?\d[\p{Lu}\d]*(?:[-./][\p{Lu}\d]{1,6})*\)?$/u
/** A field that is to be filled in by hand. */
const BLANK = /[.…_]{4,}|…{2,}/u
/** After these a name in capitals is part of the subject, not the authority that decides. */
const LEADS_ON = wording('(?:^|[ ,])«của|tại|cho|với|thuộc|do|và|giữa|trong|đến|các|tới|về|bởi|là»$')
const DECIDER = wording('^‹CỦA› ')
/** Printed by who received a letter, beside or below what it is about. */
/** The same where it runs on in one cell with it: what is the subject's cannot be told. */
const WITH_STAMP = wording('‹ĐẾN› ?«Số» ?:')
const RECEIVED = wording('^(?:‹CÔNG VĂN ĐẾN|ĐẾN›$|«Số|Ngày»(?: đến)? ?:)')
const RULE = /^[-_–—=*.·• ]+$/u
const LETTER = /^V ?\/ ?v(?!\p{L})/iu
/** Of the right half of a heading, which may stand among the lines of the left. */
const PLACE_AND_DAY = wording("^\\p{Lu}[\\p{L}'’ .-]{1,60}[,.] ?«ngày»(?!\\p{L})")
const ADDRESSED = wording('^«Kính gửi»')

/**
 * What the document is about: the lines below its kind, down to the authority that decides, the legal bases or the
 * body; of a letter, the words after `V/v` down to `Kính gửi`. As written, with `Về việc` or `V/v`.
 */
export function subject({ own, head, title }: Outline): readonly Found<string>[] {
  if (title) {
    const lines = own.slice(title.index)
    return DECIDER.test(title.rest)
      ? joined('', withoutCapitals(lines), isEnd)
      : joined(title.rest, DECIDER.test(lines[1]?.text ?? '') ? withoutCapitals(lines) : lines, isEnd)
  }
  const at = head.findIndex(({ cells: [first = ''] }) => LETTER.test(first))
  const first = own[at]?.cells[0]
  if (first === undefined) return []
  const [begun, ...below] = own.slice(at)
  const left = below.filter(({ cells: [cell = ''] }) => withoutMotto(cell) === cell && !PLACE_AND_DAY.test(cell))
  return begun ? joined(first, [begun, ...left], isLetterEnd) : []
}

/** `QUYẾT ĐỊNH` / `CỦA GIÁM ĐỐC SỞ TƯ PHÁP` / `Về việc …`: who decides stands between, in capitals, on one line or several. */
function withoutCapitals(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex(({ text }, at) => at > 0 && !inCapitals(text))
  return end < 0 ? [] : [...lines.slice(0, 1), ...lines.slice(end)]
}

/** What begins on the first of `lines` and goes on in the first cells of those below, until one that is its end. */
function joined(
  begun: string,
  lines: readonly Line[],
  isEndLine: (line: Line, before: string) => boolean,
): readonly Found<string>[] {
  const [first, ...below] = lines
  const length = below.slice(0, MOST + 1).findIndex((line, at) => isEndLine(line, below[at - 1]?.cells[0] ?? begun))
  if (!first || length < 0) return []
  const more = below.slice(0, length).flatMap(({ cells: [cell = ''] }) => (RULE.test(cell) ? [] : [cell]))
  const parts = [begun, ...more].filter((part) => part !== '')
  const value = parts.join(' ')
  const unsure =
    isBroken(value) || WITH_STAMP.test(value) || parts.some((part) => SENTENCE.test(part) || BLANK.test(part))
  return /\p{L}/u.test(value) && !unsure ? [found(value, first, ...parts)] : []
}

/** To whom it is addressed, or the stamp of who received it. */
function isLetterEnd({ text, cells: [cell = ''] }: Line, before: string): boolean {
  if (ADDRESSED.test(text) || RECEIVED.test(cell)) return true
  return inCapitals(cell) && !LEADS_ON.test(before) && AGENCY.test(cell)
}

function isEnd(line: Line, before: string): boolean {
  const [cell = ''] = line.cells
  if (line.cells.length > 1 || BODY.test(cell) || CHAPTER.test(cell) || INVITES.test(cell)) return true
  if (FORM_CODE.test(cell) || BLANK.test(cell)) return true
  return inCapitals(cell) && !LEADS_ON.test(before) && (AGENCY.test(cell) || TITLE.test(cell))
}

const AUDIT = wording('«đánh giá nội bộ|đánh giá chất lượng nội bộ»')
const REVIEW = wording('«xem xét của lãnh đạo|xem xét lãnh đạo|lãnh đạo xem xét»')
/** Lines below the kind in which the subject is looked for where its end is not told. */
const SUBJECT = 4

/** Whether the document reports an internal audit that was done: a plan or a decision about one reports nothing. */
export function reportsAudit(outline: Outline): boolean {
  return isOneOf(outline, ['BÁO CÁO', 'BIÊN BẢN']) && AUDIT.test(titleWords(outline))
}

/** Whether the document is the minutes, or the notice of the conclusions, of a management review that was held. */
export function tellsReview(outline: Outline): boolean {
  return isOneOf(outline, ['BIÊN BẢN', 'THÔNG BÁO', 'KẾT LUẬN']) && REVIEW.test(titleWords(outline))
}

function isOneOf(outline: Outline, kinds: readonly string[]): boolean {
  return kind(outline).some(({ value }) => kinds.includes(value))
}

function titleWords(outline: Outline): string {
  const [told] = subject(outline)
  if (told) return told.value
  const at = outline.title?.index ?? 0
  return outline.own
    .slice(at, at + SUBJECT)
    .map(({ text }) => text)
    .join(' ')
}
