import { isOfProvince } from '../../core/names.ts'
import { DESK_PATH, DRAW_UP_PATH, PREVIEW_PATH, RULE_BOOK_PATH } from '../../core/paths.ts'
import { withPlanChanges } from '../../province/inspection-plan.ts'
import type { Prescreen } from '../../province/prescreen.ts'
import { fill } from '../../render/renderer.ts'
import { type DatedChange, readPlanChanges, standingChanges } from '../../service/plan-changes.ts'
import { publishedYearsOf } from '../../service/prescreen-versions.ts'
import { type ReadPrescreen, readShown } from '../../service/published.ts'
import { Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { toAgencyCode } from '../sign-in/caller.ts'
import { DESK_WORDS, HISTORY_WORDS, YEAR_TEXTS } from './words.ts'

/** The years of which the province has a published pre-screening, the last one first. */
export async function publishedYears({ tools, province }: AuthorityPageCall): Promise<number[]> {
  return publishedYearsOf(province, tools.desk)
}

/**
 * The agency in the address, which must be of the authority's province.
 * @throws Problem when it is not
 */
export function agencyOf({ context, province }: AuthorityPageCall): string {
  const said = context.req.param('code') ?? ''
  const code = toAgencyCode(said)
  if (code !== undefined && isOfProvince(code, province)) return code
  const values = { code: said.slice(0, 40), province }
  throw new Problem(
    { status: 403, title: HISTORY_WORDS.foreign },
    { vi: fill(HISTORY_WORDS.foreignText.vi, values, 'vi'), en: fill(HISTORY_WORDS.foreignText.en, values, 'en') },
    { ways: [{ href: DESK_PATH, label: DESK_WORDS.back }] },
  )
}

/**
 * The pre-screening of the year in the address that is shown.
 * @throws Problem when there is none
 */
export async function documentOf(call: AuthorityPageCall): Promise<Prescreen> {
  return (await prescreenOf(call)).document
}

/** The same, with which version it is. @throws Problem when there is none */
export async function prescreenOf(call: AuthorityPageCall): Promise<ReadPrescreen> {
  const { context, tools, province } = call
  const said = context.req.param('year') ?? ''
  const year = /^\d{4}$/.test(said) ? Number(said) : undefined
  const shown =
    year === undefined ? undefined : await readShown({ province, year }, tools.desk, tools.signer, tools.workers)
  if (shown !== undefined) return shown
  throw noPrescreen(province, said.slice(0, 8))
}

/** There is no pre-screening of a year, or of any. */
function noPrescreen(province: string, year?: string): Problem {
  const said = (lang: 'vi' | 'en') => {
    const ofYear = year === undefined ? '' : fill(DESK_WORDS.ofYear[lang], { year }, lang)
    return fill(DESK_WORDS.noneText[lang], { province, year: ofYear }, lang)
  }
  return new Problem(
    { status: 404, title: DESK_WORDS.none },
    { vi: said('vi'), en: said('en') },
    {
      ways: [
        { href: DRAW_UP_PATH, label: DESK_WORDS.drawUp },
        { href: PREVIEW_PATH, label: DESK_WORDS.preview },
        { href: RULE_BOOK_PATH, label: YEAR_TEXTS.rules },
      ],
    },
  )
}

/** Everything inspectors wrote beside the plan of a document's year. */
export function writtenBeside({ tools, province }: AuthorityPageCall, { year }: Prescreen): Promise<DatedChange[]> {
  return readPlanChanges(province, year, tools.desk)
}

/** A document with the plan as it stands now: as it was drawn up, and what inspectors wrote since. */
export async function standingDocument(call: AuthorityPageCall, document: Prescreen): Promise<Prescreen> {
  const changes = standingChanges(await writtenBeside(call, document))
  return { ...document, plan: withPlanChanges(document, changes) }
}
