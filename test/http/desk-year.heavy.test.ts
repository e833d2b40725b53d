import { beforeAll, describe, expect, test } from 'vitest'
import { expectNoViolations } from './support/axe.ts'
import { openBrowser, shoot, WHY_NO_BROWSER } from './support/browser.ts'
import { fillYear } from './support/fill-year.ts'
import { signIn } from './support/sign-in.ts'
import { type Site, startSite } from './support/site.ts'

const AUTHORITY = { kind: 'authority', province: 'H61' } as const

describe.skipIf(WHY_NO_BROWSER !== undefined)('a year of 143 agencies at the desk', async () => {
  let site: Site
  const browser = WHY_NO_BROWSER === undefined ? await openBrowser() : undefined
  const open = async (path = '/desk/2026', options = {}) => {
    const watched = (await browser?.open(options)) ?? expect.unreachable()
    await signIn(watched.page, site.url, AUTHORITY, path)
    return watched
  }

  beforeAll(async () => {
    site = await startSite('2026-11-20T02:00:00Z')
    await fillYear(site)
  })

  test('opens with the picture of the year at every width; a bar leads to what it counts, and back', async () => {
    const { page, problems } = await open()
    for (const width of [360, 1366, 1920]) {
      await page.setViewportSize({ width, height: 900 })
      await shoot(page, `desk-year-${width}`)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    }
    await expectNoViolations(page)
    expect(await page.locator('tbody tr').count()).toBe(50)
    await page.setViewportSize({ width: 360, height: 740 })
    const height = await page.evaluate('document.documentElement.scrollHeight')
    expect(height).toBeLessThan(20_000)
    await page.setViewportSize({ width: 1366, height: 900 })
    const bar = page.getByRole('link', { name: /^Dưới 40%/ })
    const counted = Number(await bar.locator('strong').textContent())
    await bar.click()
    await page.getByText(`${counted} trong 143 cơ quan`).waitFor()
    await page.getByRole('link', { name: /^Dưới 40%/ }).click()
    await page.getByText('143 trong 143 cơ quan').waitFor()
    expect(problems).toEqual([])
  })

  test('a page of the list follows another, a view is kept by its name and let go, the table is a workbook', async () => {
    const { page, problems } = await open('/desk/2026?status=notMet&sort=code')
    await page.getByLabel('Lưu bộ lọc này với tên').fill('Chưa đáp ứng')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.goto(`${site.url}/desk/2026`)
    await page.getByRole('link', { name: 'Trang sau →' }).click()
    const codes = () => page.locator('tbody td:first-child').allTextContents()
    expect((await codes())[0]).toBe('H61.60')
    await page.getByRole('link', { name: 'Chưa đáp ứng', exact: true }).click()
    expect(await page.locator('.status.notMet').count()).toBe((await codes()).length)
    await shoot(page, 'desk-year-view')
    await expectNoViolations(page)
    const file = await page.request.get(`${site.url}/desk/2026/agencies.xlsx?status=notMet`)
    expect([file.status(), (await file.body()).subarray(0, 2).toString()]).toEqual([200, 'PK'])
    await page.getByRole('button', { name: 'Bỏ bộ lọc “Chưa đáp ứng”' }).click()
    expect(await page.getByRole('link', { name: 'Chưa đáp ứng', exact: true }).count()).toBe(0)
    expect(problems).toEqual([])
  })

  test('letters and changes of the plan are made for those that are chosen', async () => {
    const { page, problems } = await open()
    for (const code of ['H61.20', 'H61.34']) await page.getByRole('checkbox', { name: code }).check()
    await page.getByRole('button', { name: 'Lập văn bản' }).click()
    await page.getByText('2 trong 143 cơ quan, 2 có dự thảo.').waitFor()
    await shoot(page, 'desk-year-letters')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Lập 2 dự thảo văn bản' }).click()
    const file = page.getByRole('link', { name: 'Tải 2 dự thảo' })
    await file.waitFor()
    await shoot(page, 'desk-year-letters-made')
    await expectNoViolations(page)
    const [zip] = await Promise.all([page.waitForEvent('download'), file.click()])
    expect(zip.suggestedFilename()).toBe('van-ban-2026.zip')
    await page.goto(`${site.url}/desk/2026`)
    for (const code of ['H61.10', 'H61.11']) await page.getByRole('checkbox', { name: code }).check()
    await page.getByRole('button', { name: 'Đổi kế hoạch' }).click()
    await page.getByLabel('Thay đổi', { exact: true }).selectOption('move')
    await page.getByLabel('Tháng (khi đổi').selectOption('2026-12')
    await page.getByLabel('Lý do bằng lời (bắt buộc)').fill('Gộp đoàn')
    await page.getByLabel('Người quyết định').fill('Lê Văn An')
    await shoot(page, 'desk-year-chosen')
    await page.getByRole('button', { name: 'Ghi thay đổi' }).click()
    await page.getByText(/H61\.10 – đổi tháng.*Gộp đoàn/).waitFor()
    await page.getByText(/H61\.11 – đổi tháng.*Gộp đoàn/).waitFor()
    expect(problems).toEqual([])
  })

  test('the letters of all are counted by kind', async () => {
    const { page, problems } = await open('/desk/2026/letters')
    const chip = page.getByRole('link', { name: /Đề nghị gửi hồ sơ/ })
    const counted = Number(await chip.locator('strong').textContent())
    await chip.click()
    expect(counted).toBeGreaterThan(0)
    expect(await page.locator('tbody tr').count()).toBe(counted)
    await page.setViewportSize({ width: 360, height: 740 })
    await shoot(page, 'desk-year-letters-narrow')
    await expectNoViolations(page)
    expect(problems).toEqual([])
  })

  test('an empty desk says what to do, and has the form for it', async () => {
    const { page } = (await browser?.open()) ?? expect.unreachable()
    await signIn(page, site.url, { kind: 'authority', province: 'H01' }, '/desk')
    await page.getByRole('heading', { level: 1, name: 'Bắt đầu tại H01' }).waitFor()
    await page.getByLabel('Danh sách cơ quan (CSV, XLSX)').waitFor()
    await shoot(page, 'desk-year-empty')
    await expectNoViolations(page)
  })
})
