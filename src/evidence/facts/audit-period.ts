import type { DocumentFacts } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import { NUMBERED } from './numbered.ts'
import type { Outline } from './outline.ts'
import { periodIn } from './period.ts'
import { statementsOf } from './statements.ts'
import { wording } from './wording.ts'
import { LIMIT } from './written-dates.ts'

const LABEL = wording(
  `${NUMBERED}(?:«Thời gian đánh giá|Thời gian tiến hành|Thời gian tiến hành đánh giá|Thời gian thực hiện đánh giá|Thời gian đánh giá nội bộ|Ngày đánh giá» ?:)`,
)
/** May stand over any time told in the report: the first is that of the audit, where none is called so. */
const TIME = wording(`${NUMBERED}«Thời gian» ?:`)
/** Who audited, and that they did: a sentence with both tells when. */
const TEAM = wording('«Đoàn|Tổ» (?:«đánh giá|chuyên gia»)')
const DID = wording('«đã tiến hành|tiến hành đánh giá|thực hiện đánh giá|đã thực hiện|đã đánh giá»')
/** What was planned is not what was done; legal bases and the plan are cited by their own days. */
const NOT_DONE = wording('^«Căn cứ|Theo|Thực hiện»|«theo kế hoạch|dự kiến|khắc phục|hoàn thành|số» ?\\d*/?')

/**
 * First and last day of an audit: after the label (`Thời gian đánh giá:`), or in the sentence that tells when the audit
 * team audited. An audit of one day has it for both.
 */
export function auditPeriod({ own, head }: Outline): Pick<DocumentFacts['audit'], 'from' | 'to'> {
  const statements = statementsOf(own.slice(head.length))
  const time = statements.some(({ text }) => LABEL.test(text))
    ? undefined
    : statements.find(({ text }) => TIME.test(text))
  const told = statements.flatMap((statement) => {
    const { text, line } = statement
    const label = LABEL.exec(text) ?? (statement === time ? TIME.exec(text) : null)
    if (!label && (NOT_DONE.test(text) || !TEAM.test(text) || !DID.test(text))) return []
    if (LIMIT.test(text)) return []
    const period = periodIn(label ? text.slice(label[0].length) : text)
    return period ? [{ from: found(period.from, line, text), to: found(period.to, line, text) }] : []
  })
  return { from: distinct(told.map(({ from }) => from)), to: distinct(told.map(({ to }) => to)) }
}
