import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manifestOf } from '../bench/bundle.ts'
import { type ServeProcess, serveProcess } from '../service/support/serve-process.ts'
import { builtService } from '../support/built-service.ts'
import { BUSIEST, fillProvince, ON } from './support/fill-province.ts'
import { signedIn } from './support/signed-in.ts'

// Every page and route of a service that holds a large province, each with the largest input that it takes: for how long
// the loop of the process that answers does not turn meanwhile.

/** Milliseconds of processor time. */
const MOST_MS = 50
/** A page of three megabytes, put together and handed to whoever packs it, takes 44 to 53. */
const MOST_OF_THOUSANDS_MS = 75

let folder: string
let watch: string
let service: ServeProcess
let agency: Awaited<ReturnType<typeof signedIn>>
let desk: Awaited<ReturnType<typeof signedIn>>
/** Of a province of which nothing is kept: what is drawn up for it judges nothing. */
let newDesk: typeof desk

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-loop-'))
  watch = join(folder, 'watch.txt')
  await fillProvince(folder)
  service = await serveProcess(join(await builtService(), 'qms-verdict.mjs'), ['--data', folder], {
    QMS_VERDICT_NOW: `${ON}T04:00:00Z`,
    NODE_OPTIONS: `--import=${resolve('test/support/loop-watch.mjs')}`,
    LOOP_WATCH: watch,
  })
  agency = await signedIn(service, { kind: 'agency', code: BUSIEST })
  desk = await signedIn(service, { kind: 'authority', province: 'H61' })
  newDesk = await signedIn(service, { kind: 'authority', province: 'H62' })
}, 900_000)
afterAll(async () => {
  await service?.kill()
  await rm(folder, { recursive: true, force: true })
})

/** The longest time for which the loop has not turned since the last question. */
async function longest(): Promise<number> {
  const lines = async () => (await readFile(watch, 'utf8').catch(() => '')).split('\n').length
  const before = await lines()
  process.kill(service.pid, 'SIGUSR2')
  await expect.poll(lines, { timeout: 60_000 }).toBeGreaterThan(before)
  return Number((await readFile(watch, 'utf8')).trim().split('\n').at(-1))
}

const send = (who: () => typeof agency, path: string, body: string | FormData, type?: string) => () =>
  fetch(`${service.url}${path}`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: {
      Cookie: who().cookie,
      'X-CSRF-Token': who().csrf,
      'Sec-Fetch-Site': 'same-origin',
      ...(type && { 'Content-Type': type }),
    },
  })
const MIB = 1024 * 1024
const ID = `${ON.replaceAll('-', '')}T083900000Z-0000abcd`

const GETS: readonly (readonly [string, () => Promise<Response>])[] = [
  '/',
  '/agency',
  '/agency/calendar.ics',
  '/agency/upload',
  '/agency/manifest',
  '/agency/manifest/ho-so.xlsx',
  `/agency/verdicts/${ID}`,
  `/agency/verdicts/${ID}?lang=en`,
  `/agency/verdicts/${ID}/json`,
  `/agency/verdicts/${ID}/compare`,
  `/agency/uploads/${ID}/state`,
  '/rule-book',
  '/rule-book/procedures-all-covered',
].map((path) => [path, () => agency.get(path)])

const AT_DESK: typeof GETS = [
  '/desk',
  '/desk/2026',
  '/desk/2026?sort=name&q=xa',
  '/desk/2026/plan',
  '/desk/2026/plan.xlsx',
  '/desk/2026/plan/print',
  '/desk/2026/report',
  '/desk/2026/report.xlsx',
  '/desk/2026/letters',
  `/desk/2026/letters/${BUSIEST}`,
  `/desk/agencies/${BUSIEST}`,
  `/desk/agencies/${BUSIEST}/verdicts/${ID}`,
  `/desk/agencies/${BUSIEST}/verdicts/${ID}/compare`,
  '/desk/draw-up',
  '/desk/rule-preview',
].map((path) => [path, () => desk.get(path)])

