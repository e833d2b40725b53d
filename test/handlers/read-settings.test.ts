import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import {
  apiVariables,
  EXPECTED,
  judgeVariables,
  LIMIT_NAMES,
  listerVariables,
  notifierVariables,
  readSettings,
} from '../../handlers/settings.ts'
import { InputError } from '../../src/core/errors.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'

const GOOD = { BUNDLE_BUCKET: 'bundles', VERDICT_BUCKET: 'verdicts' }

function textOf(environment: Record<string, string>, own: z.ZodObject = z.object({})) {
  try {
    readSettings(environment, own)
  } catch (error) {
    if (error instanceof InputError) return error.text
    throw error
  }
  throw new Error('accepted')
}

describe('readSettings', () => {
  test('needs the buckets only', () => {
    expect(readSettings({ ...GOOD, PATH: '/bin', PROFILE: '' }, z.object({})).settings).toEqual({
      bundleBucket: 'bundles',
      verdictBucket: 'verdicts',
      profileId: 'national',
      ruleSetPath: 'rule-set.json',
      catalogueKey: undefined,
      trustPrefix: undefined,
      s3: { forcePathStyle: false },
      limits: DEFAULT_LIMITS,
    })
  })

  test('takes all others', () => {
    const { settings } = readSettings(
      {
        ...GOOD,
        PROFILE: 'vinh-long',
        RULE_SET: '/opt/rules.json',
        AUTHORITY_CATALOGUE_KEY: 'authority/danh mục.xlsx',
        AUTHORITY_TRUST_PREFIX: 'authority/trust/',
        S3_ENDPOINT: 'http://127.0.0.1:9000',
        S3_FORCE_PATH_STYLE: 'true',
        LIMIT_ENTRIES: '12',
      },
      z.object({}),
    )
    expect(settings).toMatchObject({
      profileId: 'vinh-long',
      ruleSetPath: '/opt/rules.json',
      catalogueKey: 'authority/danh mục.xlsx',
      trustPrefix: 'authority/trust/',
    })
    expect(settings.s3).toEqual({ endpoint: 'http://127.0.0.1:9000', forcePathStyle: true })
    expect(settings.limits).toEqual({ ...DEFAULT_LIMITS, entries: 12 })
  })

  test('every limit has a variable', () => {
    const all = Object.fromEntries([...LIMIT_NAMES.keys()].map((name, index) => [name, String(index + 1)]))
    const { limits } = readSettings({ ...GOOD, ...all }, z.object({})).settings
    expect(Object.values(limits).sort((a, b) => a - b)).toEqual(
      Object.keys(DEFAULT_LIMITS).map((_, index) => index + 1),
    )
    expect([...LIMIT_NAMES.keys()]).toContain('LIMIT_ARCHIVE_BYTES')
  })

  test.each([
    ['BUNDLE_BUCKET', { VERDICT_BUCKET: 'verdicts' }],
    ['VERDICT_BUCKET', { BUNDLE_BUCKET: 'bundles' }],
    ['VERDICT_BUCKET', { ...GOOD, VERDICT_BUCKET: '' }],
    ['PROFILE', { ...GOOD, PROFILE: 'Vĩnh Long' }],
    ['S3_ENDPOINT', { ...GOOD, S3_ENDPOINT: 'ftp://x' }],
    ['S3_FORCE_PATH_STYLE', { ...GOOD, S3_FORCE_PATH_STYLE: 'yes' }],
    ['LIMIT_ENTRIES', { ...GOOD, LIMIT_ENTRIES: '-1' }],
    ['LIMIT_MILLISECONDS', { ...GOOD, LIMIT_MILLISECONDS: '20s' }],
  ] as [string, Record<string, string>][])(
    'names %s in both languages, what was found and what is expected',
    (name, environment) => {
      const text = textOf(environment)
      const expected = EXPECTED[name as keyof typeof EXPECTED]
      expect(text.vi).toMatch(new RegExp(`^Biến môi trường ${name}: .*${expected?.vi ?? 'số nguyên dương'}`))
      expect(text.en).toMatch(new RegExp(`^Environment variable ${name}: .*${expected?.en ?? 'whole number'}`))
      if (environment[name]) expect(text.vi).toContain(environment[name])
    },
  )

  test.each([
    ['VERDICT_KEY_SECRET_ARN', judgeVariables],
    ['JUDGEMENT_QUEUE_URL', listerVariables],
    ['NOTICE_TOPIC_ARN', notifierVariables],
    ['OIDC_ISSUER', apiVariables],
    ['OIDC_AUDIENCE', apiVariables],
    ['OIDC_KEYS_URL', apiVariables],
  ] as const)('names %s, which one function needs, with what is missing of all', (name, own) => {
    const { vi, en } = textOf({ VERDICT_BUCKET: 'v' }, own)
    expect(vi).toContain(`Biến môi trường ${name}: chưa được đặt. Đề nghị đặt ${EXPECTED[name].vi}.`)
    expect(en).toContain('Environment variable BUNDLE_BUCKET: not set')
  })

  test('an API that has pages needs to know their address and to seal sessions', () => {
    const api = {
      ...GOOD,
      VERDICT_KEY_SECRET_ARN: 'arn:aws:secretsmanager:x:1:secret:v',
      OIDC_ISSUER: 'https://id.example',
      OIDC_AUDIENCE: 'q',
      OIDC_KEYS_URL: 'https://id.example/keys',
    }
    expect(readSettings(api, apiVariables).own.OIDC_CLIENT_ID).toBeUndefined()
    const pages = { ...api, OIDC_CLIENT_ID: 'qms-verdict' }
    for (const name of ['PUBLIC_URL', 'SESSION_SECRET_ARN'] as const)
      expect(textOf(pages, apiVariables).vi).toContain(`${name}: chưa được đặt. Đề nghị đặt ${EXPECTED[name].vi}.`)
    const sealed = {
      ...pages,
      PUBLIC_URL: 'https://qms.example/',
      SESSION_SECRET_ARN: 'arn:aws:secretsmanager:x:1:secret:s',
    }
    expect(readSettings(sealed, apiVariables).own.PUBLIC_URL).toBe('https://qms.example')
    // A secret itself has no place in a variable.
    expect(textOf({ ...sealed, SESSION_SECRET_ARN: 'c2hvcnQ=' }, apiVariables).en).toContain('SESSION_SECRET_ARN: is')
  })

  test('names the nearest limit', () => {
    expect(textOf({ ...GOOD, LIMIT_ENTRYS: '1' }).vi).toContain('LIMIT_ENTRIES')
  })

  test('tells all that is wrong at once', () => {
    expect(textOf({ PROFILE: '?', LIMIT_DEPTH: '0' }).en.split('\n')).toHaveLength(4)
  })
})
