import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { folderStores } from '../../src/cli/serve/place.ts'
import { bundleOf, CODE, endWorlds, LITTLE, makeWorld, upload, uploadIdOf } from '../service/world.ts'
import { commandLine } from './command-line.ts'

const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-erase-'))
afterAll(async () => {
  await endWorlds()
  await rm(folder, { recursive: true, force: true })
})

/** What stands in the record of a folder, oldest first. */
async function audited(data: string): Promise<unknown[]> {
  const { stdout } = await commandLine.run(['audit', '--data', data, '--agency', CODE, '--format', 'json'], folder)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('who erased a dossier, when and why stands in the record of who did what', async () => {
  const stores = folderStores(folder)
  const { service } = await makeWorld(stores)
  const event = await upload(stores, '2026-11-01T02:00:00.000Z', await bundleOf(LITTLE))
  await service.evaluateUpload(event)
  const at = ['--data', folder, '--agency', CODE]
  const erased = await commandLine.run(['erase', ...at, '--upload', uploadIdOf(event), '--reason', 'Gửi nhầm'], folder)
  expect(erased).toMatchObject({ status: 0, stderr: '' })
  expect(await audited(folder)).toMatchObject([
    {
      action: 'erased',
      agency: CODE,
      who: expect.stringMatching(/^operator:/),
      what: { reason: 'Gửi nhầm', uploads: 1 },
    },
  ])
})

test('what could not be judged again is told by the exit code, and that it was asked for is recorded', async () => {
  const data = join(folder, 'gone')
  const stores = folderStores(data)
  const { service } = await makeWorld(stores)
  // Of a bundle that was refused nothing is kept but itself.
  const event = await upload(stores, '2026-11-01T02:00:00.000Z', Buffer.from('x'))
  await service.evaluateUpload(event)
  await stores.bundles.remove(event.key)
  const args = ['rejudge', '--data', data, '--agency', CODE, '--reason', 'Tính sai hạn', '--lang', 'en']
  const { status, stdout, stderr } = await commandLine.run(args, folder)
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: expect.stringMatching(/^\S+\t\S+\t.+\n$/),
    stderr: '',
  })
  expect(await audited(data)).toMatchObject([
    {
      action: 'rejudged',
      agency: CODE,
      who: expect.stringMatching(/^operator:/),
      what: { reason: 'Tính sai hạn', verdicts: 1 },
    },
  ])
})

test('who put the authority’s own record of an agency into the store, and from which file, is recorded', async () => {
  const data = join(folder, 'record')
  await writeFile(join(folder, 'ban-ghi.json'), JSON.stringify({ agency: CODE, noticeReceivedOn: '2026-04-07' }))
  expect(await commandLine.run(['record', 'ban-ghi.json', '--data', data], folder)).toMatchObject({
    ...{ status: 0, stdout: `${CODE}\tđã lưu bản ghi\n`, stderr: '' },
  })
  expect(await audited(data)).toMatchObject([
    {
      action: 'record-written',
      agency: CODE,
      who: expect.stringMatching(/^operator:/),
      what: { file: 'ban-ghi.json' },
    },
  ])
})
