import { expect, test } from 'vitest'
import { type PooledWorker, WorkerPool, WorkersBusy } from '../../src/service/workers/pool.ts'

/** Workers that are done with a task when the test says so; each is known by its number. */
function made() {
  const ends: ((outcome: 'done' | 'dies') => void)[] = []
  const ended: number[] = []
  let started = 0
  async function start(): Promise<PooledWorker> {
    const number = started++
    const worker = {
      sound: true,
      run: (_: string, input: unknown) =>
        new Promise((resolve, reject) => {
          ends.push((outcome) => {
            if (outcome === 'done') return resolve([number, input])
            worker.sound = false
            return reject(new Error('died'))
          })
        }),
      end: () => ended.push(number),
    }
    return worker as unknown as PooledWorker
  }
  return { start, ends, ended, started: () => started }
}

const file = (name: string) => ({ name, bytes: new Uint8Array() })
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

test('tasks are done in the order in which they came, no more at once than there are workers', async () => {
  const { start, ends, started } = made()
  const pool = new WorkerPool({ workers: 2, waiting: 9 }, start)
  const all = ['a', 'b', 'c', 'd'].map((name) => pool.run('manifest', file(name)))
  await turn()
  expect([ends.length, started(), pool.state()]).toEqual([2, 2, { running: 2, waiting: 2, workers: 2 }])
  for (let at = 0; at < 4; at++) {
    ends[at]?.('done')
    await turn()
  }
  expect((await Promise.all(all)).map((one) => (one as unknown as [number, { name: string }])[1].name)).toEqual([
    'a',
    'b',
    'c',
    'd',
  ])
  expect([started(), pool.state()]).toEqual([2, { running: 0, waiting: 0, workers: 2 }])
})

test('a worker that dies fails its task alone, and another is started for the next', async () => {
  const { start, ends, ended } = made()
  const pool = new WorkerPool({ workers: 1, waiting: 9 }, start)
  const first = pool.run('manifest', file('a'))
  const second = pool.run('manifest', file('b'))
  const failed = expect(first).rejects.toThrow('died')
  await turn()
  ends[0]?.('dies')
  await failed
  await turn()
  ends[1]?.('done')
  expect(await second).toEqual([1, file('b')])
  expect(ended).toEqual([0])
})

test('when too many wait, the next is turned away at once', async () => {
  const { start, ends } = made()
  const pool = new WorkerPool({ workers: 1, waiting: 1 }, start)
  const held = [pool.run('manifest', file('a')), pool.run('manifest', file('b'))]
  await expect(pool.run('manifest', file('c'))).rejects.toBeInstanceOf(WorkersBusy)
  await turn()
  ends[0]?.('done')
  await turn()
  ends[1]?.('done')
  expect((await Promise.all(held)).length).toBe(2)
  const later = pool.run('manifest', file('d'))
  await turn()
  ends[2]?.('done')
  expect(await later).toEqual([0, file('d')])
})

test('a worker that cannot be started fails the task, and the next one tries again', async () => {
  const { start, ends } = made()
  let broken = true
  const pool = new WorkerPool({ workers: 1, waiting: 1 }, () =>
    broken ? Promise.reject(new Error('no process')) : start(),
  )
  await expect(pool.run('manifest', file('a'))).rejects.toThrow('no process')
  broken = false
  const next = pool.run('manifest', file('b'))
  await turn()
  ends[0]?.('done')
  expect(await next).toEqual([0, file('b')])
})

test('when it ends, those at work are ended too, and nobody else is started', async () => {
  const { start, ends, ended } = made()
  const pool = new WorkerPool({ workers: 2, waiting: 1 }, start)
  const running = pool.run('manifest', file('a'))
  const idle = pool.run('manifest', file('b'))
  await turn()
  ends[1]?.('done')
  await idle
  pool.end()
  expect(ended.sort()).toEqual([0, 1])
  const failed = expect(running).rejects.toThrow('died')
  ends[0]?.('dies')
  await failed
})
