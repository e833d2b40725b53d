import type { Localized } from '../../base/localized.ts'

/** Words of the calendar. */
export const CALENDAR_WORDS = {
  name: { vi: 'Thời hạn HTQLCL: {agency}', en: 'QMS deadlines: {agency}' },
  holdsUntil: { vi: 'Ngày cuối còn đạt: {title}', en: 'Last day it holds: {title}' },
  dueOn: { vi: 'Thời hạn chậm nhất: {title}', en: 'Due at the latest: {title}' },
  validUntil: {
    vi: 'Ngày cuối kết quả đánh giá sơ bộ hồ sơ giữ nguyên: {agency}',
    en: 'Last day the pre-screening verdict stays as it is: {agency}',
  },
  exception: { vi: 'Ngày cuối của ngoại lệ: {title}', en: 'Last day of the exception: {title}' },
} as const satisfies Record<string, Localized>
