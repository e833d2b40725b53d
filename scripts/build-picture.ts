import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { sampleVerdict } from './sample-verdict.ts'

const PICTURE = 'docs/verdict.png'
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const SIZE = { width: 1000, height: 846 }
/** A picture on the first page must not make the page slow. */
const MOST_BYTES = 200_000

/**
 * `npm run picture`: draws the verdict page that the README shows, from the failing sample as it is judged today. Needs a
 * Chromium on this machine (its path may be set by CHROMIUM), so it is not a part of `npm run docs`.
 * @returns 0 when the picture is written and small enough
 */
export async function main(): Promise<number> {
  const program = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path))
  if (program === undefined) {
    process.stderr.write(`no Chromium at ${PLACES.join(', ')}; name one by CHROMIUM\n`)
    return 2
  }
  const html = await sampleVerdict('commune-behind', 'html')
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' })
    await page.setContent(html)
    await page.screenshot({ path: PICTURE })
  } finally {
    await browser.close()
  }
  const { size } = await stat(PICTURE)
  process.stdout.write(`${PICTURE} ${size}\n`)
  return size < MOST_BYTES ? 0 : 1
}
