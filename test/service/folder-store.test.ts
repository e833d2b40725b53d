import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { requireConditionalWrites } from '../../src/service/store.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { collected } from '../support/collected.ts'
import { storeContract } from './contract.ts'
import { listContract } from './list-contract.ts'

const root = await mkdtemp(join(tmpdir(), 'qms-verdict-store-'))
afterAll(() => rm(root, { recursive: true }))
const freshFolder = () => mkdtemp(join(root, 'store-'))
const bytes = new TextEncoder().encode('content')

storeContract('FolderStore', async () => new FolderStore(await freshFolder()))
listContract('FolderStore', async () => new FolderStore(await freshFolder()))

describe('FolderStore', () => {
  test.each([
    '../out',
    'a/../../out',
    '/etc/passwd',
    'a//b',
    './a',
    'a/.',
    'a/..',
    '',
    'a\\b',
    'a\0b',
    'a\nb',
    'x'.repeat(256),
    'đ'.repeat(128),
    'a.qms-part',
  ])('refuses the key %j in both languages', async (key) => {
    const store = new FolderStore(await freshFolder())
    for (const act of [
      () => store.head(key),
      () => store.source(key),
      () => store.read(key),
      () => store.put(key, bytes),
      () => store.putIfAbsent(key, bytes),
    ])
      await expect(act()).rejects.toMatchObject({
        name: 'InputError',
        text: { vi: expect.stringContaining('Khóa đối tượng'), en: expect.stringContaining('Object key') },
      })
  })

  test('passes the check of conditional writes', async () => {
    const store = new FolderStore(await freshFolder())
    for (let times = 0; times < 2; times++) await expect(requireConditionalWrites(store, 'x')).resolves.toBeUndefined()
  })

  test('leaves nothing behind but the objects', async () => {
    const folder = await freshFolder()
    const store = new FolderStore(folder)
    await Promise.all(Array.from({ length: 10 }, () => store.putIfAbsent('one', bytes)))
    await store.put('two', bytes)
    expect((await readdir(folder)).sort()).toEqual(['one', 'two'])
  })

  test('a failed write is a fault that names the place and keeps its cause', async () => {
    const folder = await freshFolder()
    await writeFile(join(folder, 'file'), bytes)
    const store = new FolderStore(folder)
    const fault = {
      name: 'StoreFault',
      message: expect.stringContaining('file'),
      text: { vi: expect.stringContaining('không ghi được') },
      cause: expect.any(Error),
    }
    await expect(store.put('file/below', bytes)).rejects.toMatchObject(fault)
    expect(await readdir(folder)).toEqual(['file'])
  })

  test('lists no half-written object, and nothing outside its folder', async () => {
    const folder = await freshFolder()
    await writeFile(join(folder, 'half.qms-part'), bytes)
    const store = new FolderStore(join(folder, 'in'))
    await store.put('whole', bytes)
    await writeFile(join(folder, 'in/half.qms-part'), bytes)
    expect(await collected(store.list(''))).toMatchObject([{ key: 'whole' }])
    await expect(collected(store.list('../'))).rejects.toMatchObject({ name: 'InputError' })
  })

  test('a folder that cannot be listed is a fault', async () => {
    const folder = join(await freshFolder(), 'loop')
    await symlink(folder, folder)
    await expect(collected(new FolderStore(folder).list(''))).rejects.toMatchObject({ name: 'StoreFault' })
  })
})
