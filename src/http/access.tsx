import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { type Localized, withValues } from '../core/errors.ts'
import { SIGN_IN_PATH, SIGNED_IN_PATH } from '../core/paths.ts'
import { show } from './layout.tsx'
import { bringsFiles, readForm } from './page-form.ts'
import { wantsJson } from './problem-answer.tsx'
import { HOME, Problem } from './problems.ts'
import type { PageCall } from './route.ts'
import { type Caller, mayRead, mayWrite } from './sign-in/caller.ts'
import { TOKEN_FIELD, TOKEN_HEADER } from './sign-in/session.ts'
import type { WebTools } from './tools.ts'
import {
  ACCESS_TEXTS,
  AGENCIES_ONLY,
  AUTHORITY_ONLY,
  NO_TOKEN,
  READS_ONLY,
  SIGN_IN_TITLE,
  TOKEN_TITLE,
  RESEND_WORDS as WORDS,
} from './words.ts'

/**
 * Who calls, by the bearer token of a request (RFC 6750; only in the header).
 * @throws Problem when there is none; what the verifier throws
 */
export async function callerOf(context: Context, { auth, clock }: WebTools): Promise<Caller> {
  const header = context.req.header('Authorization') ?? ''
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1]
  if (token === undefined) throw noToken()
  return auth(token, clock())
}

/** Nobody said who calls. */
export const noToken = (): Problem =>
  new Problem('token-missing', NO_TOKEN, { headers: { 'WWW-Authenticate': 'Bearer' } })

/** @throws Problem unless the caller may do this with the agency */
export function checkAgency(caller: Caller, access: 'read-agency' | 'write-agency', agency: string): void {
  if (access === 'read-agency' ? mayRead(caller, agency) : mayWrite(caller, agency)) return
  if (access === 'write-agency' && caller.kind === 'authority') throw new Problem('authority-reads-only', READS_ONLY)
  throw new Problem('other-agency', reach(caller, agency))
}

/**
 * The province of an authority.
 * @throws Problem when an agency calls
 */
export function provinceOf(caller: Caller): string {
  if (caller.kind === 'authority') return caller.province
  const { code } = caller
  const onPage = {
    title: ACCESS_TEXTS.pageForAuthorityProvince,
    detail: withValues(ACCESS_TEXTS.youSignedInAs, { code }),
  }
  throw new Problem('authority-only', AUTHORITY_ONLY, { onPage })
}

/**
 * The code of an agency.
 * @throws Problem when an authority calls
 */
export function agencyOf(caller: Caller): string {
  if (caller.kind === 'agency') return caller.code
  const { province } = caller
  const detail = withValues(ACCESS_TEXTS.youSignedInAsAuthority, { province })
  throw new Problem({ status: 403, title: AGENCIES_ONLY }, detail)
}

function reach(caller: Caller, agency: string): Localized {
  if (caller.kind === 'agency') return withValues(ACCESS_TEXTS.tokenAgencyCannotUsed, { code: caller.code, agency })
  return withValues(ACCESS_TEXTS.tokenAuthorityAgencyNot, { province: caller.province, agency })
}

/** Leads to sign in and back; what was filled in into a form is kept on a page that sends it again. */
export async function mustSignIn(call: PageCall): Promise<Response> {
  const { context } = call
  const { pathname, search } = new URL(context.req.url)
  if (wantsJson(context)) throw new Problem({ status: 401, title: SIGN_IN_TITLE }, ACCESS_TEXTS.signInAgainIn)
  if (context.req.method === 'POST') return resendPage(call, { status: 401, title: SIGN_IN_TITLE })
  return context.redirect(`${SIGN_IN_PATH}?${new URLSearchParams({ to: `${pathname}${search}` })}`)
}

/**
 * Is what was sent from a page of this session? Where it is not, nothing is done; a person is asked to send it again.
 * @returns the answer instead of the page's own; undefined when the token is right
 * @throws Problem where a script sent it
 */
export async function checkToken(call: PageCall): Promise<Response | undefined> {
  if (same(await tokenOf(call.context), call.csrf)) return undefined
  if (!wantsJson(call.context)) return resendPage(call, { status: 409, title: TOKEN_TITLE })
  throw new Problem({ status: 409, title: TOKEN_TITLE }, ACCESS_TEXTS.youSignedInAgain)
}

async function tokenOf(context: Context): Promise<string> {
  const header = context.req.header(TOKEN_HEADER)
  if (header !== undefined) return header
  const field = (await readForm(context))[TOKEN_FIELD]
  return typeof field === 'string' ? field : ''
}

function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

/** Tells that a form was not taken, and offers to send the same again in the session of now. */
async function resendPage(call: PageCall, told: { status: 401 | 409; title: Localized }): Promise<Response> {
  const { context, lang, csrf } = call
  const { pathname, search } = new URL(context.req.url)
  // A file cannot be sent again from a page, and is not read for whoever is nobody.
  const hasFiles = bringsFiles(context)
  const texts = hasFiles ? [] : Object.entries(await readForm(context)).filter(([name]) => name !== TOKEN_FIELD)
  return show(
    call,
    { title: told.title[lang], status: told.status },
    <>
      <p>{told.status === 401 ? WORDS.first[lang] : WORDS.check[lang]}</p>
      {hasFiles && <p>{WORDS.files[lang]}</p>}
      {told.status === 401 && (
        <p>
          <a
            class="button"
            href={`${SIGN_IN_PATH}?${new URLSearchParams({ to: SIGNED_IN_PATH })}`}
            target="_blank"
            rel="noopener"
          >
            {WORDS.signIn[lang]}
          </a>
        </p>
      )}
      {!hasFiles && (
        <form method="post" action={`${pathname}${search}`}>
          <input type="hidden" name={TOKEN_FIELD} value={csrf} />
          {texts.map(([name, value]) => (
            <input type="hidden" name={name} value={String(value)} />
          ))}
          <button type="submit">{WORDS.again[lang]}</button>
        </form>
      )}
      <p>
        <a href={HOME.href}>{HOME.label[lang]}</a>
      </p>
    </>,
  )
}
