import { beforeAll, describe, expect, test } from 'vitest'
import { buildSample } from '../../scripts/samples/sample.ts'
import type { Caller } from '../../src/http/sign-in/caller.ts'
import { expectNoViolations } from './support/axe.ts'
import { openBrowser, shoot, WHY_NO_BROWSER } from './support/browser.ts'
import { sendBundle } from './support/send-bundle.ts'
import { signIn } from './support/sign-in.ts'
import { signedIn } from './support/signed-in.ts'
import { type Site, startSite } from './support/site.ts'

/** A telephone, a screen of 1366 at 200 %, that screen, and a large one. */
const WIDTHS = [360, 683, 1366, 1920]
/** 400 kbit/s and 400 ms to the service and back, in bytes and milliseconds. */
const SLOW = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000, offline: false }

describe.skipIf(WHY_NO_BROWSER)(
  `the pages of an agency, for everyone ${WHY_NO_BROWSER ?? ''}`,
  { timeout: 300_000 },
  () => {
    let site: Site
    let browser: Awaited<ReturnType<typeof openBrowser>>
    let agency: { kind: 'agency'; code: string }
    let verdict = ''
    /** Of the verdict, as it was while scans were still being read. */
    let waiting = ''
    let paper = ''

    beforeAll(async () => {
      ;[site, browser] = await Promise.all([startSite('2026-11-01T02:00:00Z'), openBrowser()])
      agency = { kind: 'agency', code: 'H61.152' }
      const own = await signedIn(site, agency)
      for (const name of ['commune-behind', 'commune-contradicted'])
        verdict = await sendBundle(site, own, (await buildSample(name)).zip)
      waiting = await (await own.get(verdict)).text()
      const page = await (await own.get(verdict)).text()
      paper =
        /href="([^"]*\/papers\/[^"]*)">88-QD-STP\.pdf/.exec(page)?.[1] ??
        /href="([^"]*\/papers\/[^"]*)"/.exec(page)?.[1] ??
        ''
    }, 180_000)

    const pages = () => ({
      home: '/agency',
      upload: '/agency/upload',
      builder: '/agency/manifest',
      history: '/agency/draft/history',
      verdict,
      compare: `${verdict}/compare`,
      share: `${verdict}/share`,
      paper,
      session: '/session',
    })

    test('fit the width, at 200 % too, and axe finds nothing', async () => {
      const { page, problems } = await browser.open({ viewport: { width: 1366, height: 768 } })
      await signIn(page, site.url, agency, '/agency')
      const wide: string[] = []
      for (const [name, path] of Object.entries(pages())) {
        await page.goto(`${site.url}${path}`)
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: width === 360 ? 740 : 768 })
          const over = await page.evaluate('document.documentElement.scrollWidth')
          if (Number(over) > width) wide.push(`${name} at ${width}: ${over}`)
          await shoot(page, `everyone-${name}-${width}`)
        }
        await expectNoViolations(page)
      }
      expect(wide).toEqual([])
      expect(problems).toEqual([])
    })

    test('tell a verdict in one screen, also while scans are read: the answer, the score, until when, what to do first', async () => {
      const { page } = await browser.open({ viewport: { width: 1366, height: 768 } })
      await signIn(page, site.url, agency, '/agency')
      expect(waiting).toContain('id="scans-told"')
      await page.route(`${site.url}${verdict}`, (route) =>
        route.request().resourceType() === 'document'
          ? route.fulfill({ body: waiting, contentType: 'text/html; charset=UTF-8' })
          : route.continue(),
      )
      for (const [width, height] of [
        [360, 740],
        [1366, 768],
      ] as const) {
        await page.setViewportSize({ width, height })
        await page.goto(`${site.url}${verdict}`)
        await page.evaluate('document.fonts.ready')
        await shoot(page, `everyone-waiting-${width}`)
        for (const what of ['#answer', '.figures', '.now li:last-child']) {
          const { y, height: high } = (await page.locator(what).boundingBox()) ?? expect.unreachable(what)
          expect([what, width, y + high <= height]).toEqual([what, width, true])
        }
      }
      expect(await page.locator('.now li').count()).toBeLessThanOrEqual(3)
      expect(Number(await page.evaluate('document.documentElement.scrollHeight'))).toBeLessThan(4_000 + 120)
      const { y } = (await page.locator('article.fail').first().boundingBox()) ?? expect.unreachable()
      expect(y).toBeLessThan(2 * 768)
    })

    test('a paper is shown with its place outlined in view, beside what the manifest says', async () => {
      const { page, problems } = await browser.open({ viewport: { width: 1366, height: 768 } })
      await signIn(page, site.url, agency, verdict)
      // The fonts of the site are those of the report.
      expect(
        await page.evaluate('document.fonts.ready.then(() => document.fonts.check(\'16px "Be Vietnam Pro"\'))'),
      ).toBe(true)
      await page.goto(`${site.url}${paper}`)
      const box = (await page.locator('#place').boundingBox()) ?? expect.unreachable()
      expect(box.y).toBeGreaterThan(0)
      expect(box.y + box.height).toBeLessThan(768)
      const drawn = await page.locator('.sheet image').getAttribute('href')
      expect(drawn).toMatch(/^data:image\/png;base64,iVBOR/)
      expect((drawn ?? '').length).toBeLessThan(700_000)
      // In colours, by a palette: a red seal is seen as one.
      expect(Buffer.from(drawn?.split(',')[1] ?? '', 'base64')[25]).toBe(3)
      const edit = page.getByRole('link', { name: 'Sửa trong bảng kê' }).first()
      expect(await edit.isVisible()).toBe(true)
      await edit.click()
      await page.waitForURL(/\/agency\/manifest#\//)
      await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toMatch(/INPUT|SELECT|TEXTAREA|SUMMARY/)
      await page.getByText('bấm Bắt đầu từ hồ sơ nộp gần nhất').waitFor()
      expect(problems).toEqual([])
    })

    test('show a paper to its agency and its authority, and to nobody else', async () => {
      const statusFor = async (caller: Caller, path: string) => (await (await signedIn(site, caller)).get(path)).status
      const atDesk = paper.replace('/agency/verdicts/', `/desk/agencies/${agency.code}/verdicts/`)
      const neighbour = { kind: 'agency', code: 'H61.13' } as const
      expect(await statusFor(agency, paper)).toBe(200)
      expect(await statusFor({ kind: 'authority', province: 'H61' }, atDesk)).toBe(200)
      expect(await statusFor(neighbour, paper)).toBe(404)
      expect(await statusFor(neighbour, atDesk)).toBe(403)
      expect(await statusFor({ kind: 'authority', province: 'H62' }, atDesk)).toBe(403)
    })

    test('can be read without a script', async () => {
      const first = await browser.open()
      await signIn(first.page, site.url, agency, '/agency')
      const storageState = await first.page.context().storageState()
      const { page } = await browser.open({ javaScriptEnabled: false, storageState })
      for (const path of Object.values(pages())) {
        const answer = await page.goto(`${site.url}${path}`)
        expect([path, answer?.status()]).toEqual([path, 200])
        expect(await page.locator('h1').first().isVisible(), path).toBe(true)
      }
      await page.goto(`${site.url}${paper}`)
      expect(await page.locator('.sheet image').isVisible()).toBe(true)
    })

    test('are gone through by the keyboard alone: every step leaves the focus where one goes on', async () => {
      const { page } = await browser.open({ viewport: { width: 1366, height: 768 } })
      await signIn(page, site.url, agency, '/agency')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate('document.activeElement?.id')).toBe('main')
      const followed = async (name: string) => {
        await page.getByRole('link', { name, exact: true }).first().focus()
        await page.keyboard.press('Enter')
      }
      await followed('Xem kết quả và việc cần làm')
      await page.waitForURL(/\/verdicts\//)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByText('Xem tài liệu:').first().waitFor({ state: 'attached' })
      await page.locator('details.more > summary').first().focus()
      await page.keyboard.press('Enter')
      expect(await page.locator('details.more').first().getAttribute('open')).not.toBeNull()
      await page.goto(`${site.url}/agency/manifest`)
      await page.getByRole('button', { name: 'Kiểm tra bảng kê' }).focus()
      await page.keyboard.press('Enter')
      await page.locator('#builder-problems li').first().waitFor()
      expect(await page.evaluate('document.activeElement === document.body')).toBe(false)
    })

    test('come over a slow line: the first page within 5 seconds, papers go on where the line broke', async () => {
      const { page } = await browser.open({ viewport: { width: 1366, height: 768 } })
      await signIn(page, site.url, agency, '/agency')
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('Network.enable')
      await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
      await devtools.send('Network.emulateNetworkConditions', SLOW)
      for (const path of ['/agency', verdict, '/agency/manifest']) {
        const began = performance.now()
        await page.goto(`${site.url}${path}`, { waitUntil: 'commit' })
        await page.locator('h1').first().waitFor()
        const took = performance.now() - began
        console.log(`slow line: ${path} readable after ${Math.round(took)} ms`)
        expect(took).toBeLessThan(5_000)
      }
      await page.locator('#builder-sections details').first().waitFor({ timeout: 30_000 })
      const own = ['a', 'b', 'c'].map((name) => ({
        name: `${name}.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(`${name} `.repeat(75_000)),
      }))
      await page.getByLabel('Các tài liệu').setInputFiles(own)
      await page.getByText('1/3').waitFor({ timeout: 60_000 })
      await devtools.send('Network.emulateNetworkConditions', { ...SLOW, offline: true })
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      await devtools.send('Network.emulateNetworkConditions', SLOW)
      await page.getByText(/^3 tài liệu/).waitFor({ timeout: 120_000 })
      expect(site.faults).toEqual([])
    })

    test('take papers where the browser keeps its own hashes back, as on plain http', async () => {
      const { page, problems } = await browser.open({ viewport: { width: 1366, height: 768 } })
      await page.addInitScript('Reflect.deleteProperty(Crypto.prototype, "subtle")')
      await signIn(page, site.url, { kind: 'agency', code: 'H61.15' }, '/agency/manifest')
      expect(await page.evaluate('"subtle" in crypto')).toBe(false)
      await page
        .getByLabel('Các tài liệu')
        .setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('Biên bản họp') }])
      await page.getByText(/^1 tài liệu/).waitFor()
      expect(problems).toEqual([])
    })
  },
)
