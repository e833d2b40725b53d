import type { AgencyPageCall } from '../page.ts'

/** The token of the session, and whose it is, for a page that was opened in an earlier session. */
export async function sessionToken({ context, csrf, agency }: AgencyPageCall): Promise<Response> {
  return context.json({ csrf, agency })
}
