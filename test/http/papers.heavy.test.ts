import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSamples } from '../../scripts/samples/sample.ts'
import { expectNoViolations } from './support/axe.ts'
import { openBrowser, shoot, WHY_NO_BROWSER } from './support/browser.ts'
import { signIn } from './support/sign-in.ts'
import { type Site, startSite } from './support/site.ts'

const DEPARTMENT = { kind: 'agency', code: 'H61.12' } as const

describe.skipIf(WHY_NO_BROWSER !== undefined)('a dossier from its papers', { timeout: 240_000 }, () => {
  let site: Site
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let papers: { name: string; mimeType: string; buffer: Buffer }[]

  beforeAll(async () => {
    ;[site, browser] = await Promise.all([startSite('2026-11-01T02:00:00Z'), openBrowser()])
    const sample = (await buildSamples()).find(({ name }) => name === 'department-complete')
    const files = Object.entries(unzipSync(sample?.zip ?? expect.unreachable()))
    papers = files
      .filter(([path, bytes]) => !/manifest|ho-so/.test(path) && bytes.length > 0)
      .map(([path, bytes]) => ({
        name: path.slice(path.lastIndexOf('/') + 1),
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      }))
  }, 120_000)

  const open = async (width = 1366, height = 768) => {
    const opened = await browser.open({ viewport: { width, height } })
    await signIn(opened.page, site.url, DEPARTMENT, '/agency/manifest')
    return opened
  }
  const status = (page: Page) => page.locator('#builder-status')

  test('are chosen, read, filled in with their sources, confirmed, sent once, and judged', async () => {
    const { page, problems } = await open()
    let sent = 0
    page.on('request', (request) => {
      if (request.url().includes('/store/bundles')) sent += Number(request.headers()['content-length'] ?? 0)
    })
    await shoot(page, 'papers-start')
    await page.getByLabel('Các tài liệu').setInputFiles(papers)
    await page.getByText(/Đã điền \d+ giá trị/).first().waitFor({ timeout: 120_000 })
    console.log(await page.locator('#papers-status').textContent(), papers.length, await page.locator('#builder-notes').textContent())
    await shoot(page, 'papers-read')
    console.log(await page.locator('#builder-confirm').textContent())
    await page.locator('#builder-confirm').click()
    await page.waitForTimeout(500)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/papers-confirm.png` })
    expect(problems).toEqual([])
    await expectNoViolations(page)
  })
})
