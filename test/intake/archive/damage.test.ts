import { describe, expect, it } from 'vitest'
import { PAPERS } from '../../../fixtures/hostile/build/papers.ts'
import { zip } from '../../../fixtures/hostile/build/zip.ts'
import { Refusal } from '../../../src/intake/refusals/refusal.ts'
import { processorTime } from '../../support/processor-time.ts'
import { OPTIONS, readBytes } from './reading.ts'

const GOOD = zip([...PAPERS, { name: 'biên bản.txt', content: 'Đã họp', method: 0 }])
const SLOW_MS = 2_000

/** A small generator of its own, so that a failing seed fails again. */
function random(seed: number): (below: number) => number {
  let state = seed + 1
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function damaged(seed: number): Buffer {
  const next = random(seed * 7919)
  if (seed % 5 === 0) return GOOD.subarray(0, next(GOOD.length))
  const bytes = Buffer.from(GOOD)
  for (let flips = 1 + next(3); flips > 0; flips--) bytes[next(bytes.length)] = next(256)
  return bytes
}

describe('a good archive with random damage', () => {
  it.each(Array.from({ length: 300 }, (_, seed) => seed))('seed %i: the same content, or a refusal', async (seed) => {
    const good = await readBytes(GOOD)
    const spent = processorTime()
    const outcome = await readBytes(damaged(seed)).catch((error: unknown) => error)
    expect(spent()).toBeLessThan(SLOW_MS)
    if (outcome instanceof Refusal) return
    expect(outcome).toMatchObject({ entries: good.entries })
  })

  it('is read when it is not damaged', async () => {
    const container = await readBytes(GOOD, OPTIONS)
    expect(container.entries).toHaveLength(3)
  })
})
