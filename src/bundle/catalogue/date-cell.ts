import { isIsoDate } from '../../base/day.ts'
import { serialToIso } from '../sheet/serial-date.ts'
import type { Cell } from '../sheet/sheet.ts'
import { foldWords } from './fold-words.ts'
import { type Reading, saysNothing } from './reading.ts'

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+Z?)?$/
const DAY_FIRST = /^(\D*)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?:\s+0?0:00(?::00)?)?\.?$/
/** Folded: `ngày 05 tháng 3 năm 2014`. */
const IN_WORDS = /^(\D*)(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/
/** What may stand before the day: `kể từ ngày`, `có hiệu lực thi hành từ`. */
const LEAD = new Set(['', 'bat', 'co', 'dau', 'hanh', 'hieu', 'ke', 'luc', 'ngay', 'thi', 'tu'])
/** Plain numbers that are taken for days: 1990 to 2099. Below them stand years (2014) and mere counts. */
const PLAIN_SERIALS = { from: 32_874, through: 73_050 }

/**
 * The day a cell of a date column tells, as `YYYY-MM-DD`; the day comes before the month, as in Vietnam.
 * `unclear` when it tells something else, or a day that does not exist.
 */
export function readDate(cell: Cell | undefined, date1904: boolean): Reading<string> {
  if (cell === undefined || saysNothing(cell.text)) return undefined
  const iso = cell.kind === 'text' ? writtenDate(cell.text) : numericDate(cell, date1904)
  return iso === undefined || !isIsoDate(iso) ? 'unclear' : { value: iso }
}

function numericDate(cell: Cell, date1904: boolean): string | undefined {
  if (cell.kind === 'date') return serialToIso(cell.text, date1904)
  const serial = cell.kind === 'number' ? Number(cell.text) : Number.NaN
  const plausible = serial >= PLAIN_SERIALS.from && serial <= PLAIN_SERIALS.through
  return plausible ? serialToIso(cell.text, date1904) : undefined
}

function writtenDate(text: string): string | undefined {
  const iso = ISO.exec(text)
  if (iso !== null) return `${iso[1]}-${iso[2]}-${iso[3]}`
  const [, lead, day, month, year] = DAY_FIRST.exec(text) ?? IN_WORDS.exec(foldWords(text)) ?? []
  if (lead === undefined || day === undefined || month === undefined || year === undefined) return undefined
  if (
    !foldWords(lead)
      .split(' ')
      .every((word) => LEAD.has(word))
  )
    return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
