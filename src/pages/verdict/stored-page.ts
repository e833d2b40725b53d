import { POLICY } from '../../report/html/styles.ts'
import type { ReadVerdict } from '../../service/service.ts'
import { textHeaders } from '../../web/text-headers.ts'
import { withWays } from '../layout/with-ways.ts'
import type { SignedInCall } from '../page.ts'
import type { WayOn } from '../problems/page-problem.ts'

/**
 * The page of a verdict as it is stored, with the ways into the site above it.
 * @param ways whither, the first one back
 */
export async function storedPage(call: SignedInCall, read: ReadVerdict, ways: readonly WayOn[]): Promise<Response> {
  const { context, tools, lang } = call
  const page = withWays(await tools.service.verdictPage(read, lang), ways, context.req.path, lang)
  // The stored page allows itself nothing but its own style sheet; so do we.
  const policy = { 'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'` }
  return context.body(page, 200, { ...textHeaders('text/html', lang), ...policy })
}
