import type { Context } from 'hono'
import type { Language, Localized } from '../core/errors.ts'
import type { SchemaName } from './api/schemas.ts'
import type { Slug } from './problems.ts'
import type { Caller } from './sign-in/caller.ts'
import type { PageTools, WebTools } from './tools.ts'

/** One request that may be answered: its token, parameters and rights have been looked at. */
export interface Call {
  context: Context
  tools: WebTools
  lang: Language
}

/** A call that concerns an agency which the caller has a right to. */
export type AgencyCall = Call & { agency: string }

/** An answer in words, and what is sent, by media type; a media type without a schema is no JSON. */
export interface Answer {
  description: Localized
  content: Readonly<Record<string, SchemaName | 'text'>>
}

interface Described {
  /** Operation id. */
  id: string
  method: 'GET' | 'POST'
  /** With `{name}` for what varies. */
  path: `/${string}`
  summary: Localized
  body?: { schema: SchemaName }
  success: { status: 200 | 201 } & Answer
  /** Kinds of problem that are this route's own. */
  problems?: readonly Slug[]
}

/**
 * A route of the API. `access` says who may call it, and there is none without: anybody; who may read the agency in the
 * path; who may write in its name; the authority of a province.
 */
export type Route = Described &
  (
    | { access: 'open'; handle(call: Call): Promise<Response> }
    | { access: 'read-agency' | 'write-agency'; handle(call: AgencyCall): Promise<Response> }
    | { access: 'authority'; handle(call: Call & { province: string }): Promise<Response> }
  )

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
