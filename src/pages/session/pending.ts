import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import type { PageTools } from '../tools.ts'
import { isSecure } from './session.ts'

/** For how long a person may be away at the issuer. */
const PENDING_SECONDS = 15 * 60

const NAME = 'sign-in'
const PURPOSE = 'sign-in'

const pending = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Path to come back to. */
  to: z.string(),
})

/** A sign-in that was begun. */
export type Pending = z.infer<typeof pending>

// Lax: the issuer's redirect brings it along, a request from within another site does not.
const attributes = (tools: PageTools) =>
  ({ path: '/sign-in', httpOnly: true, sameSite: 'Lax', secure: isSecure(tools) }) as const

/** Remembers a sign-in in the browser that began it. */
export async function keepPending(context: Context, content: Pending, tools: PageTools): Promise<void> {
  const sealed = await tools.sealer.seal(PURPOSE, content, tools.clock(), PENDING_SECONDS)
  setCookie(context, NAME, sealed, { ...attributes(tools), maxAge: PENDING_SECONDS })
}

/** The sign-in that this browser began, once; undefined when there is none. */
export async function takePending(context: Context, tools: PageTools): Promise<Pending | undefined> {
  const sealed = getCookie(context, NAME)
  if (sealed === undefined) return undefined
  deleteCookie(context, NAME, attributes(tools))
  const content = await tools.sealer.open(PURPOSE, sealed, tools.clock())
  return content === undefined ? undefined : pending.parse(content)
}
