import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
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
  return madeOnce('dist', async (folder) => {
    const env = { PATH: process.env.PATH, ...NOWHERE }
    await promisify(execFile)(process.execPath, [BUILD, '--outdir', folder], { env })
  })
}

/**
 * A folder that is made once for all test files of a run, by the first that asks; the others wait.
 * @param make fills the folder it is given
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const all = inject('buildFolder')
  const [made, failed] = [join(all, name), join(all, `${name}.failed`)]
  await mkdir(all, { recursive: true })
  const first = await mkdir(join(all, `${name}.begun`)).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
  if (first) {
    const part = join(all, `${name}.part`)
    await mkdir(part)
    await make(part).then(
      () => rename(part, made),
      (error) => writeFile(failed, String(error)),
    )
  }
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_EVERY_MS) {
    if (existsSync(made)) return made
    if (existsSync(failed)) throw new Error(`${name} could not be made: ${await readFile(failed, 'utf8')}`)
    await sleep(LOOK_EVERY_MS)
  }
  throw new Error(`${name} took too long to be made`)
}
