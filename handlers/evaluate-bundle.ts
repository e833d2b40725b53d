import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { sqsBatch } from './events/schemas.ts'
import { type JudgeTools, judgeMessage } from './judgement/judge-message.ts'
import { functionLog, logFor } from './log/log.ts'
import { functionMeter } from './log/meter.ts'
import { onEnvironment } from './settings/on-environment.ts'
import { noVariables } from './settings/variables.ts'

/**
 * Judges what a batch of queue messages tells of. A bundle that is refused or judged badly is done; only a message that
 * met a fault of ours comes back in `batchItemFailures`, and the queue sends it again.
 */
export async function judgeBatch(event: SQSEvent, tools: JudgeTools): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = []
  for (const { messageId, body } of sqsBatch.parse(event).Records) {
    if (!(await judgeMessage(messageId, body, tools))) batchItemFailures.push({ itemIdentifier: messageId })
  }
  return { batchItemFailures }
}

const environment = onEnvironment(noVariables, import.meta.url)

/** The entry point of the Lambda function; its settings are read when the first event comes. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  logFor(context)
  const { service, settings } = await environment()
  const stopwatch = () => performance.now()
  const { bundleBucket } = settings
  return judgeBatch(event, { service, bundleBucket, stopwatch, log: functionLog, meter: functionMeter })
}
