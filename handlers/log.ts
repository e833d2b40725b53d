import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
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

/** What may be told of an error: its chain of names and codes, and where it came from; no message, which may quote a dossier. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  return {
    name: error.name,
    ...('code' in error ? { code: error.code } : {}),
    at: error.stack
      ?.split('\n')
      .find((line) => /^\s+at /.test(line))
      ?.trim(),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

/** What is counted. `Judged`, `Rechecked` and `Rejudged` are told by status, `Refused` by code. */
type Counted =
  | 'Judged'
  | 'Rechecked'
  | 'Rejudged'
  | 'Refused'
  | 'ScansRead'
  | 'DraftsRead'
  | 'Failed'
  | 'RulesCrashed'
  | 'AgenciesListed'
  | 'NoticesSent'
  | 'NoticesFailed'

/** Counts what a function does. */
export interface Meter {
  /** @param kind what of its kind, such as the status of a verdict; few different ones, for each is a metric of its own */
  count(what: Counted, n: number, kind?: string): void
  /** Milliseconds from a message to its stored verdict or refusal. */
  took(ms: number): void
}

const metrics = new Metrics()

/** Writes metrics to standard output in CloudWatch's embedded format; the log makes metrics of them, with no call of its API. */
export const functionMeter: Meter = {
  count(what, n, kind) {
    const one = metrics.singleMetric()
    if (kind !== undefined) one.addDimension('kind', kind)
    one.addMetric(what, MetricUnit.Count, n)
  },
  took: (ms) => metrics.singleMetric().addMetric('Took', MetricUnit.Milliseconds, Math.round(ms)),
}
