import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { InputError, withValues } from '../../core/errors.ts'
import { isLitter } from '../../core/files.ts'
import type { TrustList } from '../settings.ts'
import { TRUST_TEXTS } from './notices.ts'

/**
 * Reads a trust list: the files of a folder (its folders are passed over), or one file.
 * @throws InputError naming the file that cannot be used, and what to do
 */
export async function readTrustList(place: string): Promise<TrustList> {
  const { trustListOf } = await import('./trust.ts')
  return trustListOf(await filesAt(place), basename(place))
}

async function filesAt(place: string): Promise<{ name: string; bytes: Uint8Array }[]> {
  try {
    if (!(await stat(place)).isDirectory()) return [{ name: basename(place), bytes: await readFile(place) }]
    const entries = await readdir(place, { withFileTypes: true })
    const names = entries.filter((entry) => !entry.isDirectory() && !isLitter(entry.name)).map(({ name }) => name)
    return await Promise.all(names.sort().map(async (name) => ({ name, bytes: await readFile(join(place, name)) })))
  } catch (cause) {
    throw new InputError(withValues(TRUST_TEXTS.cannotBeRead, { place }), { cause })
  }
}
