import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import type { Caller } from '../../auth/caller.ts'
import type { PageTools } from '../tools.ts'

/** A working day, after which a person signs in again. */
export const SESSION_SECONDS = 8 * 3600

const PURPOSE = 'session'

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
const attributes = (tools: PageTools) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(tools) }) as const

/** The session of a request; undefined when there is none, or it has run out, or is not of ours. */
export async function sessionOf(context: Context, tools: PageTools): Promise<Session | undefined> {
  const sealed = getCookie(context, cookieName(tools))
  if (sealed === undefined) return undefined
  const content = await tools.sealer.open(PURPOSE, sealed, tools.clock())
  return content === undefined ? undefined : session.parse(content)
}

/** Signs somebody in for {@link SESSION_SECONDS}. */
export async function beginSession(context: Context, caller: Caller, tools: PageTools): Promise<void> {
  const content: Session = { caller, csrf: crypto.randomUUID() }
  const sealed = await tools.sealer.seal(PURPOSE, content, tools.clock(), SESSION_SECONDS)
  setCookie(context, cookieName(tools), sealed, { ...attributes(tools), maxAge: SESSION_SECONDS })
}

/** Signs out. */
export function endSession(context: Context, tools: PageTools): void {
  deleteCookie(context, cookieName(tools), attributes(tools))
}
