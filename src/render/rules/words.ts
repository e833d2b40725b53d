import type { Language, Localized } from '../../core/errors.ts'
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
