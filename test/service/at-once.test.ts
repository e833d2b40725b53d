import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { mapConcurrent } from '../../src/core/async.ts'

async function* numbers(count: number, breakAt = Number.POSITIVE_INFINITY): AsyncGenerator<number> {
  for (let at = 0; at < count; at++) {
    if (at === breakAt) throw new Error('items')
    yield at
  }
}

describe('atOnce', () => {
  test('acts on each item once, on so many at a time and no more', async () => {
    const done: number[] = []
    let [running, most] = [0, 0]
    await mapConcurrent(numbers(50), 4, async (item) => {
      most = Math.max(most, ++running)
      await sleep(item % 3)
      running--
      done.push(item)
    })
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at))
    expect(most).toBe(4)
  })

  test('begins nothing after a failure, and throws it when what was begun has ended', async () => {
    let [begun, ended] = [0, 0]
    const acted = mapConcurrent(numbers(50), 4, async (item) => {
      begun++
      await sleep(5)
      ended++
      if (item === 2) throw new Error('act')
    })
    await expect(acted).rejects.toThrow('act')
    expect(begun).toBe(ended)
    expect(begun).toBeLessThan(12)
  })

  test('throws what the items throw', async () => {
    await expect(mapConcurrent(numbers(9, 3), 2, async () => undefined)).rejects.toThrow('items')
  })
})
