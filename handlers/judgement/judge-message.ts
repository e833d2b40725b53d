import type { Stopwatch } from '../../src/base/bytes.ts'
import type { Evaluated, Rechecked, Service } from '../../src/service/service.ts'
import { parseUploadEvents } from '../events/parse-upload-events.ts'
import { parseRecheck } from '../events/recheck-message.ts'
import { describeError } from '../log/describe-error.ts'
import type { Log } from '../log/log.ts'
import type { Meter } from '../log/meter.ts'
import { report } from './report.ts'

/** What the function that judges works with. */
export interface JudgeTools {
  service: Pick<Service, 'evaluateUpload' | 'recheckAgency'>
  /** The bucket of bundles; events of another are ignored. */
  bundleBucket: string
  stopwatch: Stopwatch
  log: Log
  meter: Meter
}

/**
 * Does what one queue message asks: judges uploaded bundles, or one agency again. Whatever happens is logged and counted.
 * @returns whether all of it is done; if not, the message must come again, which does no harm to what is done
 */
export async function judgeMessage(messageId: string, body: string, tools: JudgeTools): Promise<boolean> {
  const { service, bundleBucket, stopwatch, log, meter } = tools

  async function attempt(judge: () => Promise<Evaluated | Rechecked>): Promise<boolean> {
    const start = stopwatch()
    try {
      report(messageId, await judge(), tools)
      meter.took(stopwatch() - start)
      return true
    } catch (error) {
      log({ level: 'error', event: 'failed', messageId, error: describeError(error) })
      meter.count('Failed', 1)
      return false
    }
  }

  const recheck = parseRecheck(body)
  if (recheck !== undefined) return attempt(() => service.recheckAgency(recheck.agency, recheck))
  const { uploads, ignored } = parseUploadEvents(body)
  for (const reason of ignored) log({ level: 'warn', event: 'ignored', messageId, reason })
  let done = true
  for (const upload of uploads) {
    if (upload.bucket !== bundleBucket) log({ level: 'warn', event: 'ignored', messageId, reason: 'other-bucket' })
    else if (!(await attempt(() => service.evaluateUpload(upload)))) done = false
  }
  return done
}
