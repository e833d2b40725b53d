import { beforeAll, describe, expect, test } from 'vitest'
import { SESSION_SECONDS } from '../../src/http/sign-in/session.ts'
import { expectNoViolations } from './support/axe.ts'
import { openBrowser, shoot, WHY_NO_BROWSER } from './support/browser.ts'
import { pick, signIn } from './support/sign-in.ts'
import { type Site, startSite } from './support/site.ts'

const AGENCY = { kind: 'agency', code: 'H61.12' } as const

describe.skipIf(WHY_NO_BROWSER)(`signing in with a browser ${WHY_NO_BROWSER ?? ''}`, () => {
  let site: Site
  let browser: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([startSite(), openBrowser()])
  })

  test('from the front page to the page asked for, and out again', async () => {
    const { page, problems } = await browser.open()
    await page.goto(site.url)
    await expectNoViolations(page)
    await page.goto(`${site.url}/signed-in?a=1`)
    await expectNoViolations(page)
    await pick(page, { kind: 'agency', code: 'xã nào đó' })
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('“xã nào đó” không phải mã đó')
    await expectNoViolations(page)
    await shoot(page, 'picker-wrong')
    await pick(page, AGENCY)
    await page.waitForURL(`${site.url}/signed-in?a=1`)
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.waitForURL(`${site.url}/`)
    expect(await page.context().cookies()).toEqual([])
    expect(problems).toEqual([])
  })

  test('by keyboard alone: past the head, and in', async () => {
    const { page, problems } = await browser.open()
    await page.goto(site.url)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Đến nội dung chính')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Đăng nhập')
    await page.keyboard.press('Enter')
    await page.getByLabel('Mã định danh').focus()
    await page.keyboard.type('H61.12')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${site.url}/agency`)
    expect(problems).toEqual([])
  })

  test('a form sent after the session ended is sent again once signed in beside it', async () => {
    const { page, problems } = await browser.open({ viewport: { width: 360, height: 700 } })
    await signIn(page, site.url, AGENCY)
    site.later((SESSION_SECONDS + 1) * 1000)
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByRole('heading', { name: 'Phiên đăng nhập đã hết' }).waitFor()
    await expectNoViolations(page)
    await shoot(page, 'ended')
    const opened = page.waitForEvent('popup')
    await page.getByRole('link', { name: 'Đăng nhập lại (mở thẻ mới)' }).click()
    const beside = await opened
    await pick(beside, AGENCY)
    await beside.getByRole('heading', { name: 'Đã đăng nhập' }).waitFor()
    await page.getByRole('button', { name: 'Gửi lại nội dung đã điền' }).click()
    // It is of another session, so that a person looks once more before it counts.
    await page.getByRole('heading', { name: 'Biểu mẫu thuộc phiên đăng nhập khác' }).waitFor()
    await page.getByRole('button', { name: 'Gửi lại nội dung đã điền' }).click()
    await page.waitForURL(`${site.url}/`)
    expect(problems).toEqual([])
    expect(site.faults).toEqual([])
  })

  test.each([
    [360, 'vi'],
    [360, 'en'],
    [1280, 'vi'],
    [1280, 'en'],
  ])('at %i pixels in %s nothing is wider than the page', async (width, lang) => {
    const { page, problems } = await browser.open({ viewport: { width, height: 800 } })
    await page.goto(`${site.url}/sign-in?to=/signed-in`)
    await page.goto(`${page.url()}&lang=${lang}`)
    const fits = async () =>
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    await fits()
    await shoot(page, `picker-${width}-${lang}`)
    await page.locator('#code').fill('H61')
    await page.locator('button[value=authority]').click()
    await page.waitForURL(`${site.url}/signed-in`)
    await fits()
    await shoot(page, `signed-in-${width}-${lang}`)
    await page.goto(`${site.url}/agency`)
    expect(await page.getAttribute('html', 'lang')).toBe(lang)
    await fits()
    await shoot(page, `not-agency-${width}-${lang}`)
    expect(problems).toEqual([])
  })
})
