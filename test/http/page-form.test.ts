import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { PAGES } from '../../src/http/app.ts'
import { readForm } from '../../src/http/page-form.ts'
import { Problem } from '../../src/http/problems.ts'
import { processorTime } from '../support/processor-time.ts'
import { signedIn } from './support/signed-in.ts'
import { startSite } from './support/site.ts'

const MIB = 1024 * 1024
const URLENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data; boundary=b'
const part = (name: string, content: string, more = '') =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`

const app = new Hono()
app.post('/', async (context) => {
  const form = Object.entries(await readForm(context))
  return context.json(form.map(([name, value]) => [name, typeof value === 'string' ? value : value.size]))
})
app.onError((error, context) =>
  error instanceof Problem ? context.json(error.detail.en, error.status) : context.json(String(error), 500),
)
const sent = (body: string, type: string) =>
  app.request('/', { method: 'POST', body, headers: { 'Content-Type': type } })

describe('a form of a page', () => {
  test.each([
    [
      'a=1&b=%C4%91&a=2',
      URLENCODED,
      [
        ['a', '2'],
        ['b', 'đ'],
      ],
    ],
    [
      `${part('a', 'x')}${part('f', '12345', '; filename="a.csv"')}--b--\r\n`,
      MULTIPART,
      [
        ['a', 'x'],
        ['f', 5],
      ],
    ],
    ['{"a":1}', 'application/json', []],
    ['a[]=1&b=2', URLENCODED, [['b', '2']]],
  ])('%j is read', async (body, type, form) => {
    const answer = await sent(body, type)
    expect([answer.status, await answer.json()]).toEqual([200, form])
  })

  test.each([
    ['with a million fields', 'a&'.repeat(2 * MIB), URLENCODED],
    ['with a long text', `a=${'x'.repeat(40_000)}`, URLENCODED],
    ['with 41 fields', Array.from({ length: 42 }, (_, at) => `a${at}=1`).join('&'), URLENCODED],
    ['of thousands of parts', `${part('a', '').repeat(20_000)}--b--\r\n`, MULTIPART],
    ['with a long text in a part', `${part('a', 'x'.repeat(40_000))}--b--\r\n`, MULTIPART],
    ['with two boundaries', `${part('a', '1')}--b--\r\n`, `${MULTIPART}; boundary=c`],
    ['without a boundary', `${part('a', '1')}--b--\r\n`, 'multipart/form-data'],
    ['that ends in the middle', part('a', '1').slice(0, 30), MULTIPART],
  ])('%s is not read, and costs little', async (_, body, type) => {
    await sent(body, type)
    const taken = processorTime()
    const answer = await sent(body, type)
    // A straight scan of four megabytes takes a few; reading their fields took eighteen seconds.
    expect(taken()).toBeLessThan(200)
    expect([answer.status, await answer.json()]).toEqual([422, expect.stringContaining('send it again')])
  })
})

describe('on a page', () => {
  const own = { 'Sec-Fetch-Site': 'same-origin' }

  test('nobody and anybody is told so', async () => {
    const site = await startSite()
    const { cookie } = await signedIn(site, { kind: 'authority', province: 'H61' })
    for (const headers of [own, { ...own, Cookie: cookie }]) {
      const body = 'a&'.repeat(MIB)
      const answer = await fetch(`${site.url}/sign-out`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': URLENCODED, ...headers },
      })
      expect(answer.status).toBe(422)
      expect((await answer.text()).length).toBeLessThan(50_000)
    }
  })

  const takesFiles = PAGES.filter(
    ({ method, access, path }) => method === 'POST' && access === 'authority' && !path.includes('{year}'),
  )
  test.each(takesFiles)('$path counts the parts of a form whose token came in a header', async ({ path }) => {
    const site = await startSite('2026-11-20T02:00:00Z', { catalogueKey: 'authority/catalogue/' })
    const { cookie, csrf } = await signedIn(site, { kind: 'authority', province: 'H61' })
    const body = `${part('a', '').repeat(20_000)}${part('file', '{}', '; filename="a.json"')}--b--\r\n`
    const headers = { 'Content-Type': MULTIPART, Cookie: cookie, 'X-CSRF-Token': csrf, ...own }
    const answer = await fetch(site.url + path.replace('{code}', 'H61.12'), { method: 'POST', body, headers })
    expect([answer.status, (await answer.text()).includes('trên 40 trường')]).toEqual([422, true])
  })

  test('a file is not read for nobody', async () => {
    const site = await startSite()
    const body = `${part('csrf', 'x')}${part('register', 'y'.repeat(MIB), '; filename="a.csv"')}--b--\r\n`
    const headers = { 'Content-Type': MULTIPART, ...own }
    const answer = await fetch(`${site.url}/desk/draw-up`, { method: 'POST', body, headers })
    // The next request must not go into a connection that ends.
    expect([answer.status, answer.headers.get('Connection')]).toEqual([401, 'close'])
    expect(await answer.text()).not.toContain('yyy')
  })
})
