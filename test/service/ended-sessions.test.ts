import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEndedSessions, KNOWN_MS } from '../../src/service/ended-sessions.ts'
import { StoreFault } from '../../src/service/store.ts'
import { FolderStore } from '../../src/service/store-folder.ts'

const HOUR = 3_600_000
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-verdict-sessions-'))
})
afterAll(() => rm(folder, { recursive: true }))

const at = (ms: number) => new Date(Date.parse('2026-03-05T02:00:00.000Z') + ms)
const session = (id: string, begunMs = 0, person = 'p') => ({ id, person, begun: at(begunMs).toISOString() })

/** Two processes over one store, whose clock and stopwatch are moved by hand. */
function two(name: string) {
  const time = { ms: 0 }
  const store = new FolderStore(join(folder, name))
  const lists: string[] = []
  const process = () =>
    createEndedSessions({
      store: {
        putIfAbsent: (key, bytes) => store.putIfAbsent(key, bytes),
        list(prefix, options) {
          lists.push(prefix)
          return store.list(prefix, options)
        },
      },
      now: () => at(time.ms),
      stopwatch: () => time.ms,
      longestMs: 8 * HOUR,
    })
  return { time, lists, own: process(), other: process() }
}

test('a session that was ended is over at once here, and after five seconds elsewhere; others of the person go on', async () => {
  const { time, own, other } = two('one')
  for (const process of [own, other])
    for (const id of ['a', 'b']) expect(await process.isEnded(session(id))).toBe(false)
  await own.end(session('a'))
  expect(await own.isEnded(session('a'))).toBe(true)
  expect(await own.isEnded(session('b'))).toBe(false)
  time.ms += KNOWN_MS
  expect(await other.isEnded(session('a'))).toBe(true)
  expect(await other.isEnded(session('b'))).toBe(false)
  expect(KNOWN_MS).toBeLessThanOrEqual(10_000)
})

test('signing out everywhere ends all that was begun before it, by this person alone, and nothing that begins later', async () => {
  const { time, own } = two('all')
  time.ms = HOUR
  await own.endAll(session('a'))
  expect(await own.isEnded(session('a'))).toBe(true)
  expect(await own.isEnded(session('b', HOUR))).toBe(true)
  expect(await own.isEnded(session('c', HOUR + 1))).toBe(false)
  expect(await own.isEnded(session('a', 0, 'q'))).toBe(false)
  // As long as a session may last it stays ended.
  time.ms = 8 * HOUR
  expect(await own.isEnded(session('b', HOUR))).toBe(true)
})

test('a hundred requests of a person ask the store once', async () => {
  const { time, lists, own } = two('once')
  await Promise.all(Array.from({ length: 100 }, () => own.isEnded(session('a'))))
  expect(lists).toHaveLength(1)
  time.ms += KNOWN_MS
  await own.isEnded(session('a'))
  expect(lists).toHaveLength(2)
})

test('a store that does not answer is a fault, and is asked again by the next request', async () => {
  let isDown = true
  const sessions = createEndedSessions({
    store: {
      putIfAbsent: async () => 'written' as const,
      async *list() {
        if (isDown) throw StoreFault.from('read', 'x', new Error('down'))
        yield { key: '', size: 0 }
      },
    },
    now: () => at(0),
    stopwatch: () => 0,
    longestMs: 8 * HOUR,
  })
  await expect(sessions.isEnded(session('a'))).rejects.toMatchObject({ name: 'StoreFault' })
  isDown = false
  expect(await sessions.isEnded(session('a'))).toBe(false)
})
