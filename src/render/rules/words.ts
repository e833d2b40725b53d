import type { Language, Localized } from '../../core/errors.ts'
import type { ReadingRule } from '../../rules/vocabulary.ts'
import { showDate } from '../values.ts'

/** Steps of a judgement as the pages of the rules name them. */
export const STEP_WORDS = {
  when: { vi: 'Áp dụng khi', en: 'Applies when' },
  evidence: { vi: 'Bằng chứng xem xét', en: 'Evidence looked at' },
  optional: { vi: '(nếu có)', en: '(if there is any)' },
  if: { vi: 'khi', en: 'if' },
  assert: { vi: 'Đạt khi', en: 'Met when' },
  dueOn: { vi: 'Nếu chưa đạt, còn thời hạn đến hết', en: 'If not met, there is time through' },
  review: { vi: 'Nếu chưa đạt, cần người xem xét khi', en: 'If not met, for a person to review when' },
  holdsUntil: { vi: 'Còn đạt đến hết', en: 'Stays met through' },
  names: {
    vi: 'Tài liệu đọc được phải có một trong các từ này (không phân biệt dấu) hoặc tên cơ quan',
    en: 'A paper whose text can be read must hold one of these (accents do not count) or name the agency',
  },
  corroborate: {
    vi: 'Đối chiếu với nội dung tài liệu (khi tài liệu được đọc và nội dung khai cho thấy đạt, còn thời hạn hoặc cần xem xét)',
    en: 'Held against the documents (where they are read and what is stated is met, still in time or for review)',
  },
  forEach: { vi: 'Xét từng mục trong danh sách', en: 'Each item is judged of' },
  empty: { vi: 'Không có mục nào phải xét', en: 'No item to judge' },
  emptyWhen: { vi: 'nhưng là “{outcome}” khi', en: 'but “{outcome}” if' },
  grace: {
    vi: 'Nếu chưa đạt hoặc thiếu bằng chứng, chưa đến hạn cho đến hết',
    en: 'If not met or without evidence, not yet due through',
  },
  recommend: { vi: 'Khuyến nghị, không ảnh hưởng kết quả', en: 'Recommended, without effect on the outcome' },
  tolerate: {
    vi: 'Mục cần người xem xét được coi là đạt và chỉ được khuyến nghị khi không quá {share} của {whole}, nếu',
    en: 'Items for a person to review pass and are recommended while they are at most {share} of {whole}, if',
  },
  emptyUntil: { vi: 'trước đó còn thời hạn đến hết', en: 'before that there is time through' },
  firstOf: { vi: 'ngày đầu tiên tính được trong các ngày sau', en: 'the first of these that can be told' },
  credit: { vi: 'Tính điểm từng phần', en: 'Part credit' },
  creditItems: { vi: 'theo tỷ lệ số mục đạt', en: 'by the share of items that are met' },
  creditShare: { vi: 'theo tỷ lệ', en: 'by' },
} as const satisfies Record<string, Localized>

/** Headings and labels of the pages. */
export const PAGE_WORDS = {
  basis: { vi: 'Căn cứ', en: 'Basis' },
  weight: { vi: 'trọng số', en: 'weight' },
  interpretation: { vi: 'Cách hiểu', en: 'Interpretation' },
  judged: { vi: 'Đánh giá như thế nào', en: 'How it is judged' },
  remedy: { vi: 'Nội dung đề nghị thực hiện hoặc khắc phục', en: 'What to do' },
  history: { vi: 'Lịch sử và thông số', en: 'History and parameters' },
  from: { vi: 'từ ngày', en: 'from' },
  to: { vi: 'đến trước ngày', en: 'until before' },
  values: { vi: 'thông số', en: 'parameters' },
  profile: { vi: 'Bộ thông số', en: 'Profile' },
  reason: { vi: 'Lý do', en: 'Reason' },
  by: { vi: 'theo', en: 'by' },
  off: { vi: 'không đánh giá', en: 'not judged' },
  leastAssurance: { vi: 'mức bằng chứng tối thiểu để đạt', en: 'least assurance to be met' },
  tests: { vi: 'Ca kiểm thử, tên như trong tệp quy tắc', en: 'Tests' },
  aliases: { vi: 'Mã cũ', en: 'Earlier ids' },
  quarantines: {
    vi: 'Khi cần người xem xét, tạm dừng xử lý và cách ly cả bộ hồ sơ.',
    en: 'When a person must review it, work on the whole bundle stops and it is set apart.',
  },
  generated: {
    vi: 'Trang này do lệnh `qms-verdict rules docs` lập từ các tệp quy tắc; không sửa trực tiếp.',
    en: 'This page is made from the rule files by `qms-verdict rules docs`; do not edit it.',
  },
} as const satisfies Record<string, Localized>

