import type { DocumentFacts, Found } from '../../dossier/reading.ts'
import { datesIn, LIMIT } from './dates.ts'
import { distinct, found, type Statement, statementsOf } from './lines.ts'
import { unbulleted } from './lists.ts'
import type { Outline } from './outline.ts'
import { peopleIn } from './person-name.ts'
import { signaturesOf } from './signer.ts'
import { NUMBERED, wording } from './wording.ts'

const CHAIR_LABEL = wording(
  `${NUMBERED}«Chủ trì|Chủ tọa|Người chủ trì|Chủ trì cuộc họp|Chủ trì phiên họp|Chủ trì họp|Chủ tọa cuộc họp|Đồng chủ trì|Chủ tọa phiên họp|Chủ trì hội nghị» ?: ?`,
)
const CHAIR_TOLD = wording('(?:«do»|«dưới sự chủ trì của») (?=«ông|bà|đồng chí»)(.+?)(?: «chủ trì»|$)')
/** `1. Đồng chí …, Chủ tịch - Chủ trì cuộc họp;` among those who took part. */
const CHAIR_LISTED = wording(
  `${NUMBERED}(?=«ông|bà|đồng chí»(?!\\p{L}))(.+?)(?: ?[-–(]|,) ?«chủ trì|chủ tọa» ?(?:«cuộc họp|phiên họp|hội nghị»)?[).;]*$`,
)
/** `Ngày …, tại trụ sở, đồng chí … - Chủ tịch UBND phường … đã chủ trì cuộc họp …`. */
const CHAIR_ACTED = wording(
  '(?:^|, )(?=«ông|bà|đồng chí»(?!\\p{L}))([^,]{5,150}?) «đã chủ trì» «cuộc họp|phiên họp|hội nghị»',
)
const SIGNED = wording('^‹CHỦ TRÌ|CHỦ TỌA|NGƯỜI CHỦ TRÌ›')

/** Two who chair together: neither alone is the chair. */
const BOTH = wording('«và|cùng» «ông|bà|đồng chí»(?!\\p{L})')

/** Who chaired a management review, by name: after `Chủ trì:`, in `do ông … chủ trì`, and where the chair signed. */
export function reviewChair({ own, head }: Outline): readonly Found<string>[] {
  const lines = own.slice(head.length)
  const statements = statementsOf(lines)
  const told = statements.flatMap((statement, index) => named(statement, statements[index + 1]))
  const signed = signaturesOf(lines).flatMap(({ above, name, line }) =>
    SIGNED.test(above[0] ?? '') && name !== undefined ? [found(name, line, ...above, name)] : [],
  )
  return sameName([...told, ...signed])
}

function named({ text, line }: Statement, next: Statement | undefined): Found<string>[] {
  const label = CHAIR_LABEL.exec(text)
  const told = CHAIR_TOLD.exec(text) ?? CHAIR_LISTED.exec(text) ?? CHAIR_ACTED.exec(text)
  const words = label ? text.slice(label[0].length) : told?.[1]
  if (words === undefined || BOTH.test(words)) return []
  const below = words === '' && next
  const [name, other] = peopleIn(below ? unbulleted(next.text) : words)
  return name === undefined || other !== undefined
    ? []
    : [below ? found(name, next.line, next.text) : found(name, line, text)]
}

/** Below a signature a name may stand in capitals: the same person. */
function sameName(names: readonly Found<string>[]): readonly Found<string>[] {
  const upper = new Set<string>()
  return distinct(names).filter(({ value }) => {
    const known = upper.has(value.toUpperCase())
    upper.add(value.toUpperCase())
    return !known
  })
}

const DAY_LABEL = wording(
  `${NUMBERED}«Thời gian|Thời gian họp|Thời gian tổ chức|Thời gian bắt đầu|Thời gian, địa điểm|Ngày họp|Bắt đầu» ?:`,
)
const DAY_TOLD = wording(
  `${NUMBERED}(?:«Hôm nay|Vào hồi|Vào lúc|Lúc|Hồi»(?!\\p{L})|«Ngày» \\d.*«tổ chức|tiến hành|họp|chủ trì»)`,
)

/**
 * The day on which a management review was held, as its minutes tell it: after `Thời gian:`, or in `Hôm nay, ngày …`,
 * whichever stands first; times told further down are of what was decided.
 */
export function reviewDay({ own, head }: Outline): readonly Found<string>[] {
  const told = statementsOf(own.slice(head.length)).find(({ text }) => DAY_LABEL.test(text) || DAY_TOLD.test(text))
  if (!told || LIMIT.test(told.text)) return []
  return distinct(datesIn(told.text).map(({ iso }) => found(iso, told.line, told.text)))
}

