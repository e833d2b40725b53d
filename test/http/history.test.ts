import { expect, test } from 'vitest'
import { folderStores } from '../../src/cli/serve/place.ts'
import { historyPath } from '../../src/core/paths.ts'
import { agencyIndex, putEntry } from '../../src/service/entries.ts'
import { makeUploadId, uploadEntryKey } from '../../src/service/keys.ts'
import { refreshLatest } from '../../src/service/verdicts.ts'
import { fillDesk } from './support/fill-desk.ts'
import { signedIn } from './support/signed-in.ts'
import { startSite } from './support/site.ts'

const CODE = 'H61.12'
const site = await startSite('2026-11-20T02:00:00Z')
await fillDesk(site)
const { verdicts } = folderStores(site.folder)
const desk = await signedIn(site, { kind: 'authority', province: 'H61' })

test('the verdicts of an agency that sent many dossiers stand on pages, and the very first has nothing to be compared with', async () => {
  const index = await agencyIndex(CODE, verdicts)
  const entry = await index.entries.upload(index.uploads[0] ?? '')
  if (entry?.kind !== 'verdict') throw new Error('nothing was judged')
  const there = index.uploads.length
  for (let at = 0; at < 110; at++) {
    const on = new Date(Date.parse('2026-11-19T00:00:00Z') + at * 60_000).toISOString()
    const uploadId = makeUploadId(on, '0000abcd')
    await putEntry(uploadEntryKey(CODE, uploadId, { on }), { ...entry, uploadId, uploadedOn: on }, verdicts)
  }
  await refreshLatest(CODE, verdicts)
  const listed = there + 110
  const pageOf = async (query: string) => (await desk.get(`${historyPath(CODE)}${query}`)).text()
  const rows = (page: string) => page.match(/<th scope="row"/g)?.length
  const compared = (page: string) => page.match(/\/compare"/g)?.length
  const [first, second, third] = [await pageOf(''), await pageOf('?page=2'), await pageOf('?page=3')]
  expect([rows(first), rows(second), rows(third)]).toEqual([50, 50, listed - 100])
  expect(first).toContain(`href="${historyPath(CODE)}?page=2#verdicts"`)
  expect([compared(first), compared(second), compared(third)]).toEqual([50, 50, listed - 101])
})
