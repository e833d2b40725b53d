import type { AgencyPageCall } from '../../page.ts'
import { comparedPage } from '../../verdict/compare.tsx'
import { VERDICT_PAGE_WORDS as WORDS } from '../../verdict/words.ts'
import { AGENCY_PATH, verdictPath } from '../paths.ts'
import { verdictOf } from './verdict-of.ts'

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
