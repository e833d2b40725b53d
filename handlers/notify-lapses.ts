import type { Context } from 'aws-lambda'
import { QmsVerdictError } from '../src/core/errors.ts'
import { snsNotifier } from './aws.ts'
import { onEnvironment } from './environment.ts'
import { plannedDay } from './events.ts'
import { describeError, functionLog, functionMeter, logFor } from './log.ts'
import { notifierVariables } from './settings.ts'

const environment = onEnvironment(notifierVariables, import.meta.url)

/**
 * The entry point of the Lambda function: `{ "scheduledTime": "2026-11-24T00:00:00Z" }` sends the notices due on that day
 * in Vietnam.
 * @throws when some could not be sent, so that the call is made again; those that were sent are not sent twice
 */
export async function handler(event: unknown, context: Context): Promise<void> {
  logFor(context)
  const { service, own } = await environment()
  const { sent, failed } = await service.lapseNotices(plannedDay(event), snsNotifier(own.NOTICE_TOPIC_ARN))
  for (const { id } of sent) functionLog({ level: 'info', event: 'noticeSent', id })
  for (const { code, fault } of failed)
    functionLog({ level: 'error', event: 'noticeFailed', agency: code, error: describeError(fault) })
  functionMeter.count('NoticesSent', sent.length)
  functionMeter.count('NoticesFailed', failed.length)
  if (failed.length > 0) throw new QmsVerdictError(`${failed.length} notices could not be sent`)
}
