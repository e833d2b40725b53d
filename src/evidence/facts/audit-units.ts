import { withoutEnd } from '../../base/without-end.ts'
import type { Found } from '../../dossier/reading.ts'
import { BETWEEN, UNIT } from './agency-words.ts'
import { distinct, found } from './found.ts'
import type { Line } from './line.ts'
import { labelled, listedUnder, unbulleted } from './listed.ts'
import type { Outline } from './outline.ts'
import { endsWithName } from './person-name.ts'
import type { Row } from './rows.ts'
import { isBroken } from './spelling.ts'
import { wording } from './wording.ts'

const LABEL = labelled(
  'Đơn vị được đánh giá|Các đơn vị được đánh giá|Bộ phận được đánh giá|Các bộ phận được đánh giá|Đơn vị, bộ phận được đánh giá|Các phòng, đơn vị được đánh giá|Các phòng, ban được đánh giá|Đối tượng được đánh giá',
)
/** Other words, a person, or half a name. */
const UNSURE = wording('[:;()\\d]|(?:^| )«ông|bà|đồng chí»(?!\\p{L})|(?: «và|của|thuộc»|[-–,])$')

/** The units that were audited, listed under or behind their label; where an entry is no unit, none is read. */
export function auditUnits({ own, head }: Outline): readonly Found<string>[] {
  const listed = listedUnder(own.slice(head.length), LABEL)
  if (!listed) return []
  const beside =
    listed.beside === ''
      ? []
      : listed.beside.split(BETWEEN).map((words) => unit(words, listed.label.line, listed.label.text))
  const below = listed.beside === '' ? listed.items.map(fromItem) : []
  const units = [...beside, ...below]
  return units.every((one) => one !== undefined) ? distinct(units) : []
}

/** Of a row that runs over several lines, a unit is read only where the others are none of its words. */
function fromItem({ line, text, beside }: Row): Found<string> | undefined {
  if (line.cells.length === 1) return unit(unbulleted(text), line, text)
  const [words, other] = line.cells.filter((cell) => UNIT.test(cell))
  return words === undefined || other !== undefined || beside.length > 0 ? undefined : unit(words, line, text)
}

function unit(words: string, line: Line, quote: string): Found<string> | undefined {
  const name = withoutEnd(words, '.;,').trim()
  const sure = UNIT.test(name) && !UNSURE.test(name) && !isBroken(name) && !endsWithName(name)
  return sure ? found(name, line, quote) : undefined
}
