import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { DEFAULT_KEEP_DAYS } from '../../src/service/keeping.ts'
import { lockRule, type Resource, templateOf } from './support/package-service.ts'

let resources: Record<string, Resource>
const properties = (name: string) => resources[name]?.Properties ?? {}

beforeAll(async () => {
  resources = await templateOf('dev')
})

/** Rules by what of a bucket they remove: after how many days, and on which condition. */
function rulesOf(bucket: string): Record<string, unknown[]> {
  const { Rules } = properties(bucket).LifecycleConfiguration as { Rules: Record<string, unknown>[] }
  return Object.fromEntries(
    Rules.map((rule) => {
      const [condition = 'always', given = rule] = (rule['Fn::If'] as [string, Record<string, unknown>]) ?? []
      const { Id, Prefix, ExpirationInDays: days, NoncurrentVersionExpiration: then } = given
      const after = (days as { Ref?: string } | undefined)?.Ref ?? days
      return [String(Id), [condition, Prefix, after, (then as { NoncurrentDays: number } | undefined)?.NoncurrentDays]]
    }),
  )
}

describe('how long things are kept', () => {
  test('is a parameter for each kind, and what a rule removes can be brought back for 30 days', () => {
    expect(rulesOf('BundleBucket')).toEqual({
      forms: ['always', 'open/', 2, 1],
      endedSessions: ['always', 'sessions/', 2, 1],
      openScans: ['always', 'open-scans/', undefined, 1],
      halfSent: ['always', undefined, undefined, undefined],
      bundles: ['RemovesBundles', 'bundles/', 'KeepBundlesDays', 30],
      visits: ['RemovesBundles', 'visits/', 'KeepBundlesDays', 30],
      facts: ['RemovesFacts', 'facts/', 'KeepFactsDays', 30],
      pages: ['RemovesFacts', 'verdicts/', 'KeepFactsDays', 30],
      readings: ['RemovesFacts', 'readings/', 'KeepFactsDays', 30],
      provisional: ['RemovesFacts', 'provisional/', 'KeepFactsDays', 30],
      drafts: ['RemovesDrafts', 'drafts/', 'KeepDraftsDays', 1],
      prescreens: ['RemovesVerdicts', 'prescreens/', 'KeepVerdictsDays', 30],
    })
    expect(rulesOf('VerdictBucket')).toEqual({
      replaced: ['always', 'agencies/', undefined, 30],
      index: ['RemovesVerdicts', 'agencies/', 'KeepVerdictsDays', undefined],
      verdicts: ['RemovesVerdicts', 'verdicts/', 'KeepVerdictsDays', 30],
      refusals: ['RemovesVerdicts', 'refusals/', 'KeepVerdictsDays', 30],
      audit: ['RemovesAudit', 'audit/', 'KeepAuditDays', 30],
    })
  })

  test('is as long in AWS as on premises, unless somebody sets it', async () => {
    const { params } = parse(await readFile('serverless.yml', 'utf8'), { logLevel: 'silent', merge: true })
    const { bundles, facts, verdicts, audit, drafts: keepDraftsDays } = DEFAULT_KEEP_DAYS
    const days = { keepBundlesDays: bundles, keepFactsDays: facts, keepVerdictsDays: verdicts, keepAuditDays: audit }
    expect(params.default).toMatchObject({ ...days, keepDraftsDays })
    expect(Object.keys(params.prod).filter((name) => name.startsWith('keep'))).toEqual([])
  })
})

describe('buckets', () => {
  const BUCKETS = ['BundleBucket', 'VerdictBucket', 'AccessLogBucket']

  test('there are no others but that of the deployment', () => {
    const all = Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::S3::Bucket')
    expect(all.map(([name]) => name).sort()).toEqual([...BUCKETS, 'ServerlessDeploymentBucket'].sort())
  })

  test.each(BUCKETS)('%s is private, versioned, and outlives the stack', (name) => {
    expect(resources[name]?.DeletionPolicy).toBe('Retain')
    expect(properties(name)).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    })
  })

  test.each(['BundleBucket', 'VerdictBucket'])('%s is encrypted by a key of our own that is renewed', (name) => {
    const rule = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': ['DataKey', 'Arn'] } }
    expect(properties(name).BucketEncryption).toEqual({
      ServerSideEncryptionConfiguration: [{ BucketKeyEnabled: true, ServerSideEncryptionByDefault: rule }],
    })
    expect(properties('DataKey').EnableKeyRotation).toBe(true)
  })

  test('verdicts cannot be deleted for a while', () => {
    expect(properties('VerdictBucket').ObjectLockEnabled).toBe(true)
    expect(properties('VerdictBucket').ObjectLockConfiguration).toEqual(lockRule('GOVERNANCE', 1))
  })
})

describe('connections', () => {
  /** What a policy refuses on connections without TLS. */
  function refused(policy: string): { action: unknown; resources: string[] } | undefined {
    const { Statement } = properties(policy).PolicyDocument as { Statement: Record<string, unknown>[] }
    const deny = Statement.find(({ Effect }) => Effect === 'Deny')
    expect(deny).toMatchObject({ Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })
    return deny && { action: deny.Action, resources: [deny.Resource].flat().map((one) => JSON.stringify(one)) }
  }

  test.each(['BundleBucket', 'VerdictBucket', 'AccessLogBucket'])('%s is reached over TLS alone', (bucket) => {
    expect(refused(`${bucket}Policy`)).toEqual({
      action: 's3:*',
      resources: [`{"Fn::GetAtt":["${bucket}","Arn"]}`, `{"Fn::Sub":"\${${bucket}.Arn}/*"}`],
    })
  })

  test('queues and topics are reached over TLS alone, every one of them', () => {
    const ofType = (type: string) =>
      Object.entries(resources)
        .filter(([, { Type }]) => Type === type)
        .map(([name]) => name)
    expect(refused('QueuePolicy')).toEqual({
      action: 'sqs:*',
      resources: ofType('AWS::SQS::Queue').map((name) => `{"Fn::GetAtt":["${name}","Arn"]}`),
    })
    expect(refused('TopicPolicy')).toEqual({
      action: 'sns:Publish',
      resources: ofType('AWS::SNS::Topic').map((name) => `{"Ref":"${name}"}`),
    })
  })
})
