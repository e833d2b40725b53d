import type { Found } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import { NUMBERED } from './numbered.ts'
import type { Outline } from './outline.ts'
import { statementsOf } from './statements.ts'
import { wording } from './wording.ts'
import { datesIn } from './written-dates.ts'

const LABEL = wording(
  `${NUMBERED}«Thời gian|Thời gian họp|Thời gian tổ chức|Thời gian bắt đầu|Thời gian, địa điểm|Ngày họp|Bắt đầu» ?:`,
)
const TOLD = wording(
  `${NUMBERED}(?:«Hôm nay|Vào hồi|Vào lúc|Lúc|Hồi»(?!\\p{L})|«Ngày» \\d.*«tổ chức|tiến hành|họp|chủ trì»)`,
)

/** The day on which a management review was held, as its minutes tell it: after `Thời gian:`, or `Hôm nay, ngày …`. */
export function reviewDay({ own, head }: Outline): readonly Found<string>[] {
  return distinct(
    statementsOf(own.slice(head.length)).flatMap(({ text, line }) => {
      if (!LABEL.test(text) && !TOLD.test(text)) return []
      const dates = datesIn(text)
      const told = LABEL.test(text) ? dates : dates.slice(0, 1)
      return told.map(({ iso }) => found(iso, line, text))
    }),
  )
}
