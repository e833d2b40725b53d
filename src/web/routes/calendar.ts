import { verdictIcs } from '../../report/ics/verdict-ics.ts'
import type { AgencyCall, Route } from '../route.ts'
import { textHeaders } from '../text-headers.ts'
import { latestOf } from './latest.ts'

/** The days that an agency must not miss. */
export const CALENDAR_ROUTES: readonly Route[] = [
  {
    id: 'calendar',
    method: 'GET',
    path: '/agencies/{code}/calendar.ics',
    access: 'read-agency',
    summary: { vi: 'Lịch các thời hạn của cơ quan', en: 'The days that the agency must not miss, as a calendar' },
    success: {
      status: 200,
      description: { vi: 'Lịch theo kết quả đánh giá mới nhất', en: 'A calendar by the latest verdict' },
      content: { 'text/calendar': 'text' },
    },
    problems: ['no-verdict'],
    async handle(call: AgencyCall) {
      const { verdict } = await latestOf(call)
      const text = verdictIcs(verdict, { ruleSet: call.tools.judge.ruleSet.source, lang: call.lang })
      return call.context.body(text, 200, textHeaders('text/calendar', call.lang))
    },
  },
]
