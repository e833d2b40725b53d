import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { buildSamples } from '../../scripts/samples/sample.ts'
import { developmentIssuer } from '../../src/cli/serve/sign-in.ts'
import { toDay, toIso } from '../../src/core/days.ts'
import type { Caller } from '../../src/http/sign-in/caller.ts'
import { type BuiltCommandLine, buildCommandLine } from '../cli/command-line.ts'
import { client, command, devToken, type Invitation } from './support/client.ts'
import { curl, curlForm, WHY_NO_CURL } from './support/curl.ts'
import { type ServeProcess, serveProcess } from './support/serve-process.ts'

const AGENCY = 'H61.152'
const AUTHORITY = 'H61'
/** The scans of a bundle are read at low priority: beside other tests they wait for minutes. */
const SECONDS = 600
/** 09:00 in Vietnam. */
const morning = (day: string) => `${day}T02:00:00Z`
const before = (day: string, days: number) => toIso(toDay(day) - days)

let commandLine: BuiltCommandLine
let root: string
let data: string
beforeAll(async () => {
  commandLine = await buildCommandLine()
  root = await mkdtemp(join(tmpdir(), 'qms-verdict-year-'))
  data = join(root, 'data')
  await mkdir(data)
  for (const { name, zip } of await buildSamples()) await writeFile(join(root, `${name}.zip`), zip)
})
afterAll(async () => {
  await rm(root, { recursive: true })
})

/** What happens while the service runs from an instant on; afterwards it is asked to end, or killed. */
async function from(instant: string, act: (day: Day) => Promise<void>, end: 'stop' | 'kill' = 'stop'): Promise<void> {
  const clock = { QMS_VERDICT_NOW: instant }
  const service = await serveProcess(commandLine.program, ['--data', data], clock)
  onTestFinished(service.kill)
  const issuer = await developmentIssuer(data)
  const api = async (caller: Caller) => client(service.url, await issuer.token(caller, new Date(instant), 3600))
  const agency = await api({ kind: 'agency', code: AGENCY })
  await act({ service, agency, authority: await api({ kind: 'authority', province: AUTHORITY }) })
  if (end === 'kill') await service.kill()
  else expect(await service.stop()).toBe(0)
}

interface Day {
  service: ServeProcess
  agency: ReturnType<typeof client>
  authority: ReturnType<typeof client>
}

/** Uploads a sample and waits for what comes of it. */
async function upload({ agency }: Day, sample: string): Promise<{ invitation: Invitation; state: unknown }> {
  const invitation = await agency.ask(AGENCY)
  expect(await curlForm(invitation.upload, join(root, `${sample}.zip`))).toBe('204')
  const state = async () => (await agency.json(invitation.status)).state
  await expect.poll(state, { timeout: 120_000 }).not.toBe('waiting')
  return { invitation, state: await state() }
}

const latest = ({ agency }: Day) => agency.json(`/agencies/${AGENCY}/verdicts/latest`)
const verdicts = ({ agency }: Day) => agency.json(`/agencies/${AGENCY}/verdicts`)
const outbox = () => readdir(join(data, 'verdict-store/outbox', AGENCY)).catch(() => [])

