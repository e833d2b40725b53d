import { beforeAll, describe, expect, test } from 'vitest'
import { MAX_RECEIVES } from '../../handlers/evaluate-bundle.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { readingTime } from '../../src/verdict/pipeline.ts'
import { type Resource, templateOf } from './support/package-service.ts'

let resources: Record<string, Resource>
const properties = (name: string) => resources[name]?.Properties ?? {}
const ofType = (type: string) => Object.entries(resources).filter(([, { Type }]) => Type === type)
const arn = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] })

beforeAll(async () => {
  resources = await templateOf('dev')
})

describe('functions', () => {
  const FUNCTIONS = ['api', 'evaluate-bundle', 'list-agencies', 'notify-lapses']

  test('are the four, on the Node that Lambda supports longest, each with a role of its own', () => {
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
    for (const name of ['FailedUploads', 'FailedSchedules'])
      expect(properties(name).MessageRetentionPeriod, name).toBe(14 * 24 * 3600)
  })

  test('have an alarm each: on what failed, and on what waits', () => {
    const alarms = ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties)
    expect(alarms.map(({ MetricName, Dimensions }) => [MetricName, Dimensions])).toEqual(
      ['FailedUploads', 'FailedSchedules', 'UploadQueue'].map((queue) => [
        queue === 'UploadQueue' ? 'ApproximateAgeOfOldestMessage' : 'ApproximateNumberOfMessagesVisible',
        [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
      ]),
    )
    for (const alarm of alarms) expect(alarm.AlarmActions).toEqual([{ Ref: 'AlarmTopic' }])
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
