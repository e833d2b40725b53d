import { beforeAll, describe, expect, test } from 'vitest'
import { MAX_RECEIVES } from '../../handlers/events.ts'
import { readingTime } from '../../src/documents/settings.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { type Resource, templateOf } from './support/package-service.ts'

let resources: Record<string, Resource>
const properties = (name: string) => resources[name]?.Properties ?? {}
const ofType = (type: string) => Object.entries(resources).filter(([, { Type }]) => Type === type)
const arn = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] })

beforeAll(async () => {
  resources = await templateOf('dev')
})

describe('functions', () => {
  const FUNCTIONS = ['api', 'draw-up', 'evaluate-bundle', 'list-agencies', 'notify-lapses', 'read-scans']

  test('are the six, on the Node that Lambda supports longest, each with a role of its own', () => {
    const functions = ofType('AWS::Lambda::Function').map(([, { Properties }]) => Properties)
    expect(functions.map(({ Handler }) => Handler).sort()).toEqual(
      FUNCTIONS.map((name) => `dist/handlers/${name}.handler`),
    )
    for (const one of functions) expect(one).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
    expect(new Set(functions.map(({ Role }) => JSON.stringify(Role))).size).toBe(FUNCTIONS.length)
  })

  test('end within what Lambda allows, the API before its gateway stops waiting', () => {
    for (const [name, { Properties }] of ofType('AWS::Lambda::Function')) {
      expect(Properties.Timeout, name).toBeLessThanOrEqual(900)
      expect(Properties.Timeout, name).toBeGreaterThan(0)
    }
    expect(properties('ApiLambdaFunction').Timeout).toBeLessThan(30)
  })

  test('keep their logs for a while only', () => {
    const groups = ofType('AWS::Logs::LogGroup')
    expect(groups).toHaveLength(FUNCTIONS.length + 1)
    for (const [name, { Properties }] of groups) expect(Properties.RetentionInDays, name).toBe(90)
  })
})

describe('queues', () => {
  test('give a batch the time it may need, and a message six times that before it comes again', () => {
    const timeout = Number(properties('EvaluateBundleLambdaFunction').Timeout)
    const { BatchSize } = properties('EvaluateBundleEventSourceMappingSQSUploadQueue')
    expect(timeout * 1000).toBeGreaterThan(Number(BatchSize) * readingTime(DEFAULT_LIMITS))
    expect(properties('UploadQueue').VisibilityTimeout).toBeGreaterThanOrEqual(6 * timeout)
  })

  test('send only failed messages again, and keep those that fail for good', () => {
    expect(properties('EvaluateBundleEventSourceMappingSQSUploadQueue')).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 10 },
    })
    expect(properties('UploadQueue').RedrivePolicy).toEqual({
      deadLetterTargetArn: arn('FailedUploads'),
      maxReceiveCount: MAX_RECEIVES,
    })
    expect(properties('ReadScansEventSourceMappingSQSScanQueue')).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
    expect(properties('ScanQueue')).toMatchObject({ RedrivePolicy: { deadLetterTargetArn: arn('FailedScans') } })
    const { Timeout } = properties('ReadScansLambdaFunction')
    expect(properties('ScanQueue').VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(Timeout))
    for (const name of ['FailedUploads', 'FailedScans', 'FailedSchedules'])
      expect(properties(name).MessageRetentionPeriod, name).toBe(14 * 24 * 3600)
  })

  test('hear of uploads below bundles/ only, of this bucket', () => {
    expect(properties('UploadRule').EventPattern).toEqual({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: [{ Ref: 'BundleBucket' }] }, object: { key: [{ prefix: 'bundles/' }] } },
    })
    expect(properties('BundleBucket')).toMatchObject({
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    })
  })
})

describe('alarms', () => {
  const of = (name: string, value: unknown) => [{ Name: name, Value: value }]
  const queue = (name: string) => of('QueueName', { 'Fn::GetAtt': [name, 'QueueName'] })
  const api = [...of('ApiId', { Ref: 'HttpApi' }), ...of('Stage', '$default')]
  const fn = (name: string) => of('FunctionName', { Ref: `${name}LambdaFunction` })

  test.each([
    ['FailedUploadsAlarm', 'AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Maximum', 1, queue('FailedUploads')],
    ['FailedSchedulesAlarm', 'AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Maximum', 1, queue('FailedSchedules')],
    ['FailedScansAlarm', 'AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Maximum', 1, queue('FailedScans')],
    ['WaitingAlarm', 'AWS/SQS', 'ApproximateAgeOfOldestMessage', 'Maximum', 3600, queue('UploadQueue')],
    ['ApiFaultsAlarm', 'AWS/ApiGateway', '5xx', 'Sum', 1, api],
    ['ApiSlowAlarm', 'AWS/Lambda', 'Duration', 'Maximum', 25_000, fn('Api')],
    ['ApiThrottledAlarm', 'AWS/Lambda', 'Throttles', 'Sum', 1, fn('Api')],
    ['JudgesThrottledAlarm', 'AWS/Lambda', 'Throttles', 'Sum', 1, fn('EvaluateBundle')],
    ['JudgesEndedAlarm', 'AWS/Lambda', 'Errors', 'Sum', 1, fn('EvaluateBundle')],
    ['FailedAlarm', 'QmsVerdict', 'Failed', 'Sum', 1, of('service', 'qms-verdict')],
    ['RulesCrashedAlarm', 'QmsVerdict', 'RulesCrashed', 'Sum', 1, of('service', 'qms-verdict')],
    ['TurnedAwayAlarm', 'QmsVerdict', 'TurnedAway', 'Sum', 100, undefined],
    [
      'DrawUpAlarm',
      'AWS/States',
      'ExecutionsFailed',
      'Sum',
      1,
      [{ Name: 'StateMachineArn', Value: { Ref: 'DrawUp' } }],
    ],
    ['AuditLostAlarm', 'QmsVerdict', 'AuditLost', 'Sum', 1, undefined],
  ])('%s watches %s %s', (name, Namespace, MetricName, Statistic, Threshold, dimensions) => {
    const { Dimensions, ...alarm } = properties(name)
    expect(alarm).toMatchObject({ Namespace, MetricName, Statistic, Threshold, Period: 300, EvaluationPeriods: 1 })
    expect(alarm.ComparisonOperator).toBe('GreaterThanOrEqualToThreshold')
    expect(Dimensions).toEqual(dimensions ?? { Ref: 'AWS::NoValue' })
    expect(alarm.AlarmActions).toEqual([{ Ref: 'AlarmTopic' }])
  })

  test('there is none that is not looked at here, and slow requests are told of before they are ended', () => {
    expect(ofType('AWS::CloudWatch::Alarm')).toHaveLength(14)
    expect(Number(properties('ApiLambdaFunction').Timeout) * 1000).toBeGreaterThan(25_000)
  })

  test('hear of requests that were turned away, by the access log', () => {
    const [transformation] = properties('TurnedAwayFilter').MetricTransformations as { MetricName: string }[]
    expect(transformation).toMatchObject({ MetricNamespace: 'QmsVerdict', MetricName: 'TurnedAway' })
    expect(properties('TurnedAwayFilter').FilterPattern).toBe('{ $.status = "429" }')
  })
})

