import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problem } from '../../src/http/api/schemas.ts'
import { ROUTES } from '../../src/http/app.ts'
import { PROBLEMS } from '../../src/http/problems.ts'
import { pathOf } from './support/paths.ts'
import { AGENCY, startWorld, type World } from './support/world.ts'

let world: World
let token: string

beforeAll(async () => {
  world = await startWorld()
  token = await world.as({ authority: 'H61' })
})
afterAll(() => world.stop())

describe.each([...new Set(ROUTES.map(({ path }) => path)), '/openapi.json'])('%s', (template) => {
  const own = ROUTES.filter(({ path }) => path === template)
  const path = own[0] ? pathOf(own[0]) : template
  const methods = own[0] ? own.map(({ method }) => method) : ['GET']

  test('tells its methods', async () => {
    const response = await world.fetch(path, { method: 'OPTIONS' })
    expect(response.status).toBe(204)
    const allowed = response.headers.get('Allow')?.split(', ')
    expect(allowed).toEqual([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'PROPFIND', ...['GET', 'POST'].filter((one) => !methods.includes(one))])(
    'does not take %s',
    async (method) => {
      const response = await world.fetch(path, { method, token })
      expect(response.status).toBe(405)
      expect(response.headers.get('Allow')).toContain(methods[0])
      expect(problem.parse(await response.json()).type).toBe('/problems/method-not-allowed')
    },
  )
})

test('HEAD is GET without the body', async () => {
  const [get, head] = await Promise.all(['GET', 'HEAD'].map((method) => world.fetch('/rules', { method })))
  expect(head?.status).toBe(200)
  expect(head?.headers.get('Content-Type')).toBe(get?.headers.get('Content-Type'))
  expect(await head?.text()).toBe('')
})

test.each(['/', '/agencies', `/agencies/${AGENCY}`, '/health/', '/verdicts', '/%00', '/../etc/passwd'])(
  'there is nothing at %s',
  async (path) => {
    const response = await world.fetch(path, { token })
    expect([response.status, problem.parse(await response.json()).type]).toEqual([404, '/problems/no-such-page'])
  },
)

test.each(['H6', 'H61.', '..%2F', 'H61%2F12', 'H61.12%20x', 'Đ61.12', 'H61..12', `H61.${'1'.repeat(32)}`, '%E0%A4%A'])(
  '%s is no code of an agency',
  async (code) => {
    const response = await world.fetch(`/agencies/${code}/verdicts`, { token })
    const told = problem.parse(await response.json())
    expect([response.status, told.type, told.errors?.[0]?.parameter]).toEqual([
      400,
      '/problems/parameter-invalid',
      'code',
    ])
    expect(told.detail).toContain('H61.12')
  },
)

test.each(['26', '20266', 'abcd', '1999', '2200x'])('%s is no year', async (year) => {
  const response = await world.fetch(`/prescreens/${year}`, { token })
  expect(problem.parse(await response.json()).errors?.[0]?.parameter).toBe('year')
  expect(response.status).toBe(400)
})

test.each([
  ['lang=fr', 'lang'],
  ['lang=', 'lang'],
  ['lang=vi&lang=en', 'lang'],
  ['language=en', 'language'],
])('the query %s cannot be used', async (query, parameter) => {
  const response = await world.fetch(`/rules?${query}`)
  expect([response.status, problem.parse(await response.json()).errors?.[0]?.parameter]).toEqual([400, parameter])
})

describe('a problem', () => {
  test.each([
    ['vi', {}, ''],
    ['en', { 'Accept-Language': 'en-US,en;q=0.9' }, ''],
    ['en', {}, '?lang=en'],
  ] as const)('is told in the language of the caller: %s', async (lang, headers, query) => {
    const response = await world.fetch(`/agencies/${AGENCY}/verdicts${query}`, { headers })
    const told = problem.parse(await response.json())
    expect(told.title).toBe(PROBLEMS['token-missing'].title[lang])
    expect(response.headers.get('Content-Language')).toBe(lang)
  })

  test('carries the id of its request, the one that was sent if it is one', async () => {
    const response = await world.fetch('/nowhere', { headers: { 'X-Request-Id': 'abc-123' } })
    expect(response.headers.get('X-Request-Id')).toBe('abc-123')
    expect(problem.parse(await response.json()).requestId).toBe('abc-123')
    const other = await world.fetch('/nowhere', { headers: { 'X-Request-Id': '<script>' } })
    expect(problem.parse(await other.json()).requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('of a store that fails is temporary, and the operator hears of it', async () => {
    const folder = join(world.folder, 'verdicts/prescreens/H61')
    await mkdir(folder, { recursive: true })
    await symlink('2031.json', join(folder, '2031.json'))
    const shown = JSON.stringify({ on: '2031-01-01T00:00:00Z', by: 'a', id: null })
    await world.verdicts.put('prescreens/H61/2031/shown/a.json', Buffer.from(shown))
    const response = await world.fetch('/prescreens/2031', { token })
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '10'])
    expect(problem.parse(await response.json()).type).toBe('/problems/unavailable')
    expect(world.faults.at(-1)).toMatchObject({ name: 'StoreFault' })
  })

  test('of a store that holds nonsense is ours, and tells no secrets', async () => {
    const key = `agencies/H61.77/uploads/20260305T010000000Z-1a2b3c4d/x.json`
    await world.verdicts.put(key, Buffer.from('nonsense'))
    const response = await world.fetch('/agencies/H61.77/verdicts', { token })
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(problem.parse(JSON.parse(text)).type).toBe('/problems/fault')
    expect(text).not.toMatch(/nonsense|JSON|agencies\/H61\.77\/uploads|\.ts/)
    expect(world.faults.at(-1)).toBeInstanceOf(Error)
  })
})

test.each([
  '/rules',
  '/health',
  '/openapi.json',
  '/nowhere',
  `/agencies/${AGENCY}/verdicts`,
  `/agencies/${AGENCY}/verdicts?lang=x`,
])('the answer at %s is guarded', async (path) => {
  const { headers } = await world.fetch(path, { token })
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': expect.stringContaining('max-age'),
    'x-request-id': expect.any(String),
    'cache-control': ['/rules', '/openapi.json'].includes(path) ? 'public, max-age=300' : 'no-store',
  })
})
