import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { TEMPORARY_SUFFIX } from './object-path.ts'

const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/**
 * The keys of all files under a folder that begin with `prefix` and come after `after`, in the order of their UTF-8
 * bytes. Half-written objects are left out; folders without such a key are not entered.
 * @throws what the file system fails with, but for a folder that is not there
 */
export async function* keysUnder(folder: string, prefix: string, after: string | undefined): AsyncGenerator<string> {
  yield* keysIn(folder, prefix.slice(0, prefix.lastIndexOf('/') + 1), { prefix, after })
}

interface Wanted {
  prefix: string
  after: string | undefined
}

/** @param at key of the folder to look into: empty, or ending in `/` */
async function* keysIn(folder: string, at: string, wanted: Wanted): AsyncGenerator<string> {
  const names = (await entriesOf(join(folder, at))).flatMap((entry) => nameOf(entry))
  for (const name of names.sort(compareBytes)) {
    const key = at + name
    if (!name.endsWith('/')) {
      if (key.startsWith(wanted.prefix) && isAfter(key, wanted)) yield key
    } else if (mayHold(key, wanted)) yield* keysIn(folder, key, wanted)
  }
}

/** A folder's name ends in `/`, as it does in the keys below it, so that it sorts as they do. */
function nameOf(entry: Dirent): string[] {
  if (entry.isDirectory()) return [`${entry.name}/`]
  return entry.isFile() && !entry.name.endsWith(TEMPORARY_SUFFIX) ? [entry.name] : []
}

const isAfter = (key: string, { after }: Wanted): boolean => after === undefined || compareBytes(key, after) > 0

/** Whether a key that begins with `start` can be wanted. */
function mayHold(start: string, wanted: Wanted): boolean {
  const { prefix, after } = wanted
  if (!start.startsWith(prefix) && !prefix.startsWith(start)) return false
  return isAfter(start, wanted) || after?.startsWith(start) === true
}

async function entriesOf(path: string): Promise<Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
    throw error
  }
}
