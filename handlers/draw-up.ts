import type { Context } from 'aws-lambda'
import * as z from 'zod'
import { BoundedMemo, memoizeAsync } from '../src/core/async.ts'
import type { Localized } from '../src/core/errors.ts'
import {
  agenciesToScreen,
  type DrawUpTools,
  endOrFinish,
  type ScreenVersion,
  screenForVersion,
  screenVersion,
} from '../src/service/draw-up.ts'
import type { TaskTools } from '../src/service/judging-tasks.ts'
import { isUploadId, parseVersionKey } from '../src/service/keys.ts'
import { endVersion, isCancelled, readEnd } from '../src/service/prescreen-versions.ts'
import { HANDLERS_DRAW_UP_TEXTS } from '../src/service/words.ts'
import { openWorkers } from '../src/service/workers/service-workers.ts'
import { vaultSigner } from './aws.ts'
import { onEnvironment } from './environment.ts'
import { functionLog, logFor } from './log.ts'
import { drawUpVariables } from './settings.ts'

const of = z.object({
  province: z.string().regex(/^[A-Z]\d{2}$/),
  year: z.int(),
  id: z.string().refine(isUploadId),
})

/** What the state machine asks for: one of the steps by which a version of a pre-screening is made. */
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
  tools: DrawUpTools,
  random: string,
  versionOf: (of: PlannedVersion['of']) => Promise<ScreenVersion> = (of) => screenVersion(of, tools),
): Promise<PlannedVersion | undefined> {
  const asked = step.parse(event)
  const { store, now } = tools
  if (asked.step === 'plan') {
    const of = parseVersionKey(asked.key)
    if (of === undefined) throw new RangeError(`no version is asked for by ${JSON.stringify(asked.key)}`)
    // What has an end is not made again; a key that is written twice has two events.
    return { of, codes: (await readEnd(of, store)) ? [] : await agenciesToScreen(of, tools) }
  }
  if (asked.step === 'screen' && !(await isCancelled(asked.of, store)))
    await screenForVersion(asked.code, await versionOf(asked.of), tools)
  if (asked.step === 'finish') await endOrFinish(asked.of, random, tools)
  if (asked.step === 'failed')
    await endVersion(asked.of, { kind: 'failed', on: now().toISOString(), why: GAVE_UP }, store)
  return undefined
}

const oneWorker = (by: TaskTools) => openWorkers(by, { judging: 1, asked: 0 })
const environment = onEnvironment(drawUpVariables, import.meta.url, oneWorker)
const drawUpTools = memoizeAsync(async (): Promise<DrawUpTools> => {
  const { service, verdicts: store, bundles, workers, own } = await environment()
  const log: DrawUpTools['log'] = (level, event, fields) => functionLog({ level, event, ...fields })
  return { service, store, signer: await vaultSigner(own, bundles), workers, now: () => new Date(), log }
})
/** One instance judges many agencies of a version: its register is read once. */
const versions = new BoundedMemo<string, Promise<ScreenVersion>>(4)

/** The entry point of the Lambda function, which the state machine `DrawUp` calls for each step. */
export async function handler(event: unknown, context: Context): Promise<PlannedVersion | undefined> {
  logFor(context)
  const tools = await drawUpTools()
  const known = (of: PlannedVersion['of']) => {
    const name = JSON.stringify(of)
    const found = versions.get(name, () => screenVersion(of, tools))
    found.catch(() => versions.forget(name))
    return found
  }
  return drawUpStep(event, tools, context.awsRequestId.replaceAll('-', '').slice(0, 8), known)
}