/** `cuộc xem xét của Lãnh đạo lần trước`, `kỳ họp xem xét trước đó`; not `họp xong trước ngày 30/9`. */
const EARLIER_REVIEW = wording(
  '«xem xét|cuộc họp|kỳ họp|lần họp|phiên họp»(?: ?«của lãnh đạo|lãnh đạo|của ban lãnh đạo|hệ thống quản lý chất lượng|HTQLCL|về|hệ thống|chất lượng|định kỳ|lần|kỳ|xem xét|các»)* «lần trước|kỳ trước|năm trước|trước đó|trước đây|trước»(?!\\p{L})(?! ?(?:«khi|ngày|tháng|quý|năm|hết|thời|lúc»|\\d))',
)
/** Inputs of a review (TCVN ISO 9001:2015, 9.3.2), by the words agencies use for them. */
const INPUTS: Readonly<Record<string, RegExp>> = {
  a: EARLIER_REVIEW,
  b: wording(
    '«thay đổi» ?.*«vấn đề bên ngoài|vấn đề nội bộ|bên ngoài và nội bộ|bên trong và bên ngoài|nội bộ và bên ngoài|bối cảnh»',
  ),
  c: wording(
    '«kết quả thực hiện và hiệu lực|kết quả hoạt động và hiệu lực|kết quả đánh giá nội bộ|kết quả thực hiện mục tiêu chất lượng|mức độ thực hiện mục tiêu chất lượng|sự hài lòng của|sự thỏa mãn của|mức độ hài lòng»',
  ),
  d: wording(
    '«sự đầy đủ của nguồn lực|tính đầy đủ của nguồn lực|sự đầy đủ của các nguồn lực|mức độ đáp ứng của nguồn lực|nguồn lực cần thiết|các nguồn lực cần thiết»',
  ),
  e: wording('«hành động» ?.*«rủi ro và cơ hội|rủi ro, cơ hội»'),
  f: wording('«cơ hội cải tiến|các cơ hội cải tiến|cơ hội để cải tiến|đề xuất cải tiến|kiến nghị cải tiến»'),
}
/** Outputs (9.3.3). */
const OUTPUTS: Readonly<Record<string, RegExp>> = {
  a: wording('«cơ hội cải tiến|các cơ hội cải tiến|cơ hội để cải tiến»'),
  b: wording(
    '«nhu cầu thay đổi|nhu cầu về thay đổi|nhu cầu đối với sự thay đổi»|«thay đổi» (?:«đối với» |«của» )?«hệ thống quản lý chất lượng|HTQLCL»',
  ),
  c: wording(
    '«nhu cầu nguồn lực|nhu cầu về nguồn lực|nhu cầu về các nguồn lực|bổ sung nguồn lực»|«bổ sung» \\d+ (?:«công chức|viên chức|cán bộ|người lao động|biên chế|nhân sự»)',
  ),
}
const INPUT_SECTION = wording(
  `${NUMBERED}(?:«Phần» [^ ]+ )?(?:«Các» ?)?«nội dung xem xét|đầu vào|nội dung cuộc họp|nội dung họp|nội dung đầu vào|nội dung»(?!\\p{L})`,
)
const OUTPUT_SECTION = wording(
  `${NUMBERED}(?:«Phần» [^ ]+ )?(?:«Các» ?)?«kết luận|đầu ra|kết quả xem xét|kết quả đầu ra|quyết định của|kết luận của»(?!\\p{L})`,
)
/** Said of a section that ends both. */
const LONGEST_HEADING = 110

/**
 * Which inputs and outputs of a management review its minutes list. Inputs are looked for below `Nội dung xem xét` or
 * `Đầu vào`, outputs below `Kết luận` or `Đầu ra`; an item told in other words is not found.
 */
export function reviewItems({ own, head, title }: Outline): Pick<DocumentFacts['review'], 'inputs' | 'outputs'> {
  const body = own.slice(title ? title.index + 1 : head.length)
  const inputs: Found<string>[] = []
  const outputs: Found<string>[] = []
  let section: 'in' | 'out' | undefined
  for (const statement of statementsOf(body)) {
    const heading = statement.text.length <= LONGEST_HEADING
    if (heading && OUTPUT_SECTION.test(statement.text)) section = 'out'
    else if (heading && section !== 'out' && INPUT_SECTION.test(statement.text)) section = 'in'
    else if (section === 'in') inputs.push(...items(statement, INPUTS))
    else if (section === 'out') outputs.push(...items(statement, OUTPUTS))
  }
  return { inputs: inOrder(inputs), outputs: inOrder(outputs) }
}

function items({ text, line }: Statement, known: Readonly<Record<string, RegExp>>): Found<string>[] {
  return Object.entries(known).flatMap(([letter, pattern]) => (pattern.test(text) ? [found(letter, line, text)] : []))
}

function inOrder(readings: readonly Found<string>[]): readonly Found<string>[] {
  return [...distinct(readings)].sort((one, other) => (one.value < other.value ? -1 : 1))
}
