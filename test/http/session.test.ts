import { gzipSync } from 'node:zlib'
import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { PAGES } from '../../src/http/app.ts'
import type { Caller } from '../../src/http/sign-in/caller.ts'
import { IDLE_SECONDS, SESSION_SECONDS } from '../../src/http/sign-in/session.ts'
import { signedIn } from './support/signed-in.ts'
import { startSite } from './support/site.ts'

const AGENCY = { kind: 'agency', code: 'H61.12' } as const
const AUTHORITY = { kind: 'authority', province: 'H61' } as const
const HTML = { Accept: 'text/html' }
/** Ten segments of 1,460 bytes (RFC 6928). */
const FIRST_ROUND_TRIP_BYTES = 14_600
const site = await startSite()
const as = (caller: Caller) => signedIn(site, caller)
const noCookie = (path: string, init: RequestInit = {}) => fetch(`${site.url}${path}`, { redirect: 'manual', ...init })
const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
const own = { 'Sec-Fetch-Site': 'same-origin' }

describe('who is not signed in', () => {
  const closed = PAGES.filter(({ access }) => access !== 'open')
  const path = (template: string) => template.replace(/\{\w+\}/g, 'x')

  test.each(closed.filter(({ method }) => method === 'GET').map((page) => path(page.path)))(
    'is led from %s to sign in and back',
    async (path) => {
      const answer = await noCookie(`${path}?a=1`, { headers: HTML })
      expect(answer.status).toBe(302)
      expect(answer.headers.get('Location')).toBe(`/sign-in?${new URLSearchParams({ to: `${path}?a=1` })}`)
    },
  )

  test.each(closed.filter(({ method }) => method === 'POST').map((page) => path(page.path)))(
    'does nothing by sending a form to %s',
    async (path) => {
      const answer = await noCookie(path, { ...form({ name: 'Nguyễn <b>' }), headers: { ...own, ...HTML } })
      expect(answer.status).toBe(401)
      // What was filled in is there to be sent again.
      expect(await answer.text()).toContain('<input type="hidden" name="name" value="Nguyễn &lt;b&gt;"/>')
    },
  )

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/./\\evil.example',
    '/.//evil.example',
  ])('is never led to %s', async (to) => {
    const { finished } = await as(AGENCY)
    const answer = await finished(to)
    expect(new URL(answer.headers.get('Location') ?? '', site.url).origin).toBe(site.url)
  })
})

