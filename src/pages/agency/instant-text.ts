import type { Language } from '../../base/localized.ts'
import { dayInVietnam } from '../../edge/day-in-vietnam.ts'
import { showDate } from '../../report/values.ts'

const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })

/** When something was handed in, as a person in Vietnam reads it: `09:00 ngày 15/11/2026`, `09:00, 15 November 2026`. */
export function instantText(instant: string, lang: Language): string {
  const time = TIME.format(new Date(instant))
  const day = showDate(dayInVietnam(new Date(instant).toISOString()), lang)
  return lang === 'vi' ? `${time} ngày ${day}` : `${time}, ${day}`
}
