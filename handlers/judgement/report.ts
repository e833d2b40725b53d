import type { Evaluated, Rechecked } from '../../src/service/service.ts'
import { describeError } from '../log/describe-error.ts'
import type { Log } from '../log/log.ts'
import type { Meter } from '../log/meter.ts'

/** Logs what became of an upload or a re-check, by its upload id, and counts what was not there before. */
export function report(
  messageId: string,
  result: Evaluated | Rechecked,
  { log, meter }: { log: Log; meter: Meter },
): void {
  if (result.kind === 'foreign') {
    log({ level: 'warn', event: 'ignored', messageId, reason: 'not-an-upload' })
    return
  }
  if (!('entry' in result)) {
    log({ level: 'info', event: 'nothing', messageId, ...result })
    return
  }
  const { entry, code, stored, faults } = result
  const { uploadId, key, asOf } = entry
  const outcome = entry.kind === 'verdict' ? { status: entry.status } : { refusal: entry.code }
  const year = 'year' in entry ? { year: entry.year } : {}
  const { kind } = entry
  log({
    level: 'info',
    event: 'judged',
    messageId,
    kind,
    stored,
    agency: code,
    uploadId,
    key,
    asOf,
    ...year,
    ...outcome,
  })
  for (const { rule, fault } of faults)
    log({ level: 'error', event: 'ruleCrashed', messageId, uploadId, rule, error: describeError(fault) })
  if (stored === 'present') return
  if (faults.length > 0) meter.count('RulesCrashed', faults.length)
  if (entry.kind === 'refusal') meter.count('Refused', 1, entry.code)
  else meter.count('year' in entry ? 'Rechecked' : 'Judged', 1, entry.status)
}
