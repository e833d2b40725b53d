import type { Context } from 'hono'
import type { Caller } from '../../auth/caller.ts'
import { SignInFault } from '../../auth/sign-in/sign-in-fault.ts'
import { keepPending, takePending } from '../session/pending.ts'
import type { PageTools } from '../tools.ts'
import { CALLBACK_PATH } from './paths.ts'

/**
 * Sends somebody to the issuer to sign in.
 * @param to path to come back to
 * @throws KeysFault when the issuer cannot be reached
 */
export async function toIssuer(context: Context, to: string, tools: PageTools): Promise<Response> {
  const { url, pending } = await tools.signIn.begin(`${tools.publicUrl()}${CALLBACK_PATH}`)
  await keepPending(context, { ...pending, to }, tools)
  return context.redirect(url.href)
}

/**
 * Who came back from the issuer, and where they wanted to go.
 * @throws SignInFault when this browser began no such sign-in; what {@link SignIn} throws
 */
export async function callerBack(context: Context, tools: PageTools): Promise<{ caller: Caller; to: string }> {
  const pending = await takePending(context, tools)
  if (pending === undefined) throw new SignInFault('other')
  // Behind a proxy the request names another host than the one that the issuer knows.
  const url = new URL(`${tools.publicUrl()}${CALLBACK_PATH}${new URL(context.req.url).search}`)
  return { caller: await tools.signIn.finish(url, pending), to: pending.to }
}
