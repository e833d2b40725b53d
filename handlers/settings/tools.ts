import { fileURLToPath } from 'node:url'
import { s3Connector } from '../../src/store/s3-connection.ts'
import { S3Store } from '../../src/store/s3-store.ts'
import type { Tools } from '../evaluate-upload.ts'
import { logToStdout } from '../log.ts'
import { loadJudge } from './load-judge.ts'
import { readSettings } from './read-settings.ts'

/**
 * What the deployed function works with.
 * @param folder where the function lies, and its rule set beside it
 * @throws InputError when a setting or the rule set cannot be used
 */
export async function toolsFromEnvironment(environment: NodeJS.ProcessEnv, folder: URL): Promise<Tools> {
  const settings = readSettings(environment)
  const connect = s3Connector(settings.s3)
  return {
    bundles: (bucket) => new S3Store(bucket, connect),
    verdicts: new S3Store(settings.verdictBucket, connect),
    judge: await loadJudge(fileURLToPath(new URL(settings.ruleSetPath, folder)), settings.profileId),
    catalogueKey: settings.catalogueKey,
    limits: settings.limits,
    stopwatch: () => performance.now(),
    log: logToStdout,
  }
}
