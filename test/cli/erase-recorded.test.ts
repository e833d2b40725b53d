import { mkdtemp, rm } from 'node:fs/promises'
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

test('who erased a dossier, when and why stands in the record of who did what', async () => {
  const stores = folderStores(folder)
  const { service } = await makeWorld(stores)
  const event = await upload(stores, '2026-11-01T02:00:00.000Z', await bundleOf(LITTLE))
  await service.evaluateUpload(event)
  const at = ['--data', folder, '--agency', CODE]
  const erased = await commandLine.run(['erase', ...at, '--upload', uploadIdOf(event), '--reason', 'Gửi nhầm'], folder)
  expect(erased).toMatchObject({ status: 0, stderr: '' })
  const { stdout } = await commandLine.run(['audit', ...at, '--format', 'json'], folder)
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    {
      action: 'erased',
      agency: CODE,
      who: expect.stringMatching(/^operator:/),
      what: { reason: 'Gửi nhầm', uploads: 1 },
    },
  ])
})
