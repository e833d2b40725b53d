import { AGENCY_PATH, CALENDAR_PATH, UPLOAD_PATH, verdictPath } from '../../core/paths.ts'
import { verdictIcs } from '../../render/ics.ts'
import { fill } from '../../render/renderer.ts'
import type { ReadVerdict } from '../../service/service.ts'
import { textHeaders } from '../headers.ts'
import { Problem } from '../problems.ts'
import type { AgencyPageCall } from '../route.ts'
import { bundleAnswer, comparedPage, storedPage } from '../verdict-page.tsx'
import { VERDICT_PAGE_WORDS, VERDICT_PAGE_WORDS as WORDS } from '../words.ts'
import { HOME_WORDS } from './words.ts'

/** A verdict of the agency. */
export async function verdictPage(call: AgencyPageCall): Promise<Response> {
  const read = await verdictOf(call)
  const here = verdictPath(read.listed.id)
  return storedPage(call, call.agency, read, [
    { href: AGENCY_PATH, label: WORDS.home },
    { href: `${here}/compare`, label: WORDS.compare },
    { href: CALENDAR_PATH, label: WORDS.calendar },
    { href: `${here}/ho-so.zip`, label: WORDS.bundle },
    { href: `${here}/json`, label: WORDS.json },
    { href: UPLOAD_PATH, label: WORDS.upload },
  ])
}

/** The bundle of a verdict. */
export async function bundleFile(call: AgencyPageCall): Promise<Response> {
  return bundleAnswer(call, call.agency, await verdictOf(call))
}

/** The verdict as the API hands it out. */
export async function verdictJson(call: AgencyPageCall): Promise<Response> {
  return call.context.json((await verdictOf(call)).verdict)
}

/** A verdict of the agency beside the one before. */
export async function comparePage(call: AgencyPageCall): Promise<Response> {
  const read = await verdictOf(call)
  return comparedPage(call, {
    code: call.agency,
    read,
    up: { href: AGENCY_PATH, label: WORDS.home },
    back: verdictPath(read.listed.id),
  })
}

/**
 * The days of the latest verdict as a calendar.
 * @throws Problem when there is no verdict yet
 */
export async function calendarFile({ context, tools, agency, lang }: AgencyPageCall): Promise<Response> {
  const latest = await tools.service.latestVerdict(agency)
  if (latest === undefined)
    throw new Problem({ status: 404, title: VERDICT_PAGE_WORDS.none }, HOME_WORDS.nothingText, {
      ways: [{ href: AGENCY_PATH, label: VERDICT_PAGE_WORDS.home }],
    })
  const text = verdictIcs(latest.verdict, { ruleSet: tools.judge.ruleSet.source, lang })
  return context.body(text, 200, {
    ...textHeaders('text/calendar', lang),
    'Content-Disposition': `attachment; filename="${agency}.ics"`,
  })
}

/**
 * The agency's verdict that an address names.
 * @throws Problem when the agency has none of that id
 */
async function verdictOf({ context, tools, agency }: AgencyPageCall): Promise<ReadVerdict> {
  const id = context.req.param('id') ?? ''
  const read = await tools.service.readVerdict(agency, id)
  if (read !== undefined) return read
  const values = { code: agency, id: id.slice(0, 60) }
  throw new Problem(
    { status: 404, title: WORDS.none },
    { vi: fill(WORDS.noneText.vi, values, 'vi'), en: fill(WORDS.noneText.en, values, 'en') },
    { ways: [{ href: AGENCY_PATH, label: WORDS.home }] },
  )
}
