import { describe, expect, it } from 'vitest'
import { noise } from '../../../fixtures/hostile/build/papers.ts'
import { zip } from '../../../fixtures/hostile/build/zip.ts'
import { type ByteSource, bytesInMemory } from '../../../src/core/files.ts'
import { readZip } from '../../../src/intake/zip/zip.ts'
import { OPTIONS, readBytes, refusalOf } from './reading.ts'

const BYTES = zip(Array.from({ length: 20 }, (_, index) => ({ name: `${index}.pdf`, content: noise(90_000 + index) })))

/** A source that counts its reads, and from the given one on never answers. */
function source(answers: number): ByteSource & { reads: [number, number][] } {
  const reads: [number, number][] = []
  const read = async (offset: number, length: number) => {
    reads.push([offset, length])
    if (reads.length > answers) await new Promise(() => undefined)
    return BYTES.subarray(offset, offset + length)
  }
  return { size: BYTES.length, read, reads }
}

describe('the time limit', () => {
  it('refuses a reading that takes longer than allowed', async () => {
    let now = 0
    const stopwatch = () => {
      now += 6_000
      return now
    }
    const refusal = await refusalOf(readBytes(BYTES, { stopwatch }))
    expect(refusal.code).toBe('read-timeout')
    expect(refusal.text.vi).toContain('20000 ms')
    expect(refusal.sha256).toBeUndefined()
  })

  it.each([0, 1, 2, 3, 4])('does not wait for a source that stops answering after %i reads', async (answers) => {
    const signal = AbortSignal.timeout(30)
    const refusal = await refusalOf(readZip(source(answers), { ...OPTIONS, signal }))
    expect(refusal.code).toBe('read-timeout')
  })

  it('begins anew with each entry that is opened', async () => {
    let now = 0
    const container = await readBytes(BYTES, { stopwatch: () => now })
    now = 3_600_000
    await expect(container.open('7.pdf')).resolves.toHaveLength(90_007)
  })
})

describe('the reads of a source', () => {
  it('are few, and after the listing go once from front to back', async () => {
    const counted = source(Number.POSITIVE_INFINITY)
    await readZip(counted, OPTIONS)
    const passes = counted.reads.slice(counted.reads.findIndex(([, length]) => length >= 1024 * 1024))
    let at = 0
    for (const [offset, length] of passes) {
      expect(offset).toBe(at)
      at += length
    }
    expect(at).toBe(BYTES.length)
    expect(counted.reads.length).toBeLessThanOrEqual(6)
  })

  it('hand on what the source fails with, as it is', async () => {
    const fault = new Error('the disk is gone')
    for (const failing of [1, 2, 3, 4]) {
      let reads = 0
      const read: ByteSource['read'] = (offset, length) => {
        reads += 1
        return reads === failing ? Promise.reject(fault) : bytesInMemory(BYTES).read(offset, length)
      }
      await expect(readZip({ size: BYTES.length, read }, OPTIONS)).rejects.toBe(fault)
    }
  })
})
