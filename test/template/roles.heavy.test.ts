import { beforeAll, expect, test } from 'vitest'
import { type Resource, templateOf } from './support/package-service.ts'

interface Statement {
  Effect: string
  Action: string | string[]
  Resource: unknown
}

/** Every action that may stand in a policy of a role; a misspelt one is none of these. */
const ACTIONS = [
  'kms:Decrypt',
  'secretsmanager:GetSecretValue',
  'kms:GenerateDataKey',
  'lambda:InvokeFunction',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:GetObject',
  's3:GetObjectVersion',
  's3:ListBucket',
  's3:ListBucketVersions',
  's3:PutObject',
  'secretsmanager:GetSecretValue',
  'sns:Publish',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:ReceiveMessage',
  'sqs:SendMessage',
  'states:StartExecution',
]

/** What each role may do beside writing its own log and using the key. */
const ALLOWED: Record<string, string[]> = {
  ApiRole: [
    's3:DeleteObject BundleBucket/drafts/*',
    's3:DeleteObject BundleBucket/visits/*',
    's3:DeleteObjectVersion BundleBucket/drafts/*',
    's3:DeleteObjectVersion BundleBucket/visits/*',
    's3:GetObject BundleBucket/authority/*',
    's3:GetObject BundleBucket/bundles/*',
    's3:GetObject BundleBucket/drafts/*',
    's3:GetObject BundleBucket/facts/*',
    's3:GetObject BundleBucket/prescreens/*',
    's3:GetObject BundleBucket/provisional/*',
    's3:GetObject BundleBucket/readings/*',
    's3:GetObject BundleBucket/verdicts/*',
    's3:GetObject BundleBucket/visits/*',
    's3:GetObject VerdictBucket/agencies/*',
    's3:GetObject VerdictBucket/refusals/*',
    's3:GetObject VerdictBucket/verdicts/*',
    's3:GetObjectVersion BundleBucket/bundles/*',
    's3:ListBucket BundleBucket',
    's3:ListBucket VerdictBucket',
    's3:ListBucketVersions BundleBucket',
    's3:PutObject BundleBucket/authority/catalogue/*',
    's3:PutObject BundleBucket/authority/records/*',
    's3:PutObject BundleBucket/bundles/*',
    's3:PutObject BundleBucket/drafts/*',
    's3:PutObject BundleBucket/open/*',
    's3:PutObject BundleBucket/prescreens/*',
    's3:PutObject BundleBucket/provisional/prescreens/*',
    's3:PutObject BundleBucket/sessions/*',
    's3:PutObject BundleBucket/visits/*',
    's3:PutObject VerdictBucket/audit/*',
    'secretsmanager:GetSecretValue ClientSecretArn where HasClientSecret',
    'secretsmanager:GetSecretValue SessionSecret',
    'secretsmanager:GetSecretValue VerdictSecret',
  ],
  EvaluateBundleRole: [
    's3:GetObject BundleBucket/authority/*',
    's3:GetObject BundleBucket/bundles/*',
    's3:GetObject BundleBucket/facts/*',
    's3:GetObject BundleBucket/open-scans/*',
    's3:GetObject BundleBucket/provisional/*',
    's3:GetObject BundleBucket/readings/*',
    's3:GetObject VerdictBucket/agencies/*',
    's3:GetObject VerdictBucket/refusals/*',
    's3:GetObject VerdictBucket/verdicts/*',
    's3:GetObjectVersion BundleBucket/authority/*',
    's3:GetObjectVersion BundleBucket/bundles/*',
    's3:ListBucket BundleBucket',
    's3:ListBucket VerdictBucket',
    's3:PutObject BundleBucket/facts/*',
    's3:PutObject BundleBucket/open-scans/*',
    's3:PutObject BundleBucket/provisional/*',
    's3:PutObject BundleBucket/readings/*',
    's3:PutObject BundleBucket/verdicts/*',
    's3:PutObject VerdictBucket/agencies/*/entries.json',
    's3:PutObject VerdictBucket/agencies/*/latest.json',
    's3:PutObject VerdictBucket/agencies/*/rechecks/*',
    's3:PutObject VerdictBucket/agencies/*/uploads/*',
    's3:PutObject VerdictBucket/refusals/*',
    's3:PutObject VerdictBucket/verdicts/*',
    'secretsmanager:GetSecretValue VerdictSecret',
    'sqs:DeleteMessage UploadQueue',
    'sqs:GetQueueAttributes UploadQueue',
    'sqs:ReceiveMessage UploadQueue',
    'sqs:SendMessage ScanQueue',
  ],
  ReadScansRole: [
    's3:DeleteObject BundleBucket/drafts/*',
    's3:DeleteObject BundleBucket/open-scans/*',
    's3:DeleteObject BundleBucket/provisional/*',
    's3:DeleteObject BundleBucket/readings/*',
    's3:DeleteObjectVersion BundleBucket/drafts/*',
    's3:DeleteObjectVersion BundleBucket/open-scans/*',
    's3:DeleteObjectVersion BundleBucket/provisional/*',
    's3:DeleteObjectVersion BundleBucket/readings/*',
    's3:GetObject BundleBucket/authority/*',
    's3:GetObject BundleBucket/bundles/*',
    's3:GetObject BundleBucket/drafts/*',
    's3:GetObject BundleBucket/facts/*',
    's3:GetObject BundleBucket/open-scans/*',
    's3:GetObject BundleBucket/provisional/*',
    's3:GetObject BundleBucket/readings/*',
    's3:GetObject VerdictBucket/agencies/*',
    's3:GetObject VerdictBucket/refusals/*',
    's3:GetObject VerdictBucket/verdicts/*',
    's3:GetObjectVersion BundleBucket/authority/*',
    's3:GetObjectVersion BundleBucket/bundles/*',
    's3:ListBucket BundleBucket',
    's3:ListBucket VerdictBucket',
    's3:ListBucketVersions BundleBucket',
    's3:PutObject BundleBucket/drafts/*',
    's3:PutObject BundleBucket/facts/*',
    's3:PutObject BundleBucket/open-scans/*',
    's3:PutObject BundleBucket/provisional/*',
    's3:PutObject BundleBucket/readings/*',
    's3:PutObject BundleBucket/verdicts/*',
    's3:PutObject VerdictBucket/agencies/*/entries.json',
    's3:PutObject VerdictBucket/agencies/*/latest.json',
    's3:PutObject VerdictBucket/agencies/*/rechecks/*',
    's3:PutObject VerdictBucket/agencies/*/uploads/*',
    's3:PutObject VerdictBucket/refusals/*',
    's3:PutObject VerdictBucket/verdicts/*',
    'secretsmanager:GetSecretValue VerdictSecret',
    'sqs:DeleteMessage ScanQueue',
    'sqs:GetQueueAttributes ScanQueue',
    'sqs:ReceiveMessage ScanQueue',
  ],
  DrawUpRole: [
    's3:GetObject BundleBucket/authority/*',
    's3:GetObject BundleBucket/bundles/*',
    's3:GetObject BundleBucket/facts/*',
    's3:GetObject BundleBucket/open-scans/*',
    's3:GetObject BundleBucket/prescreens/*',
    's3:GetObject BundleBucket/provisional/*',
    's3:GetObject BundleBucket/readings/*',
    's3:GetObject VerdictBucket/agencies/*',
    's3:GetObject VerdictBucket/refusals/*',
    's3:GetObject VerdictBucket/verdicts/*',
    's3:GetObjectVersion BundleBucket/authority/*',
    's3:GetObjectVersion BundleBucket/bundles/*',
    's3:ListBucket BundleBucket',
    's3:ListBucket VerdictBucket',
    's3:PutObject BundleBucket/facts/*',
    's3:PutObject BundleBucket/open-scans/*',
    's3:PutObject BundleBucket/prescreens/*',
    's3:PutObject BundleBucket/provisional/*',
    's3:PutObject BundleBucket/readings/*',
    's3:PutObject BundleBucket/verdicts/*',
    's3:PutObject VerdictBucket/agencies/*/entries.json',
    's3:PutObject VerdictBucket/agencies/*/latest.json',
    's3:PutObject VerdictBucket/agencies/*/rechecks/*',
    's3:PutObject VerdictBucket/agencies/*/uploads/*',
    's3:PutObject VerdictBucket/refusals/*',
    's3:PutObject VerdictBucket/verdicts/*',
    'secretsmanager:GetSecretValue VerdictSecret',
  ],
  DrawUpMachineRole: [
    'lambda:InvokeFunction DrawUpLambdaFunction',
    'states:StartExecution arn:AWS::Partition}:states:AWS::Region}:AWS::AccountId}:stateMachine:AWS::StackName}-draw-up',
  ],
  DrawUpRuleRole: ['states:StartExecution DrawUp'],
  ListAgenciesRole: ['s3:ListBucket VerdictBucket', 'sqs:SendMessage FailedSchedules', 'sqs:SendMessage UploadQueue'],
  NotifyLapsesRole: [
    's3:GetObject VerdictBucket/agencies/*',
    's3:GetObject VerdictBucket/verdicts/*',
    's3:ListBucket VerdictBucket',
    's3:PutObject VerdictBucket/agencies/*/notices/*',
    'sns:Publish NoticeTopic',
    'sqs:SendMessage FailedSchedules',
  ],
  SchedulerRole: [
    'lambda:InvokeFunction ListAgenciesLambdaFunction',
    'lambda:InvokeFunction NotifyLapsesLambdaFunction',
    'sqs:SendMessage FailedSchedules',
  ],
}

