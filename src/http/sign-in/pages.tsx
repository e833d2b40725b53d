import type { Context } from 'hono'
import type { Localized } from '../../core/errors.ts'
import {
  CALLBACK_PATH,
  HOME_PATH,
  SESSION_PATH,
  SIGN_IN_PATH,
  SIGN_OUT_EVERYWHERE_PATH,
  SIGN_OUT_PATH,
  SIGNED_IN_PATH,
} from '../../core/paths.ts'
import { fill } from '../../render/renderer.ts'
import { SESSION_PAGE_WORDS } from '../api/words.ts'
import { show } from '../layout.tsx'
import { sourceAddress } from '../request-record.ts'
import type { Page, SignedInCall } from '../route.ts'
import type { PageTools } from '../tools.ts'
import { SIGN_IN_WORDS as WORDS } from '../words.ts'
import { actorOf } from './caller.ts'
import {
  beginSession,
  endSession,
  IDLE_SECONDS,
  keepPending,
  ownSession,
  SESSION_SECONDS,
  sessionEnd,
  TOKEN_FIELD,
  takePending,
} from './session.ts'
import { type Person, SignInFault } from './sign-in.ts'

/** Signing in by the issuer, and out. */
export const SIGN_IN_PAGES: readonly Page[] = [
  {
    method: 'GET',
    path: SIGN_IN_PATH,
    access: 'open',
    handle: ({ context, tools }) => toIssuer(context, ownPath(context.req.query('to')), tools),
  },
  {
    method: 'GET',
    path: CALLBACK_PATH,
    access: 'open',
    async handle({ context, tools }) {
      const { to, ...person } = await personBack(context, tools)
      await beginSession(context, person, tools)
      await tools.audit.record({ action: 'sign-in', who: actorOf(person.caller, person.person), from: sourceAddress() })
      return context.redirect(to)
    },
  },
  {
    method: 'GET',
    path: SIGNED_IN_PATH,
    access: 'signed-in',
    handle: async (call) => show(call, { title: WORDS.signedIn[call.lang] }, <p>{WORDS.goBack[call.lang]}</p>),
  },
  { method: 'GET', path: SESSION_PATH, access: 'signed-in', handle: sessionPage },
  { method: 'POST', path: SIGN_OUT_PATH, access: 'signed-in', handle: (call) => signOut(call, 'this') },
  { method: 'POST', path: SIGN_OUT_EVERYWHERE_PATH, access: 'signed-in', handle: (call) => signOut(call, 'all') },
]

async function signOut(call: SignedInCall, which: 'this' | 'all'): Promise<Response> {
  const { context, tools } = call
  const own = ownSession(call)
  await endSession(context, own, which, tools)
  const action = which === 'this' ? 'sign-out' : 'sign-out-everywhere'
  await tools.audit.record({ action, who: actorOf(own.caller, own.person), from: sourceAddress() })
  return context.redirect(HOME_PATH, 303)
}

/**
 * Sends somebody to the issuer to sign in.
 * @param to path to come back to
 * @throws KeysFault when the issuer cannot be reached
 */
async function toIssuer(context: Context, to: string, tools: PageTools): Promise<Response> {
  const { url, pending } = await tools.signIn.begin(`${tools.publicUrl()}${CALLBACK_PATH}`)
  await keepPending(context, { ...pending, to }, tools)
  return context.redirect(url.href)
}

/**
 * Who came back from the issuer, and where they wanted to go.
 * @throws SignInFault when this browser began no such sign-in; what {@link SignIn} throws
 */
async function personBack(context: Context, tools: PageTools): Promise<Person & { to: string }> {
  const pending = await takePending(context, tools)
  if (pending === undefined) throw new SignInFault('other')
  // Behind a proxy the request names another host than the one that the issuer knows.
  const url = new URL(`${tools.publicUrl()}${CALLBACK_PATH}${new URL(context.req.url).search}`)
  return { ...(await tools.signIn.finish(url, pending)), to: pending.to }
}

const NOWHERE = 'http://own.invalid'

/** A path of this site as it was given; the front page for whatever leads elsewhere. */
function ownPath(text: string | undefined): string {
  if (text === undefined || !text.startsWith('/') || !URL.canParse(text, NOWHERE)) return '/'
  const { origin, pathname, search } = new URL(text, NOWHERE)
  // A path may come to begin with two slashes only once its dots are taken out.
  return origin === NOWHERE && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}

/** How long somebody stays signed in, and the two ways out: on this device, or on all. */
async function sessionPage(call: SignedInCall): Promise<Response> {
  const { lang } = call
  const own = ownSession(call)
  const values = {
    begun: timeInVietnam(new Date(own.begun)),
    end: timeInVietnam(sessionEnd(own)),
    hours: SESSION_SECONDS / 3600,
    minutes: IDLE_SECONDS / 60,
  }
  return show(
    call,
    { title: SESSION_PAGE_WORDS.title[lang] },
    <>
      <p class="lead">{fill(SESSION_PAGE_WORDS.lead[lang], values, lang)}</p>
      <h2>{SESSION_PAGE_WORDS.here[lang]}</h2>
      <p>{SESSION_PAGE_WORDS.hereText[lang]}</p>
      <Way call={call} path={SIGN_OUT_PATH} words={SESSION_PAGE_WORDS.here} />
      <h2>{SESSION_PAGE_WORDS.all[lang]}</h2>
      <p>{SESSION_PAGE_WORDS.allText[lang]}</p>
      <Way call={call} path={SIGN_OUT_EVERYWHERE_PATH} words={SESSION_PAGE_WORDS.all} />
      <p class="muted">{SESSION_PAGE_WORDS.account[lang]}</p>
    </>,
  )
}

function Way({ call: { csrf, lang }, path, words }: { call: SignedInCall; path: string; words: Localized }) {
  return (
    <form method="post" action={path}>
      <input type="hidden" name={TOKEN_FIELD} value={csrf} />
      <p class="ways">
        <button type="submit" class="second">
          {words[lang]}
        </button>
      </p>
    </form>
  )
}

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `14:05 02/11/2026`, as people in Vietnam write it. */
function timeInVietnam(instant: Date): string {
  const part = Object.fromEntries(TIME.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${part.hour}:${part.minute} ${part.day}/${part.month}/${part.year}`
}
