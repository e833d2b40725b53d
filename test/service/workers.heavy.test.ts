import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { getPriority } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildDocumentChild } from '../../scripts/build-document-child.mjs'
import { InputError } from '../../src/core/errors.ts'
import { bytesInMemory } from '../../src/core/files.ts'
import { ownProcessorTime } from '../../src/documents/process/usage.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { Refusal } from '../../src/intake/refusals/refusal.ts'
import { createService } from '../../src/service/create-service.ts'
import { StoreFault } from '../../src/service/store.ts'
import { inThisProcess, type TaskOutput } from '../../src/service/tasks.ts'
import type { WorkerBounds } from '../../src/service/workers/running-worker.ts'
import { inTime, openWorkers, WORKER_BOUNDS, type WorkerProcesses } from '../../src/service/workers/service-workers.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { bundleOf, CODE, endWorlds, makeWorld, upload } from './world.ts'

// Workers as they are built, but for one fact that never ends for H61.66. On a busy machine a second of processor time
// takes long.
vi.setConfig({ testTimeout: 300_000 })
const AS_OF = '2026-11-01'
const LOOPING = 'H61.66'
const by = {
  judge: { ruleSet: loaded, profileId: 'national', engine: ENGINE },
  limits: DEFAULT_LIMITS,
  stopwatch: ownProcessorTime,
}
const opened: WorkerProcesses[] = []
let folder: string
let entry: URL

