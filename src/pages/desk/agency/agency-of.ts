import { isOfProvince, toAgencyCode } from '../../../auth/codes.ts'
import { fill } from '../../../report/render.ts'
import type { AuthorityPageCall } from '../../page.ts'
import { PageProblem } from '../../problems/page-problem.ts'
import { DESK_PATH } from '../paths.ts'
import { DESK_WORDS } from '../words.ts'
import { HISTORY_WORDS as WORDS } from './words.ts'

/**
 * The agency in the address, which must be of the authority's province.
 * @throws PageProblem when it is not
 */
export function agencyOf({ context, province }: AuthorityPageCall): string {
  const said = context.req.param('code') ?? ''
  const code = toAgencyCode(said)
  if (code !== undefined && isOfProvince(code, province)) return code
  const values = { code: said.slice(0, 40), province }
  throw new PageProblem(403, {
    title: WORDS.foreign,
    detail: { vi: fill(WORDS.foreignText.vi, values, 'vi'), en: fill(WORDS.foreignText.en, values, 'en') },
    ways: [{ href: DESK_PATH, label: DESK_WORDS.back }],
  })
}
