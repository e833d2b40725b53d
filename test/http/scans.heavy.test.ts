import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderStores, keysFolder } from '../../src/cli/serve/place.ts'
import { serviceJudge } from '../../src/cli/service-options.ts'
import { folderSigner } from '../../src/cli/verdict-keys.ts'
import { PdfEngine } from '../../src/documents/pdf/engine.ts'
import { engineFile } from '../../src/documents/process/confinement.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { prescreenOf } from '../../src/province/draw-up.ts'
import { createService } from '../../src/service/create-service.ts'
import { publishPrescreen } from '../../src/service/published.ts'
import { scanOf } from '../documents/ocr/scan-of.ts'
import { bundle, cohort, member } from '../province/made.ts'
import { makeZip } from '../support/zip.ts'
import { expectNoViolations } from './support/axe.ts'
import { openBrowser, shoot, WHY_NO_BROWSER } from './support/browser.ts'
import { signIn } from './support/sign-in.ts'
import { type Site, startSite } from './support/site.ts'

const DECISION = 'fixtures/samples/department-complete/papers/cong-bo/88-QD-STP.pdf'
const CODE = 'H61.12'
const HEAD = { name: 'Trần Thị Ngọc Ánh', title: 'Giám đốc' }
const AGENCY = { kind: 'agency', code: CODE } as const

/** A dossier whose declaration is a scan of decision 88/QĐ-STP, declared as 89/QĐ-STP. */
async function dossier(): Promise<Uint8Array> {
  const engine = await PdfEngine.load(await WebAssembly.compile(engineFile('pdf')))
  const declaration = {
    ...{ number: '89/QĐ-STP', signedOn: '2024-04-02', signedBy: HEAD, standard: 'TCVN ISO 9001:2015' },
    ...{ allProcedures: true, file: 'cong-bo.pdf' },
  }
  const manifest = {
    format: 'qms-bundle/1',
    agency: { code: CODE, name: 'Sở Tư pháp tỉnh Vĩnh Long', block: 'department', province: 'H61', heads: [HEAD] },
    assessmentYear: 2026,
    declarations: [declaration],
  }
  const scan = scanOf(engine, await readFile(DECISION), 0)
  return makeZip({ 'manifest.json': JSON.stringify(manifest), 'cong-bo.pdf': scan })
}

/** The pre-screening of the year, of this agency alone. */
async function published(site: Site): Promise<void> {
  const { bundles, verdicts } = folderStores(site.folder)
  const judge = await serviceJudge({ profile: 'national' })
  const service = createService({ bundles, verdicts, judge, limits: DEFAULT_LIMITS, stopwatch: () => 0 })
  const { verdict } = (await service.latestVerdict(CODE)) ?? expect.unreachable()
  const justice = { ...member(CODE), name: 'Sở Tư pháp' }
  const own = bundle(justice, { sha256: verdict.bundle.sha256, status: verdict.status })
  const document = prescreenOf(cohort([justice], [own], { asOf: verdict.asOf }))
  const of = { province: 'H61', year: 2026, id: '20261112T030000000Z-0000abcd', by: 'qms', registered: 1 }
  await publishPrescreen(
    of,
    document,
    new Map([[CODE, verdict]]),
    verdicts,
    await folderSigner(keysFolder(site.folder)),
  )
}

describe.skipIf(WHY_NO_BROWSER)(`scans in a browser ${WHY_NO_BROWSER ?? ''}`, () => {
  let site: Site
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qms-scans-'))
    ;[site, browser] = await Promise.all([startSite('2026-11-01T02:00:00Z'), openBrowser()])
    await writeFile(join(folder, 'ho-so.zip'), await dossier())
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** Pictures of lines that the browser has drawn. */
  const drawn = (page: Page) =>
    page
      .locator('article img')
      .evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth > 0).length)

  test('the page says how far reading has come, offers the new verdict by itself, and that shows the line to compare', {
    timeout: 400_000,
  }, async () => {
    const { page, problems } = await browser.open()
    await signIn(page, site.url, AGENCY, '/agency/upload')
    await page.getByLabel('Tệp ZIP hoặc các tệp').setInputFiles(join(folder, 'ho-so.zip'))
    await page.getByText('Có thể nộp hồ sơ').waitFor()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.waitForURL(/\/agency\/verdicts\//)
    const status = page.getByRole('status')
    expect(await status.textContent()).toContain('1 bản quét đang được đọc (xong 0/1 trang)')
    await expectNoViolations(page)
    await shoot(page, 'scans-waiting')
    const provisional = page.url()
    await status.getByText('Đã đọc xong các bản quét.').waitFor({ timeout: 300_000 })
    // Nobody is taken away from what they are reading.
    expect(page.url()).toBe(provisional)
    await expectNoViolations(page)
    await shoot(page, 'scans-read')
    await page.getByRole('link', { name: 'Mở kết quả mới' }).click()
    await page.getByRole('link', { name: 'Mở kết quả mới' }).waitFor({ state: 'detached' })
    expect(await drawn(page)).toBeGreaterThan(0)
    await expectNoViolations(page)
    await shoot(page, 'scans-to-compare')
    await page.getByRole('link', { name: 'English' }).click()
    await page.locator('html[lang="en"]').waitFor()
    expect(await drawn(page)).toBeGreaterThan(0)
    await expectNoViolations(page)
    expect(problems).toEqual([])
  })

  test('the letter shows the same line in its annex', async () => {
    await published(site)
    const { page } = await browser.open()
    await signIn(page, site.url, { kind: 'authority', province: 'H61' }, '/desk/2026')
    const letter = await page.request.get(`${site.url}/desk/2026/letters/${CODE}`)
    expect(letter.status()).toBe(200)
    const parts = unzipSync(await letter.body())
    const png = Buffer.from(parts['word/media/image1.png'] ?? [])
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
    expect(Buffer.from(parts['word/document.xml'] ?? []).toString()).toContain('PHỤ LỤC')
    expect(site.faults).toEqual([])
  })
})
