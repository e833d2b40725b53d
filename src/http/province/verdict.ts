import { DESK_PATH, historyPath, verdictAtDeskPath } from '../../core/paths.ts'
import type { ReadVerdict } from '../../service/service.ts'
import { noSuchPage } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { bundleAnswer, comparedPage, storedPage } from '../verdict-page.tsx'
import { VERDICT_PAGE_WORDS as WORDS } from '../words.ts'
import { agencyOf } from './history.tsx'
import { DESK_WORDS, HISTORY_WORDS } from './words.ts'

/** A verdict of an agency as it is stored. */
export async function verdictAtDesk(call: AuthorityPageCall): Promise<Response> {
  const { code, read } = await verdictOf(call)
  return storedPage(call, code, read, [
    { href: historyPath(code), label: HISTORY_WORDS.back },
    { href: DESK_PATH, label: DESK_WORDS.agencies },
    { href: `${verdictAtDeskPath(code, read.listed.id)}/compare`, label: WORDS.compare },
    { href: `${verdictAtDeskPath(code, read.listed.id)}/ho-so.zip`, label: WORDS.bundle },
  ])
}

/** The bundle of a verdict. */
export async function bundleAtDesk(call: AuthorityPageCall): Promise<Response> {
  const { code, read } = await verdictOf(call)
  return bundleAnswer(call, code, read)
}

/** A verdict of an agency beside the one before. */
export async function compareAtDesk(call: AuthorityPageCall): Promise<Response> {
  const { code, read } = await verdictOf(call)
  return comparedPage(call, {
    code,
    read,
    up: { href: historyPath(code), label: HISTORY_WORDS.back },
    back: verdictAtDeskPath(code, read.listed.id),
  })
}

async function verdictOf(call: AuthorityPageCall): Promise<{ code: string; read: ReadVerdict }> {
  const { context, tools } = call
  const code = agencyOf(call)
  const read = await tools.service.readVerdict(code, context.req.param('id') ?? '')
  if (read === undefined) throw noSuchPage(context.req.path)
  return { code, read }
}
