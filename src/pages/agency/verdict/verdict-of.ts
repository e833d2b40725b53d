import { fill } from '../../../report/render.ts'
import type { ReadVerdict } from '../../../service/service.ts'
import type { AgencyPageCall } from '../../page.ts'
import { PageProblem } from '../../problems/page-problem.ts'
import { VERDICT_PAGE_WORDS as WORDS } from '../../verdict/words.ts'
import { AGENCY_PATH } from '../paths.ts'

/**
 * The agency's verdict that an address names.
 * @throws PageProblem when the agency has none of that id
 */
export async function verdictOf({ context, tools, agency }: AgencyPageCall): Promise<ReadVerdict> {
  const id = context.req.param('id') ?? ''
  const read = await tools.service.readVerdict(agency, id)
  if (read !== undefined) return read
  const values = { code: agency, id: id.slice(0, 60) }
  throw new PageProblem(404, {
    title: WORDS.none,
    detail: { vi: fill(WORDS.noneText.vi, values, 'vi'), en: fill(WORDS.noneText.en, values, 'en') },
    ways: [{ href: AGENCY_PATH, label: WORDS.home }],
  })
}