const manifest = JSON.stringify(await manifestOf(2000))
const csv = `Mã định danh,Tên cơ quan,Khối\n${Array.from({ length: 60_000 }, (_, at) => `H62.${at + 100},Ủy ban nhân dân xã thứ ${at},xã\n`).join('')}`
const multipart = (name: string, bytes: Uint8Array, file: string, more: Record<string, string>) => {
  const form = new FormData()
  for (const [key, value] of Object.entries(more)) form.set(key, value)
  form.set(name, new Blob([new Uint8Array(bytes)]), file)
  return form
}
const draft = (bytes: Uint8Array, file: string) => () =>
  send(
    () => newDesk,
    '/desk/draw-up',
    multipart('register', bytes, file, { csrf: newDesk.csrf, year: '2026', profile: 'national' }),
  )()
const preview = (bytes: Uint8Array) => () =>
  send(
    () => desk,
    '/desk/rule-preview',
    multipart('rules', bytes, 'rules.json', { csrf: desk.csrf, profile: 'national' }),
  )()

const POSTS: typeof GETS = [
  ['the letters to all', send(() => desk, '/desk/2026/letters', JSON.stringify({}), 'application/json')],
  ['a version of the report', send(() => desk, '/desk/2026/versions/report', JSON.stringify({}), 'application/json')],
  [
    'a manifest of 2,000 processes to be checked',
    send(() => agency, '/agency/manifest/check', manifest, 'application/json'),
  ],
  [
    'a manifest of 4 MB that is none',
    send(() => agency, '/agency/manifest/check', `[${'[],'.repeat(1.3 * MIB)}0]`, 'application/json'),
  ],
  [
    'a manifest of 2,000 processes as a workbook',
    send(() => agency, '/agency/manifest/workbook', manifest, 'application/json'),
  ],
  ['a register of 3.9 MB', draft(Buffer.from(csv.slice(0, 3.9 * MIB)), 'so.csv')],
  ['a register of 5,000 agencies, drawn up', draft(Buffer.from(csv.split('\n').slice(0, 5001).join('\n')), 'so.csv')],
  [
    'a register of agencies that all became part of one, which all bear its name',
    draft(
      Buffer.from(
        `Mã định danh,Tên cơ quan,Khối,Sáp nhập vào,Ngày thay đổi\n${Array.from({ length: 5000 }, (_, at) => `H62.${at + 100},Xã A,xã,Xã A,01/07/2025\n`).join('')}`,
      ),
      'so.csv',
    ),
  ],
  ['a register of line ends', draft(Buffer.alloc(3.9 * MIB, '\n'), 'so.csv')],
  ['rules of 3.9 MB that are none', preview(Buffer.from(`{"a":[${'{},'.repeat(1.2 * MIB)}0]}`))],
]

/** Of the province whose register was just drawn up. */
const OF_THOUSANDS: typeof GETS = [
  '/desk/2026',
  '/desk/2026/plan',
  '/desk/2026/letters',
  '/desk/2026/plan.xlsx',
  '/desk/2026/report',
].map((path) => [
  `${path} of 5,000 agencies`,
  async () => {
    // It is drawn up beside everything else.
    for (;;) {
      const answer = await newDesk.get(path)
      if (answer.status !== 404) return answer
      await answer.arrayBuffer()
      await sleep(200)
    }
  },
])

test.each([...GETS, ...AT_DESK, ...POSTS, ...OF_THOUSANDS])(
  '%s does not hold the loop',
  async (name, ask) => {
    // The first time code is read and compiled.
    const warm = await ask()
    await warm.arrayBuffer()
    await longest()
    const answer = await ask()
    const bytes = (await answer.arrayBuffer()).byteLength
    const ms = await longest()
    console.log(`${ms.toFixed(0).padStart(6)} ms  ${answer.status}  ${bytes}  ${name}`)
    expect(answer.status).toBeLessThan(500)
    expect(ms).toBeLessThan(name.endsWith('of 5,000 agencies') ? MOST_OF_THOUSANDS_MS : MOST_MS)
  },
  900_000,
)