let resources: Record<string, Resource>
beforeAll(async () => {
  resources = await templateOf('dev')
})

function statements(role: string): Statement[] {
  const policies = resources[role]?.Properties.Policies as { PolicyDocument: { Statement: Statement[] } }[]
  return policies.flatMap((policy) => policy.PolicyDocument.Statement)
}

/** `X` for the ARN of X, however it is written; what is there on a condition alone says so. */
const nameOf = (resource: unknown): string => {
  const [condition, value] = (resource as { 'Fn::If'?: unknown[] })['Fn::If'] ?? []
  return condition === undefined ? plainName(resource) : `${plainName(value)} where ${condition}`
}
const plainName = (resource: unknown) =>
  JSON.stringify(resource).replaceAll(/\{"(?:Fn::GetAtt|Ref|Fn::Sub)":\[?"|"(?:,"Arn"\])?\}$|\$\{|\.Arn\}/g, '')

const allowed = (role: string) =>
  statements(role).flatMap(({ Action, Resource }) =>
    [Action].flat().flatMap((action) => [Resource].flat().map((resource) => `${action} ${nameOf(resource)}`)),
  )

test('there are no other roles', () => {
  const roles = Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::IAM::Role')
  expect(roles.map(([name]) => name).sort()).toEqual(Object.keys(ALLOWED).sort())
})

test.each(Object.keys(ALLOWED))('%s may do what it must, and nothing else', (role) => {
  const own = role.replace(/Role$/, 'LogGroup:*')
  const common = [
    'kms:Decrypt DataKey',
    'kms:GenerateDataKey DataKey',
    `logs:CreateLogStream ${own}`,
    `logs:PutLogEvents ${own}`,
  ]
  expect(
    allowed(role)
      .filter((one) => !common.includes(one))
      .sort(),
  ).toEqual(ALLOWED[role])
  expect(statements(role).every(({ Effect }) => Effect === 'Allow')).toBe(true)
})

test.each(Object.keys(ALLOWED))('the actions of %s are known to AWS', (role) => {
  for (const { Action } of statements(role)) for (const action of [Action].flat()) expect(ACTIONS).toContain(action)
})
