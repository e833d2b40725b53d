import type { Context } from 'aws-lambda'
import { QmsVerdictError } from '../src/core/errors.ts'
import type { Notifier, Service } from '../src/service/service.ts'
import { snsNotifier } from './aws.ts'
import { onEnvironment } from './environment.ts'
import { plannedDay } from './events.ts'
import { describeError, functionLog, functionMeter, type Log, logFor, type Meter } from './log.ts'
import { notifierVariables } from './settings.ts'

/**
 * Sends the notices due on a day, and tells what became of each.
 * @throws when some could not be sent, so that the call is made again; those that were sent are not sent twice
 */
export async function sendNotices(
  service: Pick<Service, 'lapseNotices'>,
  day: string,
  notifier: Notifier,
  { log, meter }: { log: Log; meter: Pick<Meter, 'count'> },
): Promise<void> {
  const { sent, failed } = await service.lapseNotices(day, notifier)
  for (const { id } of sent) log({ level: 'info', event: 'noticeSent', id })
  for (const { code, fault } of failed)
    log({ level: 'error', event: 'noticeFailed', agency: code, error: describeError(fault) })
  meter.count('NoticesSent', sent.length)
  meter.count('NoticesFailed', failed.length)
  if (failed.length > 0) throw new QmsVerdictError(`${failed.length} notices could not be sent`)
}

const environment = onEnvironment(notifierVariables, import.meta.url)

/**
 * The entry point of the Lambda function: `{ "scheduledTime": "2026-11-24T00:00:00Z" }` sends the notices due on that day
 * in Vietnam.
 * @throws as {@link sendNotices} does
 */
export async function handler(event: unknown, context: Context): Promise<void> {
  logFor(context)
  const { service, own } = await environment()
  const told = { log: functionLog, meter: functionMeter }
  await sendNotices(service, plannedDay(event), snsNotifier(own.NOTICE_TOPIC_ARN), told)
}
