import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError } from '../core/errors.ts'
import { ownProcessorTime } from '../documents/process/usage.ts'
import type { TrustList } from '../documents/settings.ts'
import { readTrustList } from '../documents/signature/trust-folder.ts'
import { DEFAULT_LIMITS } from '../intake/container.ts'
import { findProfile } from '../rules/rule-set.ts'
import { type AuditEvent, createAudit } from '../service/audit.ts'
import { createService } from '../service/create-service.ts'
import { checkKeepDays, DEFAULT_KEEP_DAYS, type KeepDays } from '../service/keeping.ts'
import type { Service } from '../service/service.ts'
import { openWorkers } from '../service/workers/service-workers.ts'
import type { VerdictSigner } from '../verdict/known-keys.ts'
import type { Judge } from '../verdict/pipeline.ts'
import { chosenRules, engine, packageRoot, readExceptionsFile } from './load.ts'
import { flagOrVariable, type Given, processClock, required, webAddress, wholeNumber } from './options.ts'
import { folderStores, keysFolder, s3Stores } from './serve/place.ts'
import type { Place } from './serve/settings.ts'
import { fileSigner, folderSigner } from './verdict-keys.ts'
import { SERVICE_OPTIONS_TEXTS } from './words.ts'

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
      verdictKey: flagOrVariable('verdict-key', 'VERDICT_KEY', given),
      verdictKeys: flagOrVariable('verdict-keys', 'VERDICT_KEYS', given),
    },
  }
}

/**
 * How long things are kept.
 * @throws InputError when a number is none, or the days contradict each other
 */
export function keepDays({ values }: Pick<Given, 'values'>): KeepDays {
  const days = (name: keyof KeepDays) =>
    wholeNumber(`--keep-${name}`, String(values[`keep-${name}`] ?? DEFAULT_KEEP_DAYS[name]), 0, MOST_KEEP_DAYS)
  const keep = {
    bundles: days('bundles'),
    facts: days('facts'),
    verdicts: days('verdicts'),
    audit: days('audit'),
    drafts: days('drafts'),
  }
  checkKeepDays(keep)
  return keep
}

/** A hundred years. */
const MOST_KEEP_DAYS = 36_525

/**
 * Who signs verdicts: by the key in the service's folder, or the one that is named beside a shared store.
 * @throws InputError when none is named there, or a key cannot be read
 */
export async function serviceSigner(place: Place): Promise<VerdictSigner> {
  if ('folder' in place) return folderSigner(keysFolder(place.folder))
  const { verdictKey, verdictKeys } = place.s3
  if (verdictKey !== undefined) return fileSigner(verdictKey, verdictKeys)
  throw new InputError(SERVICE_OPTIONS_TEXTS.withS3EndpointS3)
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
  const by = {
    judge: await serviceJudge(values),
    signer: await serviceSigner(place),
    trust: await loadTrust(given),
    limits: DEFAULT_LIMITS,
    stopwatch: ownProcessorTime,
  }
  // A worker that has nothing to do lets this process end, and ends with it.
  const workers = openWorkers(by, { judging: 1, asked: 0 })
  const stores = 'folder' in place ? folderStores(place.folder) : s3Stores(place.s3)
  return createService({ ...by, ...stores, readsScans: true, catalogueKey: values['catalogue-key'], workers })
}

/** Who runs a command, as the machine knows them. */
export function operator(): string {
  try {
    return userInfo().username
  } catch {
    // An account without a name, as in many containers.
    return `uid ${process.getuid?.() ?? '?'}`
  }
}

/** Records what a command does, by whoever runs it; what cannot be written is told on standard error. */
export function commandAudit(values: Given['values'] & { data: string }): (event: Done) => Promise<void> {
  const environment = process.env
  const place = servicePlace({ values, environment })
  const { verdicts } = 'folder' in place ? folderStores(place.folder) : s3Stores(place.s3)
  const audit = createAudit({
    store: verdicts,
    now: processClock(environment).now,
    writer: `command-${randomUUID().slice(0, 8)}`,
    onLost: (entries, fault) =>
      process.stderr.write(`audit-lost ${JSON.stringify({ entries, fault: String(fault) })}\n`),
  })
  const who = { kind: 'operator', name: operator() } as const
  return (event) => audit.record({ ...event, who })
}

type Done = Omit<AuditEvent, 'who' | 'from'>

type ServiceValues = Given['values'] &
  Parameters<typeof serviceJudge>[0] & { data: string; 'catalogue-key'?: string | undefined }
