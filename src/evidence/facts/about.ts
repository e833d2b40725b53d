import { kind } from './kind.ts'
import type { Outline } from './outline.ts'
import { subject } from './subject.ts'
import { wording } from './wording.ts'

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
