import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeUploadId } from '../../src/service/keys.ts'
import { BUSIEST, fillProvince, ON } from '../http/support/fill-province.ts'
import { signedIn } from '../http/support/signed-in.ts'
import { type ServeProcess, serveProcess } from '../service/support/serve-process.ts'
import { ownSeconds, serviceSeconds } from '../support/processor-time.ts'
import { median } from './measure.ts'
import type { Extent, Part, Table } from './table.ts'

const PROGRAM = 'dist/qms-verdict.mjs'
const MOST_GZIPPED_KB = 60
const MOST_SERVER_MS = 30
const ID = makeUploadId(`${ON}T02:00:00.000Z`, '0000abcd')
const OTHER = 'H61.101'

interface Answer {
  status: number
  bytes: number
  body: Buffer
}

/** One request as a browser sends it; the bytes are those that were sent. */
function get(url: string, cookie: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { Cookie: cookie, Accept: 'text/html', 'Accept-Encoding': 'gzip' }
    request(url, { headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('error', reject)
      answer.on('end', () => {
        const body = Buffer.concat(pieces)
        resolve({ status: answer.statusCode ?? 0, bytes: body.length, body })
      })
    })
      .on('error', reject)
      .end()
  })
}

async function measurePages(table: Table, { quick }: Extent): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-bench-'))
  let service: ServeProcess | undefined
  try {
    await fillProvince(folder)
    // On no day of the year's: all agencies judged again beside the questions would be counted as answering them.
    const data = ['--data', folder, '--recheck-day', '12-31']
    service = await serveProcess(PROGRAM, data, { QMS_VERDICT_NOW: `${ON}T04:00:00Z` })
    const desk = await signedIn(service, { kind: 'authority', province: 'H61' })
    const agency = await signedIn(service, { kind: 'agency', code: OTHER })
    const asked = [
      ['overview of 500 agencies', '/desk/2026', desk.cookie],
      ['desk: one agency, 400 uploads', `/desk/agencies/${BUSIEST}`, desk.cookie],
      ['agency', '/agency', agency.cookie],
      ['verdict', `/agency/verdicts/${ID}`, agency.cookie],
    ] as const
    for (const [what, path, cookie] of asked)
      await measurePage(table, what, `${service.url}${path}`, cookie, service.pid, quick ? 10 : 40)
  } finally {
    await service?.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measurePage(
  table: Table,
  what: string,
  url: string,
  cookie: string,
  pid: number,
  times: number,
): Promise<void> {
  const { status, bytes } = await get(url, cookie)
  if (status !== 200) throw new Error(`${url} was answered ${status}`)
  table.bound(`${what}: HTML, gzipped`, bytes / 1000, MOST_GZIPPED_KB, 'kB')
  for (let warm = 0; warm < times; warm++) await get(url, cookie)
  const taken: number[] = []
  const before = { own: await ownSeconds(pid), all: await serviceSeconds(pid) }
  for (let asked = 0; asked < times; asked++) {
    const from = performance.now()
    await get(url, cookie)
    taken.push(performance.now() - from)
  }
  const [own, all] = [(await ownSeconds(pid)) - before.own, (await serviceSeconds(pid)) - before.all]
  const each = (seconds: number) => (1000 * seconds) / times
  table.bound(`${what}: processor time of the service`, each(all), MOST_SERVER_MS, 'ms')
  table.told(
    `${what}: of the process that answers; by the clock`,
    `${each(own).toFixed(0)} ms; ${median(taken).toFixed(0)} ms`,
  )
}

export const pageParts: readonly Part[] = [
  { name: 'pages', heading: 'pages of a large province; bytes, and what the service takes', measure: measurePages },
]
