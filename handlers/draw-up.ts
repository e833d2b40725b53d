import type { Context } from 'aws-lambda'
import * as z from 'zod'
import { BoundedMemo, memoizeAsync } from '../src/core/async.ts'
import type { Localized } from '../src/core/errors.ts'
import type { TaskTools } from '../src/service/judging-tasks.ts'
import { DESK_WORKS, isUploadId, parseVersionKey } from '../src/service/keys.ts'
import { endVersion, isCancelled } from '../src/service/prescreen-versions.ts'
import { HANDLERS_DRAW_UP_TEXTS } from '../src/service/words.ts'
import type { OneAgency, WorkTools } from '../src/service/work.ts'
import { beginWork, endOrFinish, plannedAgencies } from '../src/service/work-jobs.ts'
import { openWorkers } from '../src/service/workers/service-workers.ts'
import { vaultSigner } from './aws.ts'
import { onEnvironment } from './environment.ts'
import { functionLog, logFor } from './log.ts'
import { drawUpVariables } from './settings.ts'

const of = z.object({
  province: z.string().regex(/^[A-Z]\d{2}$/),
  year: z.int(),
  work: z.enum(DESK_WORKS).optional(),
  id: z.string().refine(isUploadId),
})

/** What the state machine asks for: one of the steps by which a version of a pre-screening, or another work of the desk, is made. */
const step = z.discriminatedUnion('step', [
  /** `key`: of the object by which the version was asked for. */
  z.object({ step: z.literal('plan'), key: z.string() }),
  z.object({ step: z.literal('screen'), of, code: z.string() }),
  z.object({ step: z.literal('finish'), of }),
  z.object({ step: z.literal('failed'), of }),
])

/** What the first step hands to the others. */
export interface PlannedVersion {
  of: z.infer<typeof of>
  codes: string[]
}

const GAVE_UP: Localized = HANDLERS_DRAW_UP_TEXTS.systemFailedWhileDrawn

/**
 * Does one step. Each may be asked for twice.
 * @param random eight lower-case hex digits
 * @throws ZodError for what no state machine of ours asks; what the store fails with
 */
export async function drawUpStep(
  event: unknown,
  tools: WorkTools,
  random: string,
  begun: (of: PlannedVersion['of']) => Promise<OneAgency> = (of) => beginWork(of, tools),
): Promise<PlannedVersion | undefined> {
  const asked = step.parse(event)
  const { store, now } = tools
  if (asked.step === 'plan') {
    const of = parseVersionKey(asked.key)
    if (of === undefined) throw new RangeError(`no version is asked for by ${JSON.stringify(asked.key)}`)
    // What has an end is not made again; a key that is written twice has two events.
    return { of, codes: await plannedAgencies(of, tools) }
  }
  if (asked.step === 'screen' && !(await isCancelled(asked.of, store))) {
    const one = await begun(asked.of)
    await one(asked.code, tools)
  }
  if (asked.step === 'finish') await endOrFinish(asked.of, random, tools)
  if (asked.step === 'failed')
    await endVersion(asked.of, { kind: 'failed', on: now().toISOString(), why: GAVE_UP }, store)
  return undefined
}

const oneWorker = (by: TaskTools) => openWorkers(by, { judging: 1, asked: 0 })
const environment = onEnvironment(drawUpVariables, import.meta.url, oneWorker)
const workTools = memoizeAsync(async (): Promise<WorkTools> => {
  const { service, verdicts: store, bundles, workers, judge, own } = await environment()
  const log: WorkTools['log'] = (level, event, fields) => functionLog({ level, event, ...fields })
  const ruleSet = judge.ruleSet.source
  return { service, store, signer: await vaultSigner(own, bundles), workers, ruleSet, now: () => new Date(), log }
})
/** One instance goes through many agencies of a version: what it begins with is read once. */
const versions = new BoundedMemo<string, Promise<OneAgency>>(4)

/** The entry point of the Lambda function, which the state machine `DrawUp` calls for each step. */
export async function handler(event: unknown, context: Context): Promise<PlannedVersion | undefined> {
  logFor(context)
  const tools = await workTools()
  const known = (of: PlannedVersion['of']) => {
    const name = JSON.stringify(of)
    const found = versions.get(name, () => beginWork(of, tools))
    found.catch(() => versions.forget(name))
    return found
  }
  return drawUpStep(event, tools, context.awsRequestId.replaceAll('-', '').slice(0, 8), known)
}
