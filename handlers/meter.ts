import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'

/** What is counted. `Judged`, `Rechecked` and `Rejudged` are told by status, `Refused` by code. */
type Counted =
  | 'Judged'
  | 'Rechecked'
  | 'Rejudged'
  | 'Refused'
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
