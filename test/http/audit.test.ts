import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dayInVietnam } from '../../src/core/days.ts'
import { PAGES, ROUTES } from '../../src/http/app.ts'
import { addressOf } from '../../src/http/request-record.ts'
import { type AuditEntry, readAudit } from '../../src/service/audit.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { collected } from '../support/collected.ts'
import { signedIn } from './support/signed-in.ts'
import { startSite } from './support/site.ts'
import { startWorld } from './support/world.ts'

const HTML = { Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' }

async function recorded(folder: string, agency: string, at: string): Promise<AuditEntry[]> {
  const day = dayInVietnam(at)
  const entries = await collected(readAudit({ agency, from: day, to: day }, new FolderStore(folder)))
  return entries.map((entry) => ('unreadable' in entry ? expect.unreachable(entry.unreadable) : entry))
}

test('pages: who signed in, asked for an upload and signed out, from where; what was refused is not told as done', async () => {
  const from = '2026-11-02T02:00:00Z'
  const site = await startSite(from)
  const { cookie, csrf, get } = await signedIn(site, { kind: 'agency', code: 'H61.12' })
  const post = (path: string, forwarded?: string) =>
    fetch(`${site.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ csrf }),
      headers: { ...HTML, Cookie: cookie, ...(forwarded && { 'X-Forwarded-For': forwarded }) },
    })
  expect((await post('/agency/uploads', '198.51.100.7, 203.0.113.9')).status).toBe(200)
  expect((await get('/desk/agencies/H61.13')).status).toBe(403)
  expect((await get('/agency/verdicts/20261102T020000000Z-00000000')).status).toBe(404)
  expect((await post('/sign-out')).status).toBe(303)
  const entries = await recorded(join(site.folder, 'verdict-store'), 'H61', from)
  expect(entries.map(({ action, who, from }) => [action, who, from])).toEqual([
    ['sign-in', 'agency:H61.12', '127.0.0.1'],
    ['upload-asked', 'agency:H61.12', '203.0.113.9 via 127.0.0.1'],
    ['sign-out', 'agency:H61.12', '127.0.0.1'],
  ])
  expect(entries[1]).toMatchObject({
    agency: 'H61.12',
    person: 'H61.12',
    what: { upload: expect.stringMatching(/Z-\w{8}$/) },
  })
  expect(site.faults).toEqual([])
})

test('the API: whose verdict was read by whom; an agency that lists its own is nobody else', async () => {
  const world = await startWorld()
  await world.judged('H61.12', '20260305T020000000Z-00000001')
  const [own, authority] = [await world.as({ agency: 'H61.12' }), await world.as({ authority: 'H61' })]
  for (const token of [own, authority])
    for (const path of ['/agencies/H61.12/verdicts', '/agencies/H61.12/verdicts/latest'])
      expect((await world.fetch(path, { token })).status).toBe(200)
  expect((await world.fetch('/agencies/H62.1/verdicts', { token: authority })).status).toBe(403)
  const entries = await recorded(join(world.folder, 'verdicts'), 'H61.12', '2026-03-05T02:00:00Z')
  expect(entries.map(({ action, who, agency, what }) => [action, who, agency, what?.id])).toEqual([
    ['verdict-read', 'agency:H61.12', 'H61.12', '20260305T020000000Z-00000001'],
    ['agency-opened', 'authority:H61', 'H61.12', undefined],
    ['verdict-read', 'authority:H61', 'H61.12', '20260305T020000000Z-00000001'],
  ])
  expect(world.faults).toEqual([])
  await world.stop()
})

test('every route that shows an agency’s verdict or changes something says what is recorded of it', () => {
  const shown = [...ROUTES, ...PAGES].filter(
    ({ method, path, access }) =>
      access !== 'open' &&
      (/verdicts|letters|\/desk\/agencies/.test(path) || (method === 'POST' && /desk|uploads/.test(path))),
  )
  expect(shown.length).toBeGreaterThan(15)
  // The list of letters shows which there are, not what is in them.
  const silent = shown.filter(({ audit }) => audit === undefined).map(({ method, path }) => `${method} ${path}`)
  expect(silent).toEqual(['GET /desk/{year}/letters'])
})

test.each([
  ['10.0.0.1', undefined, '10.0.0.1'],
  ['10.0.0.1', '198.51.100.7, 203.0.113.9', '203.0.113.9 via 10.0.0.1'],
  ['::1', '2001:db8::7', '2001:db8::7 via ::1'],
  ['10.0.0.1', 'H61.12\nforged', '10.0.0.1'],
  ['10.0.0.1', '', '10.0.0.1'],
  [undefined, undefined, 'unknown'],
])('from %s, forwarded for %j: %s', (remote, forwarded, told) => {
  expect(addressOf(remote, forwarded)).toBe(told)
})
