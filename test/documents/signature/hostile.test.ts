import { expect, test } from 'vitest'
import { HOSTILE } from '../../../fixtures/documents/signatures/hostile/hostile.ts'
import { NO_TRUST } from '../../../src/documents/settings.ts'
import { findSignatures } from '../../../src/documents/signature/dictionary.ts'
import { readSignatures, SIGNATURE_BOUNDS } from '../../../src/documents/signature/signatures.ts'
import { processorTime } from '../../support/processor-time.ts'

const MIB = 1024 * 1024
/** What grows with the square of the size takes an hour at this one; what grows with the size, under a second. */
const SIZE = 6 * MIB
const MOST_MS = 15_000

test.for(Object.entries(HOSTILE))('%s', { timeout: 60_000 }, async ([, make]) => {
  const pdf = make(SIZE)
  const spent = processorTime()
  const readings = await readSignatures(pdf, NO_TRUST)
  expect(spent()).toBeLessThan(MOST_MS)
  for (const { intact, reason } of readings) expect([intact, reason]).toEqual([false, expect.any(String)])
})

test('more signatures than anyone reads are not judged at all', async () => {
  const pdf = HOSTILE['dictionaries with a signature each']?.(MIB) ?? Buffer.alloc(0)
  expect([...findSignatures(pdf)].length).toBeGreaterThan(SIGNATURE_BOUNDS.signatures)
  expect((await readSignatures(pdf, NO_TRUST)).map(({ reason }) => reason)).toEqual(['overBounds'])
})

test('what is in a stream, an embedded document with a signature of its own, is passed over', () => {
  const inner = '1 0 obj <</ByteRange [0 1 2 3] /Contents <00>>> endobj'
  const outer = (length: string) => `2 0 obj <</Length ${length}>> stream\r\n${inner}\r\nendstream endobj\n`
  const signature = '4 0 obj <</V <</Byte#52ange [0 9 8 7] /Contents <11> /Contents <22>>>>> endobj'
  const pdf = Buffer.from(`%PDF-1.7\n${outer(String(inner.length))}${outer('9 0 R')}${signature}`)
  expect([...findSignatures(pdf)]).toMatchObject([{ byteRange: [0, 9, 8, 7], ambiguous: true }])
})

test.each([
  ['\r\n', '\r\n'],
  ['\n', '\n'],
  ['\r\n', ''],
])('a stream of a stated length is passed over though it says that it ends before (%j … %j)', (begun, ended) => {
  const inner = 'endstream endobj 1 0 obj <</ByteRange [0 1 2 3] /Contents <00>>> endobj'
  const outer = `2 0 obj <</Length ${inner.length}>> stream${begun}${inner}${ended}endstream endobj\n`
  const signature = '4 0 obj <</ByteRange [0 9 8 7] /Contents <11>>> endobj'
  expect([...findSignatures(Buffer.from(`%PDF-1.7\n${outer}${signature}`))]).toMatchObject([
    { byteRange: [0, 9, 8, 7] },
  ])
})
