import { type Context, Hono } from 'hono'
import { type AuthorizationRequest, authorizationRequest, ISSUER_PATH } from '../../auth/development/authorization.ts'
import { hostOf, isLoopback } from '../../auth/development/loopback.ts'
import type { DevelopmentProvider } from '../../auth/development/provider.ts'
import { pageLanguage } from '../base/language.ts'
import { noSuchPage } from '../problems/protocol.ts'
import type { PageTools } from '../tools.ts'
import { pickedCaller } from './picked.ts'
import { pickerPage } from './picker.tsx'
import { behindProxy, notOurRequest } from './problems.ts'

/** The development issuer's side of a sign-in, with a page to pick who one is. */
export function developmentPages(provider: DevelopmentProvider, tools: PageTools): Hono {
  const app = new Hono().basePath(ISSUER_PATH)
  // Another name that leads to this machine is that of a page elsewhere, which may be led here to act for anybody.
  app.use('*', async ({ req }, next) => {
    if (!isLoopback(hostOf(req.url))) throw noSuchPage(req.path)
    // Something passes requests on to us: whoever sent this one may sit anywhere.
    const passedOn = Object.keys(req.header()).find((name) => name === 'forwarded' || name.startsWith('x-forwarded-'))
    if (passedOn !== undefined) throw behindProxy(passedOn)
    await next()
  })
  app.get('/.well-known/openid-configuration', (context) => context.json(provider.discovery()))
  app.get('/jwks', (context) => context.json(provider.keys))
  app.get('/authorize', (context) => picker(context, requestOf(context.req.query(), provider)))
  app.post('/authorize', async (context) => {
    const form = await context.req.parseBody()
    const request = requestOf(form, provider)
    const caller = pickedCaller(form)
    if (caller === undefined) return picker(context, request, String(form.code ?? ''))
    const answer = new URL(request.redirect_uri)
    answer.searchParams.set('state', request.state)
    answer.searchParams.set('code', await provider.code(request, caller))
    return context.redirect(answer.href, 303)
  })
  app.post('/token', async (context) => {
    const tokens = await provider.exchange(await context.req.parseBody())
    return tokens ? context.json(tokens) : context.json({ error: 'invalid_grant' }, 400)
  })

  function picker(context: Context, request: AuthorizationRequest, wrong?: string) {
    const call = { context, tools, lang: pageLanguage(context), caller: undefined, csrf: '' }
    return pickerPage(call, request, wrong)
  }
  return app
}

function requestOf(given: Readonly<Record<string, unknown>>, provider: DevelopmentProvider): AuthorizationRequest {
  const request = authorizationRequest.safeParse(given)
  if (!request.success || !provider.isRedirectUri(request.data.redirect_uri)) throw notOurRequest()
  return request.data
}