describe.skipIf(WHY_NO_CURL)(
  `a year of the service${WHY_NO_CURL ? ` (skipped: ${WHY_NO_CURL})` : ''}`,
  { timeout: SECONDS * 1000 },
  () => {
    test('it says loudly that its clock and its issuer are for tests, and stays on loopback', async () => {
      await from(morning('2026-03-05'), async ({ service }) => {
        expect(service.said()).toContain('QMS_VERDICT_NOW')
        expect(service.said()).toContain('THỬ NGHIỆM')
        expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:/)
        expect(await curl('-o', '/dev/null', '-w', '%{http_code}', `${service.url}/health`)).toBe('200')
        const token = await devToken(commandLine.program, ['--agency', AGENCY, '--data', data], {
          QMS_VERDICT_NOW: morning('2026-03-05'),
        })
        expect((await client(service.url, token).get(`/agencies/${AGENCY}/verdicts`)).status).toBe(200)
        expect((await client(service.url, token).get('/agencies/H61.1/verdicts')).status).toBe(403)
      })
    })

    test('March: a bundle with mistakes is refused, the mended one is judged, seen by its authority', async () => {
      await from(
        morning('2026-03-05'),
        async (day) => {
          expect(await upload(day, 'refused-typing-errors')).toMatchObject({ state: 'refused' })
          const { invitation, state } = await upload(day, 'commune-behind')
          expect(state).toBe('judged')
          expect(await day.agency.json(invitation.verdict)).toMatchObject({ status: 'notMet', asOf: '2026-03-05' })
          expect(await day.authority.json(invitation.verdict)).toEqual(await latest(day))
          const page = await day.agency.get(invitation.verdict, { Accept: 'text/html' })
          expect(await page.text()).toContain('Mỹ Thuận Đông')
          expect((await day.agency.get(`/agencies/${AGENCY}/calendar.ics`)).status).toBe(200)
        },
        'kill',
      )
    })

    test('November: after a kill -9 all is there; the second upload becomes the latest', async () => {
      await from(morning('2026-11-01'), async (day) => {
        expect(await latest(day)).toMatchObject({ asOf: '2026-03-05' })
        const { invitation, state } = await upload(day, 'commune-behind')
        expect(state).toBe('judged')
        expect(await latest(day)).toEqual(await day.agency.json(invitation.verdict))
        expect((await verdicts(day)).verdicts).toHaveLength(2)
      })
    })

    test('30 and 7 days before the verdict lapses there is one notice each', async () => {
      let validUntil = ''
      await from(morning('2026-11-01'), async (day) => {
        // Nobody is told of a verdict that waits for its scans.
        await expect.poll(async () => (await latest(day)).provisional, { timeout: (SECONDS - 60) * 1000 }).toBe(false)
        validUntil = String((await latest(day)).validUntil)
      })
      const notice = (days: number) => `${validUntil}-${days}.txt`
      for (const [left, expected] of [
        [31, []],
        [30, [notice(30)]],
        [8, [notice(30)]],
        [7, [notice(30), notice(7)]],
      ] as const) {
        await from(morning(before(validUntil, left)), async ({ service }) => void (await service.event('notices-done')))
        expect(await outbox(), `${left} days before`).toEqual(expected)
      }
      await from(morning(before(validUntil, 7)), async ({ agency, service }) => {
        await agency.json('/health')
        expect(service.log.filter(({ event }) => /notice/.test(event))).toEqual([])
      })
      const text = await readFile(join(data, 'verdict-store/outbox', AGENCY, `${validUntil}-30.txt`), 'utf8')
      const [year, month, date] = validUntil.split('-')
      expect(text).toContain('Mỹ Thuận Đông')
      expect(text).toContain(`${date}/${month}/${year}`)
    })

    test('2 January, 07:00: the running service judges the agency again, once', async () => {
      await from('2027-01-01T23:59:52Z', async (day) => {
        expect(String((await day.service.event('recheck-begins')).time)).toMatch(/^2027-01-02T00:00/)
        expect(await day.service.event('agency-rechecked')).toMatchObject({
          code: AGENCY,
          year: 2027,
          stored: 'written',
        })
        await day.service.event('recheck-done')
        expect(await latest(day)).toMatchObject({ asOf: '2027-01-02' })
        const { verdicts: all } = (await verdicts(day)) as {
          verdicts: { recheck?: { year: number; changes: unknown[] } }[]
        }
        expect(all[0]?.recheck?.year).toBe(2027)
        expect(all[0]?.recheck?.changes.length).toBeGreaterThan(0)
      })
      await from(morning('2027-01-03'), async ({ service }) => {
        await service.event('notices-done')
        expect(service.log.filter(({ event }) => /recheck/.test(event))).toEqual([])
      })
    })

    test('by hand the re-check changes nothing that is there, and not before its day', async () => {
      const files = () => readdir(join(data, 'verdict-store'), { recursive: true })
      const stored = await files()
      const recheck = (year: string, now: string) =>
        command(commandLine.program, ['recheck', '--data', data, '--year', year], { QMS_VERDICT_NOW: now })
      const again = await recheck('2027', morning('2027-01-03'))
      expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining(`${AGENCY}\t2027-01-02 (đã có)`) })
      expect(await files()).toEqual(stored)
      expect(await recheck('2028', morning('2027-12-31'))).toMatchObject({ status: 2, stdout: '' })
      const next = await recheck('2028', morning('2028-01-02'))
      expect(next).toMatchObject({ status: 0, stdout: expect.stringContaining(`${AGENCY}\t2028-01-02\t`) })
    })
  },
)
