import type { Found } from '../../dossier/reading.ts'
import { approvalDay } from './approval-day.ts'
import { distinct, found } from './found.ts'
import type { Line } from './line.ts'
import type { Outline } from './outline.ts'
import { wording } from './wording.ts'
import { datesIn } from './written-dates.ts'

const PLACE = "\\p{Lu}[\\p{L}'’. -]{1,60}[,.]"
/** What stands before the day in a heading: the place, the number where both are one run, or nothing but `ngày`. */
const BEFORE = wording(`^(?:«Số» ?:.*? )?(?:${PLACE} ?«ngày»|‹ngày›) ?$|^«Số» ?:.*, ?‹ngày› ?$`)
const PLACE_ONLY = /^\p{Lu}[\p{L}'’. -]{1,40}, ?$/u
const WHOLE = wording(`^${PLACE} ?«ngày» ?$`)
/** Where the day stands in a heading: when none can be read there, it is blank or no day at all. */
const DAY_HERE = wording(`^(?:«Số» ?:.*? )?${PLACE} ?«ngày»`)
/** A longer cell is no part of a heading. */
const LONGEST = 200
/** Lines above the end among which a place and day stand when the heading has none. */
const FROM_END = 25

/**
 * The day of the document itself: `Vĩnh Long, ngày 02 tháng 4 năm 2026` in its heading; where the heading has none, the
 * day of approval told at the top, or a place and day as a line of its own above the signature. A day left blank in the
 * heading is none. The day of a meeting told in minutes is not that of the document.
 */
export function ownDate(outline: Outline): readonly Found<string>[] {
  const { head, own, title } = outline
  const above = head.flatMap((line) => placedDates(line, (before) => BEFORE.test(before) || PLACE_ONLY.test(before)))
  if (above.length > 0) return distinct(above)
  if (head.some(({ cells }) => cells.some((cell) => DAY_HERE.test(cell)))) return []
  const approved = approvalDay(outline)
  if (approved.length > 0) return approved
  const body = own.slice(Math.max(title?.index ?? head.length, own.length - FROM_END))
  return distinct(body.flatMap((line) => placedDates(line, (before) => WHOLE.test(before))))
}

function placedDates(line: Line, isPlace: (before: string) => boolean): Found<string>[] {
  return line.cells.flatMap((cell) =>
    datesIn(cell.slice(0, LONGEST))
      .filter(({ at, end }) => /^[ .]*$/u.test(cell.slice(end, end + LONGEST)) && isPlace(cell.slice(0, at)))
      .map(({ iso }) => found(iso, line, cell)),
  )
}
