import type { Found } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import type { Line } from './line.ts'
import type { Outline } from './outline.ts'
import { wording } from './wording.ts'
import { datesIn } from './written-dates.ts'

const LABEL = wording('^«Ngày phê duyệt» ?:? ?')
/** Lines from the top of a document of the system on which its code, edition and days stand. */
const TOP = 25

/**
 * The day on which a document of the system was approved, as the table at its top tells it (`Ngày phê duyệt`). The day on
 * which it was issued or takes effect (`Ngày ban hành`, `Ngày hiệu lực`) is another.
 */
export function approvalDay({ own }: Outline): readonly Found<string>[] {
  return distinct(own.slice(0, TOP).flatMap(labelledDays))
}

function labelledDays(line: Line): Found<string>[] {
  return line.cells.flatMap((cell, index) => {
    if (!LABEL.test(cell)) return []
    const beside = cell.replace(LABEL, '')
    const words = beside === '' ? (line.cells[index + 1] ?? '') : beside
    const [date] = datesIn(words)
    const whole = date && date.at === 0 && date.end === words.length
    return whole ? [found(date.iso, line, cell, ...(beside === '' ? [words] : []))] : []
  })
}
