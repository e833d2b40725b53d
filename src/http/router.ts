import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import { agencyCode } from '../core/names.ts'
import { SIGN_IN_PATH } from '../core/paths.ts'
import type { AuditEvent } from '../service/audit.ts'
import { ErasedDossier } from '../service/documents.ts'
import { isDiskFull } from '../service/store.ts'
import { WorkersBusy } from '../service/workers/pool.ts'
import { agencyOf, checkAgency, noToken, provinceOf } from './access.tsx'
import { pathParameter } from './api/parameters.ts'
import {
  bodyTooLarge,
  DISK_FULL,
  HOME,
  methodNotAllowed,
  noSuchPage,
  notOurForm,
  Problem,
  type WayOn,
} from './problems.ts'
import { noteCaller, noteRoute, sourceAddress } from './request-record.ts'
import type { Call, Env, PageCall, Route } from './route.ts'
import { actorOf } from './sign-in/caller.ts'
import { SignInFault } from './sign-in/sign-in.ts'
import { KeysFault, NobodyFault, TokenFault } from './sign-in/verifier.ts'
import type { PageTools, WebTools } from './tools.ts'
import {
  BUSY,
  FAULT,
  FAULT_ON_PAGE,
  NOBODY,
  NOBODY_SIGNED_IN,
  NOT_SIGNED_IN,
  ROUTER_TEXTS,
  UNAVAILABLE,
} from './words.ts'

type AnyCall = Call<WebTools | PageTools>

/** One side of the service: the API for programs, or the pages for people. */
export interface Side<C extends AnyCall> {
  routes: readonly Route<C>[]
  /** What every request passes before it comes to a route. */
  guards: readonly MiddlewareHandler[]
  /** Of one request. */
  maxBodyBytes: number
  /** Served before the routes, under addresses of their own. */
  beside?: readonly Hono[]
  /**
   * Looks at who calls, then at what they sent.
   * @returns the call; or the answer, where somebody is led elsewhere first
   * @throws Problem, or what finds out who calls throws
   */
  admit(route: Route<C>, context: Context): Promise<C | Response>
  /** Answers with a problem. */
  tell(problem: Problem, context: Context<Env>): Response | Promise<Response>
  onFault: WebTools['onFault']
  throttle: WebTools['throttle']
}

/** An app of one side's routes; whatever goes wrong becomes a problem, and faults of ours are heard of. */
export function createRouter<C extends AnyCall>(side: Side<C>): Hono<Env> {
  const { routes, guards, maxBodyBytes, beside = [] } = side
  const app = new Hono<Env>()
  const tell = (error: unknown, context: Context<Env>) => tellProblem(error, context, side)
  app.onError(tell)
  app.notFound((context) => tell(noSuchPage(context.req.path), context))
  app.use(requestId())
  app.use(endUnread)
  for (const guard of guards) app.use(guard)
  app.use(bodyLimit({ maxSize: maxBodyBytes, onError: () => Promise.reject(bodyTooLarge(maxBodyBytes)) }))
  for (const own of beside) app.route('/', own)
  for (const route of routes) app.on(route.method, honoPath(route), (context) => answer(route, context, side))
  for (const route of routes)
    app.all(honoPath(route), (context) => answerOtherMethod(context, methodsAt(route.path, routes)))
  return app
}

/** Bytes of a body that are read to their end though the answer was given before. */
const READ_TO_THE_END = 64 * 1024

/**
 * The rest of a body that nobody will read is not waited for: the connection ends, and whoever sent it is told, so that their
 * next request does not go into one that is about to.
 */
const endUnread: MiddlewareHandler = async (context, next) => {
  await next()
  const isLong = Number(context.req.header('Content-Length') ?? 0) > READ_TO_THE_END
  if (isLong && context.res.status >= 400) context.res.headers.set('Connection', 'close')
}

function tellProblem<C extends AnyCall>(error: unknown, context: Context<Env>, { tell, onFault }: Side<C>) {
  const { problem, ours } = toProblem(error)
  const { method, path } = context.req
  if (ours) onFault(error, { requestId: context.get('requestId'), method, path })
  return tell(problem, context)
}

interface Placed {
  method: string
  path: string
}

/** `/agencies/{code}` as Hono writes it. */
const honoPath = ({ path }: Placed) => path.replace(/\{(\w+)\}/g, ':$1')

