import type { Context } from 'hono'
import type { Language, Localized } from '../base/localized.ts'
import type { SchemaName } from './openapi/schemas.ts'
import type { Slug } from './problems/catalogue.ts'
import type { WebTools } from './tools.ts'

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
