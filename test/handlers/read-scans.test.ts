import { expect, test } from 'vitest'
import { scanAsker } from '../../handlers/evaluate-bundle.ts'
import { readScansBatch } from '../../handlers/read-scans.ts'
import type { ScanWork } from '../../src/service/service.ts'

const hash = (digit: string) => digit.repeat(64)
const WORK: ScanWork = {
  ...{ code: 'H61.12', uploadId: '20260305T020000000Z-00000000', bundleSha256: hash('1') },
  piece: { sha256: hash('2'), from: 20, to: 40 },
}

const unused = async () => {
  throw new Error('not asked for')
}

test('what is asked for is read; only a message that met a fault of ours comes back', async () => {
  const bodies: string[] = []
  async function* works() {
    yield WORK
    yield { ...WORK, piece: undefined }
  }
  const send = async (messages: AsyncIterable<string>) => {
    for await (const body of messages) bodies.push(body)
    return bodies.length
  }
  await scanAsker({ waitingScans: works }, send)('H61.12', WORK.uploadId)
  const asked: ScanWork[] = []
  const service = {
    readScan: async (work: ScanWork) => {
      asked.push(work)
      if (work.piece === undefined) throw new Error('the store is down')
      return { kind: 'read' as const }
    },
    drafting: { readAsked: unused, giveUp: unused },
  }
  const [logged, counted]: [string[], string[]] = [[], []]
  const record = (body: string, at: number) => ({
    messageId: `m${at}`,
    body,
    attributes: { ApproximateReceiveCount: '1' },
  })
  const event = { Records: [...bodies, '{"kind":"recheck"}'].map(record) } as never
  const answer = await readScansBatch(event, {
    service,
    now: () => new Date('2026-03-05T02:05:00Z'),
    log: ({ event }) => logged.push(event),
    meter: { count: (what, n, kind) => counted.push(`${n} ${what} ${kind}`), took: () => undefined },
  })
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] })
  expect(asked).toEqual([WORK, { ...WORK, piece: undefined }])
  expect(logged).toEqual(['scanRead', 'failed', 'ignored'])
  expect(counted).toEqual(['1 ScansRead read', '1 Failed undefined'])
})

test('papers of a draft are read when an object asks for it; on the last try whoever waits may ask again', async () => {
  const id = hash('3')
  const created = (key: string) =>
    JSON.stringify({
      source: 'aws.s3',
      'detail-type': 'Object Created',
      time: '2026-03-05T02:05:00Z',
      detail: { bucket: { name: 'bundles' }, object: { key } },
    })
  const heard: string[] = []
  const drafting = {
    readAsked: async (code: string, draft: string) => {
      heard.push(`read ${code} ${draft.slice(0, 2)}`)
      if (code === 'H61.13') throw new Error('the store is down')
      return 'read' as const
    },
    giveUp: async (code: string) => void heard.push(`give up ${code}`),
  }
  const record = (code: string, receives: number) => ({
    messageId: `${code} ${receives}`,
    body: created(`drafts/${code}/asked/${id}.json`),
    attributes: { ApproximateReceiveCount: String(receives) },
  })
  const event = { Records: [record('H61.12', 1), record('H61.13', 1), record('H61.13', 5)] } as never
  const counted: string[] = []
  const answer = await readScansBatch(event, {
    service: { readScan: unused, drafting },
    now: () => new Date('2026-03-05T02:05:00Z'),
    log: () => undefined,
    meter: { count: (what, n, kind) => counted.push(`${n} ${what} ${kind}`), took: () => undefined },
  })
  expect(heard).toEqual(['read H61.12 33', 'read H61.13 33', 'read H61.13 33', 'give up H61.13'])
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'H61.13 1' }, { itemIdentifier: 'H61.13 5' }])
  expect(counted).toEqual(['1 DraftsRead read', '1 Failed undefined', '1 Failed undefined'])
})
