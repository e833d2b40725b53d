import { fileURLToPath } from 'node:url'
import type * as z from 'zod'
import type { Judge } from '../../src/evaluation/evaluate-bundle.ts'
import { createService } from '../../src/service/create-service.ts'
import type { Service } from '../../src/service/service.ts'
import { type S3Connection, s3Connector } from '../../src/store/s3-connection.ts'
import { S3Store } from '../../src/store/s3-store.ts'
import type { Store } from '../../src/store/store.ts'
import { kept } from './kept.ts'
import { loadJudge } from './load-judge.ts'
import { loadTrust } from './load-trust.ts'
import { readSettings, type Settings } from './read-settings.ts'

/** What a deployed function works with. */
export interface Environment<T> {
  service: Service
  bundles: Store
  verdicts: Store
  judge: Judge
  settings: Settings
  /** The variables of this function alone. */
  own: T
  connect(): Promise<S3Connection>
}

/**
 * A function that sets all up from environment variables at its first call and gives the same ever after.
 * @param ownVariables of the calling function, beside those of all
 * @param place URL of the module of the function; its rule set lies beside it
 * @returns of the function: rejects with InputError when a setting, the rule set or the trust list cannot be used, each
 * time it is called
 */
export function onEnvironment<T extends z.ZodObject>(ownVariables: T, place: string) {
  async function make(): Promise<Environment<z.infer<T>>> {
    const { settings, own } = readSettings(process.env, ownVariables)
    const connect = s3Connector(settings.s3)
    const bundles = new S3Store(settings.bundleBucket, connect)
    const verdicts = new S3Store(settings.verdictBucket, connect)
    const judge = await loadJudge(fileURLToPath(new URL(settings.ruleSetPath, place)), settings.profileId)
    const { trustPrefix } = settings
    const service = createService({
      bundles,
      verdicts,
      judge,
      limits: settings.limits,
      stopwatch: () => performance.now(),
      catalogueKey: settings.catalogueKey,
      trust: trustPrefix === undefined ? undefined : await loadTrust(trustPrefix, bundles),
    })
    return { service, bundles, verdicts, judge, settings, own, connect }
  }

  return kept(make)
}
