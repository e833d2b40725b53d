import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/service/store.ts'

const TYPE = 'application/octet-stream'
const KEYS = ['plain.zip', 'bundles/H61.12/hồ sơ năm 2026.zip', 'a+b & c=d%20#?.zip', 'Đánh giá/nội bộ/đợt 1/(2).zip']
const utf8 = (text: string) => new TextEncoder().encode(text)
const counted = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7 + (index >> 8)) % 256)

/** What every {@link Store} must do. `fresh` gives an empty one. */
export function storeContract(name: string, fresh: () => Promise<Store>): void {
  describe(`${name} keeps the contract of a store`, () => {
    test.each(KEYS)('keeps bytes under the key %s', async (key) => {
      const store = await fresh()
      await store.put(key, utf8(key), TYPE)
      expect(await store.read(key)).toEqual(utf8(key))
      expect(await store.head(key)).toMatchObject({ key, size: utf8(key).length })
    })

    test('an NFC key and its NFD form are two objects', async () => {
      const store = await fresh()
      await store.put('hồ sơ.zip'.normalize('NFC'), utf8('c'), TYPE)
      await store.put('hồ sơ.zip'.normalize('NFD'), utf8('d'), TYPE)
      expect(await store.read('hồ sơ.zip'.normalize('NFC'))).toEqual(utf8('c'))
    })

    test('has nothing under a key that was never written, nor under a part of a key', async () => {
      const store = await fresh()
      await store.put('folder/object.zip', utf8('x'), TYPE)
      for (const key of ['absent.zip', 'folder', 'folder/object.zip/deeper', 'absent/deep/er.zip']) {
        expect(await store.head(key)).toBeUndefined()
        expect(await store.source(key)).toBeUndefined()
        expect(await store.read(key)).toBeUndefined()
      }
    })

    test('put replaces, and the etag changes', async () => {
      const store = await fresh()
      await store.put('key', utf8('old'), TYPE)
      const before = await store.head('key')
      await store.put('key', utf8('new'), TYPE)
      expect(await store.read('key')).toEqual(utf8('new'))
      expect((await store.head('key'))?.etag).not.toBe(before?.etag)
    })

    test('putIfAbsent leaves what is there', async () => {
      const store = await fresh()
      expect(await store.putIfAbsent('v/key', utf8('first'), TYPE)).toBe('written')
      expect(await store.putIfAbsent('v/key', utf8('second'), TYPE)).toBe('present')
      expect(await store.read('v/key')).toEqual(utf8('first'))
    })

    test('of 20 that race for a key one wins, and its content is the one that stays', async () => {
      const store = await fresh()
      const racers = Array.from({ length: 20 }, (_, index) => counted(1000 + index))
      const results = await Promise.all(racers.map((bytes) => store.putIfAbsent('race', bytes, TYPE)))
      expect(results.filter((result) => result === 'written')).toHaveLength(1)
      expect(await store.read('race')).toEqual(racers[results.indexOf('written')])
    })

    test('reads any range, at once and in any order', async () => {
      const store = await fresh()
      const bytes = counted(5000)
      await store.put('ranges', bytes, TYPE)
      const source = await store.source('ranges')
      expect(source?.size).toBe(5000)
      const ranges = [
        [4978, 22],
        [0, 1],
        [0, 5000],
        [999, 2],
        [1000, 1000],
        [1, 4998],
        [5000, 0],
        [2500, 1],
      ] as const
      const parts = await Promise.all(ranges.map(([offset, length]) => source?.read(offset, length)))
      expect(parts).toEqual(ranges.map(([offset, length]) => bytes.slice(offset, offset + length)))
    })

    test.each([
      [-1, 1],
      [0, 5001],
      [5000, 1],
      [0.5, 1],
      [4999, 2],
      [0, -1],
    ])('refuses the range %d + %d', async (offset, length) => {
      const store = await fresh()
      await store.put('ranges', counted(5000), TYPE)
      const source = await store.source('ranges')
      await expect(source?.read(offset, length)).rejects.toThrow(RangeError)
    })

    test('an object replaced while it is read is a fault, never a mixture', async () => {
      const store = await fresh()
      await store.put('changing', counted(5000), TYPE)
      const source = await store.source('changing')
      await store.put('changing', counted(5001).reverse(), TYPE)
      await expect(source?.read(4000, 1000)).rejects.toMatchObject({ name: 'StoreFault' })
    })

    test('keeps an empty object', async () => {
      const store = await fresh()
      await store.put('empty', new Uint8Array(), TYPE)
      expect(await store.head('empty')).toMatchObject({ size: 0 })
      const source = await store.source('empty')
      expect(source?.size).toBe(0)
      expect(await source?.read(0, 0)).toEqual(new Uint8Array())
    })
  })
}
