import { expect, test } from 'vitest'
import { folderStores, keysFolder } from '../../src/cli/serve/place.ts'
import { folderSigner } from '../../src/cli/verdict-keys.ts'
import { digest } from '../../src/core/json.ts'
import { historyPath, OLD_VERSION, versionPath, versionsPath, yearPath, yearVerdictPath } from '../../src/core/paths.ts'
import { agencyIndex, putEntry } from '../../src/service/entries.ts'
import { makeUploadId, oldPrescreenKey, prescreenKey, uploadEntryKey } from '../../src/service/keys.ts'
import { publishedVerdict, publishPrescreen, readShown } from '../../src/service/published.ts'
import { refreshLatest } from '../../src/service/verdicts.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { fillDesk } from './support/fill-desk.ts'
import { signedIn } from './support/signed-in.ts'
import { startSite } from './support/site.ts'

const CODE = 'H61.12'
const site = await startSite('2026-11-20T02:00:00Z')
await fillDesk(site)
const { verdicts } = folderStores(site.folder)
const signer = await folderSigner(keysFolder(site.folder))
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

test('a verdict that the command line published opens with its findings, and the way to its papers or why there is none', async () => {
  const page = async (code: string) => (await desk.get(yearVerdictPath(2026, code))).text()
  const own = await page(CODE)
  expect([own.includes('Sở Tư pháp'), own.includes('id="rule-internal-audit-yearly"')]).toEqual([true, true])
  expect(/href="(\/desk\/agencies\/H61\.12\/verdicts\/[^"]+)">Bộ hồ sơ đã nộp/.exec(own)?.[1]).toBeDefined()
  // Published from elsewhere: the service never had the dossier.
  const shown = (await readShown({ province: 'H61', year: 2026 }, verdicts, signer)) ?? expect.unreachable()
  const verdict = (await publishedVerdict('H61', shown, CODE, verdicts, signer)) ?? expect.unreachable()
  const other = 'H61.22'
  const { digest: _, signature: _s, ...rest } = { signature: '', ...verdict }
  const made = { ...rest, agency: { ...rest.agency, code: other }, bundle: { ...rest.bundle, sha256: 'f'.repeat(64) } }
  const agencies = shown.document.agencies.map((one) =>
    one.code === other ? { ...one, bundle: { name: 'a.zip', sha256: 'f'.repeat(64) } } : one,
  )
  const of = { province: 'H61', year: 2026, id: '20261119T030000000Z-0000abcd', by: 'qms', registered: 10 }
  const elsewhere = { ...made, digest: digest(made) } as Verdict
  await publishPrescreen(of, { ...shown.document, agencies }, new Map([[other, elsewhere]]), verdicts, signer)
  const foreign = await page(other)
  expect([foreign.includes('không nộp qua dịch vụ'), foreign.includes('id="rule-internal-audit-yearly"')]).toEqual([
    true,
    true,
  ])
})

test('what a release without versions left can be gone back to, and says what is not known of it', async () => {
  const versions = async () => (await desk.get(versionsPath(2026))).text()
  expect((await versions()).includes('phiên bản phần mềm cũ')).toBe(false)
  const use = () =>
    fetch(`${site.url}${versionPath(2026, OLD_VERSION)}/shown`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ csrf: desk.csrf }),
      headers: { Cookie: desk.cookie, 'Sec-Fetch-Site': 'same-origin' },
    })
  expect((await use()).status).toBe(404)
  const shown = (await readShown({ province: 'H61', year: 2026 }, verdicts, signer)) ?? expect.unreachable()
  const bytes = (await verdicts.read(prescreenKey('H61', 2026, shown.id))) ?? expect.unreachable()
  await verdicts.put(oldPrescreenKey('H61', 2026), bytes, 'application/json')
  expect((await versions()).includes('không ghi người lập và giờ lập')).toBe(true)
  expect((await use()).status).toBe(303)
  expect((await readShown({ province: 'H61', year: 2026 }, verdicts, signer))?.id).toBeUndefined()
  expect((await desk.get(yearPath(2026))).status).toBe(200)
})