test('an entry of the audit record that was lost is heard of by the log', () => {
  expect(properties('AuditLostFilter')).toMatchObject({
    LogGroupName: { Ref: 'ApiLogGroup' },
    FilterPattern: '{ $.message = "audit-lost" }',
    MetricTransformations: [{ MetricNamespace: 'QmsVerdict', MetricName: 'AuditLost' }],
  })
})

describe('the API', () => {
  test('logs every request with the address it came from, as one line of JSON', () => {
    const { AccessLogSettings, DefaultRouteSettings } = properties('HttpApiStage') as Record<string, { Format: string }>
    const format = JSON.parse(String(AccessLogSettings?.Format))
    expect(format).toMatchObject({ from: '$context.identity.sourceIp', status: '$context.status' })
    expect(DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 })
  })

  test('has no secret in its variables, and knows how many uploads a day has', () => {
    const { Variables } = properties('ApiLambdaFunction').Environment as { Variables: Record<string, unknown> }
    expect(Variables).toMatchObject({ SESSION_SECRET_ARN: { Ref: 'SessionSecret' }, UPLOADS_PER_DAY: '50' })
    expect(JSON.stringify(resources)).not.toContain('resolve:secretsmanager')
    for (const name of Object.keys(Variables).filter((one) => /SECRET/.test(one))) expect(name).toMatch(/_ARN$/)
  })

  test('takes a name and a certificate of its own, and is then reached by no other', () => {
    expect(resources.ApiDomain).toMatchObject({
      Condition: 'HasDomain',
      Properties: {
        DomainName: { Ref: 'DomainName' },
        DomainNameConfigurations: [{ CertificateArn: { Ref: 'CertificateArn' }, SecurityPolicy: 'TLS_1_2' }],
      },
    })
    expect(properties('HttpApi').DisableExecuteApiEndpoint).toEqual({ 'Fn::If': ['HasDomain', true, false] })
  })

  test('gives uploads to the pages of one origin alone, and to none where none is named', () => {
    const cors = properties('BundleBucket').CorsConfiguration as { 'Fn::If': unknown[] }
    const [condition, given, otherwise] = cors['Fn::If']
    expect([condition, otherwise]).toEqual(['HasUploadOrigin', { Ref: 'AWS::NoValue' }])
    expect(given).toMatchObject({ CorsRules: [{ AllowedOrigins: [{ Ref: 'UploadOrigin' }] }] })
  })
})

describe('schedules', () => {
  const TARGETS = { YearlyRecheck: 'ListAgenciesLambdaFunction', DailyNotices: 'NotifyLapsesLambdaFunction' }

  test.each([
    ['YearlyRecheck', 'cron(0 7 2 1 ? *)'],
    ['DailyNotices', 'cron(0 7 * * ? *)'],
  ] as const)('%s comes at %s in Vietnam, at that minute', (name, expression) => {
    const { ScheduleExpression, ScheduleExpressionTimezone, FlexibleTimeWindow } = properties(name)
    expect(ScheduleExpression).toBe(expression)
    expect(FlexibleTimeWindow).toEqual({ Mode: 'OFF' })
    // A zone that does not exist throws.
    const at = new Intl.DateTimeFormat('en', {
      timeZone: String(ScheduleExpressionTimezone),
      timeZoneName: 'longOffset',
    })
    expect(at.format(new Date('2027-01-02T00:00:00Z'))).toBe('1/2/2027, GMT+07:00')
  })

  test.each(Object.entries(TARGETS))(
    '%s calls %s with the planned instant, again and again, and loses no call',
    (name, target) => {
      expect(properties(name).Target).toEqual({
        Arn: arn(target),
        RoleArn: arn('SchedulerRole'),
        Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}',
        RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        DeadLetterConfig: { Arn: arn('FailedSchedules') },
      })
      const failed = ofType('AWS::Lambda::EventInvokeConfig').map(([, { Properties }]) => Properties)
      expect(failed).toContainEqual(
        expect.objectContaining({
          FunctionName: { Ref: target },
          MaximumRetryAttempts: 2,
          DestinationConfig: { OnFailure: { Destination: arn('FailedSchedules') } },
        }),
      )
    },
  )
})