beforeAll(async () => {
  // Inside node_modules, so that packages are found from there.
  folder = await mkdtemp('node_modules/.workers-')
  const outfile = join(folder, 'worker.mjs')
  await build({
    entryPoints: ['test/service/support/looping-worker.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
  })
  await buildDocumentChild(join(folder, 'document-child.mjs'))
  entry = pathToFileURL(outfile)
})
afterAll(async () => {
  for (const workers of opened) workers.end()
  await rm(folder, { recursive: true, force: true })
  await endWorlds()
})

function workersOf(bounds: Partial<WorkerBounds> = {}, judging = 1): WorkerProcesses {
  const workers = openWorkers(by, { judging, asked: 0 }, { entry, bounds: { ...WORKER_BOUNDS, ...bounds } })
  opened.push(workers)
  return workers
}

/** Who started a process, its name, and how far it gives way, as Linux tells it; what has ended has nobody. */
async function priorityOf(stat: string) {
  const [, name, rest = ''] = /^\d+ \((.*)\) (.*)/s.exec(await readFile(stat, 'utf8').catch(() => '')) ?? []
  const words = rest.split(' ')
  return { name, parent: Number(words[1]), nice: Number(words[16] ?? 19) }
}

const judgingFor = (judging: number) => ({
  milliseconds: { ...WORKER_BOUNDS.milliseconds, judging },
  wallTimes: 1000,
})

async function factsOf(workers: WorkerProcesses, code = CODE) {
  const source = bytesInMemory(await bundleOf({ agency: { code } }, { 'quyet-dinh.txt': 'Quyết định số 12/QĐ-STP' }))
  const read = await workers.run('read', { code, asOf: AS_OF }, { source })
  if ('refusal' in read) throw new Error(read.refusal.message.en)
  return read.facts
}

const digestOf = (judged: TaskOutput<'judge'>) => ('verdict' in judged ? judged.verdict.digest : 'unusable')

describe('a worker', () => {
  test('reads and judges as this process does, and finds no environment', async () => {
    const workers = workersOf()
    const facts = await factsOf(workers)
    const here = inThisProcess(by)
    const [there, own] = await Promise.all([workers, here].map((who) => who.run('judge', { facts, asOf: AS_OF })))
    expect(digestOf(there as never)).toBe(digestOf(own as never))
    expect(workers.state()).toEqual({ running: 0, waiting: 0, workers: 1 })
  })

  test.runIf(process.platform === 'linux')('gives way to whoever answers, with all its threads', async () => {
    const workers = workersOf()
    await factsOf(workers)
    const own = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
    const stats = await Promise.all(own.map(async (pid) => ({ pid, ...(await priorityOf(`/proc/${pid}/stat`)) })))
    const children = stats.filter(({ parent, name }) => parent === process.pid && name === 'node')
    expect(children.length).toBeGreaterThan(0)
    for (const { pid } of children) {
      const threads = await readdir(`/proc/${pid}/task`)
      const nice = await Promise.all(threads.map((thread) => priorityOf(`/proc/${pid}/task/${thread}/stat`)))
      expect(nice.filter(({ nice }) => nice < Math.min(19, getPriority() + 5))).toEqual([])
    }
  })

  test('gives back what a task throws, and what the bundle was read with, as it was', async () => {
    const workers = workersOf()
    const bytes = new TextEncoder().encode('{"format":"qms-bundle/1"')
    const refused = workers.run('manifest', { bytes, name: 'manifest.json' })
    await expect(refused).rejects.toSatisfy(
      (error) => error instanceof Refusal && error.code === 'manifest-not-parseable',
    )
    const rules = workers.run('rules', { text: '{}', name: 'rules.json' })
    await expect(rules).rejects.toBeInstanceOf(InputError)
    const fault = StoreFault.from('read', 's3://bundles/a', new Error('reset'))
    const source = { size: 1000, read: () => Promise.reject(fault) }
    await expect(workers.run('read', { code: CODE, asOf: AS_OF }, { source })).rejects.toBe(fault)
    expect(workers.state().workers).toBe(1)
  })

  test('that takes too much memory or waits too long is ended with its task', async () => {
    const small = workersOf({ residentBytes: 20 * 1024 * 1024 })
    await expect(factsOf(small)).rejects.toMatchObject({ name: 'WorkerStopped', why: 'memory' })
    const hasty = workersOf({ wallTimes: 0.02 })
    const never = { size: 1000, read: () => new Promise<never>(() => undefined) }
    const waits = hasty.run('read', { code: CODE, asOf: AS_OF }, { source: never })
    await expect(waits).rejects.toMatchObject({ why: 'waited', part: 'reading' })
    expect([small.state().workers, hasty.state().workers]).toEqual([0, 0])
  })

  test('that cannot read a bundle in its processor time is ended, and the bundle is refused', async () => {
    const reading = { milliseconds: { ...WORKER_BOUNDS.milliseconds, reading: -1 } }
    const source = bytesInMemory(await bundleOf())
    const read = await workersOf(reading).run('read', { code: CODE, asOf: AS_OF }, { source })
    expect(read).toMatchObject({ refusal: { code: 'read-timeout', asOf: AS_OF, bundle: { sha256: null } } })
  })
})

describe('a rule that never ends', () => {
  test('is found, and the dossier judged without it', async () => {
    const workers = workersOf(judgingFor(1500))
    const facts = await factsOf(workers, LOOPING)
    const { result, leftOut } = await inTime((how) => workers.run('judge', { facts, asOf: AS_OF, ...how }))
    if (!('verdict' in result)) throw new Error('unusable')
    expect(leftOut.length).toBe(1)
    const { status, findings } = result.verdict
    expect([status, findings.filter(({ outcome }) => outcome === 'error').map(({ rule }) => rule)]).toEqual([
      'undetermined',
      leftOut,
    ])
    expect(result.faults).toEqual([{ rule: leftOut[0], fault: expect.any(Error) }])
    const others = await workers.run('judge', { facts: await factsOf(workers), asOf: AS_OF })
    expect('verdict' in others && others.verdict.findings.every(({ outcome }) => outcome !== 'error')).toBe(true)
  })

  test('fails an upload until the last try, whose verdict stands without the rule', async () => {
    const world = await makeWorld()
    const service = createService({ ...world.tools, ...by, workers: workersOf(judgingFor(1500)) })
    const sent = await upload(world, '2026-03-05T02:00:00.000Z', await bundleOf({ agency: { code: LOOPING } }), {
      code: LOOPING,
    })
    await expect(service.evaluateUpload({ ...sent, lastTry: false })).rejects.toMatchObject({ name: 'JudgedOverTime' })
    expect(await service.listUploads(LOOPING)).toEqual([])
    const evaluated = await service.evaluateUpload({ ...sent, lastTry: true })
    expect(evaluated).toMatchObject({ kind: 'verdict', entry: { status: 'undetermined' }, faults: [{}] })
  })
})

test('a task that is ended does nothing to one that is under way beside it', async () => {
  const workers = workersOf(judgingFor(1500), 2)
  const facts = await factsOf(workers, LOOPING)
  const looping = workers.run('judge', { facts, asOf: AS_OF })
  const ended = expect(looping).rejects.toMatchObject({ name: 'WorkerStopped', why: 'time', part: 'judging' })
  const other = await factsOf(workers)
  await ended
  expect(digestOf(await workers.run('judge', { facts: other, asOf: AS_OF }))).toMatch(/^[0-9a-f]{64}$/)
})
