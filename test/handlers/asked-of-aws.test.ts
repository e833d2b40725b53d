import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Hono } from 'hono'
import { handle, type LambdaEvent } from 'hono/aws-lambda'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { logged } from '../../handlers/api.ts'
import { asciiSubject, QueueFault, type Send, snsNotifier, sqsSender, vaultSecret } from '../../handlers/aws.ts'
import { storesOf } from '../../handlers/environment.ts'
import { parseRecheck, parseRejudge, plannedDay, writeRecheck } from '../../handlers/events.ts'
import { askForRechecks, askForRejudging } from '../../handlers/list-agencies.ts'
import { sendNotices } from '../../handlers/notify-lapses.ts'
import { noteCaller, noteRoute } from '../../src/http/request-record.ts'
import { s3Connector } from '../../src/service/s3-connection.ts'
import type { LapseNotice } from '../../src/service/service.ts'
import { httpRequest } from './support.ts'

let server: Server
/** Bodies of the requests that came, and their paths. */
let asked: string[]
let paths: string[]
/** What the next requests are answered; the last one again and again. */
let answers: string[]

beforeAll(async () => {
  server = createServer(async (request, response) => {
    paths.push(request.url?.split('?')[0] ?? '')
    asked.push(await text(request))
    response.end(answers.length > 1 ? answers.shift() : answers[0])
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'a',
    AWS_SECRET_ACCESS_KEY: 'b',
  })
})
beforeEach(() => {
  asked = []
  paths = []
  answers = ['{}']
})
afterAll(() => server.close())

async function* agencies(n: number) {
  for (let i = 1; i <= n; i++) yield `H61.${i}`
}
const RUN = { year: 2027, asOf: '2027-01-02' }
const bodies = (request: string) =>
  JSON.parse(request).Entries.map(({ MessageBody }: { MessageBody: string }) => MessageBody)

describe('the lister', () => {
  const service = { listAgencies: () => agencies(23) }
  const send: Send = (messages) => sqsSender(`${process.env.AWS_ENDPOINT_URL}/111122223333/uploads`)(messages)

  test('asks for every agency to be judged again, ten at a time, in the words that the judging function reads', async () => {
    expect(await askForRechecks(service, RUN, send)).toBe(23)
    expect(asked.map((request) => bodies(request).length)).toEqual([10, 10, 3])
    expect(asked.flatMap(bodies).map(parseRecheck)).toEqual(
      Array.from({ length: 23 }, (_, i) => ({ agency: `H61.${i + 1}`, ...RUN })),
    )
  })

  test('asks for everything of every agency to be judged again, with the reason, in the words that the judging function reads', async () => {
    const run = { reason: 'Công cụ tính sai hạn', on: '2027-03-01T01:00:00.000Z' }
    expect(await askForRejudging(service, run, send)).toBe(23)
    expect(asked.flatMap(bodies).map(parseRejudge)).toEqual(
      Array.from({ length: 23 }, (_, i) => ({ agency: `H61.${i + 1}`, ...run, uploadId: undefined })),
    )
  })

  test('sends again what the queue did not take, and that alone', async () => {
    answers = ['{"Failed":[{"Id":"1","Code":"InternalError","SenderFault":false}]}', '{}']
    await askForRechecks({ listAgencies: () => agencies(3) }, RUN, send)
    expect(asked.map(bodies)[1]).toEqual([writeRecheck({ agency: 'H61.2', ...RUN })])
  })

  test('gives up after three times, so that the schedule calls it again', async () => {
    answers = ['{"Failed":[{"Id":"0","Code":"InternalError","SenderFault":false}]}']
    await expect(askForRechecks(service, RUN, send)).rejects.toThrow(QueueFault)
    expect(asked).toHaveLength(3)
  })

  test('asks for nothing where there is no agency', async () => {
    expect(await askForRechecks({ listAgencies: () => agencies(0) }, RUN, send)).toBe(0)
    expect(asked).toEqual([])
  })
})

test('nothing that may not lie under the lock is put into the bucket of verdicts', async () => {
  const connect = s3Connector({ endpoint: process.env.AWS_ENDPOINT_URL, forcePathStyle: true })
  const { verdicts } = storesOf({ bundleBucket: 'bundles', verdictBucket: 'verdicts' }, connect)
  for (const key of [
    'provisional/prescreens/H61/2026/verdicts/H61.12.json',
    'prescreens/H61/2026.json',
    'verdicts/a.json',
  ])
    await verdicts.put(key, new Uint8Array([1]), 'application/json')
  expect(paths).toEqual([
    '/bundles/provisional/prescreens/H61/2026/verdicts/H61.12.json',
    '/bundles/prescreens/H61/2026.json',
    '/verdicts/verdicts/a.json',
  ])
})

test.each(['', 'null', '{"kind":"recheck"}', '{"kind":"recheck","agency":"","year":2027,"asOf":"2027-01-02"}'])(
  'a message %j asks for no re-check',
  (body) => expect(parseRecheck(body)).toBeUndefined(),
)

