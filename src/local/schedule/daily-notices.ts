import type { Notifier } from '../../service/ports.ts'
import type { Service } from '../../service/service.ts'
import type { Leases } from '../jobs/leases.ts'
import { describeFault, type Log } from '../log.ts'
import type { RunRecords } from './run-record.ts'

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
