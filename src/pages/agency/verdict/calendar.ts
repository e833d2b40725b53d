import { verdictIcs } from '../../../report/ics/verdict-ics.ts'
import { textHeaders } from '../../../web/text-headers.ts'
import type { AgencyPageCall } from '../../page.ts'
import { PageProblem } from '../../problems/page-problem.ts'
import { VERDICT_PAGE_WORDS } from '../../verdict/words.ts'
import { HOME_WORDS } from '../home/words.ts'
import { AGENCY_PATH } from '../paths.ts'

/**
 * The days of the latest verdict as a calendar.
 * @throws PageProblem when there is no verdict yet
 */
export async function calendarFile({ context, tools, agency, lang }: AgencyPageCall): Promise<Response> {
  const latest = await tools.service.latestVerdict(agency)
  if (latest === undefined)
    throw new PageProblem(404, {
      title: VERDICT_PAGE_WORDS.none,
      detail: HOME_WORDS.nothingText,
      ways: [{ href: AGENCY_PATH, label: VERDICT_PAGE_WORDS.home }],
    })
  const text = verdictIcs(latest.verdict, { ruleSet: tools.judge.ruleSet.source, lang })
  return context.body(text, 200, {
    ...textHeaders('text/calendar', lang),
    'Content-Disposition': `attachment; filename="${agency}.ics"`,
  })
}
