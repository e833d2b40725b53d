import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TrustList } from '../documents/settings.ts'
import { readTrustList } from '../documents/signature/trust-folder.ts'
import { DEFAULT_LIMITS } from '../intake/container.ts'
import { createService } from '../service/create-service.ts'
import type { Service } from '../service/service.ts'
import { findProfile } from '../verdict/judge.ts'
import type { Judge } from '../verdict/pipeline.ts'
import { chosenRules, engine, packageRoot, readExceptionsFile } from './load.ts'
import { flagOrVariable, type Given, required, webAddress } from './options.ts'
import { folderStores, s3Stores } from './serve/place.ts'
import type { Place } from './serve/settings.ts'

/**
 * Where the service keeps everything: on the S3 server, where one is named, else in the folder of `--data`.
 * @throws InputError when a server is named without its buckets
 */
export function servicePlace(given: Given & { values: { data: string } }): Place {
  const endpoint = flagOrVariable('s3-endpoint', 'S3_ENDPOINT', given)
  if (endpoint === undefined) return { folder: given.values.data }
  const because = '--s3-endpoint (S3_ENDPOINT)'
  return {
    s3: {
      endpoint: webAddress(because, endpoint),
      region: flagOrVariable('s3-region', 'AWS_REGION', given) ?? 'us-east-1',
      bundleBucket: required('bundle-bucket', 'BUNDLE_BUCKET', given, because),
      verdictBucket: required('verdict-bucket', 'VERDICT_BUCKET', given, because),
    },
  }
}

/**
 * By what the service judges.
 * @throws InputError when the rules, the profile or the exceptions cannot be used
 */
export async function serviceJudge(values: {
  profile: string
  exceptions?: string | undefined
  rules?: string | undefined
  'rule-set'?: string | undefined
}): Promise<Judge> {
  const ruleSet = await chosenRules(values.rules, values['rule-set'])
  findProfile(ruleSet, values.profile)
  const exceptions = values.exceptions === undefined ? undefined : await readExceptionsFile(values.exceptions, ruleSet)
  return { ruleSet, profileId: values.profile, engine: await engine(), exceptions }
}

/**
 * The trust list of `--trust` or TRUST_LIST; undefined where neither is given, and nobody is trusted.
 * @throws InputError naming what cannot be used
 */
export async function loadTrust(given: Given): Promise<TrustList | undefined> {
  const place = flagOrVariable('trust', 'TRUST_LIST', given)
  return place === undefined ? undefined : readTrustList(place)
}

/** Folder of what browsers load: beside the built program; run from source, where the build puts it by itself. */
export function assetsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const beside = [here, dirname(here)].map((folder) => join(folder, 'assets'))
  return beside.find((folder) => existsSync(join(folder, 'manifest.json'))) ?? join(packageRoot(), 'dist', 'assets')
}

/**
 * The service of a command that works on the store beside, or instead of, the one that runs.
 * @throws InputError when the store or what it judges by cannot be used
 */
export async function commandService(values: ServiceValues): Promise<Service> {
  const given = { values, environment: process.env }
  const place = servicePlace(given)
  return createService({
    ...('folder' in place ? folderStores(place.folder) : s3Stores(place.s3)),
    judge: await serviceJudge(values),
    catalogueKey: values['catalogue-key'],
    trust: await loadTrust(given),
    limits: DEFAULT_LIMITS,
    stopwatch: () => performance.now(),
  })
}

type ServiceValues = Given['values'] &
  Parameters<typeof serviceJudge>[0] & { data: string; 'catalogue-key'?: string | undefined }
