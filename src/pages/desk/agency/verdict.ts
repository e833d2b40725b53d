import { POLICY } from '../../../report/html/styles.ts'
import { textHeaders } from '../../../web/text-headers.ts'
import type { AuthorityPageCall } from '../../page.ts'
import { noSuchPage } from '../../problems/protocol.ts'
import { agencyOf } from './agency-of.ts'

/** A verdict of an agency as it is stored. */
export async function verdictAtDesk(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, lang } = call
  const read = await tools.service.readVerdict(agencyOf(call), context.req.param('id') ?? '')
  if (read === undefined) throw noSuchPage(context.req.path)
  const policy = { 'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'` }
  return context.body(await tools.service.verdictPage(read, lang), 200, {
    ...textHeaders('text/html', lang),
    ...policy,
  })
}
