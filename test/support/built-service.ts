import { execFile } from 'node:child_process'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { inject } from 'vitest'

const BUILD = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url))
const LOOK_EVERY_MS = 50
const LONGEST_MS = 110_000
/** Whatever wants the network during a build fails. */
const NOWHERE = { HTTP_PROXY: 'http://127.0.0.1:1', HTTPS_PROXY: 'http://127.0.0.1:1' }

/**
 * What `npm run build` makes of today's sources, made once for all test files of a run by the first that asks; nobody may
 * write into it.
 * @returns the folder, as `dist` is
 */
export async function builtService(): Promise<string> {
  const folder = inject('buildFolder')
  const [built, failed] = [join(folder, 'dist'), join(folder, 'failed')]
  await mkdir(folder, { recursive: true })
  const first = await mkdir(join(folder, 'begun')).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
  if (first) await buildInto(folder).then(() => rename(join(folder, 'part'), built), noted)
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_EVERY_MS) {
    if (await textAt(join(built, 'qms-verdict.mjs'))) return built
    const why = await textAt(failed)
    if (why) throw new Error(`the build failed: ${why}`)
    await sleep(LOOK_EVERY_MS)
  }
  throw new Error('the build took too long')

  async function noted(error: unknown): Promise<void> {
    await writeFile(failed, String(error))
  }
}

async function buildInto(folder: string): Promise<void> {
  const env = { PATH: process.env.PATH, ...NOWHERE }
  await promisify(execFile)(process.execPath, [BUILD, '--outdir', join(folder, 'part')], { env })
}

async function textAt(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
