import { type Context, Hono, type MiddlewareHandler, type Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { except } from 'hono/combine'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { type RequestIdVariables, requestId } from 'hono/request-id'
import { callerOf, checkAgency, checkToken, mustSignIn, provinceOf } from './access.tsx'
import { AGENCY_PAGES } from './agency/pages.ts'
import { MAX_BODY_BYTES } from './api/body.ts'
import { OPEN_ROUTES } from './api/open.ts'
import { openApiRoute } from './api/openapi.ts'
import { checkQuery, pathParameter } from './api/parameters.ts'
import { PRESCREEN_ROUTES } from './api/prescreens.ts'
import { UPLOAD_ROUTES } from './api/uploads.ts'
import { CALENDAR_ROUTES, VERDICT_ROUTES } from './api/verdicts.ts'
import { ASSETS_PATH, assetFiles } from './assets.ts'
import { problemAnswer, toProblem } from './faults.ts'
import { guardHeaders, guardPages } from './headers.ts'
import { keepLanguage, languageOf, pageLanguage } from './language.ts'
import { problemPage } from './problem-page.tsx'
import {
  agenciesOnly,
  authoritiesOnly,
  bodyTooLarge,
  methodNotAllowed,
  noSuchAddress,
  noSuchPage,
  notOurForm,
  otherMethod,
  tooLarge,
} from './problems.ts'
import { DESK_PAGES } from './province/pages.ts'
import type { Call, Page, PageCall, Route } from './route.ts'
import { RULE_PAGES } from './rules/rule.tsx'
import { ISSUER_PATH } from './sign-in/authorization.ts'
import { developmentPages } from './sign-in/development-pages.tsx'
import { SIGN_IN_PAGES } from './sign-in/pages.tsx'
import { isSecure, sessionOf } from './sign-in/session.ts'
import type { PageTools, WebTools } from './tools.ts'
import { HOME_PAGES } from './welcome.tsx'

/** Every page but those of the issuer for trying out; the tests of rights go by this list. */
export const PAGES: readonly Page[] = [...HOME_PAGES, ...SIGN_IN_PAGES, ...AGENCY_PAGES, ...DESK_PAGES, ...RULE_PAGES]

const firstPart = (path: string) => path.split('/', 2)[1] ?? ''

/** By the first part of their path, pages and API are told apart. */
const OF_PAGES: ReadonlySet<string> = new Set(
  [...PAGES.map(({ path }) => path), ASSETS_PATH, ISSUER_PATH].map(firstPart),
)

/**
 * The API and the pages as one app; somebody who typed an address that there is not is told so by a page.
 * @param pages absent: the API alone
 */
export function createSite(api: App, pages: ReturnType<typeof createPages> | undefined): Hono {
  const site = new Hono()
  site.all('*', async ({ req }) => {
    if (pages === undefined) return api.fetch(req.raw)
    if (OF_PAGES.has(firstPart(req.path))) return pages.fetch(req.raw)
    const answer = await api.fetch(req.raw)
    const byBrowser = req.method === 'GET' && /\btext\/html\b/.test(req.header('Accept') ?? '')
    return answer.status === 404 && byBrowser ? pages.fetch(req.raw) : answer
  })
  return site
}

/** Every route of the API; the OpenAPI document and the tests of rights go by this list. */
export const ROUTES: readonly Route[] = [
  ...UPLOAD_ROUTES,
  ...VERDICT_ROUTES,
  ...CALENDAR_ROUTES,
  ...PRESCREEN_ROUTES,
  ...OPEN_ROUTES,
]

interface Env {
  Variables: RequestIdVariables
}

/** The HTTP API as one app: served by Lambda and by a Node server alike. */
export type App = Hono<Env>

/** The app that answers every route of the API; whatever goes wrong is told as problem details. */
export function createApp(tools: WebTools): App {
  const app: App = new Hono()
  const tell = (error: unknown, context: Context<Env>) => answerProblem(error, context, tools)
  app.onError(tell)
  app.notFound((context) => tell(noSuchAddress(context.req.path), context))
  app.use(requestId())
  app.use(guardHeaders)
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (context) => tell(bodyTooLarge(MAX_BODY_BYTES), context) }))
  const routes = [...ROUTES, openApiRoute(ROUTES)]
  for (const route of routes) app.on(route.method, honoPath(route), (context) => answerRoute(route, context, tools))
  for (const route of routes)
    app.all(honoPath(route), (context) => answerOtherMethod(context, methodsAt(route.path, routes)))
  return app
}

