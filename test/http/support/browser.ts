import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll } from 'vitest'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const program = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path))

/** Why no browser can be used here; undefined when one can. */
export const WHY_NO_BROWSER = program === undefined ? `no Chromium at ${PLACES.join(', ')} or in CHROMIUM` : undefined

/** A page of a browser, and what went wrong in it. */
export interface Watched {
  page: Page
  /** Errors on the console and in scripts, what the policy refused, what could not be loaded: there ought to be none. */
  problems: string[]
}

/** One Chromium for a test file, ended with it; each page that it opens is somebody else's, with no cookies. */
export async function openBrowser() {
  const launched: Browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
  afterAll(() => launched.close())
  return {
    async open(options: BrowserContextOptions = {}): Promise<Watched> {
      const context = await launched.newContext({ viewport: { width: 1280, height: 800 }, ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      return { page, problems: watch(page) }
    },
  }
}

function watch(page: Page): string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    // A page that tells a problem has its status; the browser says so of every such page.
    const ofPage = message.text().startsWith('Failed to load resource') && message.location().url === page.url()
    if (message.type() === 'error' && !ofPage) problems.push(`${message.location().url}: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`))
  return problems
}

/** Writes what a page looks like into the folder in SCREENSHOTS, where that is set, to be looked at by a person. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
