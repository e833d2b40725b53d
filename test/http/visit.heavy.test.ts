import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { folderStores } from '../../src/cli/serve/place.ts'
import { visitPath } from '../../src/core/paths.ts'
import { writePlanChange } from '../../src/service/plan-changes.ts'
import { expectNoViolations } from './support/axe.ts'
import { openBrowser, shoot, WHY_NO_BROWSER } from './support/browser.ts'
import { fillDesk } from './support/fill-desk.ts'
import { signIn } from './support/sign-in.ts'
import { type Site, startSite } from './support/site.ts'

const AUTHORITY = { kind: 'authority', province: 'H61' } as const
const PATH = visitPath(2026, 'H61.12')
const PATIENT = { timeout: 20_000 }
const PHONE = { viewport: { width: 360, height: 740 } }

/** A picture of a paper with a name on it, drawn by the browser: 400 by 300, white, the middle red. */
const photoOf = async (page: Page) => {
  const base64: string = await page.evaluate(
    `(() => { const c = document.createElement('canvas'); c.width = 400; c.height = 300; const x = c.getContext('2d')
    x.fillStyle = '#fff'; x.fillRect(0, 0, 400, 300); x.fillStyle = '#f00'; x.fillRect(150, 120, 100, 60)
    return c.toDataURL('image/png').split(',')[1] })()`,
  )
  return { name: 'Sổ hồ sơ.png', mimeType: 'image/png', buffer: Buffer.from(base64, 'base64') }
}

const item = (page: Page, id: string) => page.locator(`#item-${id}`)
const openItem = async (page: Page, id: string) => {
  if (!(await item(page, id).evaluate((details) => details.hasAttribute('open'))))
    await item(page, id).locator('> summary').click()
}
const status = (page: Page) => page.locator('#visit-status')

