import { gunzipSync } from 'node:zlib'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { createService } from '../../../src/service/create-service.ts'
import { agencyIndex } from '../../../src/service/entries.ts'
import { eraseUpload } from '../../../src/service/erase.ts'
import { bundleKey, makeUploadId, parseBundleKey } from '../../../src/service/keys.ts'
import { NO_LEASES } from '../../../src/service/leases.ts'
import { noteOpen, PendingUploads } from '../../../src/service/pending-uploads.ts'
import { recheckRun } from '../../../src/service/schedule.ts'
import type { ScanWork } from '../../../src/service/service.ts'
import { StoreFault } from '../../../src/service/store.ts'
import { inThisProcess } from '../../../src/service/tasks.ts'
import { judgeUpload } from '../../../src/service/upload-jobs.ts'
import type { Judge } from '../../../src/verdict/pipeline.ts'
import { readVerdictFile } from '../../../src/verdict/verdict-file.ts'
import { collected } from '../../support/collected.ts'
import { CODES, campaignBundles, MARK, remembering } from './campaign-bundles.ts'
import { FaultyMemory, type Met, type Weather } from './faulty-memory.ts'

/** What a campaign is run with; the same seed brings the same events. */
export interface Campaign {
  events: number
  seed: number
  judge: Judge
  manifest: { agency: object }
}

const FORM_SECONDS = 900
const EVENTS_BETWEEN_CHECKS = 250

/** Random numbers from 0 to below 1 that a seed decides (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Plays events over the service's own code: uploads, deliveries out of order and twice, pages of scans read in any order and
 * again, re-checks, judging again, erasing, amid kills, full disks, errors of input and output and a clock that jumps; every now and then calm returns,
 * and every promise is looked at.
 * @throws Error naming the promise that was broken, and the seed
 */
