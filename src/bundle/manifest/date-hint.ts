import { isIsoDate } from '../../base/day.ts'
import type { Localized } from '../../base/localized.ts'

const DAY_FIRST = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/
const YEAR_FIRST = /^(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})$/
const IN_WORDS = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu
const EXAMPLE = '2026-02-28'

/**
 * What to write where a date was expected and `written` was met. Dates as officers write them (05/3/2026, ngày 05 tháng
 * 3 năm 2026) come back in the form of the manifest; one that does not exist comes back as the last day of its month.
 */
export function dateHint(written: string): Localized {
  const [year, month, day] = parts(written.trim())
  if (year === undefined) {
    return {
      vi: `không phải ngày tháng. Ghi theo dạng ${EXAMPLE} (năm-tháng-ngày).`,
      en: `this is not a date. Write it like ${EXAMPLE} (year-month-day).`,
    }
  }
  if (year < 1900 || year > 2200) {
    return {
      vi: `năm phải từ 1900 đến 2200. Ghi theo dạng ${EXAMPLE}.`,
      en: `the year must be from 1900 to 2200. Write it like ${EXAMPLE}.`,
    }
  }
  const meant = iso(year, month, day)
  if (isIsoDate(meant))
    return {
      vi: `cách ghi ngày chưa đúng. Ghi theo dạng ${meant}.`,
      en: `a date is written otherwise here. Write ${meant}.`,
    }
  const near = [30, 29, 28].map((last) => iso(year, month, last)).find(isIsoDate) ?? EXAMPLE
  return { vi: `không có ngày này. Ghi theo dạng ${near}.`, en: `there is no such day. Write it like ${near}.` }
}

type Parts = [year: number, month: number, day: number] | [undefined, undefined, undefined]

function parts(written: string): Parts {
  const dayFirst = DAY_FIRST.exec(written) ?? IN_WORDS.exec(written)
  if (dayFirst) return [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])]
  const yearFirst = YEAR_FIRST.exec(written)
  if (yearFirst) return [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])]
  return [undefined, undefined, undefined]
}

function iso(year: number, month: number, day: number): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
