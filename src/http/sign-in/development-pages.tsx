import { type Context, Hono } from 'hono'
import { withValues } from '../../core/errors.ts'
import { DEVELOPMENT_PAGES_WORDS as WORDS } from '../api/words.ts'
import { languageOf } from '../language.ts'
import { show } from '../layout.tsx'
import { readForm } from '../page-form.ts'
import { noSuchPage, Problem } from '../problems.ts'
import type { PageCall } from '../route.ts'
import type { PageTools } from '../tools.ts'
import { DEVELOPMENT_PAGES_TEXTS } from '../words.ts'
import { type AuthorizationRequest, authorizationRequest, hostOf, ISSUER_PATH, isLoopback } from './authorization.ts'
import { type Caller, toAgencyCode, toProvinceCode } from './caller.ts'
import type { DevelopmentProvider } from './development-issuer.ts'

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
    const form = await readForm(context)
    const request = requestOf(form, provider)
    const caller = pickedCaller(form)
    if (caller === undefined) return picker(context, request, String(form.code ?? ''))
    const answer = new URL(request.redirect_uri)
    answer.searchParams.set('state', request.state)
    answer.searchParams.set('code', await provider.code(request, caller))
    return context.redirect(answer.href, 303)
  })
  app.post('/token', async (context) => {
    const tokens = await provider.exchange(await readForm(context))
    return tokens ? context.json(tokens) : context.json({ error: 'invalid_grant' }, 400)
  })

  function picker(context: Context, request: AuthorizationRequest, wrong?: string) {
    const call = { context, tools, lang: languageOf(context, 'cookie'), caller: undefined, csrf: '' }
    return pickerPage(call, request, wrong)
  }
  return app
}

function requestOf(given: Readonly<Record<string, unknown>>, provider: DevelopmentProvider): AuthorizationRequest {
  const request = authorizationRequest.safeParse(given)
  if (!request.success || !provider.isRedirectUri(request.data.redirect_uri)) throw notOurRequest()
  return request.data
}

/** As many known agencies as one looks through; for others there is the field. */
const MOST_SHOWN = 40

/**
 * Lets somebody pick who they are.
 * @param wrong what was written and is no code
 */
async function pickerPage(call: PageCall, request: AuthorizationRequest, wrong?: string): Promise<Response> {
  const { lang, tools } = call
  const agencies = await firstOf(tools.service.listAgencies(), MOST_SHOWN)
  const provinces = [...new Set(agencies.map((code) => code.split('.', 1)[0] ?? code))]
  return show(
    call,
    { title: WORDS.title[lang], status: wrong === undefined ? 200 : 422 },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <form method="post" class="stack">
        {Object.entries(request).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Choices title={WORDS.known[lang]} kind="agency" codes={agencies} />
        <Choices title={WORDS.authorities[lang]} kind="authority" codes={provinces} />
        {agencies.length > 0 && <h2>{WORDS.other[lang]}</h2>}
        <div class="field">
          <label for="code">{WORDS.code[lang]}</label>
          <input
            id="code"
            name="code"
            value={wrong}
            autocomplete="off"
            spellcheck={false}
            aria-invalid={wrong === undefined ? undefined : 'true'}
            aria-describedby={wrong === undefined ? undefined : 'wrong'}
          />
          {wrong !== undefined && (
            <p id="wrong" class="error" role="alert">
              {WORDS.wrong[lang].replace('{found}', wrong)}
            </p>
          )}
        </div>
        <p class="ways">
          <button type="submit" name="pick" value="agency">
            {WORDS.asAgency[lang]}
          </button>
          <button type="submit" name="pick" value="authority" class="second">
            {WORDS.asAuthority[lang]}
          </button>
        </p>
      </form>
    </>,
  )
}

function Choices({ title, kind, codes }: { title: string; kind: string; codes: readonly string[] }) {
  if (codes.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <p class="ways">
        {codes.map((code) => (
          <button type="submit" name="pick" value={`${kind}:${code}`} class="second">
            {code}
          </button>
        ))}
      </p>
    </section>
  )
}

async function firstOf(codes: AsyncIterable<string>, most: number): Promise<string[]> {
  const found: string[] = []
  for await (const code of codes) {
    found.push(code)
    if (found.length === most) break
  }
  return found
}

/** Who was picked: the button of a known caller, or the code that was written; undefined when that is no such code. */
function pickedCaller({ pick, code }: Readonly<Record<string, unknown>>): Caller | undefined {
  const [kind = '', known] = String(pick).split(':', 2)
  const text = known ?? String(code ?? '')
  if (kind === 'agency') {
    const found = toAgencyCode(text)
    return found === undefined ? undefined : { kind: 'agency', code: found }
  }
  const province = kind === 'authority' ? toProvinceCode(text) : undefined
  return province === undefined ? undefined : { kind: 'authority', province }
}

/** The page to pick a person was opened by hand, or by another program. */
function notOurRequest(): Problem {
  return new Problem(
    { status: 400, title: DEVELOPMENT_PAGES_TEXTS.notSignInService },
    DEVELOPMENT_PAGES_TEXTS.signInPageFor,
  )
}

/** A reverse proxy stands before the service, so anybody could be whoever they pick. */
function behindProxy(header: string): Problem {
  return new Problem(
    {
      status: 403,
      title: DEVELOPMENT_PAGES_TEXTS.noTrialSignIn,
    },
    withValues(DEVELOPMENT_PAGES_TEXTS.requestCameThroughProxy, { header }),
  )
}