export async function faultCampaign({ events, seed, judge, manifest }: Campaign): Promise<Met> {
  const random = randomOf(seed)
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const met: Met = {}
  const count = (what: string) => {
    met[what] = (met[what] ?? 0) + 1
  }
  let nowMs = Date.parse('2026-03-05T02:00:00.000Z')
  const now = () => new Date(nowMs)
  const calm: Weather = { eio: 0, full: false, killIn: Number.POSITIVE_INFINITY }
  const weather: Weather = { ...calm }
  const bundles = new FaultyMemory(weather, random, now, met)
  const verdicts = new FaultyMemory(weather, random, now, met)
  const log = () => undefined
  const by = { judge, limits: DEFAULT_LIMITS, stopwatch: () => 0 }
  const sent = campaignBundles(manifest)
  const workers = remembering(inThisProcess(by), sent)
  const service = createService({ ...by, bundles, verdicts, workers, readsScans: true })
  const tools = { service, bundles, verdicts, formSeconds: FORM_SECONDS, leases: NO_LEASES, log }
  const pending = new PendingUploads({ ...tools, openBundles: () => bundles, formsReplace: false, now })
  const uploads: string[] = []
  const erased = new Set<string>()
  const firstBytes = new Map<string, Uint8Array>()
  const lookedAt = new Set<Uint8Array>()
  /** Scans that were to be read at some time: each may be asked for again, whenever. */
  const scans: ScanWork[] = []

  async function readScan(work: ScanWork): Promise<void> {
    const { kind } = await service.readScan(work, now().toISOString())
    count(`scans ${kind}`)
  }

  async function scan(): Promise<void> {
    for await (const key of pending.list()) await judgeUpload(key, tools).run(0)
  }

  const acts: Record<string, () => Promise<unknown>> = {
    async upload() {
      const code = pick(CODES) ?? ''
      const id = makeUploadId(now().toISOString(), String(uploads.length).padStart(8, '0'))
      const key = bundleKey(code, id)
      await noteOpen(key, bundles)
      const own = sent.get(code)
      if (own === undefined) throw new Error(`nothing is sent of ${code}`)
      const kind = random()
      const bytes =
        kind < 0.1
          ? new TextEncoder().encode('no zip')
          : kind < 0.4
            ? own.plain
            : kind < 0.85
              ? pick(own.scanned)
              : own.stamped
      await bundles.putIfAbsent(key, bytes ?? own.plain)
      uploads.push(key)
    },
    async deliver() {
      const key = pick(uploads)
      if (key !== undefined) await judgeUpload(key, tools).run(0)
    },
    scan,
    async readScans() {
      for await (const work of service.waitingScans()) {
        scans.push(work)
        await readScan(work)
        if (random() < 0.3) return
      }
    },
    async readAgain() {
      const work = pick(scans)
      if (work !== undefined) await readScan(work)
    },
    async rejudge() {
      await service.rejudgeAgency(pick(CODES) ?? '', { reason: 'x', on: now().toISOString() })
    },
    async recheck() {
      await service.recheckAgency(pick(CODES) ?? '', recheckRun(2026 + Math.floor(random() * 3)))
    },
    async erase() {
      const key = random() < 0.05 ? pick(uploads) : undefined
      const upload = key === undefined ? undefined : parseBundleKey(key)
      if (upload === undefined) return
      const run = { uploadId: upload.uploadId, reason: 'x', by: 'x', on: now().toISOString() }
      for (const one of await eraseUpload(upload.code, run, { bundles, verdicts })) erased.add(one.tombstone.uploadId)
    },
  }
  // Uploads of the very same bundle are erased together, and there are few different ones: erasing is rare.
  const weights = [
    ...['upload', 'upload', 'deliver', 'deliver', 'deliver', 'deliver', 'scan', 'scan'],
    ...['readScans', 'readScans', 'readAgain', 'recheck', 'rejudge', 'erase'],
  ]

  function changeWeather(): void {
    Object.assign(weather, calm)
    const kind = random()
    if (kind < 0.3) weather.eio = 0.05
    else if (kind < 0.4) weather.full = true
    else if (kind < 0.6) weather.killIn = Math.floor(random() * 40)
    if (random() < 0.05) nowMs += Math.round((random() - 0.4) * 86_400_000)
    nowMs += 1000
  }

  for (let event = 1; event <= events; event++) {
    changeWeather()
    const name = pick(weights) ?? 'scan'
    count(name)
    try {
      await acts[name]?.()
    } catch (fault) {
      if (!(fault instanceof StoreFault)) throw fault
      count(weather.killIn <= 0 ? 'killed' : weather.full ? 'diskFull' : 'eio')
    }
    if (event % EVENTS_BETWEEN_CHECKS > 0 && event < events) continue
    Object.assign(weather, calm)
    await scan()
    await readAllScans()
    await check()
    await checkScans()
    count('checks')
  }
  return met

  function broken(what: string): Error {
    return new Error(`broken with seed ${seed}: ${what}`)
  }

  async function readAllScans(): Promise<void> {
    for (let round = 0; round < 20; round++) {
      const waiting = await collected(service.waitingScans())
      if (waiting.length === 0) return
      for (const work of waiting) await readScan(work)
    }
    throw broken('reading scans comes to no end')
  }

  /** After all scans were read: what was provisional is final, and nothing is left of what bears a stamp. */
  async function checkScans(): Promise<void> {
    for (const code of CODES)
      for (const { id, provisional } of await service.listVerdicts(code))
        if (provisional) throw broken(`${code} ${id} stays provisional`)
    const open = [...bundles.objects.keys()].find((key) => key.startsWith('open-scans/'))
    if (open !== undefined) throw broken(`${open} stays in the list of scans that are to be read`)
    const jobs = [...bundles.objects].filter(([key]) => /^readings\/[^/]+\/uploads\//.test(key))
    const named = jobs.map(([key, { bytes }]) => key.split('/')[1] + new TextDecoder().decode(bytes))
    for (const [key, { bytes }] of [...bundles.objects, ...verdicts.objects]) {
      if (key.startsWith('bundles/')) continue
      const [, code = '', hash = ''] = /^readings\/([^/]+)\/files\/([^/]+)\//.exec(key) ?? []
      const text = () => (key.endsWith('.gz') ? gunzipSync(bytes) : Buffer.from(bytes)).toString()
      if (
        hash !== '' &&
        !named.some((job) => job.startsWith(code) && job.includes(hash)) &&
        !text().includes('"stamped":true')
      )
        throw broken(`${key} is a reading for no upload`)
      if (lookedAt.has(bytes)) continue
      lookedAt.add(bytes)
      if (text().includes(MARK)) throw broken(`${key} is left of a bundle that bears a stamp`)
    }
  }

  async function check(): Promise<void> {
    for (const [key] of bundles.objects) {
      const upload = key.startsWith('bundles/') ? parseBundleKey(key) : undefined
      if (upload === undefined) continue
      const { uploads: entries, erased: gone } = await agencyIndex(upload.code, verdicts)
      const own = entries.filter((entry) => entry.includes(`/${upload.uploadId}/`))
      if (gone.has(upload.uploadId)) {
        if (erased.has(upload.uploadId)) throw broken(`${key} is there though it was erased`)
      } else if (own.length !== 1) throw broken(`${key} has ${own.length} entries`)
    }
    for (const [key, { bytes }] of verdicts.objects) {
      const first = firstBytes.get(key)
      firstBytes.set(key, bytes)
      // What was not written since was looked at before.
      if (first === bytes) continue
      const isFixed = /^(verdicts|refusals)\/.*\.json$|\/(uploads|rechecks|erased)\//.test(key)
      if (isFixed && first && !Buffer.from(first).equals(bytes))
        throw broken(`${key} was written twice, to other bytes`)
      if (key.startsWith('verdicts/') && key.endsWith('.json') && 'wrong' in readVerdictFile(bytes, key))
        throw broken(`${key} is not whole`)
    }
    for (const code of CODES) {
      const latest = await service.latestVerdict(code)
      for (const { id } of await service.listVerdicts(code))
        if ((await service.readVerdict(code, id)) === undefined) throw broken(`${code} ${id} is listed and not there`)
      if (latest) await service.verdictPage(latest, 'vi')
    }
    const soon = nowMs
    nowMs += 4 * 86_400_000
    for await (const key of pending.list()) throw broken(`${key} is still open`)
    nowMs = soon
    const open = [...bundles.objects.keys()].filter((key) => key.startsWith('open/'))
    if (open.length > 0) throw broken(`${open[0]} stays in the list of what is open`)
  }
}
