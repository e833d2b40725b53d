import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { mergePatch } from '../../src/core/json.ts'
import { papersOf } from '../../src/http/evidence.tsx'
import type { TextCheck } from '../../src/rules/answer.ts'
import { makeZip } from '../support/zip.ts'
import { sendBundle } from './support/send-bundle.ts'
import { signedIn } from './support/signed-in.ts'
import { startSite } from './support/site.ts'

const check = (more: Partial<TextCheck>): TextCheck => ({
  state: 'agrees',
  fact: 'declaration.number',
  declared: '88/QĐ-STP',
  lookedFor: 'declaration.number',
  file: 'qd.pdf',
  quote: 'Số: 88/QĐ-STP',
  page: 1,
  ...more,
})

describe('the papers of a finding', () => {
  test('are its pages, each with all that was read there; a paper as a whole only where nothing was read in it', () => {
    const papers = papersOf({
      evidence: [
        { pointer: '/declarations/0/file', file: 'qd.pdf', sha256: 'a'.repeat(64) },
        { pointer: '/declarations/0/signedOn', file: 'qd.pdf', page: 2, quote: 'ngày 05', box: [[1, 2, 3, 4]] },
        { pointer: '/declarations/0/date' },
        { file: 'khac.docx' },
      ],
      text: [check({}), check({ quote: 'Sở Tư pháp' }), check({ page: 2, quote: 'ngày 05', state: 'contradicts' })],
    })
    expect(papers.map(({ file, page, marks }) => [file, page, marks.map(({ quote }) => quote)])).toEqual([
      ['qd.pdf', 1, ['Số: 88/QĐ-STP', 'Sở Tư pháp']],
      ['qd.pdf', 2, ['ngày 05']],
      ['khac.docx', undefined, []],
    ])
    expect(papers[1]?.pointers).toEqual(['/declarations/0/signedOn'])
  })

  test('are those of its listed items too, and no more than a page can show', () => {
    const shown = Array.from({ length: 30 }, (_, at) => ({
      key: `QT-${at}`,
      outcome: 'fail' as const,
      pointer: `/processes/${at}`,
      text: [check({ file: `${at}.pdf` })],
    }))
    const items = { total: 30, passed: 0, failed: 30, missing: 0, needsReview: 0, notYetDue: 0, shown }
    const papers = papersOf({ evidence: [], items })
    expect(papers).toHaveLength(12)
    expect(papers[0]).toMatchObject({ file: '0.pdf', page: 1, pointers: ['/processes/0'] })
  })
})

const DECISION = [
  'UBND TỈNH VĨNH LONG',
  'SỞ TƯ PHÁP',
  'Số: 99/QĐ-STP',
  'Vĩnh Long, ngày 05 tháng 3 năm 2026',
  'QUYẾT ĐỊNH',
  'Công bố Hệ thống quản lý chất lượng phù hợp Tiêu chuẩn quốc gia TCVN ISO 9001:2015',
  'GIÁM ĐỐC',
  'Nguyễn Văn An',
].join('\n')

test('a paper is shown with what was read in it beside what is declared: to its agency and its authority alone', async () => {
  const site = await startSite()
  const own = await signedIn(site, { kind: 'agency', code: 'H61.12' })
  const base = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
  const declarations = [{ ...base.declarations.at(-1), file: 'qd.txt' }]
  const manifest = JSON.stringify(mergePatch(base, { declarations }))

  const sent = async (files: Record<string, string>) => sendBundle(site, own, await makeZip(files))

  const verdict = await sent({ 'manifest.json': manifest, 'qd.txt': DECISION })
  const page = await (await own.get(verdict)).text()
  const [, link = ''] = /<a href="([^"]*\/papers\/[^"#]*)#place">qd\.txt</.exec(page) ?? []
  expect(link).toMatch(/^\/agency\/verdicts\/[^/]+\/papers\/[a-z-]+\/\d+$/)
  const shown = await own.get(link)
  const text = await shown.text()
  expect(shown.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
  expect(text).toContain('<mark>')
  expect(text).toContain('99/QĐ-STP')
  expect(text).toContain(`href="/agency/manifest#/declarations/0/`)
  expect(text).toContain(base.declarations.at(-1).number)

  const code = /\/agency\/verdicts\/([^/]+)/.exec(link)?.[1]
  const atDesk = link.replace('/agency/verdicts/', '/desk/agencies/H61.12/verdicts/')
  const authority = await signedIn(site, { kind: 'authority', province: 'H61' })
  const seen = await authority.get(atDesk)
  expect([seen.status, (await seen.text()).includes('/agency/manifest#')]).toEqual([200, false])
  const neighbour = await signedIn(site, { kind: 'agency', code: 'H61.13' })
  const elsewhere = await signedIn(site, { kind: 'authority', province: 'H62' })
  expect((await neighbour.get(link)).status).toBe(404)
  expect((await neighbour.get(atDesk)).status).toBe(403)
  expect((await elsewhere.get(atDesk)).status).toBe(403)
  for (const other of ['nothing/1', 'declaration-in-force/0', 'declaration-in-force/99', 'declaration-in-force/x'])
    expect((await own.get(`/agency/verdicts/${code}/papers/${other}`)).status, other).toBe(404)

  // Nothing of a dossier that is set apart is shown, by whatever address.
  const secret = await sent({ 'manifest.json': manifest, 'qd.txt': `TUYỆT MẬT\n${DECISION}` })
  expect(await (await own.get(secret)).text()).not.toContain('/papers/')
  const rules: string[] = (await (await own.get(`${secret}/json`)).json()).findings.map(
    ({ rule }: { rule: string }) => rule,
  )
  expect(rules).toEqual(['no-state-secrets'])
  const hidden = await own.get(`${secret}/papers/no-state-secrets/1`)
  expect([hidden.status >= 403, (await hidden.text()).includes('QĐ-STP')]).toEqual([true, false])
  expect(site.faults).toEqual([])
}, 30_000)
