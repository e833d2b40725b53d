import type { DocumentFacts, Found } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import { NUMBERED } from './numbered.ts'
import type { Outline } from './outline.ts'
import { type Statement, statementsOf } from './statements.ts'
import { wording } from './wording.ts'

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
    '«sự đầy đủ của nguồn lực|tính đầy đủ của nguồn lực|sự đầy đủ của các nguồn lực|mức độ đáp ứng của nguồn lực»',
  ),
  e: wording('«hành động» ?.*«rủi ro và cơ hội|rủi ro, cơ hội»'),
  f: wording('«cơ hội cải tiến|các cơ hội cải tiến|cơ hội để cải tiến»'),
}
/** Outputs (9.3.3). */
const OUTPUTS: Readonly<Record<string, RegExp>> = {
  a: wording('«cơ hội cải tiến|các cơ hội cải tiến|cơ hội để cải tiến»'),
  b: wording(
    '«nhu cầu thay đổi|nhu cầu về thay đổi|nhu cầu đối với sự thay đổi»|«thay đổi» (?:«đối với» |«của» )?«hệ thống quản lý chất lượng|HTQLCL»',
  ),
  c: wording('«nhu cầu nguồn lực|nhu cầu về nguồn lực|nhu cầu về các nguồn lực|bổ sung nguồn lực»'),
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