describe('a session', () => {
  /** The cookie as a browser keeps it: the last one that it was sent. */
  const browsing = (first: string) => {
    let cookie = first
    return async (headers: Record<string, string> = HTML) => {
      const answer = await noCookie('/signed-in', { headers: { ...headers, Cookie: cookie } })
      cookie = /^session=[^;]+/.exec(answer.headers.get('Set-Cookie') ?? '')?.[0] ?? cookie
      return answer.status
    }
  }

  test('ends after thirty minutes without a request, and lasts eight hours with them, not a second more', async () => {
    const { cookie } = await as(AGENCY)
    const [idle, busy] = [browsing(cookie), browsing(cookie)]
    const step = (IDLE_SECONDS - 30) * 1000
    const steps = Math.floor((SESSION_SECONDS * 1000) / step)
    for (let at = 0; at < steps; at++) {
      site.later(step)
      expect(await busy()).toBe(200)
    }
    expect(await idle()).toBe(302)
    site.later(SESSION_SECONDS * 1000 - steps * step - 10_000)
    expect(await busy()).toBe(200)
    site.later(11_000)
    expect(await busy()).toBe(302)
  })

  test('is not kept open by what a script asks by itself', async () => {
    const script = browsing((await as(AGENCY)).cookie)
    site.later((IDLE_SECONDS - 30) * 1000)
    expect(await script({ Accept: 'application/json' })).toBe(200)
    site.later(31_000)
    expect(await script()).toBe(302)
  })

  test.each([
    ['/sign-out', 200],
    ['/sign-out/everywhere', 302],
  ])('that was ended by %s counts no more, whoever has its cookie; another of the person: %i', async (path, others) => {
    const [one, other] = [await as(AGENCY), await as(AGENCY)]
    const stranger = await as({ kind: 'agency', code: 'H61.13' })
    const headers = { Cookie: one.cookie, ...own, ...HTML }
    expect((await noCookie(path, { ...form({ csrf: one.csrf }), headers })).status).toBe(303)
    expect((await one.get('/signed-in')).status).toBe(302)
    expect((await noCookie('/sign-out', { ...form({ csrf: one.csrf }), headers })).status).toBe(401)
    expect((await other.get('/signed-in')).status).toBe(others)
    expect((await stranger.get('/signed-in')).status).toBe(200)
    expect((await (await as(AGENCY)).get('/signed-in')).status).toBe(200)
  })

  test('tells on its page when it ends, and how to end all', async () => {
    const text = await (await (await as(AGENCY)).get('/session')).text()
    expect(text).toMatch(/Đăng nhập lúc \d\d:\d\d \d\d\/\d\d\/2026; phiên kết thúc muộn nhất lúc/)
    expect(text).toContain('Đăng xuất khỏi mọi thiết bị')
    expect(await (await (await as(AGENCY)).get('/session?lang=en')).text()).toContain('Sign out on all devices')
  })

  test('is sealed anew once a minute, not with every request', async () => {
    const { get } = await as(AGENCY)
    const renewed = async () => (await get('/session')).headers.get('Set-Cookie') !== null
    site.later(20_000)
    expect(await renewed()).toBe(false)
    site.later(41_000)
    expect(await renewed()).toBe(true)
  })

  test('is kept where scripts and other sites do not get at it, like what remembers a sign-in', async () => {
    const begun = (await noCookie('/sign-in')).headers.get('Set-Cookie')
    expect(begun).toMatch(/^sign-in=[\w.-]+; Max-Age=900; Path=\/sign-in; HttpOnly; SameSite=Lax$/)
    const { setCookie } = await as(AGENCY)
    expect(setCookie).toMatch(/^session=[\w.-]+; Max-Age=1800; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(setCookie).not.toContain('H61')
  })

  test.each([
    ['nothing', async () => ''],
    [
      'a token that somebody signed',
      async () =>
        new SignJWT({ content: { caller: AGENCY, csrf: 'x' } })
          .setProtectedHeader({ alg: 'HS256' })
          .setAudience('session')
          .setExpirationTime('1h')
          .sign(new Uint8Array(32)),
    ],
    [
      'a session with a letter changed',
      async (cookie: string) => cookie.replace(/.(?=.{8}$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
    ],
    [
      'what remembers a sign-in',
      async () => /sign-in=([^;]+)/.exec((await noCookie('/sign-in')).headers.get('Set-Cookie') ?? '')?.[1] ?? '',
    ],
  ])('is not made by %s', async (_, forge) => {
    const { cookie } = await as(AGENCY)
    const forged = await forge(cookie.replace('session=', ''))
    const answer = await noCookie('/signed-in', { headers: { Cookie: `session=${forged}`, ...HTML } })
    expect(answer.status).toBe(302)
  })

  test('an answer of the issuer that this browser did not ask for signs nobody in', async () => {
    const answer = await noCookie('/sign-in/callback?code=x&state=y', { headers: HTML })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Đề nghị đăng nhập lại từ đầu')
    expect(answer.headers.get('Set-Cookie')).toBeNull()
  })

  test('a code is good once', async () => {
    const { finished, finishedAgain } = await as(AGENCY)
    expect((await finished('/signed-in')).status).toBe(302)
    expect((await finishedAgain()).status).toBe(400)
  })
})

describe('a form', () => {
  test('of another site is refused', async () => {
    const { cookie, csrf } = await as(AGENCY)
    const headers = { Cookie: cookie, Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site', ...HTML }
    const answer = await noCookie('/sign-out', { ...form({ csrf }), headers })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Biểu mẫu không gửi từ trang của dịch vụ')
  })

  test.each(['', 'x'])('with the token %j does nothing, and is offered to be sent again', async (csrf) => {
    const { cookie, get } = await as(AGENCY)
    const answer = await noCookie('/sign-out', { ...form({ csrf }), headers: { Cookie: cookie, ...own, ...HTML } })
    expect(answer.status).toBe(409)
    expect((await get('/signed-in')).status).toBe(200)
  })

  test('with the token of the session is taken', async () => {
    const { cookie, csrf } = await as(AGENCY)
    const answer = await noCookie('/sign-out', { ...form({ csrf }), headers: { Cookie: cookie, ...own, ...HTML } })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Set-Cookie')).toContain('session=; Max-Age=0')
  })
})

describe('rights', () => {
  const of = (access: string) =>
    PAGES.filter((page) => page.access === access && page.method === 'GET' && !page.path.includes('{'))
  test.each(of('agency').map(({ path }) => path))('an authority does not see %s', async (path) => {
    const answer = await (await as(AUTHORITY)).get(path)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Trang này dành cho cơ quan nộp hồ sơ')
  })
  test.each(of('authority').map(({ path }) => path))('an agency does not see %s', async (path) => {
    const answer = await (await as(AGENCY)).get(path)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Trang này dành cho đơn vị chủ trì')
  })
})

describe('a page', () => {
  test('is Vietnamese until somebody chooses, then in that language on every page', async () => {
    const english = { 'Accept-Language': 'en', ...HTML }
    expect(await (await noCookie('/', { headers: english })).text()).toContain('<html lang="vi">')
    const chosen = await noCookie('/rule-book?lang=en', { headers: english })
    expect(await chosen.text()).toContain('<html lang="en">')
    const cookie = chosen.headers.get('Set-Cookie')?.split(';')[0] ?? ''
    expect(await (await noCookie('/', { headers: { Cookie: cookie, ...HTML } })).text()).toContain('<html lang="en">')
  })

  test('lets nothing in from elsewhere, and no script or style but its own', async () => {
    const policy = (await noCookie('/')).headers.get('Content-Security-Policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'sha256-[\w+/=]+'; /)
    expect(policy).toContain("form-action 'self'; ")
    expect(policy).not.toMatch(/unsafe|\*/)
    const sends = (await (await as(AGENCY)).get('/agency')).headers.get('Content-Security-Policy')
    expect(sends).toContain(`connect-src 'self' ${site.url}; form-action 'self' ${site.url}; `)
  })

  test('is told of in words where there is none; a program is told as before', async () => {
    const page = await noCookie('/agencies/H61.12/nothing', { headers: HTML })
    expect([page.status, page.headers.get('Content-Type')]).toEqual([404, 'text/html; charset=UTF-8'])
    const api = await noCookie('/agencies/H61.12/nothing')
    expect([api.status, api.headers.get('Content-Type')]).toEqual([404, 'application/problem+json'])
  })

  test.each(['/signed-in', '/rule-book', '/agency'])(
    '%s is painted from its first answer alone, within what one round trip carries',
    async (path) => {
      const text = await (await (await as(AGENCY)).get(path)).text()
      expect(text).not.toMatch(/rel="stylesheet"|<script(?! type="(module|application\/json)")/)
      expect(gzipSync(text).length).toBeLessThan(FIRST_ROUND_TRIP_BYTES)
    },
  )

  test('scripts and fonts are kept for a year, under names that change with them', async () => {
    const [font] = /\/assets\/[^"]+\.woff2/.exec(await (await noCookie('/')).text()) ?? []
    const answer = await noCookie(font ?? '')
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect((await noCookie('/assets/manifest.json', { headers: HTML })).status).toBe(404)
  })
})

describe('the issuer for trying out', () => {
  const query = {
    response_type: 'code',
    client_id: 'qms-verdict',
    scope: 'openid',
    state: 's',
    nonce: 'n',
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  }
  const ask = (more: Record<string, string>) =>
    noCookie(`/development-issuer/authorize?${new URLSearchParams({ ...query, ...more })}`, { headers: HTML })

  test('sends codes nowhere but to the service itself', async () => {
    expect((await ask({ redirect_uri: `${site.url}/sign-in/callback` })).status).toBe(200)
    expect((await ask({ redirect_uri: 'https://evil.example/sign-in/callback' })).status).toBe(400)
    expect((await ask({ redirect_uri: `${site.url}/sign-in/callback`, code_challenge_method: 'plain' })).status).toBe(
      400,
    )
  })

  test('is not there for a page elsewhere that names this machine', async () => {
    const { port } = new URL(site.url)
    const { request } = await import('node:http')
    const status = await new Promise((resolve) =>
      request(
        { port, host: '127.0.0.1', path: '/development-issuer/jwks', headers: { Host: `evil.example:${port}` } },
        (answer) => resolve(answer.statusCode),
      ).end(),
    )
    expect(status).toBe(404)
  })
})

test('none of this was a fault of ours', () => expect(site.faults).toEqual([]))

test('an address that names no verdict is shown short, however long it is', async () => {
  const { get } = await as(AGENCY)
  const answer = await get(`/agency/verdicts/${'x'.repeat(200)}`)
  expect(answer.status).toBe(404)
  const text = await answer.text()
  expect(text).toContain('x'.repeat(60))
  expect(text.replaceAll('x'.repeat(200), '')).not.toContain('x'.repeat(61))
})

test('wherever somebody says they want to go, signing in begins, and is no fault of ours', async () => {
  const own = await startSite()
  for (const to of [
    '',
    'x',
    'http://[',
    '//evil.example/',
    '/\\evil.example',
    'javascript:1',
    '/a/..//evil.example',
    '/ok?x=1',
  ]) {
    const answer = await fetch(`${own.url}/sign-in?${new URLSearchParams({ to })}`, { redirect: 'manual' })
    expect([to, answer.status]).toEqual([to, 302])
    // Whither is kept in the browser, sealed, and never sent to the issuer.
    expect([to, answer.headers.get('Location')?.includes('evil')]).toEqual([to, false])
  }
  expect(own.faults).toEqual([])
})
