import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const INSTALL_MS = 240_000
const NOTE = 'node_modules/.installed-lock.json'

/**
 * Installs the packages of a test folder that has a lock file of its own, unless they are there by that lock.
 * @param after what else an installation takes, such as building native parts
 * @returns why not, where it cannot be done: no network, or a compiler is missing
 */
export async function ownPackages(
  folder: string,
  after: () => Promise<unknown> = async () => {},
): Promise<string | undefined> {
  const lock = await readFile(join(folder, 'package-lock.json'), 'utf8')
  const installed = await readFile(join(folder, NOTE), 'utf8').catch(() => undefined)
  if (installed === lock) return undefined
  try {
    await promisify(execFile)('npm', ['ci', '--ignore-scripts'], { cwd: folder, timeout: INSTALL_MS })
    await after()
    await writeFile(join(folder, NOTE), lock)
    return undefined
  } catch (error) {
    const lines = String(error).trim().split('\n')
    return `its packages cannot be installed here: ${lines.find((line) => /error/i.test(line)) ?? lines[0]}`
  }
}
