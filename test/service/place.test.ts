import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPlace } from '../../src/cli/serve/place.ts'
import { outbox } from '../../src/service/notices.ts'
import type { LapseNotice } from '../../src/service/service.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { collected } from '../support/collected.ts'

const TOOLS = {
  now: () => new Date(),
  url: () => '',
  onUploaded: () => undefined,
  onFault: () => undefined,
  uploadsPerDay: 50,
  audit: { record: async () => undefined },
}

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-place-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('an S3 server that does not answer is told at once, to the operator', async () => {
  process.env.AWS_ACCESS_KEY_ID ??= 'only-for-tests'
  process.env.AWS_SECRET_ACCESS_KEY ??= 'only-for-tests'
  // Port 9 (discard) is privileged and unused.
  const s3 = { endpoint: 'http://127.0.0.1:9', region: 'us-east-1', bundleBucket: 'b', verdictBucket: 'v' }
  await expect(openPlace({ place: { s3 }, leaseSeconds: 1 }, TOOLS)).rejects.toMatchObject({
    name: 'InputError',
    text: { vi: expect.stringContaining('s3://b/'), en: expect.stringContaining('s3://b/') },
  })
})

test('a form that one process signed is accepted by the next one on the same folder', async () => {
  const folder = await freshFolder()
  const policy = { key: 'k', contentType: 'application/zip', maxBytes: 1, validSeconds: 1 }
  const now = () => new Date('2026-03-05T02:00:00Z')
  const [one, two] = await Promise.all(
    [1, 2].map(() => openPlace({ place: { folder }, leaseSeconds: 1 }, { ...TOOLS, now })),
  )
  expect(await one?.presigner(policy)).toEqual(await two?.presigner(policy))
})

test('a notice is one text in the outbox, however often it is published', async () => {
  const store = new FolderStore(await freshFolder())
  const told: unknown[] = []
  const notice: LapseNotice = {
    schemaVersion: 1,
    id: 'H61.1/2026-12-15-30',
    agency: { code: 'H61.1', name: 'Sở' },
    validUntil: '2026-12-15',
    days: 30,
    on: '2026-11-15',
    rules: ['a'],
    subject: { vi: 'Sắp hết hiệu lực', en: 'About to lapse' },
    message: { vi: 'Đề nghị…', en: 'Please…' },
  }
  const notifier = outbox(store, (_, event, fields) => told.push([event, fields?.stored]))
  await notifier.publish(notice)
  await notifier.publish(notice)
  expect(await collected(store.list(''))).toMatchObject([{ key: 'outbox/H61.1/2026-12-15-30.txt' }])
  expect(told).toEqual([
    ['notice', 'written'],
    ['notice', 'present'],
  ])
})
