import { beforeAll, describe, expect, test } from 'vitest'
import { lockRule, type Resource, templateOf } from './support/package-service.ts'

let resources: Record<string, Resource>
const properties = (name: string) => resources[name]?.Properties ?? {}

beforeAll(async () => {
  resources = await templateOf('dev')
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
