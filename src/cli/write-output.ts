import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../base/errors.ts'

/**
 * Writes one report into a folder, whole or not at all.
 * @returns the path of the file
 * @throws InputError when the folder cannot be written
 */
export async function writeOutput(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  try {
    await mkdir(folder, { recursive: true })
    const part = `${path}.${process.pid}.part`
    await writeFile(part, content)
    await rename(part, path)
  } catch (cause) {
    throw new InputError({ vi: `Không ghi được '${path}'.`, en: `'${path}' cannot be written.` }, { cause })
  }
  return path
}
