import { describe, expect, test } from 'vitest'
import type { ListOptions, Store } from '../../src/service/store.ts'
import { collected } from '../support/collected.ts'

const TYPE = 'application/octet-stream'
const bytes = new TextEncoder().encode('x')

/** In the order of their UTF-8 bytes: `.` is before `/`, capitals before small letters, đ after z, an astral letter last. */
const SORTED = [
  'A/1',
  'a.b',
  'a/1',
  'a/10',
  'a/2/deep/er',
  'a/2x',
  'a0',
  'hồ sơ/năm 2026.zip',
  'z',
  'đ',
  '\u{ff5a}',
  '\u{1f4c1}',
]
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** What {@link Store.list} must do in every store. `fresh` gives an empty one. */
export function listContract(name: string, fresh: () => Promise<Store>): void {
  async function filled(keys: readonly string[] = SORTED): Promise<Store> {
    const store = await fresh()
    for (let at = 0; at < keys.length; at += 50)
      await Promise.all(keys.slice(at, at + 50).map((key) => store.put(key, bytes, TYPE)))
    return store
  }

  async function keysOf(store: Store, prefix: string, options?: ListOptions): Promise<string[]> {
    return (await collected(store.list(prefix, options))).map(({ key }) => key)
  }

  describe(`${name} lists`, () => {
    test('nothing where nothing is', async () => {
      const store = await fresh()
      expect(await keysOf(store, '')).toEqual([])
      expect(await keysOf(store, 'no/such/')).toEqual([])
    })

    test('all keys in the order of their bytes, whatever they were written in', async () => {
      expect([...SORTED].sort(byBytes)).toEqual(SORTED)
      expect(await keysOf(await filled([...SORTED].reverse()), '')).toEqual(SORTED)
    })

    test.each(['a', 'a/', 'a/1', 'a/2', 'hồ s', 'hồ sơ/', 'a/2/deep/er', 'b', 'a/2/deep/er/'])(
      'what begins with %j',
      async (prefix) => {
        const expected = SORTED.filter((key) => key.startsWith(prefix))
        expect(await keysOf(await filled(), prefix)).toEqual(expected)
      },
    )

    test.each(['', 'a', 'a/', 'a/2', 'a/2/', 'hồ s', 'z', 'no/'])(
      'what begins with %j as a shallow listing: what goes on behind the next / once, by its name alone',
      async (prefix) => {
        const upTo = (key: string) => {
          const end = key.indexOf('/', prefix.length)
          return end < 0 ? key : key.slice(0, end + 1)
        }
        const expected = [...new Set(SORTED.filter((key) => key.startsWith(prefix)).map(upTo))]
        expect(await keysOf(await filled(), prefix, { shallow: true })).toEqual(expected)
      },
    )

    test.each(['a', 'a/', 'a/1', 'a/2/deep/er', 'a/2/e', 'hồ sơ', '\u{ff5a}', 'zz', '\u{1f4c1}', ''])(
      'what comes after %j, whether that is there or not',
      async (after) => {
        const expected = SORTED.filter((key) => byBytes(key, after) > 0)
        expect(await keysOf(await filled(), '', { after })).toEqual(expected)
      },
    )

    test('no more than were asked for, from where the last page ended', async () => {
      const store = await filled()
      const paged: string[] = []
      for (;;) {
        const page = await keysOf(store, '', { limit: 2, ...(paged.length > 0 && { after: String(paged.at(-1)) }) })
        expect(page.length).toBeLessThanOrEqual(2)
        if (page.length === 0) break
        paged.push(...page)
      }
      expect(paged).toEqual(SORTED)
      expect(await keysOf(store, '', { limit: 0 })).toEqual([])
    })

    test('beyond the thousand that a server gives at once, with a limit beyond it too', async () => {
      const keys = Array.from({ length: 1203 }, (_, index) => `many/${String(index).padStart(5, '0')}`)
      const store = await filled(keys)
      expect(await keysOf(store, 'many/')).toEqual(keys)
      expect(await keysOf(store, 'many/', { limit: 1100 })).toEqual(keys.slice(0, 1100))
    })

    test('an object as head tells it, but for its version', async () => {
      const store = await filled(['one'])
      const { versionId: _, ...head } = { ...(await store.head('one')) }
      expect(await collected(store.list(''))).toEqual([head])
      expect(head.modified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    })
  })
}
