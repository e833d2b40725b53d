import type { Found } from '../../dossier/reading.ts'
import { BETWEEN, UNIT } from './agency-words.ts'
import { distinct, found } from './found.ts'
import type { Line } from './line.ts'
import { labelled, listedUnder, unbulleted } from './listed.ts'
import type { Outline } from './outline.ts'
import { isBroken } from './spelling.ts'

const LABEL = labelled(
  'Đơn vị được đánh giá|Các đơn vị được đánh giá|Bộ phận được đánh giá|Các bộ phận được đánh giá|Đơn vị, bộ phận được đánh giá|Các phòng, đơn vị được đánh giá|Các phòng, ban được đánh giá|Đối tượng được đánh giá',
)
/** The units that were audited, listed under or behind their label; where an entry is no unit, none is read. */
export function auditUnits({ own, head }: Outline): readonly Found<string>[] {
  const listed = listedUnder(own.slice(head.length), LABEL)
  if (!listed) return []
  const beside =
    listed.beside === ''
      ? []
      : listed.beside.split(BETWEEN).map((words) => unit(words, listed.label.line, listed.label.text))
  const below = listed.beside === '' ? listed.items.map(({ line, text }) => fromItem(line, text)) : []
  const units = [...beside, ...below]
  return units.every((one) => one !== undefined) ? distinct(units) : []
}

function fromItem(line: Line, text: string): Found<string> | undefined {
  const words = line.cells.length > 1 ? line.cells.find((cell) => UNIT.test(cell)) : unbulleted(text)
  return words === undefined ? undefined : unit(words, line, text)
}

function unit(words: string, line: Line, quote: string): Found<string> | undefined {
  const name = words.replace(/[.;,]+$/u, '').trim()
  return UNIT.test(name) && !/[:;()]/u.test(name) && !isBroken(name) ? found(name, line, quote) : undefined
}
