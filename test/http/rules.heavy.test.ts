import { beforeAll, describe, expect, test } from 'vitest'
import { expectNoViolations } from './support/axe.ts'
import { openBrowser, shoot, WHY_NO_BROWSER } from './support/browser.ts'
import { type Site, startSite } from './support/site.ts'

describe.skipIf(WHY_NO_BROWSER)(`the rules in a browser ${WHY_NO_BROWSER ?? ''}`, () => {
  let site: Site
  let browser: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([startSite(), openBrowser()])
  })

  test('anybody finds a rule without tone marks and reads it, by keyboard alone', async () => {
    const { page, problems } = await browser.open()
    await page.goto(`${site.url}/rule-book`)
    await expectNoViolations(page)
    const field = page.getByRole('searchbox')
    await field.focus()
    await page.keyboard.type('niem yet tai tru so')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=/)
    await page.getByRole('status').waitFor()
    expect(await page.locator('.rule-list a').allTextContents()).toContain('Công bố được niêm yết tại trụ sở cơ quan')
    await page.getByRole('link', { name: 'Công bố được niêm yết tại trụ sở cơ quan' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/declaration-posted-at-office/)
    await expectNoViolations(page)
    expect(await page.locator('main').textContent()).toContain('khoản 3 Điều 4')
    expect(problems).toEqual([])
  })

  test.each([
    [360, 'vi'],
    [360, 'en'],
    [1280, 'vi'],
    [1280, 'en'],
  ])('at %i pixels in %s nothing is wider than the page', async (width, lang) => {
    const { page, problems } = await browser.open({ viewport: { width, height: 800 } })
    for (const path of [
      '/',
      '/rule-book',
      '/rule-book?q=zzz',
      '/rule-book/redeclared-after-scope-change',
      '/no-page',
    ]) {
      await page.goto(`${site.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(width)
      expect(await page.getAttribute('html', 'lang')).toBe(lang)
      await shoot(page, `rules-${width}-${lang}${path.replace(/\W+/g, '-')}`)
    }
    expect(problems).toEqual([])
  })

  test('every rule has its page', async () => {
    const answer = await fetch(`${site.url}/rule-book`)
    const paths = [...(await answer.text()).matchAll(/href="(\/rule-book\/[^"]+)"/g)].map(([, path]) => path)
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${site.url}${path}`)).status))
    expect(paths.length).toBeGreaterThan(40)
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(site.faults).toEqual([])
  })
})
