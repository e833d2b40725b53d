import { isIsoDate } from '../base/day.ts'
import type { RecheckRun } from './service.ts'

/** The day of the year on which all agencies are judged again, unless an operator sets another. */
export const RECHECK_DAY = '01-02'

/**
 * The re-check of a year.
 * @param monthDay `MM-DD`
 * @throws RangeError when the year has no such day
 */
export function recheckRun(year: number, monthDay: string = RECHECK_DAY): RecheckRun {
  const asOf = `${year}-${monthDay}`
  if (!isIsoDate(asOf)) throw new RangeError(`not a date: ${asOf}`)
  return { year, asOf }
}
