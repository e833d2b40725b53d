import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problem, verdictList } from '../../src/http/api/schemas.ts'
import { verdict } from '../../src/http/api/verdict-schema.ts'
import { AGENCY, startWorld, type World } from './support/world.ts'

const [FIRST, REFUSED, SECOND] = ['1', '2', '3'].map((day) => `2026030${day}T010000000Z-1a2b3c4d`) as [
  string,
  string,
  string,
]
const PATH = `/agencies/${AGENCY}`
let world: World
let token: string

beforeAll(async () => {
  world = await startWorld()
  token = await world.as({ agency: AGENCY })
  await world.judged(AGENCY, SECOND)
  await world.judged(AGENCY, FIRST)
  await world.judged(AGENCY, REFUSED, { 'readme.txt': 'no manifest' })
  await world.service.recheckAgency(AGENCY, { year: 2027, asOf: '2027-01-02' })
})
afterAll(() => world.stop())

const get = (path: string, headers: Record<string, string> = {}) => world.fetch(`${PATH}${path}`, { token, headers })

test('lists verdicts, the newest first, without refusals and without keys of the store', async () => {
  const { agency, verdicts } = verdictList.parse(await (await get('/verdicts')).json())
  expect(agency).toBe(AGENCY)
  expect(verdicts.map(({ id }) => id)).toEqual(['recheck-2027', SECOND, FIRST])
  expect(verdicts[0]?.recheck).toMatchObject({ year: 2027, since: SECOND })
  expect(verdicts[0]?.recheck?.changes.length).toBeGreaterThan(0)
  expect(verdicts[1]?.recheck).toBeUndefined()
})

test('every listed link leads to its verdict', async () => {
  const { verdicts } = verdictList.parse(await (await get('/verdicts')).json())
  for (const { link, digest, asOf } of verdicts) {
    const read = verdict.parse(await (await world.fetch(link, { token })).json())
    expect([read.digest, read.asOf]).toEqual([digest, asOf])
  }
})

test('the latest verdict is the re-check, and says where it is kept', async () => {
  const response = await get('/verdicts/latest')
  expect(response.headers.get('Content-Location')).toBe(`${PATH}/verdicts/recheck-2027`)
  expect(verdict.parse(await response.json()).asOf).toBe('2027-01-02')
})

describe('JSON or a page, by Accept', () => {
  test.each([
    ['application/json', 'application/json'],
    ['text/html', 'text/html; charset=utf-8'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html; charset=utf-8'],
    ['application/json;q=0.5, text/html;q=0.9', 'text/html; charset=utf-8'],
    ['text/html;q=0, */*', 'application/json'],
    ['*/*', 'application/json'],
    ['application/pdf', 'application/json'],
  ])('%s gets %s', async (accept, type) => {
    const response = await get(`/verdicts/${FIRST}`, { Accept: accept })
    expect(response.headers.get('Content-Type')).toBe(type)
    expect(response.headers.get('Vary')).toBe('Accept, Accept-Language')
  })

  test.each([
    ['?lang=en', {}, 'en'],
    ['?lang=vi', { 'Accept-Language': 'en' }, 'vi'],
    ['', { 'Accept-Language': 'fr, en-GB;q=0.8, vi;q=0.5' }, 'en'],
    ['', { 'Accept-Language': 'fr' }, 'vi'],
    ['', { 'Accept-Language': 'en;q=0' }, 'vi'],
    ['', { 'Accept-Language': 'vi;q=0' }, 'en'],
    ['', { 'Accept-Language': 'vi;q=0, en' }, 'en'],
    ['', { 'Accept-Language': 'vi;q=0, en;q=0' }, 'vi'],
    ['', {}, 'vi'],
  ])('the page in the language of %j %j is %s', async (query, headers, lang) => {
    const response = await get(`/verdicts/${FIRST}${query}`, { Accept: 'text/html', ...headers })
    expect(response.headers.get('Content-Language')).toBe(lang)
    expect(await response.text()).toContain(`<html lang="${lang}">`)
  })

  test('a page may use its own styles and nothing else', async () => {
    const response = await get(`/verdicts/${FIRST}`, { Accept: 'text/html' })
    expect(response.headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    )
  })
})

test('the calendar is of the latest verdict, in either language', async () => {
  for (const [lang, name] of [
    ['vi', 'Thời hạn HTQLCL'],
    ['en', 'QMS deadlines'],
  ]) {
    const response = await get(`/calendar.ics?lang=${lang}`)
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    const calendar = new ICAL.Component(ICAL.parse(await response.text()))
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toContain(name)
    const stamps = calendar.getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('dtstamp')))
    expect(new Set(stamps)).toEqual(new Set(['2027-01-02T00:00:00Z']))
  }
})

test.each(['/verdicts/latest', '/calendar.ics', `/verdicts/${FIRST}`])('nothing yet: %s', async (path) => {
  const other = await world.as({ agency: 'H61.99' })
  const response = await world.fetch(`/agencies/H61.99${path}`, { token: other })
  expect([response.status, problem.parse(await response.json()).type]).toEqual([404, '/problems/no-verdict'])
})

test('an agency without verdicts has an empty list', async () => {
  const other = await world.as({ agency: 'H61.99' })
  expect(await (await world.fetch('/agencies/H61.99/verdicts', { token: other })).json()).toEqual({
    agency: 'H61.99',
    verdicts: [],
  })
})

test('a refused upload has no verdict', async () => {
  expect((await get(`/verdicts/${REFUSED}`)).status).toBe(404)
})

test.each(['recheck-27', 'recheck-2027.json', '..%2f..', 'x'])('there is no verdict of the form %s', async (id) => {
  expect((await get(`/verdicts/${id}`)).status).toBe(400)
})