function answerProblem(error: unknown, context: Context<Env>, { onFault }: WebTools): Response {
  const { problem, ours } = toProblem(error)
  const { method, path } = context.req
  const id = context.get('requestId')
  if (ours) onFault(error, { requestId: id, method, path })
  return problemAnswer(problem, context, languageOf(context), id)
}

/** `/agencies/{code}` as Hono writes it. */
const honoPath = ({ path }: Route) => path.replace(/\{(\w+)\}/g, ':$1')

/** What may be done at a path; every GET answers HEAD too. */
function methodsAt(path: string, routes: readonly Route[]): string {
  const own = routes.filter((route) => route.path === path).map(({ method }) => method)
  return [...own, ...(own.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

function answerOtherMethod(context: Context, allowed: string): Response {
  if (context.req.method === 'OPTIONS') return context.body(null, 204, { Allow: allowed })
  throw methodNotAllowed(context.req.method, allowed)
}

/**
 * Answers a request by its route: first who calls, then whether the request can be read, then whether they may.
 * @throws Problem, or what the verifier and the service throw
 */
export async function answerRoute(route: Route, context: Context, tools: WebTools): Promise<Response> {
  if (route.access === 'open') return route.handle(callOf(context, tools))
  const caller = await callerOf(context, tools)
  const call = callOf(context, tools)
  if (route.access === 'authority') return route.handle({ ...call, province: provinceOf(caller) })
  const agency = pathParameter(context, 'code')
  checkAgency(caller, route.access, agency)
  return route.handle({ ...call, agency })
}

function callOf(context: Context, tools: WebTools): Call {
  checkQuery(context)
  return { context, tools, lang: languageOf(context) }
}

/** A form with a whole manifest in it stays well below; a bundle goes to the store itself. In bytes. */
const MAX_FORM_BYTES = 4 * 1024 * 1024

interface PagesEnv {
  Variables: RequestIdVariables
}

/** The pages as one app, beside the API; whatever goes wrong is told as a page in words. */
export function createPages(tools: PageTools): Hono<PagesEnv> {
  const app = new Hono<PagesEnv>()
  const tell = (error: unknown, context: Context<PagesEnv>) => problemPage(error, context, tools)
  app.onError((error, context) => tell(error instanceof HTTPException ? notOurForm() : error, context))
  app.notFound((context) => tell(noSuchPage(context.req.path), context))
  app.use(requestId())
  app.use(compress())
  app.use(guardPages(tools))
  app.use(bodyLimit({ maxSize: MAX_FORM_BYTES, onError: () => Promise.reject(tooLarge(MAX_FORM_BYTES)) }))
  // The client of the issuer for trying out is this service itself, no page of it.
  app.use(except(`${ISSUER_PATH}/token`, fromOwnPages(tools)))
  app.use(async (context: Context, next: Next) => {
    keepLanguage(context, isSecure(tools))
    await next()
  })
  app.route('/', assetFiles(tools.assets))
  if (tools.development) app.route('/', developmentPages(tools.development, tools))
  for (const page of PAGES) app.on(page.method, honoPathOfPage(page), (context) => answerPage(page, context, tools))
  for (const page of PAGES) app.all(honoPathOfPage(page), (context) => Promise.reject(otherMethod(context.req.method)))
  return app
}

/** `/rule-book/{id}` as Hono writes it. */
const honoPathOfPage = ({ path }: Page) => path.replace(/\{(\w+)\}/g, ':$1')

/**
 * Answers a request for a page: first who it is, then whether a form is ours, then whether they may.
 * @throws PageProblem, or what the service throws
 */
export async function answerPage(page: Page, context: Context, tools: PageTools): Promise<Response> {
  const session = await sessionOf(context, tools)
  const call: PageCall = {
    context,
    tools,
    lang: pageLanguage(context),
    caller: session?.caller,
    csrf: session?.csrf ?? '',
  }
  if (page.access === 'open') return page.handle(call)
  if (session === undefined) return mustSignIn(call)
  const { caller } = session
  if (page.method === 'POST') {
    const refused = await checkToken(call)
    if (refused) return refused
  }
  if (page.access === 'signed-in') return page.handle({ ...call, caller })
  if (page.access === 'agency') {
    if (caller.kind !== 'agency') throw agenciesOnly(caller.province)
    return page.handle({ ...call, caller, agency: caller.code })
  }
  if (caller.kind !== 'authority') throw authoritiesOnly(caller.code)
  return page.handle({ ...call, caller, province: caller.province })
}

/** Refuses forms that were sent from a page of another site, by what browsers say of where they come from. */
export function fromOwnPages({ publicUrl }: Pick<PageTools, 'publicUrl'>): MiddlewareHandler {
  return (context, next) => csrf({ origin: new URL(publicUrl()).origin })(context, next)
}
