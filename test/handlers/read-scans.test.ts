import { expect, test } from 'vitest'
import { scanAsker } from '../../handlers/evaluate-bundle.ts'
import { readScansBatch } from '../../handlers/read-scans.ts'
import type { ScanWork } from '../../src/service/service.ts'

const hash = (digit: string) => digit.repeat(64)
const WORK: ScanWork = {
  ...{ code: 'H61.12', uploadId: '20260305T020000000Z-00000000', bundleSha256: hash('1') },
  piece: { sha256: hash('2'), from: 20, to: 40 },
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
