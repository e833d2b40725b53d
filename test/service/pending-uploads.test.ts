import { mkdtemp, readdir, rm, symlink, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { bundleKey, uploadEntryKey } from '../../src/service/keys.ts'
import { noteOpen, type PendingStores, PendingUploads } from '../../src/service/pending-uploads.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { collected } from '../support/collected.ts'

const root = await mkdtemp(join(tmpdir(), 'qms-verdict-pending-'))
afterAll(() => rm(root, { recursive: true }))

const BYTES = new TextEncoder().encode('x')
const ID = '20260305T020000000Z-0000000a'
const LATER = '20260305T020000000Z-0000000b'
const ASKED = Date.parse('2026-03-05T02:00:00Z')
const minutesLater = (minutes: number) => new Date(ASKED + minutes * 60_000)

const plainly = (path: string) => readdir(path, { withFileTypes: true }).catch(() => [])

async function fresh({ formsReplace = true, at = minutesLater(5), readFolder = plainly } = {}) {
  const told: unknown[] = []
  const folder = await mkdtemp(join(root, 'data-'))
  const [bundles, verdicts] = [new FolderStore(join(folder, 'b')), new FolderStore(join(folder, 'v'))]
  const openBundles: PendingStores['openBundles'] = (onUnreadable) =>
    new FolderStore(join(folder, 'b'), onUnreadable, readFolder)
  return {
    verdicts,
    bundles,
    told,
    folder,
    pending: new PendingUploads({
      openBundles,
      verdicts,
      formSeconds: 900,
      formsReplace,
      now: () => at,
      log: (level, event, fields) => told.push([level, event, fields?.key]),
    }),
    async uploaded(code: string, id: string, on: Date, noted = true) {
      if (noted) await noteOpen(bundleKey(code, id), bundles)
      await bundles.put(bundleKey(code, id), BYTES)
      await utimes(join(folder, 'b', bundleKey(code, id)), on, on)
    },
    judged: (code: string, id: string, on: Date, versionId?: string) =>
      verdicts.putIfAbsent(uploadEntryKey(code, id, { on: on.toISOString(), versionId }), BYTES),
    foreign: (key: string) => bundles.put(key, BYTES),
  }
}

describe('pending uploads', () => {
  test('are bundles without an entry in the index, agency by agency', async () => {
    const { pending, uploaded, judged } = await fresh()
    for (const [code, id] of [
      ['H61.2', LATER],
      ['H61.2', ID],
      ['H61.12', ID],
      ['H61.1', ID],
    ] as const)
      await uploaded(code, id, minutesLater(1))
    await judged('H61.12', ID, minutesLater(1))
    expect(await collected(pending.list())).toEqual([
      bundleKey('H61.1', ID),
      bundleKey('H61.2', ID),
      bundleKey('H61.2', LATER),
    ])
  })

  test('are none any more once they are judged, in whatever version', async () => {
    const { pending, uploaded, judged } = await fresh()
    await uploaded('H61.1', ID, minutesLater(1))
    await uploaded('H61.1', LATER, minutesLater(1))
    expect(await collected(pending.list())).toHaveLength(2)
    await judged('H61.1', ID, minutesLater(1), 'version')
    expect(await collected(pending.list())).toEqual([bundleKey('H61.1', LATER)])
    await judged('H61.1', LATER, minutesLater(1))
    expect(await collected(pending.list())).toEqual([])
    expect(await collected(pending.list())).toEqual([])
  })

  test('are also those replaced while their form was valid', async () => {
    const { pending, uploaded, judged } = await fresh()
    await uploaded('H61.1', ID, minutesLater(1))
    await judged('H61.1', ID, minutesLater(1))
    expect(await collected(pending.list())).toEqual([])
    await uploaded('H61.1', ID, minutesLater(14))
    expect(await collected(pending.list())).toEqual([bundleKey('H61.1', ID)])
  })

  test('are not those brought back from a backup', async () => {
    const { pending, uploaded, judged } = await fresh()
    await uploaded('H61.1', ID, minutesLater(60 * 24 * 90))
    await judged('H61.1', ID, minutesLater(1))
    expect(await collected(pending.list())).toEqual([])
  })

  test('are not what else lies in the store', async () => {
    const { pending, foreign } = await fresh()
    for (const key of ['catalogue.xlsx', 'bundles/H61.1/readme.txt', `bundles/${ID}.zip`, `bundles/H61.1/a/${ID}.zip`])
      await foreign(key)
    await pending.walkOnce()
    expect(await collected(pending.list())).toEqual([])
  })

  test('are found by notes alone; a note of what is done goes, one of what may come stays', async () => {
    const { pending, uploaded, judged, bundles } = await fresh({ formsReplace: false })
    await uploaded('H61.1', ID, minutesLater(1))
    await uploaded('H61.1', LATER, minutesLater(1), false)
    await judged('H61.2', ID, minutesLater(1))
    await uploaded('H61.2', ID, minutesLater(1))
    await noteOpen(bundleKey('H61.3', ID), bundles)
    expect(await collected(pending.list())).toEqual([bundleKey('H61.1', ID)])
    const notes = (await collected(bundles.list('open/'))).map(({ key }) => key)
    expect(notes).toEqual([`open/H61.1/${ID}.zip`, `open/H61.3/${ID}.zip`])
  })

  test('whose form ran out without a bundle are noted no longer', async () => {
    const { pending, bundles } = await fresh({ at: minutesLater(76) })
    await noteOpen(bundleKey('H61.1', ID), bundles)
    expect(await collected(pending.list())).toEqual([])
    expect(await collected(bundles.list('open/'))).toEqual([])
  })

  test('of a folder without notes are found by one walk, which is not done again', async () => {
    const { pending, uploaded, judged } = await fresh()
    await uploaded('H61.1', ID, minutesLater(1), false)
    await uploaded('H61.2', ID, minutesLater(1), false)
    await judged('H61.2', ID, minutesLater(1))
    expect(await collected(pending.list())).toEqual([])
    await pending.walkOnce()
    expect(await collected(pending.list())).toEqual([bundleKey('H61.1', ID)])
    await uploaded('H61.3', ID, minutesLater(1), false)
    await pending.walkOnce()
    expect(await collected(pending.list())).toEqual([bundleKey('H61.1', ID)])
  })

  test('of a folder that cannot be read keep the walk from being done for good', async () => {
    const closed = new Set(['b/bundles/H61.1/'])
    const { pending, uploaded, told } = await fresh({
      readFolder: async (path) => {
        if ([...closed].some((end) => path.endsWith(end))) throw Object.assign(new Error('denied'), { code: 'EACCES' })
        return plainly(path)
      },
    })
    await uploaded('H61.1', ID, minutesLater(1), false)
    await uploaded('H61.2', ID, minutesLater(1), false)
    await pending.walkOnce()
    expect(told).toEqual([['error', 'folder-passed-over', undefined]])
    expect(await collected(pending.list())).toEqual([bundleKey('H61.2', ID)])
    closed.clear()
    await pending.walkOnce()
    expect(await collected(pending.list())).toEqual([bundleKey('H61.1', ID), bundleKey('H61.2', ID)])
  })

  test('keep none of another agency back when one cannot be looked at', async () => {
    const { pending, uploaded, verdicts, told, folder } = await fresh()
    await uploaded('H61.1', ID, minutesLater(1))
    await uploaded('H61.2', ID, minutesLater(1))
    // A loop of links, which nobody can read, not even root.
    await verdicts.put('agencies/x', BYTES)
    await symlink('H61.1', join(folder, 'v/agencies/H61.1'))
    expect(await collected(pending.list())).toEqual([bundleKey('H61.2', ID)])
    expect(told).toEqual([['error', 'upload-not-looked-at', bundleKey('H61.1', ID)]])
  })
})

test('a listing passes over a folder that cannot be read, where somebody hears of it', async () => {
  const folder = await mkdtemp(join(root, 'data-'))
  const store = new FolderStore(folder)
  for (const key of ['a/1', 'b/1', 'c/1']) await store.put(key, BYTES)
  const told: string[] = []
  const read = async (path: string) => {
    if (path.endsWith('b/')) throw Object.assign(new Error('denied'), { code: 'EACCES' })
    return readdir(path, { withFileTypes: true })
  }
  const patient = new FolderStore(folder, (path) => told.push(path), read)
  expect((await collected(patient.list(''))).map(({ key }) => key)).toEqual(['a/1', 'c/1'])
  expect(told).toEqual([join(folder, 'b/')])
  await expect(collected(new FolderStore(folder, undefined, read).list(''))).rejects.toThrow('denied')
})
