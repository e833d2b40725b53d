import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type RequestIdVariables, requestId } from 'hono/request-id'
import { answerRoute } from './answer-route.ts'
import { openApiRoute } from './openapi/route.ts'
import { problemAnswer } from './problems/answer.ts'
import { problemOf } from './problems/of-error.ts'
import { bodyTooLarge, methodNotAllowed, noSuchPage } from './problems/protocol.ts'
import { MAX_BODY_BYTES } from './request/body.ts'
import { languageOf } from './request/language.ts'
import type { Route } from './route.ts'
import { ROUTES } from './routes.ts'
import { guardHeaders } from './security-headers.ts'
import type { WebTools } from './tools.ts'

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
  app.notFound((context) => tell(noSuchPage(context.req.path), context))
  app.use(requestId())
  app.use(guardHeaders)
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (context) => tell(bodyTooLarge(MAX_BODY_BYTES), context) }))
  const routes = [...ROUTES, openApiRoute(ROUTES)]
  for (const route of routes) app.on(route.method, honoPath(route), (context) => answerRoute(route, context, tools))
  for (const route of routes) app.all(honoPath(route), (context) => otherMethod(context, methodsAt(route.path, routes)))
  return app
}

function answerProblem(error: unknown, context: Context<Env>, { onFault }: WebTools): Response {
  const { problem, ours } = problemOf(error)
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

function otherMethod(context: Context, allowed: string): Response {
  if (context.req.method === 'OPTIONS') return context.body(null, 204, { Allow: allowed })
  throw methodNotAllowed(context.req.method, allowed)
}
