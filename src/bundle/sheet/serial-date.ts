import { isIsoDate, toDay, toIso } from '../../base/day.ts'

const EPOCH_1900 = toDay('1900-01-01') - 1
const EPOCH_1904 = toDay('1904-01-01')
/** Excel's 1900 system counts a 29 February 1900 that never was (ECMA-376 Part 1, 18.17.4.1). */
const PHANTOM_DAY = 60

/**
 * The day of an Excel day number as the file stores it; a time of day is dropped.
 * @returns `YYYY-MM-DD`, or undefined when the number stands for no existing day of 1900–2200
 */
export function serialToIso(raw: string, date1904: boolean): string | undefined {
  const whole = /^(\d{1,6})(?:\.\d+)?$/.exec(raw)?.[1]
  if (whole === undefined) return undefined
  const serial = Number(whole)
  if (date1904) return existing(EPOCH_1904 + serial)
  if (serial === 0 || serial === PHANTOM_DAY) return undefined
  return existing(EPOCH_1900 + serial - (serial > PHANTOM_DAY ? 1 : 0))
}

function existing(day: number): string | undefined {
  const iso = toIso(day)
  return isIsoDate(iso) ? iso : undefined
}