/** What may be done at a path; every GET answers HEAD too. */
function methodsAt(path: string, routes: readonly Placed[]): string {
  const own = routes.filter((route) => route.path === path).map(({ method }) => method)
  return [...own, ...(own.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

function answerOtherMethod(context: Context, allowed: string): Response {
  if (context.req.method === 'OPTIONS') return context.body(null, 204, { Allow: allowed })
  throw methodNotAllowed(context.req.method, allowed)
}

/**
 * Answers a request by its route: first who calls and what they sent, then whether they may.
 * @throws Problem, or what the route's handler throws
 */
async function answer<C extends AnyCall>(route: Route<C>, context: Context, side: Side<C>): Promise<Response> {
  noteRoute(route.path)
  const call = route.uncounted ? await side.admit(route, context) : await admitOrCount(route, context, side)
  if (call instanceof Response) return call
  noteCaller(call.caller)
  if (!route.uncounted) side.throttle?.count(call.caller, (call as Partial<PageCall>).session?.person)
  const response = await answerCall(route, call)
  await recordCall(route, call, response)
  return response
}

/** Whoever is not let in counts by where they come from, so that trying tokens out is no cheaper than using one. */
async function admitOrCount<C extends AnyCall>(
  route: Route<C>,
  context: Context,
  side: Side<C>,
): Promise<C | Response> {
  try {
    const admitted = await side.admit(route, context)
    if (admitted instanceof Response) side.throttle?.count(undefined)
    return admitted
  } catch (error) {
    side.throttle?.count(undefined)
    throw error
  }
}

/** @throws Problem where the caller may not, or what the route's handler throws */
async function answerCall<C extends AnyCall>(route: Route<C>, call: C): Promise<Response> {
  const { context } = call
  if (route.access === 'open') return route.handle(call)
  const { caller } = call
  if (caller === undefined) throw noToken()
  if (route.access === 'signed-in') return route.handle({ ...call, caller })
  if (route.access === 'agency') return route.handle({ ...call, caller, agency: agencyOf(caller) })
  if (route.access === 'authority') return route.handle({ ...call, caller, province: provinceOf(caller) })
  const agency = pathParameter(context, 'code')
  checkAgency(caller, route.access, agency)
  return route.handle({ ...call, caller, agency })
}

const RETRY_AFTER_SECONDS = '10'

const AGAIN: WayOn = { href: SIGN_IN_PATH, label: ROUTER_TEXTS.signInAgain }

/** The problem that an error is told as; `ours` when an operator should hear of it. */
export function toProblem(error: unknown): { problem: Problem; ours: boolean } {
  const known = error instanceof Problem ? error : ofTheCaller(error)
  if (known) return { problem: known, ours: false }
  if (isDiskFull(error)) return { problem: new Problem('disk-full', DISK_FULL, { cause: error }), ours: true }
  if (error instanceof WorkersBusy) {
    const headers = { 'Retry-After': RETRY_AFTER_SECONDS }
    return { problem: new Problem('unavailable', BUSY, { headers, cause: error }), ours: true }
  }
  if (error instanceof KeysFault || isStoreFault(error)) {
    const headers = { 'Retry-After': RETRY_AFTER_SECONDS }
    return { problem: new Problem('unavailable', UNAVAILABLE, { headers, cause: error }), ours: true }
  }
  return { problem: new Problem('fault', FAULT, { onPage: { detail: FAULT_ON_PAGE }, cause: error }), ours: true }
}

/** What is the matter with the token, the sign-in or the form of whoever calls. */
function ofTheCaller(error: unknown): Problem | undefined {
  if (error instanceof TokenFault) {
    const challenge = { 'WWW-Authenticate': `Bearer error="invalid_token", error_description="${error.reason}"` }
    return new Problem('token-not-accepted', error.text, { headers: challenge, cause: error })
  }
  if (error instanceof NobodyFault) {
    const onPage = { title: NOT_SIGNED_IN, detail: NOBODY_SIGNED_IN }
    return new Problem('caller-unknown', NOBODY, { onPage, ways: [AGAIN, HOME], cause: error })
  }
  if (error instanceof SignInFault)
    return new Problem({ status: 400, title: NOT_SIGNED_IN }, error.text, { ways: [AGAIN, HOME], cause: error })
  if (error instanceof ErasedDossier) return new Problem('erased', error.text, { cause: error })
  // Thrown by the guard against forms of other sites, and by nothing else here.
  if (error instanceof HTTPException) return notOurForm(error)
  return undefined
}

/** By its name: how things are stored is the service's affair, that a store failed is everybody's. */
function isStoreFault(error: unknown): boolean {
  return error instanceof Error && error.name === 'StoreFault'
}

/**
 * Records that a route was answered, where it says that this is recorded. What was refused was not done: a problem is thrown,
 * and does not come here. The answer waits for the record, so that nobody has read what nothing tells of.
 */
async function recordCall<C extends Call<WebTools | PageTools>>(
  { audit: action, path }: Pick<Route<C>, 'audit' | 'path'>,
  call: C,
  response: Response,
): Promise<void> {
  const { context, tools, caller } = call
  if (action === undefined || caller === undefined || response.status >= 400 || context.get('isRecorded')) return
  const what = { ...parametersOf(path, context), ...(context.get('audited') as AuditEvent['what']) }
  const { code, agency: named, ...rest } = what
  const agency = agencyCode(String(code ?? named ?? (caller.kind === 'agency' ? caller.code : '')))
  // What an agency looks at of its own is nobody else's.
  if (action === 'agency-opened' && caller.kind === 'agency') return
  const who = actorOf(caller, (call as Partial<PageCall>).session?.person)
  await tools.audit.record({ action, who, agency: agency || undefined, what: rest, from: sourceAddress() })
}

/** What varies in a path, by name. */
function parametersOf(path: string, context: Context): Record<string, string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return Object.fromEntries(names.map((name) => [name, context.req.param(name) ?? '']))
}
