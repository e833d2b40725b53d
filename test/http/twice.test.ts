import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderStores } from '../../src/cli/serve/place.ts'
import { authorityFilesPath, visitPath } from '../../src/core/paths.ts'
import { REPORT_ITEMS } from '../../src/dossier/upkeep.ts'
import { DESK_PAGES } from '../../src/http/province/pages.ts'
import { makeUploadId } from '../../src/service/keys.ts'
import { writePlanChange } from '../../src/service/plan-changes.ts'
import { bundleOf } from '../service/world.ts'
import { fillDesk } from './support/fill-desk.ts'
import { sendBundle } from './support/send-bundle.ts'
import { signedIn } from './support/signed-in.ts'
import { startSite } from './support/site.ts'

const CODE = 'H61.12'
const site = await startSite('2026-11-20T02:00:00Z', { catalogueKey: 'authority/catalogue/' })
await fillDesk(site)
const { verdicts } = folderStores(site.folder)
const change = { change: 'add', agency: CODE, month: '2026-11', reason: 'Có đơn', by: 'An' } as const
await writePlanChange({ province: 'H61', year: 2026 }, { on: '2026-11-19T02:00:00.000Z', change }, '0000abcd', verdicts)
const desk = await signedIn(site, { kind: 'authority', province: 'H61' })
const agency = await signedIn(site, { kind: 'agency', code: CODE })
const sent = await sendBundle(
  site,
  agency,
  await bundleOf({ certificates: [{ issuer: 'Tổ chức A', issuedOn: '2026-05-04' }] }),
)
const ID = sent.split('/').at(-1) ?? ''

const visit = visitPath(2026, CODE)
const version = () => makeUploadId('2026-11-20T02:00:00.000Z', '0000abcd')
const file = (name: string, text: string) => new File([text], name)
const SHEET = {
  head: { team: [{ name: 'Lê Văn An', role: 'head' }] },
  items: Object.fromEntries(REPORT_ITEMS.map((id) => [id, { verdict: 'met', grounds: ['dossier'] }])),
}

/** What each route of the desk that writes is sent, in the order of a year's work; `at`: the address, where it has parts. */
const SENT: readonly { route: string; at?: string; body: () => BodyInit; headers?: Record<string, string> }[] = [
  {
    route: '/desk/draw-up',
    body: () =>
      form({
        version: version(),
        year: '2027',
        profile: 'national',
        register: file('ds.csv', `Mã cơ quan,Tên cơ quan,Khối\n${CODE},Sở Tư pháp,Sở\n`),
      }),
  },
  {
    route: '/desk/rule-preview',
    body: () => form({ version: version(), rule: 'staff-trained', 'param-months': '12', profile: 'national' }),
  },
  { route: '/desk/{year}/letters', body: () => form({ version: version() }) },
  { route: '/desk/{year}/versions/{work}', at: '/desk/2026/versions/report', body: () => form({ version: version() }) },
  {
    route: '/desk/{year}/versions/{work}/{id}/cancelled',
    at: `/desk/2026/versions/report/${version()}/cancelled`,
    body: () => form({}),
  },
  {
    route: '/desk/{year}/versions/{id}/cancelled',
    at: `/desk/2027/versions/${version()}/cancelled`,
    body: () => form({}),
  },
  {
    route: '/desk/{year}/versions/{id}/shown',
    at: '/desk/2026/versions/20261112T030000000Z-0000abcd/shown',
    body: () => form({}),
  },
  { route: '/desk/{year}/views', body: () => form({ name: 'Sở', query: 'block=department' }) },
  {
    route: '/desk/{year}/plan',
    body: () => form({ agency: CODE, change: 'add', month: '2026-12', reason: 'Gộp đoàn', by: 'An' }),
  },
  {
    route: '/desk/agencies/{code}/authority/record',
    at: `${authorityFilesPath(CODE)}/record`,
    body: () => form({ file: file('r.json', JSON.stringify({ agency: CODE, papersSeen: [] })) }),
  },
  {
    route: '/desk/agencies/{code}/authority/catalogue',
    at: `${authorityFilesPath(CODE)}/catalogue`,
    body: () => form({ file: file('ds.csv', 'Mã TTHC,Tên\n1.000001,Một\n') }),
  },
  {
    route: '/desk/agencies/{code}/verdicts/{id}/review',
    at: `/desk/agencies/${CODE}/verdicts/${ID}/review`,
    body: () => form({ rule: 'no-independent-certification', outcome: 'pass', reason: 'Đã hết hạn', by: 'An' }),
  },
  {
    route: '/desk/{year}/visits/{code}/files',
    at: `${visit}/files`,
    body: () => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  },
  {
    route: '/desk/{year}/visits/{code}/sheet',
    at: `${visit}/sheet`,
    body: () => JSON.stringify(SHEET),
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'If-Match': '"0"' },
  },
  {
    route: '/desk/{year}/visits/{code}/signed',
    at: `${visit}/signed`,
    body: () => form({ signedOn: '2026-11-19', responsible: 'Lê Văn An' }),
  },
  {
    route: '/desk/{year}/visits/{code}/correction',
    at: `${visit}/correction`,
    body: () => form({ on: '2026-11-20', kind: 'accepted', reason: '' }),
  },
  { route: '/desk/{year}/visits/{code}/reopened', at: `${visit}/reopened`, body: () => form({}) },
  { route: '/desk/{year}/visits/{code}/erased', at: `${visit}/erased`, body: () => form({ confirm: CODE }) },
]

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ csrf: desk.csrf, ...fields })) data.set(name, value)
  return data
}

const send = ({ route, at = route.replace('{year}', '2026'), body, headers = {} }: (typeof SENT)[number]) =>
  fetch(`${site.url}${at}`, {
    method: 'POST',
    body: body(),
    redirect: 'manual',
    headers: { Cookie: desk.cookie, 'X-CSRF-Token': desk.csrf, 'Sec-Fetch-Site': 'same-origin', ...headers },
  })

/** All that is kept, but for the record of who did what. */
async function kept(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const entry of await readdir(site.folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || /\/(audit|leases)\//.test(path)) continue
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    found.set(path.slice(site.folder.length), createHash('sha256').update(bytes).digest('hex'))
  }
  return found
}

/** What is asked for is made beside the answer: waits until nothing is open. */
async function settled(): Promise<Map<string, string>> {
  let last = await kept()
  await expect
    .poll(
      async () => {
        const now = await kept()
        const isStill = JSON.stringify([...now]) === JSON.stringify([...last])
        last = now
        return isStill && ![...now.keys()].some((key) => key.includes('/open-prescreens/'))
      },
      { timeout: 60_000, interval: 200 },
    )
    .toBe(true)
  return last
}

test('every form of the desk that is sent twice is written once', async () => {
  const posts = DESK_PAGES.filter(({ method }) => method === 'POST').map(({ path }) => path as string)
  expect(SENT.map(({ route }) => route).sort()).toEqual([...posts].sort())
  for (const one of SENT) {
    const first = await send(one)
    const before = await settled()
    // A moment later, as a second click is.
    site.later(1_000)
    const second = await send(one)
    const after = await settled()
    expect([one.route, first.status < 400]).toEqual([one.route, true])
    // A sheet that was saved meanwhile is told to its script, which has the same.
    expect([one.route, second.status]).toEqual([one.route, one.route.endsWith('/sheet') ? 412 : first.status])
    const changed = [...after].filter(([key, hash]) => before.get(key) !== hash).map(([key]) => key)
    expect([one.route, changed]).toEqual([one.route, []])
  }
  expect(site.faults).toEqual([])
})
