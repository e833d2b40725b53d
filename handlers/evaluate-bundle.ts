import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { evaluateUpload, type Tools } from './evaluate-upload.ts'
import { parseUploadEvents } from './events/parse-upload-events.ts'
import { sqsBatch } from './events/schemas.ts'
import { describeError } from './log.ts'
import { toolsFromEnvironment } from './settings/tools.ts'

type Handler = (event: SQSEvent) => Promise<SQSBatchResponse>

/**
 * Judges the bundles that a batch of queue messages tells of. A bundle that is refused or judged badly is done; only a
 * message that met a fault of ours comes back in `batchItemFailures`, and the queue sends it again.
 */
export function makeHandler(tools: Tools): Handler {
  const { log } = tools

  /** Whether everything in the message is done; what was done already is found so when it comes again. */
  async function evaluateMessage(messageId: string, body: string): Promise<boolean> {
    const { uploads, ignored } = parseUploadEvents(body)
    let done = true
    for (const reason of ignored) log({ level: 'warn', event: 'ignored', messageId, reason })
    for (const upload of uploads) {
      try {
        const { faults, ...result } = await evaluateUpload(upload, tools)
        log({ level: 'info', event: 'evaluated', messageId, ...result })
        for (const { rule, fault } of faults)
          log({ level: 'error', event: 'ruleCrashed', messageId, rule, error: describeError(fault) })
      } catch (error) {
        log({ level: 'error', event: 'failed', messageId, error: describeError(error) })
        done = false
      }
    }
    return done
  }

  return async (event) => {
    const batchItemFailures: SQSBatchResponse['batchItemFailures'] = []
    for (const { messageId, body } of sqsBatch.parse(event).Records) {
      if (!(await evaluateMessage(messageId, body))) batchItemFailures.push({ itemIdentifier: messageId })
    }
    return { batchItemFailures }
  }
}

let made: Promise<Handler> | undefined

/** The entry point of the Lambda function; its settings are read when the first event comes. */
export const handler: Handler = async (event) => {
  made ??= toolsFromEnvironment(process.env, new URL('.', import.meta.url)).then(makeHandler)
  return (await made)(event)
}
