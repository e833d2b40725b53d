import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Log } from '../../src/service/log.ts'
import { WorkQueue } from '../../src/service/queue.ts'

const quiet: Log = () => undefined
const gate = () => {
  let open: () => void = () => undefined
  const opened = new Promise<undefined>((resolve) => {
    open = () => resolve(undefined)
  })
  return { open, opened }
}

afterEach(() => vi.useRealTimers())

describe('WorkQueue', () => {
  test('does so many at once and no more, in order', async () => {
    const queue = new WorkQueue(2, quiet)
    const begun: string[] = []
    const gates = ['a', 'b', 'c', 'd'].map((id) => ({ id, ...gate() }))
    const all = gates.map(({ id, opened }) =>
      queue.push({
        id,
        run() {
          begun.push(id)
          return opened
        },
      }),
    )
    expect(begun).toEqual(['a', 'b'])
    gates[1]?.open()
    await all[1]
    await expect.poll(() => begun).toEqual(['a', 'b', 'c'])
    for (const { open } of gates) open()
    await Promise.all(all)
    expect(begun).toEqual(['a', 'b', 'c', 'd'])
  })

  test('has one of an id at a time, and takes it again when it is done', async () => {
    const queue = new WorkQueue(2, quiet)
    let runs = 0
    const work = {
      id: 'a',
      async run() {
        runs++
        return undefined
      },
    }
    await Promise.all([queue.push(work), queue.push(work)])
    expect(runs).toBe(1)
    await queue.push(work)
    expect(runs).toBe(2)
  })

  test('tries again what fails, tells of it, and lets the others go on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const told: unknown[] = []
    const queue = new WorkQueue(1, (level, event, fields) => told.push([level, event, fields?.againInMs]))
    let tries = 0
    const poisoned = queue.push({
      id: 'poisoned',
      async run() {
        if (++tries < 3) throw new Error('not yet')
        return undefined
      },
    })
    await queue.push({ id: 'good', run: async () => undefined })
    expect(tries).toBe(1)
    await vi.advanceTimersByTimeAsync(999)
    expect(tries).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(tries).toBe(2)
    await vi.advanceTimersByTimeAsync(2000)
    await poisoned
    expect(tries).toBe(3)
    expect(told).toEqual([
      ['error', 'work-failed', 1000],
      ['error', 'work-failed', 2000],
    ])
  })

  test('comes again when the work says so', async () => {
    const queue = new WorkQueue(1, quiet)
    const answers = [{ againInMs: 10 }, { againInMs: 10 }, undefined]
    let runs = 0
    await queue.push({ id: 'held', run: async () => answers[runs++] })
    expect(runs).toBe(3)
  })

  test('stops when what is running has ended, and begins nothing more', async () => {
    const queue = new WorkQueue(1, quiet)
    const { open, opened } = gate()
    const begun: string[] = []
    const run = (id: string) => ({
      id,
      run() {
        begun.push(id)
        return opened
      },
    })
    void queue.push(run('a'))
    void queue.push(run('b'))
    let stopped = false
    const stop = queue.stop().then(() => {
      stopped = true
    })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(stopped).toBe(false)
    open()
    await stop
    expect(begun).toEqual(['a'])
  })
})
