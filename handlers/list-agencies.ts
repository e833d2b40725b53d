import type { Context } from 'aws-lambda'
import type { RecheckRun, RejudgeRun, Service } from '../src/service/service.ts'
import { type Send, sqsSender } from './aws.ts'
import { onEnvironment } from './environment.ts'
import { plannedDay, rejudgeReason, writeRecheck, writeRejudge } from './events.ts'
import { functionLog, functionMeter, logFor } from './log.ts'
import { listerVariables } from './settings.ts'

/** Asks for every agency to be judged again as of a day; asking twice for the same year changes nothing. Returns how many. */
export function askForRechecks(service: Pick<Service, 'listAgencies'>, run: RecheckRun, send: Send): Promise<number> {
  async function* messages() {
    for await (const agency of service.listAgencies()) yield writeRecheck({ agency, ...run })
  }
  return send(messages())
}

/** Asks for everything of every agency to be judged again since it was judged wrongly. Returns how many agencies. */
export function askForRejudging(service: Pick<Service, 'listAgencies'>, run: RejudgeRun, send: Send): Promise<number> {
  async function* messages() {
    for await (const agency of service.listAgencies()) yield writeRejudge({ agency, ...run })
  }
  return send(messages())
}

const environment = onEnvironment(listerVariables, import.meta.url)

/**
 * The entry point of the Lambda function: `{ "scheduledTime": "2027-01-02T00:00:00Z" }` asks for the re-check of 2027,
 * `{ "rejudge": { "reason": "…" } }` for everything to be judged again.
 */
export async function handler(event: unknown, context: Context): Promise<void> {
  logFor(context)
  const { service, own } = await environment()
  const reason = rejudgeReason(event)
  if (reason !== undefined) {
    const run = { reason, on: new Date().toISOString() }
    const agencies = await askForRejudging(service, run, sqsSender(own.JUDGEMENT_QUEUE_URL))
    return functionLog({ level: 'warn', event: 'rejudgingAsked', agencies, ...run })
  }
  const asOf = plannedDay(event)
  const run = { year: Number(asOf.slice(0, 4)), asOf }
  const agencies = await askForRechecks(service, run, sqsSender(own.JUDGEMENT_QUEUE_URL))
  functionLog({ level: 'info', event: 'recheckAsked', agencies, ...run })
  functionMeter.count('AgenciesListed', agencies)
}
