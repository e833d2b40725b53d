import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { bundleKey, uploadEntryKey } from '../../src/service/keys.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { PendingUploads } from '../../src/service/upload-jobs.ts'
import { collected } from '../support/collected.ts'

const root = await mkdtemp(join(tmpdir(), 'qms-verdict-pending-'))
afterAll(() => rm(root, { recursive: true }))

const BYTES = new TextEncoder().encode('x')
const ID = '20260305T020000000Z-0000000a'
const LATER = '20260305T020000000Z-0000000b'
const ASKED = Date.parse('2026-03-05T02:00:00Z')
const minutesLater = (minutes: number) => new Date(ASKED + minutes * 60_000)

async function fresh() {
  const folder = await mkdtemp(join(root, 'data-'))
  const [bundles, verdicts] = [new FolderStore(join(folder, 'b')), new FolderStore(join(folder, 'v'))]
  return {
    verdicts,
    pending: new PendingUploads({ bundles, verdicts, formSeconds: 900 }),
    async uploaded(code: string, id: string, on: Date) {
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
    expect(await collected(pending.list())).toEqual([])
  })
})
