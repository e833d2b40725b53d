import { InputError } from '../../base/errors.ts'
import type { RecheckRun, Service } from '../../service/service.ts'
import type { Leases } from '../jobs/leases.ts'
import type { Work, WorkQueue } from '../jobs/work-queue.ts'
import { describeFault, type Log } from '../log.ts'
import type { RunRecords } from './run-record.ts'

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
    async run() {
      const lease = await leases.take(code, task)
      if (lease !== 'taken') return { againInMs: lease.heldMs }
      try {
        const rechecked = await service.recheckAgency(code, run)
        log('info', 'agency-rechecked', { code, year: run.year, ...told(rechecked) })
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

function told(rechecked: Awaited<ReturnType<Service['recheckAgency']>>): Record<string, unknown> {
  if (rechecked.kind === 'none') return { kind: 'none' }
  const { entry, stored } = rechecked
  return { kind: 'verdict', stored, status: entry.status, changes: entry.changes.length }
}
