import type { Page } from 'playwright-core'
import type { Caller } from '../../../src/http/sign-in/caller.ts'

const BUTTON = { agency: 'Đăng nhập cơ quan', authority: 'Đăng nhập đơn vị chủ trì' }

/** Picks who to be on the page of the development issuer, which is open. */
export async function pick(page: Page, caller: Caller): Promise<void> {
  await page.getByLabel('Mã định danh').fill(caller.kind === 'agency' ? caller.code : caller.province)
  await page.getByRole('button', { name: BUTTON[caller.kind] }).last().click()
}

/** Signs in and comes to a path of the site. */
export async function signIn(page: Page, url: string, caller: Caller, to = '/signed-in'): Promise<void> {
  await page.goto(`${url}/sign-in?${new URLSearchParams({ to })}`)
  await pick(page, caller)
  await page.waitForURL(`${url}${to}`)
}
