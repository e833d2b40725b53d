import { beforeAll, describe, expect, test } from 'vitest'
import { expectNoViolations } from './support/axe.ts'
import { openBrowser, shoot, WHY_NO_BROWSER } from './support/browser.ts'
import { pick } from './support/sign-in.ts'
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
    await shoot(page, 'welcome')
    await page.goto(`${site.url}/signed-in?a=1`)
    await shoot(page, 'picker')
    await expectNoViolations(page)
    await pick(page, AGENCY)
    await page.waitForURL(`${site.url}/signed-in?a=1`)
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.waitForURL(`${site.url}/`)
    expect(await page.context().cookies()).toEqual([])
    expect(problems).toEqual([])
    expect(site.faults).toEqual([])
  })
})
