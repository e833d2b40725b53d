import { Logger } from '@aws-lambda-powertools/logger'
import type { Context } from 'aws-lambda'

/** One line of the log. Never a name or a message text: those may hold personal data. Agency codes and upload ids are none. */
export interface LogEntry {
  level: 'info' | 'warn' | 'error'
  event: string
  [field: string]: unknown
}

export type Log = (entry: LogEntry) => void

const logger = new Logger()

/** Writes entries as the log of a Lambda function, one JSON object a line, `event` as its `message`; silent below POWERTOOLS_LOG_LEVEL. */
export const functionLog: Log = ({ level, event, ...fields }) => logger[level](event, fields)

/** From here on every line tells the request id of the call and whether it is the first of its environment. */
export function logFor(context: Context): void {
  logger.addContext(context)
}
