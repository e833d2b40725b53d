import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as z from 'zod'
import packageJson from '../package.json' with { type: 'json' }
import { memoizeAsync } from '../src/core/async.ts'
import { InputError, withValues } from '../src/core/errors.ts'
import { ownProcessorTime } from '../src/documents/process/usage.ts'
import type { TrustList } from '../src/documents/settings.ts'
import type { Vocabulary } from '../src/rules/vocabulary.ts'
import { createService, type ServiceWithDrafts } from '../src/service/create-service.ts'
import type { TaskTools } from '../src/service/judging-tasks.ts'
import { type S3Connection, s3Connector } from '../src/service/s3-connection.ts'
import type { ErasableStore, Store } from '../src/service/store.ts'
import { storeApart, withProvisional } from '../src/service/store-apart.ts'
import { S3Store } from '../src/service/store-s3.ts'
import { inThisProcess, type Workers } from '../src/service/tasks.ts'
import { ENVIRONMENT_TEXTS } from '../src/service/words.ts'
import type { VerdictSigner } from '../src/verdict/known-keys.ts'
import type { Judge } from '../src/verdict/pipeline.ts'
import { readSettings, type Settings } from './settings.ts'

/** What a deployed function works with. */
export interface Environment<T> {
  service: ServiceWithDrafts
  /** Who reads and judges. */
  workers: Workers
  bundles: ErasableStore
  verdicts: Store
  judge: Judge
  settings: Settings
  /** The variables of this function alone. */
  own: T
  connect(): Promise<S3Connection>
}

/** The stores of both buckets: what may not lie under the lock of verdicts, provisional ones among it, goes to the bucket of bundles. */
export function storesOf(
  { bundleBucket, verdictBucket }: Pick<Settings, 'bundleBucket' | 'verdictBucket'>,
  connect: () => Promise<S3Connection>,
) {
  const bundles = new S3Store(bundleBucket, connect)
  return { bundles, verdicts: withProvisional(storeApart(new S3Store(verdictBucket, connect), bundles), bundles) }
}

/**
 * A function that sets all up from environment variables at its first call and gives the same ever after.
 * @param ownVariables of the calling function, beside those of all
 * @param place URL of the module of the function; its rule set lies beside it
 * @param workersFor makes who reads and judges; this process, unless given
 * @param openSigner by whom the function signs verdicts, if it stores any
 * @returns of the function: rejects with InputError when a setting, the rule set or the trust list cannot be used, each
 * time it is called
 */
export function onEnvironment<T extends z.ZodObject>(
  ownVariables: T,
  place: string,
  workersFor: (by: TaskTools) => Workers = inThisProcess,
  openSigner?: (own: z.infer<T>, bundles: Store) => Promise<VerdictSigner>,
) {
  async function make(): Promise<Environment<z.infer<T>>> {
    const { settings, own } = readSettings(process.env, ownVariables)
    const connect = s3Connector(settings.s3)
    const { bundles, verdicts } = storesOf(settings, connect)
    const judge = await loadJudge(fileURLToPath(new URL(settings.ruleSetPath, place)), settings.profileId)
    const { trustPrefix } = settings
    const by = {
      judge,
      signer: await openSigner?.(own, bundles),
      limits: settings.limits,
      stopwatch: ownProcessorTime,
      trust: trustPrefix === undefined ? undefined : await loadTrust(trustPrefix, bundles),
    }
    const workers = workersFor(by)
    const { catalogueKey } = settings
    const service = createService({
      ...by,
      bundles,
      verdicts,
      readsScans: true,
      // The function that answers is stopped between two requests; the one that reads scans reads what is asked for.
      readsDraftsElsewhere: true,
      catalogueKey,
      workers,
    })
    return { service, workers, bundles, verdicts, judge, settings, own, connect }
  }

  return memoizeAsync(make)
}

/**
 * What judges, by the published rule set in a file.
 * @throws InputError when the file cannot be read or is no rule set that this engine can judge by
 */
async function loadJudge(file: string, profileId: string): Promise<Judge> {
  const { readPublished } = await import('../src/rules/publish.ts')
  const { vocabulary } = await import('../src/rules/facts/vocabulary.ts')
  const ruleSet = readPublished(await readText(file), basename(file), vocabulary as Vocabulary<unknown>)
  const engine = { name: packageJson.name, version: packageJson.version }
  return { ruleSet, profileId, engine }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new InputError(withValues(ENVIRONMENT_TEXTS.environmentVariableRuleSet, { file }), { cause })
  }
}

/**
 * The trust list in a store: every object below a prefix.
 * @throws InputError naming the object that cannot be used, or the prefix when there is no certificate below it; StoreFault
 */
export async function loadTrust(prefix: string, store: Pick<Store, 'list' | 'read'>): Promise<TrustList> {
  const files: { name: string; bytes: Uint8Array }[] = []
  for await (const { key } of store.list(prefix)) {
    // The S3 console makes a "folder" by creating an empty object of that name.
    const bytes = key.endsWith('/') ? undefined : await store.read(key)
    if (bytes !== undefined) files.push({ name: key, bytes })
  }
  const { trustListOf } = await import('../src/documents/signature/trust.ts')
  return trustListOf(files, prefix)
}
