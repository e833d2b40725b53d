import type { Context } from 'hono'
import { pageLanguage } from '../base/language.ts'
import type { Page, PageCall } from '../page.ts'
import { sessionOf } from '../session/session.ts'
import type { PageTools } from '../tools.ts'
import { checkToken } from './check-token.ts'
import { mustSignIn } from './must-sign-in.ts'
import { agenciesOnly, authoritiesOnly } from './problems.ts'

/**
 * Answers a request for a page: first who it is, then whether a form is ours, then whether they may.
 * @throws PageProblem, or what the service throws
 */
export async function answerPage(page: Page, context: Context, tools: PageTools): Promise<Response> {
  const session = await sessionOf(context, tools)
  const call: PageCall = {
    context,
    tools,
    lang: pageLanguage(context),
    caller: session?.caller,
    csrf: session?.csrf ?? '',
  }
  if (page.access === 'open') return page.handle(call)
  if (session === undefined) return mustSignIn(call)
  const { caller } = session
  if (page.method === 'POST') {
    const refused = await checkToken(call)
    if (refused) return refused
  }
  if (page.access === 'signed-in') return page.handle({ ...call, caller })
  if (page.access === 'agency') {
    if (caller.kind !== 'agency') throw agenciesOnly(caller.province)
    return page.handle({ ...call, caller, agency: caller.code })
  }
  if (caller.kind !== 'authority') throw authoritiesOnly(caller.code)
  return page.handle({ ...call, caller, province: caller.province })
}
