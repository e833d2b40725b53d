import { expect, test } from 'vitest'
import { ownTime } from '../../src/service/read-upload.ts'

test('the stopwatch stands still while the source is waited for, whether it answers or fails', async () => {
  let now = 100
  const slow = {
    size: 4,
    read: async (offset: number, length: number) => {
      now += 60_000
      if (offset > 0) throw new Error('store')
      return new Uint8Array(length)
    },
  }
  const { source, stopwatch } = ownTime(slow, () => now)
  const start = stopwatch()
  expect(source.size).toBe(4)
  expect(await source.read(0, 4)).toHaveLength(4)
  now += 5
  await expect(source.read(1, 1)).rejects.toThrow('store')
  now += 2
  expect(stopwatch() - start).toBe(7)
})