describe.skipIf(WHY_NO_BROWSER !== undefined)(`a visit ${WHY_NO_BROWSER ?? ''}`, async () => {
  let site: Site
  const browser = WHY_NO_BROWSER === undefined ? await openBrowser() : undefined
  const opened = async (options = {}) => {
    const watched = (await browser?.open(options)) ?? expect.unreachable()
    await signIn(watched.page, site.url, AUTHORITY, PATH)
    return watched
  }

  beforeAll(async () => {
    site = await startSite('2026-11-20T02:00:00Z')
    await fillDesk(site)
    const { verdicts } = folderStores(site.folder)
    const change = { change: 'add', agency: 'H61.12', month: '2026-11', reason: 'Có đơn phản ánh', by: 'An' } as const
    const on = '2026-11-19T02:00:00.000Z'
    await writePlanChange({ province: 'H61', year: 2026 }, { on, change }, '0000abcd', verdicts)
  })

  test('on a telephone without a line: typed, closed, opened again, sent; another inspector’s items are put together; minutes', async () => {
    const { page: first } = await opened(PHONE)
    const context = first.context()
    await first.getByText('Đã gửi.').waitFor()
    await first.evaluate('navigator.serviceWorker.ready')
    await expect
      .poll(() => first.evaluate(`caches.match('${PATH}').then((one) => one !== undefined)`), PATIENT)
      .toBe(true)
    await shoot(first, 'visit-phone')
    expect(await first.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await expectNoViolations(first)

    await context.setOffline(true)
    await openItem(first, '1d')
    await first.locator('#\\31 d-found').fill('Hai hồ sơ trả chậm')
    await item(first, '1d').getByLabel('Nhận xét').selectOption({ label: 'Chưa đạt yêu cầu' })
    await item(first, '1d').getByLabel('quan sát').check()
    await item(first, '1d')
      .getByLabel('Thêm ảnh')
      .setInputFiles(await photoOf(first))
    const canvas = item(first, '1d').locator('canvas')
    await canvas.waitFor()
    await canvas.scrollIntoViewIfNeeded()
    const at = (await canvas.boundingBox()) ?? expect.unreachable()
    await first.mouse.move(at.x + at.width * 0.3, at.y + at.height * 0.3)
    await first.mouse.down()
    await first.mouse.move(at.x + at.width * 0.7, at.y + at.height * 0.7)
    await first.mouse.up()
    await shoot(first, 'visit-mask')
    await expectNoViolations(first)
    await first.getByRole('button', { name: 'Giữ ảnh' }).click()
    await item(first, '1d').getByText('Sổ hồ sơ.jpg (đã che, chưa gửi)').waitFor()
    await expect.poll(() => status(first).textContent(), PATIENT).toContain('Không có mạng')
    await first.close()

    const second = await context.newPage()
    await second.goto(`${site.url}${PATH}`)
    await openItem(second, '1d')
    expect(await second.locator('#\\31 d-found').inputValue()).toBe('Hai hồ sơ trả chậm')
    await second.locator('#\\31 d-remark').fill('Ghi khi chưa có mạng')

    // Meanwhile a colleague writes at the office: of another item, and of the same box.
    const { page: colleague } = await opened()
    await openItem(colleague, '2c')
    await item(colleague, '2c').locator('#\\32 c-found').fill('Đã niêm yết tại trụ sở')
    await openItem(colleague, '1d')
    await colleague.locator('#\\31 d-found').fill('Năm hồ sơ đúng hạn')
    await expect.poll(() => status(colleague).textContent(), PATIENT).toContain('Đã gửi.')

    await context.setOffline(false)
    await expect.poll(() => status(second).textContent(), PATIENT).toContain('Đã gửi.')
    await openItem(second, '2c')
    expect(await second.locator('#\\32 c-found').inputValue()).toBe('Đã niêm yết tại trụ sở')
    const both = item(second, '1d').locator('.note.wait')
    expect(await both.textContent()).toContain('Năm hồ sơ đúng hạn')
    await shoot(second, 'visit-both')
    await expectNoViolations(second)
    await both.getByRole('button', { name: 'Gộp cả hai' }).click()
    expect(await second.locator('#\\31 d-found').inputValue()).toBe('Hai hồ sơ trả chậm\nNăm hồ sơ đúng hạn')
    await second.getByRole('button', { name: 'Hoàn tác' }).click()
    await both.waitFor()
    await second.getByRole('button', { name: 'Làm lại' }).click()

    // The photo went out black where it was masked: the red in its middle is nowhere in it.
    const link = item(second, '1d').getByRole('link', { name: 'Xem Sổ hồ sơ.jpg' })
    const kept = await second.request.get(new URL((await link.getAttribute('href')) ?? '', site.url).href)
    expect(kept.headers()['content-type']).toBe('image/jpeg')
    const bytes = (await kept.body()).toString('base64')
    const middle = await second.evaluate(
      `createImageBitmap(new Blob([Uint8Array.from(atob('${bytes}'), (c) => c.charCodeAt(0))])).then((b) => { const c = new OffscreenCanvas(b.width, b.height); const x = c.getContext('2d'); x.drawImage(b, 0, 0); return [...x.getImageData(b.width / 2, b.height / 2, 1, 1).data] })`,
    )
    expect(Math.max(...(middle as number[]).slice(0, 3))).toBeLessThan(40)

    // What the software found enters the minutes only once an inspector confirms it.
    await openItem(second, '1dd')
    const finding = item(second, '1dd').locator('.visit-finding').first()
    const told = await finding.locator('strong').textContent()
    await second.goto(`${site.url}${PATH}/minutes`)
    expect(await second.locator('.paper').textContent()).not.toContain(`Theo hồ sơ: ${told}`)
    await second.goto(`${site.url}${PATH}`)
    await openItem(second, '1dd')
    await finding.getByLabel('Xác nhận, đưa vào biên bản').check()
    for (const id of ['1a', '1b', '1c', '1dd', '1e', '1g', '2a', '2b', '2c', '2d', '2dd', '2e']) {
      await openItem(second, id)
      await item(second, id).getByLabel('Nhận xét').selectOption({ label: 'Đạt yêu cầu' })
      await item(second, id).getByLabel('hồ sơ', { exact: true }).check()
    }
    await openItem(second, 'head')
    await item(second, 'head').getByRole('button', { name: 'Thêm người' }).first().click()
    await second.locator('#team-0-name').fill('Lê Văn An')
    await second.locator('#team-0-role').selectOption({ label: 'Trưởng đoàn' })
    await expect.poll(() => status(second).textContent(), PATIENT).toContain('Đã gửi.')
    await shoot(second, 'visit-filled')
    await expectNoViolations(second)
    expect(await second.evaluate('document.documentElement.scrollWidth')).toBe(360)

    await second.reload()
    await second.getByRole('button', { name: 'Đã ký: ghi vào bản ghi' }).click()
    await second.getByText('Biên bản đã ký ngày 20/11/2026 (Lê Văn An)').waitFor()
    await expectNoViolations(second)
    await second.getByRole('link', { name: 'Xem biên bản' }).click()
    const minutes = (await second.locator('.paper').textContent()) ?? ''
    for (const said of [
      'Hai hồ sơ trả chậm',
      'Năm hồ sơ đúng hạn',
      `Theo hồ sơ: ${told}`,
      '02 bản',
      'Lê Văn An: Trưởng đoàn',
    ])
      expect(minutes).toContain(said)
    expect(minutes).not.toMatch(/điểm số|xếp loại|\d+\/100/i)
    await shoot(second, 'visit-minutes')
    await expectNoViolations(second)
    await second.goto(`${site.url}/desk/agencies/H61.12/authority`)
    await second.getByText('Biên bản ký ngày 20/11/2026; số nội dung chưa đáp ứng: 1').waitFor()
    await second.goto(`${site.url}/desk/2026/visits`)
    await second.getByText(/^Theo kế hoạch 4 cuộc; đã ký biên bản 1/).waitFor()
    await expectNoViolations(second)
    await shoot(second, 'visit-list')

    // What was kept to be opened without a line is gone with the session.
    await second.getByRole('button', { name: 'Đăng xuất', exact: true }).click()
    await second.waitForURL(`${site.url}/`)
    await expect.poll(() => second.evaluate('caches.keys()'), PATIENT).toEqual([])
    expect(site.faults).toEqual([])
  }, 240_000)
})
