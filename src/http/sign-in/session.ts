import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import { SIGN_IN_PATH } from '../../core/paths.ts'
import type { PageTools } from '../tools.ts'
import type { Person } from './sign-in.ts'

/** A working day, after which a person signs in again. */
export const SESSION_SECONDS = 8 * 3600

/** After so long without a request of theirs a person signs in again too. */
export const IDLE_SECONDS = 30 * 60

/** A session is sealed anew when it was for so long, not with every request. */
const RESEAL_MS = 60_000

const SESSION_PURPOSE = 'session'

const session = z.strictObject({
  id: z.string(),
  /** What the identity provider calls the person (`sub`). */
  person: z.string(),
  /** When they signed in, and when they last did something; ISO 8601 in UTC. */
  begun: z.iso.datetime(),
  seen: z.iso.datetime(),
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

/**
 * The session of a request; undefined when there is none, or it has run out, was ended, or is not of ours.
 * @throws StoreFault when it cannot be known whether it was ended
 */
export async function sessionOf(context: Context, tools: PageTools): Promise<Session | undefined> {
  const sealed = getCookie(context, cookieName(tools))
  if (sealed === undefined) return undefined
  // One that an earlier version of the software sealed is of another form; its person signs in again.
  const found = session.safeParse(await tools.sealer.open(SESSION_PURPOSE, sealed, tools.clock())).data
  return found === undefined || (await tools.sessions.isEnded(found)) ? undefined : found
}

/** Lets a session run on from now, since its person did something. */
export async function prolongSession(context: Context, own: Session, tools: PageTools): Promise<void> {
  if (tools.clock().getTime() - Date.parse(own.seen) >= RESEAL_MS) await keepSession(context, own, tools)
}

/** Signs somebody in for {@link SESSION_SECONDS}, or until they do nothing for {@link IDLE_SECONDS}. */
export async function beginSession(context: Context, { caller, person }: Person, tools: PageTools): Promise<void> {
  const begun = tools.clock().toISOString()
  const content = { id: crypto.randomUUID(), person, begun, seen: begun, caller, csrf: crypto.randomUUID() }
  await keepSession(context, content, tools)
}

/** The session of somebody who is signed in. */
export function ownSession({ session: own }: { session?: Session | undefined }): Session {
  if (own === undefined) throw new Error('somebody is signed in without a session')
  return own
}

/** When a session ends at the latest. */
export const sessionEnd = ({ begun }: Pick<Session, 'begun'>): Date =>
  new Date(Date.parse(begun) + SESSION_SECONDS * 1000)

async function keepSession(context: Context, content: Session, tools: PageTools): Promise<void> {
  const now = tools.clock()
  const left = Math.floor((sessionEnd(content).getTime() - now.getTime()) / 1000)
  const seconds = Math.min(IDLE_SECONDS, left)
  const seen = { ...content, seen: now.toISOString() }
  const sealed = await tools.sealer.seal(SESSION_PURPOSE, seen, now, seconds)
  setCookie(context, cookieName(tools), sealed, { ...sessionAttributes(tools), maxAge: seconds })
}

/**
 * Signs out: the session counts no more, whoever has its cookie.
 * @param which this session, or all that the person has begun anywhere
 * @throws StoreFault when that cannot be written; this browser has lost it all the same
 */
export async function endSession(
  context: Context,
  own: Session,
  which: 'this' | 'all',
  tools: PageTools,
): Promise<void> {
  deleteCookie(context, cookieName(tools), sessionAttributes(tools))
  await (which === 'this' ? tools.sessions.end(own) : tools.sessions.endAll(own))
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
