import type * as z from 'zod'
import { InputError } from '../../src/base/errors.ts'
import type { Localized } from '../../src/base/localized.ts'
import { nearest } from '../../src/base/nearest.ts'
import { DEFAULT_LIMITS, type ReadLimits } from '../../src/bundle/container.ts'
import type { S3Settings } from '../../src/store/s3-connection.ts'
import { commonVariables, EXPECTED, EXPECTED_LIMIT, LIMIT_NAMES, limitVariables } from './variables.ts'

/** What every function is set up with. */
export interface Settings {
  bundleBucket: string
  verdictBucket: string
  profileId: string
  /** Path of the built rule set, relative to the folder of the function. */
  ruleSetPath: string
  /** Key of the authority's catalogue in the bucket of the bundle; absent: each agency's own is used. */
  catalogueKey: string | undefined
  /** Below it are trusted certificates in the bucket of the bundles; absent: nobody is trusted. */
  trustPrefix: string | undefined
  s3: S3Settings
  limits: ReadLimits
}

/**
 * The settings from environment variables; an empty one counts as absent.
 * @param ownVariables of one function, beside those of all; given back as `own`
 * @throws InputError naming every variable that is missing or wrong, what was found and what is expected
 */
export function readSettings<T extends z.ZodObject>(
  environment: Readonly<Record<string, string | undefined>>,
  ownVariables: T,
): { settings: Settings; own: z.infer<T> } {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const limitsGiven = Object.fromEntries(Object.entries(given).filter(([name]) => name.startsWith('LIMIT_')))
  const main = commonVariables.safeParse(given)
  const own = ownVariables.safeParse(given)
  const limits = limitVariables.safeParse(limitsGiven)
  if (!main.success || !own.success || !limits.success) throw notUsable([main, own, limits].flatMap(issues), given)
  const { S3_ENDPOINT, S3_FORCE_PATH_STYLE } = main.data
  const settings = {
    bundleBucket: main.data.BUNDLE_BUCKET,
    verdictBucket: main.data.VERDICT_BUCKET,
    profileId: main.data.PROFILE,
    ruleSetPath: main.data.RULE_SET,
    catalogueKey: main.data.AUTHORITY_CATALOGUE_KEY,
    trustPrefix: main.data.AUTHORITY_TRUST_PREFIX,
    s3: { forcePathStyle: S3_FORCE_PATH_STYLE === 'true', ...(S3_ENDPOINT && { endpoint: S3_ENDPOINT }) },
    limits: { ...DEFAULT_LIMITS, ...limitsOf(limits.data) },
  }
  return { settings, own: own.data }
}

function limitsOf(given: z.infer<typeof limitVariables>): Partial<ReadLimits> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [LIMIT_NAMES.get(name), value]))
}

function issues(result: { error?: z.ZodError }): string[] {
  const names = (result.error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1).map(String),
  )
  return [...new Set(names)]
}

function notUsable(names: string[], given: Record<string, string | undefined>): InputError {
  const told = names.map((name) => problem(name, given[name]))
  return new InputError({ vi: told.map((one) => one.vi).join('\n'), en: told.map((one) => one.en).join('\n') })
}

function problem(name: string, found: string | undefined): Localized {
  const expected = name in EXPECTED ? EXPECTED[name as keyof typeof EXPECTED] : EXPECTED_LIMIT
  if (name.startsWith('LIMIT_') && !LIMIT_NAMES.has(name)) {
    const meant = nearest(name, LIMIT_NAMES.keys()) ?? [...LIMIT_NAMES.keys()].join(', ')
    return {
      vi: `Biến môi trường ${name}: không có giới hạn nào tên như vậy. Tên gần nhất hoặc các tên dùng được: ${meant}.`,
      en: `Environment variable ${name}: there is no limit of that name. The nearest name, or all names: ${meant}.`,
    }
  }
  return {
    vi: `Biến môi trường ${name}: ${found === undefined ? 'chưa được đặt' : `đang là '${found}'`}. Đề nghị đặt ${expected.vi}.`,
    en: `Environment variable ${name}: ${found === undefined ? 'not set' : `is '${found}'`}. Set it to ${expected.en}.`,
  }
}
