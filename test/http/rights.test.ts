import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROUTES } from '../../src/http/app.ts'
import type { ApiRoute as Route } from '../../src/http/route.ts'
import { prescreenOf } from '../../src/province/draw-up.ts'
import { oldPrescreenKey, prescreenKey } from '../../src/service/keys.ts'
import { publishPrescreen } from '../../src/service/published.ts'
import { cohort, member } from '../province/made.ts'
import type { TokenOptions } from './support/issuer.ts'
import { pathOf } from './support/paths.ts'
import { AGENCY, startWorld, type World } from './support/world.ts'

const UPLOAD = '20260305T010000000Z-1a2b3c4d'
const PROVINCE = AGENCY.slice(0, 3)
let world: World

beforeAll(async () => {
  world = await startWorld()
  await world.judged(AGENCY, UPLOAD)
  const document = prescreenOf(cohort([member(AGENCY, 'department')], [], { year: 2026 }))
  const of = { province: PROVINCE, year: 2026, id: UPLOAD, by: 'qms', registered: 1 }
  await publishPrescreen(of, document, new Map(), world.verdicts, world.signer)
})
afterAll(() => world.stop())

const call = (route: Route, token?: string) =>
  world.fetch(pathOf(route, { uploadId: UPLOAD, verdictId: UPLOAD }), {
    method: route.method,
    ...(token !== undefined && { token }),
  })

async function expectProblem(response: Response, status: number, slug: string): Promise<void> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({ type: `/problems/${slug}`, status })
  expect(response.status).toBe(status)
}

const closed = ROUTES.filter(({ access }) => access !== 'open').map((route) => ({ name: route.id, route }))
const open = ROUTES.filter(({ access }) => access === 'open').map((route) => ({ name: route.id, route }))

/** Tokens that would be good for the route were it not for one thing. */
const BAD: Record<string, (good: TokenOptions) => Promise<string>> = {
  expired: (good) => world.issuer.token({ ...good, expiresIn: -61 }),
  'not valid yet': (good) => world.issuer.token({ ...good, notBeforeIn: 61 }),
  'of another issuer': (good) => world.issuer.token({ ...good, issuer: 'https://elsewhere.example' }),
  'for another audience': (good) => world.issuer.token({ ...good, audience: 'another-service' }),
  'of alg none': (good) => world.issuer.unsigned(good),
  'of HS256 with the public key': (good) => world.issuer.confused(good),
  'signed by another key': (good) => world.issuer.foreign(good),
  'without an end': (good) => world.issuer.token({ ...good, claims: { ...good.claims, exp: undefined } }),
  'no JWT': async () => 'a.b.c',
}

const AGENCY_CLAIMS = { agency: AGENCY }
const AUTHORITY_CLAIMS = { authority: PROVINCE }
const goodFor = ({ access }: Route): TokenOptions => ({
  claims: access === 'authority' ? AUTHORITY_CLAIMS : AGENCY_CLAIMS,
})

describe.each(closed)('$name', ({ route }) => {
  test('answers whom it is for', async () => {
    const response = await call(route, await world.issuer.token(goodFor(route)))
    expect(response.status).toBe(route.success.status)
  })

  test('asks for a token', async () => {
    const response = await call(route)
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
    await expectProblem(response, 401, 'token-missing')
  })

  test.each(Object.keys(BAD))('does not accept a token that is %s', async (kind) => {
    const response = await call(route, await BAD[kind]?.(goodFor(route)))
    expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer error="invalid_token"/)
    await expectProblem(response, 401, 'token-not-accepted')
  })

  test.each([{}, { agency: 5 }, { agency: 'not a code' }, { ...AGENCY_CLAIMS, ...AUTHORITY_CLAIMS }])(
    'turns away a token that says of its caller %j',
    async (claims) => expectProblem(await call(route, await world.as(claims)), 403, 'caller-unknown'),
  )
})

/** What becomes of other callers, by what the route is for; every kind of access must say. */
const OTHERS: Record<
  Exclude<Route['access'], 'open'>,
  Record<string, [claims: object, status: number, slug?: string]>
> = {
  'read-agency': {
    'another agency': [{ agency: 'H61.13' }, 403, 'other-agency'],
    'an agency whose code begins alike': [{ agency: 'H61.1' }, 403, 'other-agency'],
    'an agency below': [{ agency: `${AGENCY}.3` }, 403, 'other-agency'],
    'the authority of the province': [AUTHORITY_CLAIMS, 200],
    'the authority of another province': [{ authority: 'H62' }, 403, 'other-agency'],
  },
  'write-agency': {
    'another agency': [{ agency: 'H61.13' }, 403, 'other-agency'],
    'an agency whose code begins alike': [{ agency: 'H61.1' }, 403, 'other-agency'],
    'the authority of the province': [AUTHORITY_CLAIMS, 403, 'authority-reads-only'],
    'the authority of another province': [{ authority: 'H62' }, 403, 'authority-reads-only'],
  },
  authority: {
    'an agency of the province': [AGENCY_CLAIMS, 403, 'authority-only'],
    'an agency of another province': [{ agency: 'H62.1' }, 403, 'authority-only'],
    'the authority of another province, which has nothing there': [{ authority: 'H62' }, 404, 'no-prescreen'],
  },
}

const others = closed.flatMap(({ name, route }) =>
  Object.entries(route.access === 'open' ? {} : OTHERS[route.access]).map(([who, [claims, status, slug]]) => ({
    name,
    who,
    route,
    claims,
    status,
    slug,
  })),
)

test.each(others)('$name answers $who with $status $slug', async ({ route, claims, status, slug }) => {
  const response = await call(route, await world.as({ ...claims }))
  if (slug === undefined) expect(response.status).toBe(status)
  else await expectProblem(response, status, slug)
})

test('a pre-screening that bears no signature of this service is not handed out', async () => {
  const key = prescreenKey(PROVINCE, 2026, UPLOAD)
  const { signature, ...document } = JSON.parse(new TextDecoder().decode(await world.verdicts.read(key)))
  const token = await world.as(AUTHORITY_CLAIMS)
  for (const forged of [document, { ...document, signature, agencies: [] }]) {
    await world.verdicts.put(oldPrescreenKey(PROVINCE, 2027), Buffer.from(JSON.stringify(forged)))
    await expectProblem(await world.fetch('/prescreens/2027', { token }), 404, 'no-prescreen')
  }
})

test('the app has no route beside those looked at here, but its own description', () => {
  const served = new Set(world.app.routes.map(({ path }) => path.replace(/:(\w+)/g, '{$1}')))
  const listed = ROUTES.map(({ path }) => path)
  expect([...served].sort()).toEqual([...new Set([...listed, '/*', '/openapi.json'])].sort())
})

test.each(open)('$name answers anybody, and looks at no token', async ({ route }) => {
  expect((await call(route)).status).toBe(200)
  expect((await call(route, 'a.b.c')).status).toBe(200)
})
