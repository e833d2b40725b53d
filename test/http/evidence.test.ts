import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { afterAll, describe, expect, test } from 'vitest'
import { mergePatch } from '../../src/core/json.ts'
import { paperPage, papersOf } from '../../src/http/evidence.tsx'
import { languageOf } from '../../src/http/language.ts'
import { Problem } from '../../src/http/problems.ts'
import type { SignedInCall } from '../../src/http/route.ts'
import type { PageTools } from '../../src/http/tools.ts'
import { storedPage } from '../../src/http/verdict-page.tsx'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import type { TextCheck } from '../../src/rules/answer.ts'
import { createService } from '../../src/service/create-service.ts'
import { bundleKey } from '../../src/service/keys.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { makeZip } from '../support/zip.ts'

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

const CODE = 'H61.12'
const NOW = '2026-11-02T02:00:00.000Z'

/** The pages of verdicts and papers over a folder, in this process; who may open them is looked at elsewhere. */
async function pagesOf(caller: SignedInCall['caller']) {
  const folder = await mkdtemp(join(tmpdir(), 'qms-evidence-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const [bundles, verdicts] = ['bundles', 'verdicts'].map((name) => new FolderStore(join(folder, name)))
  if (bundles === undefined || verdicts === undefined) return expect.unreachable()
  const judge = { ruleSet: loaded, profileId: 'national', engine: ENGINE }
  const service = createService({ bundles, verdicts, judge, limits: DEFAULT_LIMITS, stopwatch: () => 0 })
  const assets = { styles: '', fonts: [], island: (name: string) => `/assets/${name}.js` }
  const tools = { service, judge, assets, clock: () => new Date(NOW) } as unknown as PageTools
  const answer = (handle: typeof paperPage) => async (context: Context) => {
    const read = await service.readVerdict(CODE, context.req.param('id') ?? '')
    const call: SignedInCall = { context, tools, lang: languageOf(context), caller, csrf: '' }
    return handle(call, CODE, read ?? expect.unreachable(), `/verdicts/${context.req.param('id')}`)
  }
  const app = new Hono()
    .get(
      '/verdicts/:id',
      answer((call, code, read) => storedPage(call, code, read, [])),
    )
    .get('/verdicts/:id/papers/:rule/:paper', answer(paperPage))
    .onError((error, context) => context.text(error.message, error instanceof Problem ? error.status : 500))
  let sent = 0
  return {
    get: async (path: string) => app.request(path),
    /** Judges a bundle. @returns the path of its verdict */
    async judged(files: Record<string, string>) {
      const id = `20261102T02000${++sent}000Z-0000abcd`
      await bundles.put(bundleKey(CODE, id), await makeZip(files))
      await service.evaluateUpload({ key: bundleKey(CODE, id), on: NOW })
      return `/verdicts/${id}`
    },
  }
}

describe('the page of a paper', () => {
  const manifestOf = async () => {
    const base = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
    const declarations = [{ ...base.declarations.at(-1), file: 'qd.txt' }]
    return { number: declarations[0].number, manifest: JSON.stringify(mergePatch(base, { declarations })) }
  }

  test('shows what was read in it beside what is declared, in either language, and its lines one sheet after another', async () => {
    const { number, manifest } = await manifestOf()
    const { get, judged } = await pagesOf({ kind: 'agency', code: CODE })
    const long = `${DECISION}\n${Array.from({ length: 300 }, (_, at) => `Nơi nhận số ${at};`).join('\n')}`
    const verdict = await judged({ 'manifest.json': manifest, 'qd.txt': long })
    const page = await (await get(verdict)).text()
    const [, link = ''] = /<a href="([^"]*\/papers\/[^"#]*)#place">qd\.txt</.exec(page) ?? []
    expect(link).toMatch(/^\/verdicts\/[^/]+\/papers\/[a-z-]+\/\d+$/)
    const text = await (await get(link)).text()
    expect(text).toContain('<mark>')
    expect(text).toContain('99/QĐ-STP')
    expect(text).toContain('href="/agency/manifest#/declarations/0/')
    expect(text).toContain(number)

    const [, next = ''] = /<a class="button second" href="(\?from=\d+)#sheet">Tiếp/.exec(text) ?? []
    const later = await (await get(`${link}${next}`)).text()
    expect([later.includes('Nơi nhận số 150;'), later.includes('99/QĐ-STP</mark>')]).toEqual([true, false])
    expect(later).toContain('← Trước')
    expect((await get(`${link}?from=99999`)).status).toBe(200)

    const english = await (await get(`${link}?lang=en`)).text()
    const own = english.slice(english.indexOf('class="beside"'))
    expect(own).toContain('Declarations (row 1)')
    expect(own).toContain('Signed on')
    expect(own).not.toMatch(/Ngày ký|Công bố \(/)

    for (const other of ['nothing/1', 'declaration-in-force/0', 'declaration-in-force/99', 'declaration-in-force/x'])
      expect((await get(`${verdict}/papers/${other}`)).status, other).toBe(404)
  })

  test('leads nobody but its agency into the form, and shows nothing of a dossier that is set apart', async () => {
    const { manifest } = await manifestOf()
    const { get, judged } = await pagesOf({ kind: 'authority', province: 'H61' })
    const open = await judged({ 'manifest.json': manifest, 'qd.txt': DECISION })
    const [, link = ''] = /<a href="([^"]*\/papers\/[^"#]*)#place">/.exec(await (await get(open)).text()) ?? []
    const seen = await get(link)
    expect([seen.status, (await seen.text()).includes('/agency/manifest#')]).toEqual([200, false])

    const secret = await judged({ 'manifest.json': manifest, 'qd.txt': `TUYỆT MẬT\n${DECISION}` })
    expect(await (await get(secret)).text()).not.toContain('/papers/')
    const hidden = await get(`${secret}/papers/no-state-secrets/1`)
    expect([hidden.status >= 403, (await hidden.text()).includes('QĐ-STP')]).toEqual([true, false])
  })
})
