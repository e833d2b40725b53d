import type { Context } from 'hono'
import type { RequestIdVariables } from 'hono/request-id'
import type { Language, Localized } from '../core/errors.ts'
import type { AuditAction } from '../service/audit.ts'
import type { SchemaName } from './api/schemas.ts'
import type { Slug } from './problems.ts'
import type { Caller } from './sign-in/caller.ts'
import type { Session } from './sign-in/session.ts'
import type { PageTools, WebTools } from './tools.ts'

/** What is known of every request. */
export interface Env {
  Variables: RequestIdVariables & {
    /** What a route adds to the record of what was done: what stands not in its path. */
    audited?: Readonly<Record<string, string | number>>
    /** The record tells of it already: it goes on with what was recorded when it began. */
    isRecorded?: boolean
  }
}

/** One request that may be answered: who calls has been looked at, and what they sent. */
export interface Call<Tools = WebTools> {
  context: Context
  tools: Tools
  lang: Language
  /** By the token or the session; open routes of the API look at no token. */
  caller: Caller | undefined
}

/** A request for a page; a form that was sent has been checked to be ours. */
export interface PageCall extends Call<PageTools> {
  /** To be sent back with every form (field `csrf`) or request (header `X-CSRF-Token`); empty where nobody is signed in. */
  csrf: string
  /** Of whoever is signed in. */
  session?: Session | undefined
}

/** What is known of the caller of a route, by its access. */
interface Known {
  'signed-in': { caller: Caller }
  agency: { caller: Caller; agency: string }
  'read-agency': { caller: Caller; agency: string }
  'write-agency': { caller: Caller; agency: string }
  authority: { caller: Caller; province: string }
}

/** A call of the API that concerns an agency which the caller has a right to. */
export type AgencyCall = Call & Known['read-agency']

/** A call for a page by somebody who is signed in, */
export type SignedInCall = PageCall & Known['signed-in']
/** by an agency, */
export type AgencyPageCall = PageCall & Known['agency']
/** or by the authority of a province. */
export type AuthorityPageCall = PageCall & Known['authority']

interface At {
  method: 'GET' | 'POST'
  /** With `{name}` for what varies. */
  path: `/${string}`
  /** What is recorded when it was answered; absent where nothing is. */
  audit?: AuditAction
  /** Supervisors ask it: nobody is turned away from it for asking often. */
  uncounted?: true
}

/**
 * A route of the API or of the pages. `access` says who may call it, and there is none without: anybody; whoever is
 * signed in; an agency, for itself; who may read the agency in the path; who may write in its name; the authority of a
 * province.
 */
export type Route<C extends Call<WebTools | PageTools>> = At &
  (
    | { access: 'open'; handle(call: C): Promise<Response> }
    | { access: 'signed-in'; handle(call: C & Known['signed-in']): Promise<Response> }
    | { access: 'agency'; handle(call: C & Known['agency']): Promise<Response> }
    | { access: 'read-agency' | 'write-agency'; handle(call: C & Known['read-agency']): Promise<Response> }
    | { access: 'authority'; handle(call: C & Known['authority']): Promise<Response> }
  )

/** An answer in words, and what is sent, by media type; a media type without a schema is no JSON. */
interface Answer {
  description: Localized
  content: Readonly<Record<string, SchemaName | 'text'>>
}

interface Described {
  /** Operation id. */
  id: string
  summary: Localized
  body?: { schema: SchemaName }
  success: { status: 200 | 201 } & Answer
  /** Kinds of problem that are this route's own. */
  problems?: readonly Slug[]
}

/** A route of the API, described for its clients. The agency that it concerns stands in its path. */
export type ApiRoute = Described &
  Extract<Route<Call>, { access: 'open' | 'read-agency' | 'write-agency' | 'authority' }>

/** A page. Whoever is not signed in is led to sign in, and back. */
export type Page = Extract<Route<PageCall>, { access: 'open' | 'signed-in' | 'agency' | 'authority' }>
