import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'

const MOST_BYTES = 60 * 1024
const islands = (await readdir('src/browser')).filter((name) => /\.ts$/.test(name)).map((name) => basename(name, '.ts'))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-size-'))
  await buildAssets(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A script and all that it imports. */
async function scriptsOf(name: string, known = new Set<string>()): Promise<Set<string>> {
  known.add(name)
  const text = await readFile(join(folder, name), 'utf8')
  for (const [, imported = ''] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
    if (!known.has(imported)) await scriptsOf(imported, known)
  return known
}

test.each(islands)('the script of %s fits into 60 KB, packed', async (island) => {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  const scripts = await scriptsOf(manifest.islands[island])
  const sizes = await Promise.all([...scripts].map(async (name) => gzipSync(await readFile(join(folder, name))).length))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(0)
  expect(total).toBeLessThan(MOST_BYTES)
})
