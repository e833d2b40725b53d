import { readFile } from 'node:fs/promises'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { loadAuthority } from '../../handlers/api.ts'
import { loadTrust } from '../../handlers/environment.ts'
import { memoizeAsync } from '../../src/core/async.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { trustOf } from '../documents/signature/cases.ts'
import { clearScratch, scratch } from './support.ts'

let store: FolderStore
beforeEach(async () => {
  store = new FolderStore(await scratch())
})
afterAll(clearScratch)

describe('a trust list in the store', () => {
  const PREFIX = 'authority/trust/'
  const put = async (key: string, name: string) =>
    store.put(key, await readFile(`fixtures/documents/signatures/trust/${name}`))

  test('is all that lies below the prefix, as from a folder', async () => {
    await put(`${PREFIX}root.pem`, 'root.pem')
    await store.put('authority/danh-muc.csv', new Uint8Array([1]))
    expect(await loadTrust(PREFIX, store)).toEqual(trustOf('root.pem'))
  })

  test('of nothing is told by its prefix, what is no certificate by its key', async () => {
    await expect(loadTrust(PREFIX, store)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(`${PREFIX}: holds no certificate`),
    })
    await store.put(`${PREFIX}a.txt`, Buffer.from('x'))
    await expect(loadTrust(PREFIX, store)).rejects.toThrow(`${PREFIX}a.txt`)
  })
})

describe('what the authority says of itself', () => {
  const KEY = 'authority/authority.yaml'

  test('is read where a key is set', async () => {
    await store.put(KEY, Buffer.from('name: Sở Khoa học và Công nghệ\n'))
    expect(await loadAuthority(KEY, store)).toEqual({ name: 'Sở Khoa học và Công nghệ' })
    expect(await loadAuthority(undefined, store)).toBeUndefined()
  })

  test('is told where it is absent or wrong', async () => {
    await expect(loadAuthority(KEY, store)).rejects.toMatchObject({
      text: { vi: expect.stringContaining(`'${KEY}' không có`), en: expect.stringContaining(`no '${KEY}'`) },
    })
    await store.put(KEY, Buffer.from('nam: x\n'))
    await expect(loadAuthority(KEY, store)).rejects.toThrow(`${KEY} line 1`)
  })
})

test('what is made once is made again after it failed', async () => {
  let made = 0
  const get = memoizeAsync(async () => {
    if (++made === 1) throw new Error('no answer')
    return made
  })
  await expect(get()).rejects.toThrow('no answer')
  expect([await get(), await get()]).toEqual([2, 2])
})
