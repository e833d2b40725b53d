import { InputError } from '../core/errors.ts'
import type { Leases } from './leases.ts'
import { describeFault, type Log } from './log.ts'
import type { Work, WorkQueue } from './queue.ts'
import type { Notifier, RecheckRun, Service } from './service.ts'
import type { Store } from './store.ts'
import { TRIES } from './upload-jobs.ts'

/** What a re-check works with. */
export interface RecheckTools {
  service: Pick<Service, 'listAgencies' | 'recheckAgency'>
  queue: WorkQueue
  leases: Leases
  records: RunRecords
  log: Log
}

/**
 * Judges all agencies again, once a year: they go through the queue like uploads, and the run is recorded when all are
 * through. Cut short, it is done again and finds what was done.
 */
export async function yearlyRecheck(run: RecheckRun, tools: RecheckTools): Promise<void> {
  const name = `recheck-${run.year}`
  if (await tools.records.isDone(name)) return
  tools.log('info', 'recheck-begins', { ...run })
  const failed: string[] = []
  const all: Promise<void>[] = []
  for await (const code of tools.service.listAgencies())
    all.push(tools.queue.push(recheckWork(code, run, tools, () => failed.push(code))))
  await Promise.all(all)
  await tools.records.done(name, { asOf: run.asOf, agencies: all.length, failed: failed.sort() })
  tools.log('info', 'recheck-done', { ...run, agencies: all.length, failed: failed.length })
}

function recheckWork(
  code: string,
  run: RecheckRun,
  { service, leases, log }: RecheckTools,
  onFailed: () => void,
): Work {
  const task = `recheck-${run.year}`
  return {
    id: `${code} ${task}`,
    async run(failures) {
      const lease = await leases.take(code, task)
      if (lease !== 'taken') return { againInMs: lease.heldMs }
      try {
        const rechecked = await service.recheckAgency(code, { ...run, lastTry: failures >= TRIES - 1 })
        log('info', 'agency-rechecked', { code, year: run.year, ...logFields(rechecked) })
      } catch (fault) {
        // Only the operator can bring a bundle back; another try would find the same.
        if (!(fault instanceof InputError)) throw fault
        log('error', 'recheck-impossible', { code, year: run.year, fault: describeFault(fault) })
        onFailed()
      }
      return undefined
    },
  }
}

function logFields(rechecked: Awaited<ReturnType<Service['recheckAgency']>>): Record<string, unknown> {
  if (rechecked.kind === 'none') return { kind: 'none' }
  const { entry, stored } = rechecked
  return { kind: 'verdict', stored, status: entry.status, changes: entry.changes.length }
}

/** What a run of notices works with. */
export interface NoticeTools {
  service: Pick<Service, 'lapseNotices'>
  notifier: Notifier
  leases: Leases
  records: RunRecords
  log: Log
}

/** Instead of an agency's code, in the lease of what concerns all. */
const ALL = 'all'

/**
 * Publishes the notices due on a day, once over all processes that share the store.
 * @returns whether the day is done with: false when another process is at it, or an agency failed
 */
export async function dailyNotices(
  day: string,
  { service, notifier, leases, records, log }: NoticeTools,
): Promise<boolean> {
  const run = `notices-${day}`
  if (await records.isDone(run)) return true
  if ((await leases.take(ALL, run)) !== 'taken') return false
  const { sent, failed } = await service.lapseNotices(day, notifier)
  for (const { code, fault } of failed) log('error', 'notice-failed', { code, fault: describeFault(fault) })
  log('info', 'notices-done', { day, sent: sent.map(({ id }) => id), failed: failed.length })
  if (failed.length === 0) await records.done(run, { sent: sent.length })
  return failed.length === 0
}

/** Records of runs that were done in full; a run without one is done again, which changes nothing it had done. */
export interface RunRecords {
  isDone(run: string): Promise<boolean>
  /** @param summary counts and codes */
  done(run: string, summary: Readonly<Record<string, unknown>>): Promise<void>
}

/**
 * Records in the store of verdicts, one object a run.
 * @param now instant that is recorded
 */
export function runRecords(store: Store, now: () => Date): RunRecords {
  const keyOf = (run: string) => `runs/${run}.json`
  return {
    async isDone(run) {
      return (await store.head(keyOf(run))) !== undefined
    },
    async done(run, summary) {
      const document = `${JSON.stringify({ schemaVersion: 1, run, doneOn: now().toISOString(), ...summary }, null, 2)}\n`
      await store.putIfAbsent(keyOf(run), new TextEncoder().encode(document), 'application/json')
    },
  }
}
