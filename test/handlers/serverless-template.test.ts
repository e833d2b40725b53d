import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/bundle/container.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

interface Resource {
  Type: string
  // The template is plain JSON of many shapes; each test looks into the part it is about.
  Properties: Record<string, unknown>
}
interface Statement {
  Effect: string
  Action: string | string[]
  Resource: unknown
}

let folder: string
let resources: Record<string, Resource>
const properties = (name: string) => resources[name]?.Properties ?? {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-verdict-template-'))
  for (const name of ['serverless.yml', 'package.json']) await cp(join(root, name), join(folder, name))
  await mkdir(join(folder, 'dist/handlers'), { recursive: true })
  await writeFile(join(folder, 'dist/handlers/evaluate-bundle.mjs'), 'export const handler = () => {}\n')
  // No credentials and no network are needed, and none are given.
  await promisify(execFile)(join(root, 'node_modules/.bin/serverless'), ['package'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, SLS_TELEMETRY_DISABLED: '1', AWS_EC2_METADATA_DISABLED: 'true' },
  })
  const template = await readFile(join(folder, '.serverless/cloudformation-template-update-stack.json'), 'utf8')
  resources = JSON.parse(template).Resources
})
afterAll(() => rm(folder, { recursive: true }))

/** JSON with `${X.Arn}` written as `X`. */
const names = (value: unknown) => JSON.stringify(value).replaceAll(/\$\{(\w+)\.Arn\}/g, '$1')

function statements(): Statement[] {
  const { Policies } = properties('EvaluateBundleRole') as {
    Policies: { PolicyDocument: { Statement: Statement[] } }[]
  }
  return Policies.flatMap((policy) => policy.PolicyDocument.Statement)
}

describe('the template of the function', () => {
  test('gives a batch the time it may need, and a message six times that before it comes again', () => {
    const { Timeout } = properties('EvaluateBundleLambdaFunction') as { Timeout: number }
    const { BatchSize } = properties('EvaluateBundleEventSourceMappingSQSUploadQueue') as { BatchSize: number }
    const { VisibilityTimeout } = properties('UploadQueue') as { VisibilityTimeout: number }
    expect(Timeout).toBeLessThanOrEqual(900)
    expect(Timeout * 1000).toBeGreaterThan(BatchSize * DEFAULT_LIMITS.milliseconds)
    expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * Timeout)
  })

  test('sends only failed messages again, and keeps those that fail for good', () => {
    const mapping = properties('EvaluateBundleEventSourceMappingSQSUploadQueue')
    expect(mapping).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 10 },
    })
    expect(properties('UploadQueue')).toMatchObject({ RedrivePolicy: { maxReceiveCount: 5 } })
    expect(properties('FailedUploads')).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 3600 })
  })

  test('runs the built handler on the Node that Lambda supports longest', () => {
    expect(properties('EvaluateBundleLambdaFunction')).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'dist/handlers/evaluate-bundle.handler',
    })
  })

  test('lets the function write verdicts and refusals only, and read what is uploaded', () => {
    const s3 = statements().flatMap(({ Action, Resource }) =>
      [Action]
        .flat()
        .filter((action) => action.startsWith('s3:'))
        .map((action) => `${action} ${names(Resource)}`),
    )
    expect(s3.sort()).toEqual([
      's3:GetObject [{"Fn::Sub":"BundleBucket/bundles/*"},{"Fn::Sub":"BundleBucket/authority/*"}]',
      's3:GetObjectVersion [{"Fn::Sub":"BundleBucket/bundles/*"},{"Fn::Sub":"BundleBucket/authority/*"}]',
      's3:ListBucket {"Fn::GetAtt":["BundleBucket","Arn"]}',
      's3:PutObject [{"Fn::Sub":"VerdictBucket/verdicts/*"},{"Fn::Sub":"VerdictBucket/refusals/*"}]',
    ])
    expect(statements().every(({ Effect, Action }) => Effect === 'Allow' && ![Action].flat().includes('*'))).toBe(true)
  })

  test('tells the queue of uploads below bundles/ only, of this bucket', () => {
    expect(properties('UploadRule')).toMatchObject({
      EventPattern: {
        source: ['aws.s3'],
        detail: { bucket: { name: [{ Ref: 'BundleBucket' }] }, object: { key: [{ prefix: 'bundles/' }] } },
      },
    })
    expect(properties('BundleBucket')).toMatchObject({
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    })
  })

  test('keeps buckets private, and buckets and queues on encrypted connections', () => {
    const buckets = Object.entries(resources).filter(
      ([name, { Type }]) => Type === 'AWS::S3::Bucket' && name !== 'ServerlessDeploymentBucket',
    )
    expect(buckets).toHaveLength(2)
    for (const [, bucket] of buckets)
      expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      })
    for (const policy of ['BundleBucketPolicy', 'VerdictBucketPolicy', 'QueuePolicy'])
      expect(JSON.stringify(properties(policy))).toContain('"Effect":"Deny","Principal":"*"')
  })
})
