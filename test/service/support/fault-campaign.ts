import { zipSync } from 'fflate'
import { BoundedMemo } from '../../../src/core/async.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { createService } from '../../../src/service/create-service.ts'
import { agencyIndex } from '../../../src/service/entries.ts'
import { eraseUpload } from '../../../src/service/erase.ts'
import { bundleKey, makeUploadId, parseBundleKey } from '../../../src/service/keys.ts'
import { NO_LEASES } from '../../../src/service/leases.ts'
import { noteOpen, PendingUploads } from '../../../src/service/pending-uploads.ts'
import { recheckRun } from '../../../src/service/schedule.ts'
import { DiskFull, type ErasableStore, StoreFault } from '../../../src/service/store.ts'
import { inThisProcess, type TaskInput, type Workers } from '../../../src/service/tasks.ts'
import { judgeUpload } from '../../../src/service/upload-jobs.ts'
import type { Judge } from '../../../src/verdict/pipeline.ts'
import { readVerdictFile } from '../../../src/verdict/verdict-file.ts'

/** What a campaign is run with; the same seed brings the same events. */
export interface Campaign {
  events: number
  seed: number
  judge: Judge
  manifest: { agency: object }
}

/** How often what was met. */
export type Met = Record<string, number>

const FORM_SECONDS = 900
const CODES = ['H61.12', 'H61.13', 'H61.14']
const EVENTS_BETWEEN_CHECKS = 250
const WHY = { vi: 'lỗi thử nghiệm', en: 'injected fault' }

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
 * Judges in this process, the same facts on the same day once: what is tried is what becomes of verdicts, and the rest of a
 * campaign would be spent on coming to the same ones.
 */
function remembering(workers: Workers): Workers {
  const known = new BoundedMemo<string, Promise<unknown>>(2000)
  const once = <T>(key: string, run: () => Promise<T>) => known.get(key, run) as Promise<T>
  return {
    run(task, input, around) {
      const run = () => workers.run(task, input, around)
      if (task === 'judge') {
        const { facts, ...how } = input as TaskInput<'judge'>
        return once(`judge ${facts.sha256} ${JSON.stringify(how)}`, run)
      }
      if (task !== 'page') return run()
      const { verdict, lang } = input as TaskInput<'page'>
      return once(`page ${verdict.digest} ${lang}`, run)
    },
  }
}

/** How calls to the stores fail for the time being. */
interface Weather {
  /** Share of calls that fail with an error of input or output. */
  eio: number
  full: boolean
  /** Calls until the process is killed; no call after that has an effect. */
  killIn: number
}

const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other))

/** A store in memory that never fails. */
export function memoryStore(): ErasableStore {
  const weather = { eio: 0, full: false, killIn: Number.POSITIVE_INFINITY }
  return new FaultyMemory(
    weather,
    () => 1,
    () => new Date(0),
    {},
  )
}

/** A store in memory, in which each write is whole, and whose calls fail by the weather. */
class FaultyMemory implements ErasableStore {
  readonly objects = new Map<string, { bytes: Uint8Array; modified: string }>()
  readonly #weather: Weather
  readonly #random: () => number
  readonly #now: () => Date
  readonly #met: Met

  constructor(weather: Weather, random: () => number, now: () => Date, met: Met) {
    this.#weather = weather
    this.#random = random
    this.#now = now
    this.#met = met
  }

  #call<T>(kind: 'read' | 'write', act: () => T): T {
    const weather = this.#weather
    this.#met.calls = (this.#met.calls ?? 0) + 1
    if (weather.killIn <= 0) throw new StoreFault(kind, 'killed', WHY)
    weather.killIn--
    if (kind === 'write' && weather.full) throw new DiskFull('memory')
    const isFaulty = this.#random() < weather.eio
    if (isFaulty && this.#random() < 0.5) throw new StoreFault(kind, 'EIO before', WHY)
    const result = act()
    if (isFaulty || weather.killIn === 0) throw new StoreFault(kind, 'EIO after', WHY)
    return result
  }

  #stored(key: string) {
    const found = this.objects.get(key)
    return found && { key, size: found.bytes.length, modified: found.modified }
  }

  async head(key: string) {
    return this.#call('read', () => this.#stored(key))
  }
  async read(key: string) {
    return this.#call('read', () => this.objects.get(key)?.bytes)
  }
  async source(key: string) {
    const bytes = await this.read(key)
    if (bytes === undefined) return undefined
    const part = (offset: number, length: number) => bytes.slice(offset, offset + length)
    return {
      size: bytes.length,
      read: async (offset: number, length: number) => this.#call('read', () => part(offset, length)),
    }
  }
  async putIfAbsent(key: string, bytes: Uint8Array) {
    return this.#call('write', () => {
      if (this.objects.has(key)) return 'present' as const
      this.#set(key, bytes)
      return 'written' as const
    })
  }
  async put(key: string, bytes: Uint8Array) {
    this.#call('write', () => this.#set(key, bytes))
  }
  #set(key: string, bytes: Uint8Array): void {
    this.objects.set(key, { bytes, modified: `${this.#now().toISOString().slice(0, 19)}Z` })
  }
  async remove(key: string) {
    this.#call('write', () => void this.objects.delete(key))
  }
  async erase(key: string) {
    await this.remove(key)
    return 'erased' as const
  }
  async *list(prefix: string, { after = '', limit = Number.POSITIVE_INFINITY } = {}) {
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && byBytes(key, after) > 0)
    for (const key of keys.sort(byBytes).slice(0, limit)) {
      const found = this.#call('read', () => this.#stored(key))
      if (found !== undefined) yield found
    }
  }
}

/**
 * Plays events over the service's own code: uploads, deliveries out of order and twice, scans, re-checks, judging again,
 * erasing, amid kills, full disks, errors of input and output and a clock that jumps; every now and then calm returns,
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
  const service = createService({ ...by, bundles, verdicts, workers: remembering(inThisProcess(by)) })
  const tools = { service, bundles, verdicts, formSeconds: FORM_SECONDS, leases: NO_LEASES, log }
  const pending = new PendingUploads({ ...tools, openBundles: () => bundles, formsReplace: false, now })
  const zips = new Map(
    CODES.map((code) => {
      const own = { ...manifest, agency: { ...manifest.agency, code } }
      return [code, zipSync({ 'manifest.json': new TextEncoder().encode(JSON.stringify(own)) })] as const
    }),
  )
  const uploads: string[] = []
  const erased = new Set<string>()
  const firstBytes = new Map<string, Uint8Array>()

  async function scan(): Promise<void> {
    for await (const key of pending.list()) await judgeUpload(key, tools).run(0)
  }

  const acts: Record<string, () => Promise<unknown>> = {
    async upload() {
      const code = pick(CODES) ?? ''
      const id = makeUploadId(now().toISOString(), String(uploads.length).padStart(8, '0'))
      const key = bundleKey(code, id)
      await noteOpen(key, bundles)
      const bytes = random() < 0.1 ? new TextEncoder().encode('no zip') : (zips.get(code) ?? new Uint8Array())
      await bundles.putIfAbsent(key, bytes)
      uploads.push(key)
    },
    async deliver() {
      const key = pick(uploads)
      if (key !== undefined) await judgeUpload(key, tools).run(0)
    },
    scan,
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
  const weights = ['upload', 'deliver', 'deliver', 'deliver', 'deliver', 'scan', 'scan', 'recheck', 'erase']

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
    await check()
    count('checks')
  }
  return met

  async function check(): Promise<void> {
    const broken = (what: string) => new Error(`broken with seed ${seed}: ${what}`)
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
