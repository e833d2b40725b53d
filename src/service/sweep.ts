import { opendir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describeFault, type Log } from './log.ts'
import { TEMPORARY_SUFFIX } from './store-folder.ts'

/** What is written to no more is older than this. */
const HOUR_MS = 3_600_000

/** How a sweep meets the file system. */
export interface SweepTools {
  /** By the machine's clock, which dates the files. */
  now: Date
  log: Log
  /** Asked between files: whether the sweep is to end early. */
  isEnded?: () => boolean
  /** How a folder is read; another in tests of folders that cannot be. */
  openFolder?: typeof opendir
}

/**
 * Removes what a process that was killed left half-written in a folder: it was never part of a store. Folders are read
 * piece by piece, however many files they hold; one that cannot be read is logged and passed over.
 * @returns how many files were removed
 */
export async function sweepHalfWritten(folder: string, tools: SweepTools): Promise<number> {
  const { now, log, isEnded = () => false, openFolder = opendir } = tools
  let removed = 0
  const folders = [folder]
  for (let path = folders.pop(); path !== undefined && !isEnded(); path = folders.pop()) {
    try {
      for await (const entry of await openFolder(path)) {
        if (isEnded()) return removed
        const found = join(path, entry.name)
        if (entry.isDirectory()) folders.push(found)
        else if (entry.isFile() && entry.name.endsWith(TEMPORARY_SUFFIX) && (await isOld(found, now))) {
          await rm(found, { force: true })
          removed++
        }
      }
    } catch (fault) {
      log('error', 'sweep-passed-over', { folder: path, fault: describeFault(fault) })
    }
  }
  return removed
}

/** A file that went away in between was ended by whoever wrote it. */
async function isOld(path: string, now: Date): Promise<boolean> {
  try {
    return now.getTime() - (await stat(path)).mtimeMs >= HOUR_MS
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return false
    throw fault
  }
}