/** A stretch of days in words; `to` is the first day after it; empty when it has no end at all. */
export function span({ from, to }: { from?: string | undefined; to?: string | undefined }, lang: Language): string {
  const parts = [
    from === undefined ? '' : `${PAGE_WORDS.from[lang]} ${showDate(from, lang)}`,
    to === undefined ? '' : `${PAGE_WORDS.to[lang]} ${showDate(to, lang)}`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** A line of a readable rule, with what stands under it. */
export interface Line {
  text: string
  inside?: readonly Line[]
}

/** Lines as a nested Markdown list. */
export function bullets(lines: readonly Line[], depth = 0): string[] {
  return lines.flatMap(({ text, inside = [] }) => [`${'  '.repeat(depth)}- ${text}`, ...bullets(inside, depth + 1)])
}

export const CONDITION_HEADS = {
  all: { vi: 'tất cả các điều sau', en: 'all of these' },
  any: { vi: 'ít nhất một trong các điều sau', en: 'at least one of these' },
  not: { vi: 'không phải', en: 'not' },
}

/** How each comparison of the closed set is said between its two sides. */
export const OPERATOR_WORDS: Readonly<Record<string, Localized>> = {
  before: { vi: 'trước', en: 'is before' },
  onOrBefore: { vi: 'không muộn hơn', en: 'is no later than' },
  after: { vi: 'sau', en: 'is after' },
  onOrAfter: { vi: 'không sớm hơn', en: 'is no earlier than' },
  inSameYearAs: { vi: 'cùng năm dương lịch với', en: 'is in the same calendar year as' },
  inYearBefore: { vi: 'thuộc năm liền trước năm của', en: 'is in the calendar year before that of' },
  equal: { vi: 'là', en: 'is' },
  notEqual: { vi: 'không phải là', en: 'is not' },
  lessThan: { vi: 'nhỏ hơn', en: 'is less than' },
  lessThanInclusive: { vi: 'không lớn hơn', en: 'is at most' },
  greaterThan: { vi: 'lớn hơn', en: 'is more than' },
  greaterThanInclusive: { vi: 'ít nhất bằng', en: 'is at least' },
  in: { vi: 'là một trong:', en: 'is one of:' },
  notIn: { vi: 'không phải là một trong:', en: 'is none of:' },
  startsWith: { vi: 'bắt đầu bằng', en: 'begins with' },
  contains: { vi: 'có', en: 'include' },
  containsAll: { vi: 'có đủ:', en: 'include all of:' },
}

export const DIFFERENCE_WORDS: Record<ReadingRule['differs'], Localized> = {
  contradicts: { vi: 'khác nhau thì chưa đạt', en: 'a difference fails' },
  ambiguous: { vi: 'khác nhau thì cần người xem xét', en: 'a difference is for a person to review' },
  notFound: { vi: 'khác nhau thì không kết luận', en: 'nothing follows from a difference' },
}

export const REGISTER_WORDS = {
  inForce: { vi: 'hiệu lực từ ngày', en: 'in force from' },
  ended: { vi: 'hết hiệu lực từ ngày', en: 'no longer in force from' },
  checked: { vi: 'kiểm tra lần cuối ngày', en: 'last checked on' },
  accepted: { vi: 'được chấp nhận từ ngày', en: 'accepted from' },
  awaitingGuidance: { vi: 'chờ hướng dẫn từ ngày', en: 'awaiting guidance from' },
  notAccepted: { vi: 'không được chấp nhận từ ngày', en: 'no longer accepted from' },
  notForFirst: { vi: 'không dùng cho công bố lần đầu từ ngày', en: 'not for a first declaration from' },
  atLeast: { vi: 'từ {n} điểm', en: 'from {n} points' },
  backed: { vi: 'tài liệu chứng minh từ {n}%', en: 'papers back {n}% or more' },
  read: {
    vi: 'tài liệu mà bộ thông số đòi hỏi đã đọc được',
    en: 'the papers that the profile demands were read',
  },
} as const satisfies Record<string, Localized>

export const PROFILE_WORDS = {
  overrides: { vi: 'Thay đổi quy tắc', en: 'Changes the rule' },
  obliges: { vi: 'Thêm đối tượng phải thực hiện', en: 'Obliges' },
  editions: { vi: 'Chấp nhận phiên bản', en: 'Accepts the edition' },
  grades: { vi: 'Xếp loại', en: 'Grade' },
  target: { vi: 'Mục tiêu', en: 'Target' },
} as const satisfies Record<string, Localized>

export const INDEX_WORDS = {
  order: { vi: 'Thứ tự đánh giá một quy tắc', en: 'The order in which a rule is judged' },
  outcomes: { vi: 'Kết quả của một quy tắc', en: 'What a rule may come to' },
  grades: {
    vi: 'Xếp loại theo điểm hiện tại và tỷ lệ nội dung có tài liệu',
    en: 'Grades by score today and by what papers back',
  },
  profiles: { vi: 'Bộ thông số của địa phương', en: 'Local profiles' },
  standards: { vi: 'Phiên bản tiêu chuẩn', en: 'Editions of the standard' },
  sources: { vi: 'Văn bản làm căn cứ', en: 'Sources' },
  rules: { vi: 'quy tắc', en: 'rules' },
  version: { vi: 'phiên bản', en: 'version' },
} as const satisfies Record<string, Localized>

export const JUDGING_ORDER: readonly Localized[] = [
  {
    vi: 'Quy tắc chưa hoặc không còn hiệu lực tại ngày đánh giá thì không xét; không thuộc trường hợp "Áp dụng khi" thì không áp dụng.',
    en: 'A rule not in force on the day of judgement is not asked; where "Applies when" does not hold, it does not apply.',
  },
  {
    vi: 'Bằng chứng xem xét (trừ loại "nếu có") mà không có trong hồ sơ thì kết quả là thiếu bằng chứng, chưa xét đến điều kiện đạt.',
    en: 'Evidence that is not there (but for what is marked "if there is any") is missing evidence, before the condition is asked.',
  },
  {
    vi: 'Thỏa mãn "Đạt khi" thì đạt. Nếu chưa: còn thời hạn thì chưa đến hạn; thuộc trường hợp cần người xem xét thì hệ thống không tự kết luận; dữ liệu để so sánh không có thì thiếu bằng chứng; còn lại là chưa đạt.',
    en: 'Where "Met when" holds it is met. If not: not yet due while there is time; left to a person where so said; missing evidence where something to compare is absent; else not met.',
  },
  {
    vi: 'Quy tắc xét từng mục lấy kết quả nặng nhất trong các mục: chưa đạt, thiếu bằng chứng, cần người xem xét, chưa đến hạn, đạt.',
    en: 'A rule over a list comes to the strongest outcome of its items: not met, evidence missing, for review, not yet due, met.',
  },
]

export const TEST_DAYS = {
  dueOn: { vi: 'chậm nhất đến hết ngày', en: 'due by' },
  holdsUntil: { vi: 'còn đạt đến hết ngày', en: 'holds through' },
}
