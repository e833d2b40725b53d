import type { AgencyPageCall } from '../../page.ts'
import { storedPage } from '../../verdict/stored-page.ts'
import { VERDICT_PAGE_WORDS as WORDS } from '../../verdict/words.ts'
import { AGENCY_PATH, CALENDAR_PATH, UPLOAD_PATH, verdictPath } from '../paths.ts'
import { verdictOf } from './verdict-of.ts'

/** A verdict of the agency. */
export async function verdictPage(call: AgencyPageCall): Promise<Response> {
  const read = await verdictOf(call)
  const here = verdictPath(read.listed.id)
  return storedPage(call, read, [
    { href: AGENCY_PATH, label: WORDS.home },
    { href: `${here}/compare`, label: WORDS.compare },
    { href: CALENDAR_PATH, label: WORDS.calendar },
    { href: `${here}/json`, label: WORDS.json },
    { href: UPLOAD_PATH, label: WORDS.upload },
  ])
}

/** The verdict as the API hands it out. */
export async function verdictJson(call: AgencyPageCall): Promise<Response> {
  return call.context.json((await verdictOf(call)).verdict)
}
