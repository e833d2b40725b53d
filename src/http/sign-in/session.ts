import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import { SIGN_IN_PATH } from '../../core/paths.ts'
import type { PageTools } from '../tools.ts'
import type { Caller } from './caller.ts'

/** A working day, after which a person signs in again. */
export const SESSION_SECONDS = 8 * 3600

const SESSION_PURPOSE = 'session'

const session = z.strictObject({
  caller: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('agency'), code: z.string() }),
    z.strictObject({ kind: z.literal('authority'), province: z.string() }),
  ]),
  /** Comes back with every form of this session. */
  csrf: z.string(),
})

/** Somebody signed in. */
export type Session = z.infer<typeof session>

/** Is the service reached by https? */
export const isSecure = ({ publicUrl }: Pick<PageTools, 'publicUrl'>): boolean => publicUrl().startsWith('https:')

/** By https, a name that browsers keep from being set for us by a neighbouring host (RFC 6265bis, 4.1.3). */
const cookieName = (tools: PageTools) => (isSecure(tools) ? '__Host-session' : 'session')
const sessionAttributes = (tools: PageTools) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(tools) }) as const

/** The session of a request; undefined when there is none, or it has run out, or is not of ours. */
export async function sessionOf(context: Context, tools: PageTools): Promise<Session | undefined> {
  const sealed = getCookie(context, cookieName(tools))
  if (sealed === undefined) return undefined
  const content = await tools.sealer.open(SESSION_PURPOSE, sealed, tools.clock())
  return content === undefined ? undefined : session.parse(content)
}

/** Signs somebody in for {@link SESSION_SECONDS}. */
export async function beginSession(context: Context, caller: Caller, tools: PageTools): Promise<void> {
  const content: Session = { caller, csrf: crypto.randomUUID() }
  const sealed = await tools.sealer.seal(SESSION_PURPOSE, content, tools.clock(), SESSION_SECONDS)
  setCookie(context, cookieName(tools), sealed, { ...sessionAttributes(tools), maxAge: SESSION_SECONDS })
}

/** Signs out. */
export function endSession(context: Context, tools: PageTools): void {
  deleteCookie(context, cookieName(tools), sessionAttributes(tools))
}

/** For how long a person may be away at the issuer. */
const PENDING_SECONDS = 15 * 60

const PENDING_NAME = 'sign-in'
const PENDING_PURPOSE = 'sign-in'

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
const pendingAttributes = (tools: PageTools) =>
  ({ path: SIGN_IN_PATH, httpOnly: true, sameSite: 'Lax', secure: isSecure(tools) }) as const

/** Remembers a sign-in in the browser that began it. */
export async function keepPending(context: Context, content: Pending, tools: PageTools): Promise<void> {
  const sealed = await tools.sealer.seal(PENDING_PURPOSE, content, tools.clock(), PENDING_SECONDS)
  setCookie(context, PENDING_NAME, sealed, { ...pendingAttributes(tools), maxAge: PENDING_SECONDS })
}

/** The sign-in that this browser began, once; undefined when there is none. */
export async function takePending(context: Context, tools: PageTools): Promise<Pending | undefined> {
  const sealed = getCookie(context, PENDING_NAME)
  if (sealed === undefined) return undefined
  deleteCookie(context, PENDING_NAME, pendingAttributes(tools))
  const content = await tools.sealer.open(PENDING_PURPOSE, sealed, tools.clock())
  return content === undefined ? undefined : pending.parse(content)
}

/** The field of a form that holds the token of the session, */
export const TOKEN_FIELD = 'csrf'
/** and the header of a request without a form. */
export const TOKEN_HEADER = 'X-CSRF-Token'
