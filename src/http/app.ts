import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { except } from 'hono/combine'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { callerOf, checkToken, mustSignIn } from './access.tsx'
import { AGENCY_PAGES } from './agency/pages.ts'
import { MAX_BODY_BYTES } from './api/body.ts'
import { OPEN_ROUTES } from './api/open.ts'
import { openApiRoute } from './api/openapi.ts'
import { checkQuery } from './api/parameters.ts'
import { UPLOAD_ROUTES } from './api/uploads.ts'
import { CALENDAR_ROUTES, PRESCREEN_ROUTES, VERDICT_ROUTES } from './api/verdicts.ts'
import { ASSETS_PATH, assetFiles } from './assets.ts'
import { guardHeaders, guardPages } from './headers.ts'
import { keepLanguage, languageOf } from './language.ts'
import { problemDetails, problemPage, wantsJson } from './problem-answer.tsx'
import { DESK_PAGES } from './province/pages.ts'
import type { ApiRoute, Call, Env, Page, PageCall, Route } from './route.ts'
import { createRouter } from './router.ts'
import { HOME_PAGES, RULE_PAGES } from './rules.tsx'
import { ISSUER_PATH } from './sign-in/authorization.ts'
import { developmentPages } from './sign-in/development-pages.tsx'
import { SIGN_IN_PAGES } from './sign-in/pages.tsx'
import { isSecure, prolongSession, sessionOf } from './sign-in/session.ts'
import type { PageTools, WebTools } from './tools.ts'

/** Every route of the API; the OpenAPI document and the tests of rights go by this list. */
export const ROUTES: readonly ApiRoute[] = [
  ...UPLOAD_ROUTES,
  ...VERDICT_ROUTES,
  ...CALENDAR_ROUTES,
  ...PRESCREEN_ROUTES,
  ...OPEN_ROUTES,
]

/** Every page but those of the issuer for trying out; the tests of rights go by this list. */
export const PAGES: readonly Page[] = [...HOME_PAGES, ...SIGN_IN_PAGES, ...AGENCY_PAGES, ...DESK_PAGES, ...RULE_PAGES]

/** The API or the pages as one app: served by Lambda and by a Node server alike. */
export type App = Hono<Env>

/** The app that answers every route of the API; whatever goes wrong is told as problem details. */
export function createApp(tools: WebTools): App {
  return createRouter<Call>({
    routes: [...ROUTES, openApiRoute(ROUTES)],
    guards: [guardHeaders],
    maxBodyBytes: MAX_BODY_BYTES,
    admit: (route, context) => admitByToken(route, context, tools),
    tell: problemDetails,
    onFault: tools.onFault,
    throttle: tools.throttle,
  })
}

async function admitByToken({ access }: Route<Call>, context: Context, tools: WebTools): Promise<Call> {
  const caller = access === 'open' ? undefined : await callerOf(context, tools)
  checkQuery(context)
  return { context, tools, lang: languageOf(context), caller }
}

/** A form with a whole manifest in it stays well below; a bundle goes to the store itself. In bytes. */
const MAX_FORM_BYTES = 4 * 1024 * 1024

/** The pages as one app, beside the API; whatever goes wrong is told as a page in words. */
export function createPages(tools: PageTools): App {
  const { assets, development, onFault } = tools
  return createRouter<PageCall>({
    routes: PAGES,
    guards: [
      compress(),
      guardPages(tools),
      // The client of the issuer for trying out is this service itself, no page of it.
      except(`${ISSUER_PATH}/token`, fromOwnPages(tools)),
      async (context, next) => {
        keepLanguage(context, isSecure(tools))
        await next()
      },
    ],
    maxBodyBytes: MAX_FORM_BYTES,
    beside: [assetFiles(assets), ...(development ? [developmentPages(development, tools)] : [])],
    admit: (page, context) => admitBySession(page, context, tools),
    tell: (problem, context) => problemPage(problem, context, tools),
    onFault,
    throttle: tools.throttle,
  })
}

async function admitBySession(
  { access, method }: Route<PageCall>,
  context: Context,
  tools: PageTools,
): Promise<PageCall | Response> {
  const session = await sessionOf(context, tools)
  // What a script of a page asks by itself, while nobody does anything, keeps no session open.
  const isByItself = method === 'GET' && wantsJson(context)
  if (session !== undefined && !isByItself) await prolongSession(context, session, tools)
  const lang = languageOf(context, 'cookie')
  const call: PageCall = { context, tools, lang, caller: session?.caller, csrf: session?.csrf ?? '', session }
  if (access === 'open') return call
  if (session === undefined) return mustSignIn(call)
  return (method === 'POST' ? await checkToken(call) : undefined) ?? call
}

/** Refuses forms that were sent from a page of another site, by what browsers say of where they come from. */
function fromOwnPages({ publicUrl }: Pick<PageTools, 'publicUrl'>): MiddlewareHandler {
  return (context, next) => csrf({ origin: new URL(publicUrl()).origin })(context, next)
}

const firstPart = (path: string) => path.split('/', 2)[1] ?? ''

/** By the first part of their path, pages and API are told apart. */
const OF_PAGES: ReadonlySet<string> = new Set(
  [...PAGES.map(({ path }) => path), ASSETS_PATH, ISSUER_PATH].map(firstPart),
)

/**
 * The API and the pages as one app; somebody who typed an address that there is not is told so by a page.
 * @param pages absent: the API alone
 */
export function createSite(api: App, pages: App | undefined): Hono {
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
