import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import { NO_LEASES } from '../../src/service/leases.ts'
import { WorkQueue } from '../../src/service/queue.ts'
import { type RunRecords, runRecords, yearlyRecheck } from '../../src/service/scheduled-runs.ts'
import type { Rechecked } from '../../src/service/service.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import type { LogLine } from './support/serve-process.ts'

const RUN = { year: 2027, asOf: '2027-01-02' }
const lost = new InputError({ vi: 'mất', en: 'lost' })

/** A run over agencies, each of which answers, by turns, with what is listed; nothing listed: it has no bundle. */
async function fresh(answers: Record<string, Error[]>) {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-recheck-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const store = new FolderStore(folder)
  const log: LogLine[] = []
  const tell = (_: string, event: string, fields = {}) => void log.push({ event, ...fields })
  const asked: string[] = []
  const service = {
    async *listAgencies() {
      yield* Object.keys(answers)
    },
    async recheckAgency(code: string): Promise<Rechecked> {
      asked.push(code)
      const fault = answers[code]?.shift()
      if (fault) throw fault
      return { kind: 'none', code }
    },
  }
  const records: RunRecords = runRecords(store, () => new Date('2027-01-02T00:00:00Z'))
  const tools = { service, queue: new WorkQueue(1, tell), leases: NO_LEASES, records, log: tell }
  return {
    tools,
    asked,
    log,
    record: async () => JSON.parse(Buffer.from((await store.read('runs/recheck-2027.json')) ?? []).toString()),
  }
}

test('a run is recorded when all agencies are through, and then not done again', async () => {
  const { tools, asked, record } = await fresh({ 'H61.1': [new Error('store away')], 'H61.2': [] })
  await yearlyRecheck(RUN, tools)
  expect(asked).toEqual(['H61.1', 'H61.2', 'H61.1'])
  expect(await record()).toEqual({
    schemaVersion: 1,
    run: 'recheck-2027',
    doneOn: '2027-01-02T00:00:00.000Z',
    asOf: '2027-01-02',
    agencies: 2,
    failed: [],
  })
  await yearlyRecheck(RUN, tools)
  expect(asked).toHaveLength(3)
})

test('an agency whose bundle is lost is told, and does not hold up the run', async () => {
  const { tools, asked, log, record } = await fresh({ 'H61.1': [lost], 'H61.2': [] })
  await yearlyRecheck(RUN, tools)
  expect(asked).toEqual(['H61.1', 'H61.2'])
  expect(await record()).toMatchObject({ agencies: 2, failed: ['H61.1'] })
  expect(log.map(({ event }) => event)).toContain('recheck-impossible')
})

test('an agency that another process has in hand is left to it, and asked for again when its time is over', async () => {
  const { tools, asked } = await fresh({ 'H61.1': [] })
  let taken = 0
  const leases = { take: async () => (++taken === 1 ? ({ heldMs: 1 } as const) : ('taken' as const)) }
  await yearlyRecheck(RUN, { ...tools, leases })
  expect([taken, asked]).toEqual([2, ['H61.1']])
})
