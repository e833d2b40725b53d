import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { TEMPORARY_SUFFIX } from '../../store/object-path.ts'

/** What is written to no more is older than this. */
const HOUR_MS = 3_600_000

/**
 * Removes what a process that was killed left half-written in a folder: it was never part of a store.
 * @param now by the machine's clock, which dates such files
 */
export async function sweepHalfWritten(folder: string, now: Date): Promise<number> {
  let removed = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(TEMPORARY_SUFFIX)) continue
    const path = join(entry.parentPath, entry.name)
    if (now.getTime() - (await stat(path)).mtimeMs < HOUR_MS) continue
    await rm(path, { force: true })
    removed++
  }
  return removed
}
