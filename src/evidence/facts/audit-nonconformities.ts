import type { Found } from '../../dossier/reading.ts'
import { COUNT, countsOf } from './counted.ts'
import { distinct, found } from './found.ts'
import { NUMBERED } from './numbered.ts'
import type { Outline } from './outline.ts'
import { type Statement, statementsOf } from './statements.ts'
import { wording } from './wording.ts'

const POINTS = '«điểm không phù hợp|sự không phù hợp|điểm KPH»'
/** `Số điểm không phù hợp: 03`, `Tổng số điểm không phù hợp phát hiện: 03 điểm`. */
const LABELLED = wording(
  `${NUMBERED}(?:«Tổng số|Tổng cộng|Số lượng|Số» ?)?(?:«các» ?)?${POINTS}(?: ?«được phát hiện|phát hiện|phát hiện được|được ghi nhận|ghi nhận»)? ?: ?${COUNT} ?(?:${POINTS}|«điểm»)?(?=[ .;]*$)`,
)
const NONE_LABELLED = wording(
  `${NUMBERED}(?:«Tổng số|Số lượng|Số» ?)?(?:«các» ?)?${POINTS}(?: ?«được phát hiện|phát hiện»)? ?: ?«không|không có|không phát hiện»(?=[ .;]*$)`,
)
/** `phát hiện 03 điểm không phù hợp`; of one grade only, it is not the number of all. */
const TOLD = wording(
  `(?:«phát hiện|phát hiện được|ghi nhận|ghi nhận được|nêu|lập|xác định|có|phát hiện tổng số|phát hiện tổng cộng|có tổng số|có tổng cộng») ${COUNT} ?${POINTS}(?= ?(?:[.,;:)]|$|«và|gồm|như sau|trong đó»))`,
  'gu',
)
/** Of the whole audit only where nothing but its result is told before: parts of a report say the same of one clause. */
const NONE_TOLD = wording(
  `${NUMBERED}(?:«Kết quả|Kết luận»[^:.]{0,40}: ?)?(?:«Qua» [^,:.]{1,40}, ?)?(?:«Đoàn|Tổ»[\\p{L} ]{0,25} )?«không phát hiện|không có|không ghi nhận|chưa phát hiện» ?(?:«các|ra|thấy|được» ?)?${POINTS}(?= ?(?:«nào» ?)?(?:[.,;]|$))`,
)
/** A label before the sentence, other than of the result: it is told of that part. */
const SECTION = wording(`${NUMBERED}(?!«Kết quả|Kết luận|Tổng|Điểm không phù hợp|Số điểm»)[^:.]{1,60}:(?= )`)
/** Some were found, whoever they are of. */
const SOME = wording(`(?<!\\d)0*[1-9]\\d{0,2} ?(?:\\([^)]{1,12}\\) ?)?${POINTS}`)
/** Of one unit, of an earlier audit, or of what became of them: not how many this audit found. */
const OTHER = wording(
  '^[-–+•\\da-zđ.) ]*«Về|Đối với|Trong»(?!\\p{L})|«lần trước|kỳ trước|đợt trước|năm trước|trước đây|đã khắc phục|khắc phục|đã đóng|nếu có|nếu»|(?:^|[ (])«tại|của|ở|thuộc» (?:«các» )?(?=«phòng|văn phòng|trung tâm|bộ phận|thanh tra|chi cục|ban|tổ»(?!\\p{L}))|^[-–+•\\d.) ]*«Phòng|Văn phòng|Trung tâm|Bộ phận|Thanh tra|Chi cục|Ban|Tổ»(?!\\p{L})|«năm|lần|đợt» \\d',
)

/**
 * How many nonconformities an audit report says were found. Numbers of one unit, of one grade, of an earlier audit, or of
 * those corrected are none; numbers that differ are all told.
 */
export function auditNonconformities({ own, head }: Outline): readonly Found<number>[] {
  const told = statementsOf(own.slice(head.length)).flatMap(sentences)
  const some = told.some(({ text }) => SOME.test(text))
  return distinct(told.flatMap((sentence) => countIn(sentence, some)))
}

function sentences({ text, line, lines }: Statement): Statement[] {
  return text.split(/(?<=[.;]) (?=\p{Lu})/u).map((sentence) => ({ text: sentence, line, lines }))
}

function countIn({ text, line }: Statement, some: boolean): Found<number>[] {
  if (line.cells.length > 2 || OTHER.test(text) || (SECTION.test(text) && !LABELLED.test(text))) return []
  const labelled = LABELLED.exec(text)
  const told = labelled ? [labelled] : [...text.matchAll(TOLD)]
  const none = !some && (NONE_LABELLED.test(text) || NONE_TOLD.test(text))
  const counts = [...told.flatMap(([, ...groups]) => countsOf(groups)), ...(none ? [0] : [])]
  return counts.map((count) => found(count, line, text))
}
