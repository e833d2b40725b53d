import type { Context } from 'hono'
import type { Caller } from '../auth/caller.ts'
import type { Language } from '../base/localized.ts'
import type { PageTools } from './tools.ts'

/** One request for a page, by whomever; a form that was sent has been checked to be ours. */
export interface PageCall {
  context: Context
  tools: PageTools
  lang: Language
  /** Who is signed in, if anybody. */
  caller: Caller | undefined
  /** To be sent back with every form (field `csrf`) or request (header `X-CSRF-Token`); empty where nobody is signed in. */
  csrf: string
}

/** A call by somebody who is signed in, */
export type SignedInCall = PageCall & { caller: Caller }
/** by an agency, */
export type AgencyPageCall = SignedInCall & { agency: string }
/** or by the authority of a province. */
export type AuthorityPageCall = SignedInCall & { province: string }

interface At {
  method: 'GET' | 'POST'
  /** With `{name}` for what varies. */
  path: `/${string}`
}

/**
 * A page. `access` says who may see it, and there is none without: anybody; whoever is signed in; an agency, for itself;
 * the authority of a province. Whoever is not signed in is led to sign in, and back.
 */
export type Page = At &
  (
    | { access: 'open'; handle(call: PageCall): Promise<Response> }
    | { access: 'signed-in'; handle(call: SignedInCall): Promise<Response> }
    | { access: 'agency'; handle(call: AgencyPageCall): Promise<Response> }
    | { access: 'authority'; handle(call: AuthorityPageCall): Promise<Response> }
  )
