import { toDay, toIso } from '../../../src/core/days.ts'

/** `2026-03-05` as it stands in a heading: `ngày 05 tháng 3 năm 2026`; days under 10 and the months 1 and 2 have a zero. */
export function longDay(iso: string): string {
  const [year, month, day] = parts(iso)
  return `ngày ${day} tháng ${month} năm ${year}`
}

/** `2026-03-05` as it stands in a text: `05/3/2026`. */
export function shortDay(iso: string): string {
  const [year, month, day] = parts(iso)
  return `${day}/${month}/${year}`
}

function parts(iso: string): [string, string, string] {
  const [year = '', month = '', day = ''] = iso.split('-')
  return [year, Number(month) < 3 ? month : String(Number(month)), day]
}

/** A day so many days later, or earlier. */
export function daysFrom(iso: string, days: number): string {
  return toIso(toDay(iso) + days)
}

/** Numbers under ten with a zero before them, as offices write them. */
export function two(count: number): string {
  return String(count).padStart(2, '0')
}
