import { type Context, Hono, type Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { except } from 'hono/combine'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { type RequestIdVariables, requestId } from 'hono/request-id'
import { ISSUER_PATH } from '../auth/development/authorization.ts'
import { answerPage } from './access/answer-page.ts'
import { fromOwnPages } from './access/from-own-pages.ts'
import { assetFiles } from './assets/serve.ts'
import { keepLanguage } from './base/language.ts'
import { developmentPages } from './development/pages.ts'
import { guardPages } from './layout/policy.ts'
import type { Page } from './page.ts'
import { PAGES } from './pages.ts'
import { problemPage } from './problems/problem-view.tsx'
import { noSuchPage, notOurForm, otherMethod, tooLarge } from './problems/protocol.ts'
import { isSecure } from './session/session.ts'
import type { PageTools } from './tools.ts'

/** A form with a whole manifest in it stays well below; a bundle goes to the store itself. In bytes. */
const MAX_BODY_BYTES = 4 * 1024 * 1024

interface Env {
  Variables: RequestIdVariables
}

/** The pages as one app, beside the API; whatever goes wrong is told as a page in words. */
export function createPages(tools: PageTools): Hono<Env> {
  const app = new Hono<Env>()
  const tell = (error: unknown, context: Context<Env>) => problemPage(error, context, tools)
  app.onError((error, context) => tell(error instanceof HTTPException ? notOurForm() : error, context))
  app.notFound((context) => tell(noSuchPage(context.req.path), context))
  app.use(requestId())
  app.use(compress())
  app.use(guardPages(tools))
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: () => Promise.reject(tooLarge(MAX_BODY_BYTES)) }))
  // The client of the issuer for trying out is this service itself, no page of it.
  app.use(except(`${ISSUER_PATH}/token`, fromOwnPages(tools)))
  app.use(async (context: Context, next: Next) => {
    keepLanguage(context, isSecure(tools))
    await next()
  })
  app.route('/', assetFiles(tools.assets))
  if (tools.development) app.route('/', developmentPages(tools.development, tools))
  for (const page of PAGES) app.on(page.method, honoPath(page), (context) => answerPage(page, context, tools))
  for (const page of PAGES) app.all(honoPath(page), (context) => Promise.reject(otherMethod(context.req.method)))
  return app
}

/** `/rule-book/{id}` as Hono writes it. */
const honoPath = ({ path }: Page) => path.replace(/\{(\w+)\}/g, ':$1')
