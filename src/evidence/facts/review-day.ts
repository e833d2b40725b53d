import type { Found } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import { NUMBERED } from './numbered.ts'
import type { Outline } from './outline.ts'
import { statementsOf } from './statements.ts'
import { wording } from './wording.ts'
import { datesIn, LIMIT } from './written-dates.ts'

const LABEL = wording(
  `${NUMBERED}«Thời gian|Thời gian họp|Thời gian tổ chức|Thời gian bắt đầu|Thời gian, địa điểm|Ngày họp|Bắt đầu» ?:`,
)
const TOLD = wording(
  `${NUMBERED}(?:«Hôm nay|Vào hồi|Vào lúc|Lúc|Hồi»(?!\\p{L})|«Ngày» \\d.*«tổ chức|tiến hành|họp|chủ trì»)`,
)

/**
 * The day on which a management review was held, as its minutes tell it: after `Thời gian:`, or in `Hôm nay, ngày …`,
 * whichever stands first; times told further down are of what was decided.
 */
export function reviewDay({ own, head }: Outline): readonly Found<string>[] {
  const told = statementsOf(own.slice(head.length)).find(({ text }) => LABEL.test(text) || TOLD.test(text))
  if (!told || LIMIT.test(told.text)) return []
  return distinct(datesIn(told.text).map(({ iso }) => found(iso, told.line, told.text)))
}
