import type { DocumentFacts } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import { NUMBERED } from './numbered.ts'
import type { Outline } from './outline.ts'
import { periodIn } from './period.ts'
import { statementsOf } from './statements.ts'
import { wording } from './wording.ts'

const LABEL = wording(
  `${NUMBERED}(?:«Thời gian|Thời gian đánh giá|Thời gian tiến hành|Thời gian tiến hành đánh giá|Thời gian thực hiện đánh giá|Thời gian đánh giá nội bộ|Ngày đánh giá» ?:)`,
)
const TOLD = wording(
  '«từ ngày» .+«(?:Đoàn|Tổ)»? ?.*«đã tiến hành|tiến hành» ?.*«đánh giá»|«Đoàn đánh giá|Tổ đánh giá» .*«đã tiến hành|tiến hành|thực hiện» ?.*«từ ngày|trong ngày|vào ngày|ngày»',
)
/** What was planned is not what was done; legal bases and the plan are cited by their own days. */
const NOT_DONE = wording('^«Căn cứ|Theo|Thực hiện»|«theo kế hoạch|dự kiến|khắc phục|hoàn thành|số» ?\\d*/?')

/**
 * First and last day of an audit: after the label (`Thời gian đánh giá:`), or in the sentence that tells when the audit
 * team audited. An audit of one day has it for both.
 */
export function auditPeriod({ own, head }: Outline): Pick<DocumentFacts['audit'], 'from' | 'to'> {
  const told = statementsOf(own.slice(head.length)).flatMap(({ text, line }) => {
    const label = LABEL.exec(text)
    if (!label && (NOT_DONE.test(text) || !TOLD.test(text))) return []
    const period = periodIn(label ? text.slice(label[0].length) : text)
    return period ? [{ from: found(period.from, line, text), to: found(period.to, line, text) }] : []
  })
  return { from: distinct(told.map(({ from }) => from)), to: distinct(told.map(({ to }) => to)) }
}
