import { mapConcurrent } from '../core/async.ts'
import { InputError } from '../core/errors.ts'
import { putDocument } from './documents.ts'
import { DRAW_UP } from './draw-up.ts'
import { type DeskWork, OPEN_VERSIONS, openVersionKey, parseOpenVersion } from './keys.ts'
import type { Leases } from './leases.ts'
import { describeFault } from './log.ts'
import {
  endVersion,
  isCancelled,
  type OfVersion,
  readEnd,
  readVersion,
  type VersionRequest,
} from './prescreen-versions.ts'
import type { WorkQueue } from './queue.ts'
import type { ErasableStore } from './store.ts'
import { agenciesOf, doneCodes, type OneAgency, type Work, type WorkTools } from './work.ts'

const papers = () => import('./paper-work.ts')
const judging = () => import('./province-judging.ts')

/** Loaded when it is asked for: most have pre-screenings drawn up. */
const WORKS: Readonly<Record<DeskWork, () => Promise<Work>>> = {
  preview: async () => (await judging()).PREVIEW,
  rejudge: async () => (await judging()).REJUDGE,
  letters: async () => (await papers()).LETTERS,
  plan: async () => (await papers()).PLAN,
  report: async () => (await papers()).REPORT,
}

const workOf = async ({ work }: OfVersion): Promise<Work> => (work === undefined ? DRAW_UP : WORKS[work]())

/** The first step: codes of the agencies to go through; none where it has an end. */
export async function plannedAgencies(of: OfVersion, tools: WorkTools): Promise<string[]> {
  return (await readEnd(of, tools.store)) ? [] : agenciesOf(of, await workOf(of), tools)
}

/** What the second step needs to know, for many agencies. @throws Error when it was not asked for */
export async function beginWork(of: OfVersion, tools: WorkTools): Promise<OneAgency> {
  return (await workOf(of)).begin(of, await asked(of, tools), tools)
}

async function asked(of: OfVersion, { store }: Pick<WorkTools, 'store'>): Promise<VersionRequest> {
  const request = await readVersion(of, store)
  if (request === undefined) throw new Error(`version ${of.id} was not asked for`)
  return request
}

/**
 * The last step: finishes a version, or ends it where it was cancelled, or where a person must mend something. What has an
 * end keeps it.
 * @param random eight lower-case hex digits
 */
export async function endOrFinish(of: OfVersion, random: string, tools: WorkTools): Promise<void> {
  const { store, now, log } = tools
  if ((await readEnd(of, store)) !== undefined) return
  const on = () => now().toISOString()
  if (await isCancelled(of, store)) return endVersion(of, { kind: 'cancelled', on: on() }, store)
  try {
    const results = await (await workOf(of)).finish(of, await asked(of, tools), random, tools)
    await endVersion(of, { kind: 'finished', on: on(), results }, store)
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault
    log('error', 'draw-up-failed', { ...of, fault: describeFault(fault) })
    await endVersion(of, { kind: 'failed', on: on(), why: fault.text }, store)
  }
}

/**
 * All three steps in this process. Cut short, it goes on where it was. What a person must mend ends it.
 * @param atOnce agencies gone through at once
 */
export async function makeVersion(of: OfVersion, atOnce: number, random: string, tools: WorkTools): Promise<void> {
  const { store } = tools
  if ((await readEnd(of, store)) !== undefined || (await readVersion(of, store)) === undefined) return
  const codes = await plannedAgencies(of, tools)
  const before = await doneCodes(of, store)
  const one = await beginWork(of, tools)
  await mapConcurrent(
    codes.filter((code) => !before.has(code)),
    atOnce,
    async (code) => {
      if (!(await isCancelled(of, store))) await one(code, tools)
    },
  )
  await endOrFinish(of, random, tools)
}

/** What making beside everything else works with. */
export interface WorkJobTools extends WorkTools {
  queue: WorkQueue
  leases: Leases
  /** Where it is noted which versions are open. */
  open: Pick<ErasableStore, 'list' | 'putIfAbsent' | 'remove'>
  /** Agencies gone through at once. */
  atOnce: number
  /** Eight lower-case hex digits, others each time. */
  random: () => string
}

/** What the desk asked for, made one after the other beside everything else. */
export interface WorkJobs {
  /**
   * Takes a version. It is noted before it is asked for: what was asked for is made, whatever becomes of this process.
   * @param ask keeps that it was asked for
   */
  take(of: OfVersion, ask: () => Promise<unknown>): Promise<void>
  /** Takes up what another process, or this one before it ended, left open. */
  resume(): Promise<void>
}

/** Makes versions in this process, each once over all processes that share the store. */
export function workJobs(tools: WorkJobTools): WorkJobs {
  const { queue, leases, open, atOnce, random, log } = tools

  function enter(of: OfVersion): void {
    const { province, year, work = 'prescreen', id } = of
    void queue.push({
      id: `${province} ${year} ${work} ${id}`,
      async run() {
        const lease = await leases.take(province, `${work}-${id}`)
        if (lease !== 'taken') return { againInMs: lease.heldMs }
        const start = performance.now()
        await makeVersion(of, atOnce, random(), tools)
        await open.remove(openVersionKey(of))
        log('info', `${work}-made`, { ...of, ms: Math.round(performance.now() - start) })
        return undefined
      },
    })
  }

  return {
    async take(of, ask) {
      await putDocument(openVersionKey(of), { schemaVersion: 1, ...of }, open)
      await ask()
      enter(of)
    },
    async resume() {
      for await (const { key } of open.list(OPEN_VERSIONS)) {
        const of = parseOpenVersion(key)
        if (of !== undefined) enter(of)
      }
    },
  }
}