describe('a notice', () => {
  const notice: LapseNotice = {
    schemaVersion: 1,
    id: 'H61.12/2026-12-24-30',
    agency: { code: 'H61.12', name: 'Sở Tư pháp' },
    validUntil: '2026-12-24',
    days: 30,
    on: '2026-11-24',
    rules: [],
    subject: { vi: 'Kết quả đánh giá của Sở Tư pháp đến hạn', en: '…' },
    message: { vi: 'Đề nghị đơn vị bổ sung hồ sơ.', en: '…' },
  }

  test('is published in Vietnamese, with what subscriptions filter by', async () => {
    answers = ['<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>']
    await snsNotifier('arn:aws:sns:ap-southeast-1:111122223333:t').publish(notice)
    const sent = Object.fromEntries(new URLSearchParams(asked[0]))
    expect(sent).toMatchObject({
      Subject: 'Ket qua danh gia cua So Tu phap den han',
      Message: notice.message.vi,
      'MessageAttributes.entry.1.Name': 'agency',
      'MessageAttributes.entry.1.Value.StringValue': 'H61.12',
      'MessageAttributes.entry.2.Value.StringValue': '30',
    })
  })

  test('that could not be sent is told, and the call is made again for it', async () => {
    const publish = async () => undefined
    const run = async (failed: { code: string; fault: unknown }[]) => {
      const [told, counted]: [object[], string[]] = [[], []]
      const service = { lapseNotices: async () => ({ sent: [notice], failed }) }
      const by = {
        log: (entry: object) => told.push(entry),
        meter: { count: (what: string, n: number) => counted.push(`${n} ${what}`) },
      }
      const ended = await sendNotices(service, '2026-11-24', { publish }, by).catch((error: Error) => error.message)
      return { ended, told, counted }
    }
    const sent = { level: 'info', event: 'noticeSent', id: notice.id }
    expect(await run([])).toEqual({ ended: undefined, told: [sent], counted: ['1 NoticesSent', '0 NoticesFailed'] })
    expect(await run([{ code: 'H61.13', fault: new TypeError('Sở Nội vụ') }])).toEqual({
      ended: '1 notices could not be sent',
      told: [
        sent,
        {
          level: 'error',
          event: 'noticeFailed',
          agency: 'H61.13',
          error: { name: 'TypeError', at: expect.any(String) },
        },
      ],
      counted: ['1 NoticesSent', '1 NoticesFailed'],
    })
  })

  test('has a subject that SNS takes', () => {
    expect(asciiSubject('Đơn vị: “Ủy ban”\n')).toBe('Don vi: Uy ban')
    expect(asciiSubject('ă'.repeat(200))).toBe('a'.repeat(99))
  })
})

describe('a secret', () => {
  const ARN = 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:s'

  test('is asked of the vault by its ARN when it is needed', async () => {
    answers = ['{"SecretString":"bí mật"}']
    expect(await vaultSecret('SESSION_SECRET_ARN')(ARN)).toBe('bí mật')
    expect(asked.map((request) => JSON.parse(request))).toEqual([{ SecretId: ARN }])
  })

  test('without a text is told by the variable that names it', async () => {
    answers = ['{"SecretBinary":"eA=="}']
    await expect(vaultSecret('SESSION_SECRET_ARN')(ARN)).rejects.toThrow(
      /SESSION_SECRET_ARN: the secret 'arn:.*no text/,
    )
  })
})

test('the log has a line a request: who called, from where, and the id that the gateway logs', async () => {
  const lines: unknown[] = []
  const site = new Hono().get('/agencies/:code/verdicts', (context) => {
    noteRoute('/agencies/{code}/verdicts')
    noteCaller({ kind: 'agency', code: 'H61.12' })
    return context.text('', 404)
  })
  const event = httpRequest('GET', '/agencies/H61.12/verdicts') as unknown as LambdaEvent
  const answer = await handle(logged(site, (line) => lines.push(line)))(event)
  expect(answer.statusCode).toBe(404)
  expect(lines).toEqual([
    {
      level: 'info',
      event: 'request',
      method: 'GET',
      route: '/agencies/{code}/verdicts',
      status: 404,
      ms: expect.any(Number),
      caller: 'agency:H61.12',
      from: '203.0.113.7',
      gatewayRequestId: 'r',
    },
  ])
})

describe('plannedDay', () => {
  test('is the day in Vietnam, however late the call comes', () => {
    expect(plannedDay({ scheduledTime: '2027-01-02T00:00:00Z' })).toBe('2027-01-02')
    expect(plannedDay({ scheduledTime: '2027-01-01T17:00:00Z' })).toBe('2027-01-02')
  })

  test.each([{}, null, { scheduledTime: 'hôm nay' }])('tells what to call with instead of %j', (event) => {
    expect(() => plannedDay(event)).toThrow('{"scheduledTime":"2027-01-02T00:00:00Z"}')
  })
})
