import { Hono } from 'hono'
import { ISSUER_PATH } from '../auth/development/authorization.ts'
import type { App } from '../web/app.ts'
import type { createPages } from './app.ts'
import { ASSETS_PATH } from './assets/read-assets.ts'
import { PAGES } from './pages.ts'

const firstPart = (path: string) => path.split('/', 2)[1] ?? ''

/** By the first part of their path, pages and API are told apart. */
const OF_PAGES: ReadonlySet<string> = new Set(
  [...PAGES.map(({ path }) => path), ASSETS_PATH, ISSUER_PATH].map(firstPart),
)

/**
 * The API and the pages as one app; somebody who typed an address that there is not is told so by a page.
 * @param pages absent: the API alone
 */
export function createSite(api: App, pages: ReturnType<typeof createPages> | undefined): Hono {
  const site = new Hono()
  site.all('*', async ({ req }) => {
    if (pages === undefined) return api.fetch(req.raw)
    if (OF_PAGES.has(firstPart(req.path))) return pages.fetch(req.raw)
    const answer = await api.fetch(req.raw)
    const byBrowser = req.method === 'GET' && /\btext\/html\b/.test(req.header('Accept') ?? '')
    return answer.status === 404 && byBrowser ? pages.fetch(req.raw) : answer
  })
  return site
}
