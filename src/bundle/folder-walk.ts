import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import type { Budget } from './budget.ts'
import type { ReadLimits } from './container.ts'
import type { Deadline } from './deadline.ts'
import { displayName } from './display.ts'
import { NameRegister } from './name-register.ts'
import type { NoticeList } from './notices.ts'
import { archiveRefusal } from './refusals-archive.ts'
import { safePath } from './safe-path.ts'
import { decodeEntryName } from './zip/entry-name.ts'

/** A file met in a folder: where it lies and what it is called in the dossier. */
export interface FoundFile {
  /** Path on disk as the system gives it; bytes, because names need not be text. */
  location: Buffer
  path: string
}

/** What a walk is held to. */
export interface WalkRules {
  limits: Readonly<ReadLimits>
  budget: Budget
  deadline: Deadline
  notices: NoticeList
}

const SEPARATOR = Buffer.from('/')

function kindOf(entry: Dirent<Buffer>): string {
  if (entry.isSymbolicLink()) return 'symlink'
  if (entry.isFIFO()) return 'FIFO'
  return entry.isSocket() ? 'socket' : 'device'
}

/**
 * Every file below a folder, litter included, under the same rules for names as in an archive. Links are not followed
 * and nothing is opened.
 * @throws Refusal at the first entry that is not in order
 */
export async function walkFolder(folder: string, rules: WalkRules): Promise<FoundFile[]> {
  const { limits, budget, deadline, notices } = rules
  const names = new NameRegister()
  const files: FoundFile[] = []
  const visit = async (location: Buffer, above: string): Promise<void> => {
    const listing = await deadline.race(() => readdir(location, { withFileTypes: true, encoding: 'buffer' }))
    for (const entry of listing.sort((a, b) => Buffer.compare(a.name, b.name))) {
      deadline.check()
      budget.addEntry()
      const { text, encoding } = decodeEntryName(entry.name)
      const name = above + text
      if (encoding !== 'utf-8') notices.add(`names-${encoding}`, displayName(name))
      const path = safePath(name, limits)
      const below = Buffer.concat([location, SEPARATOR, entry.name])
      if (entry.isDirectory()) {
        names.addFolder(path)
        await visit(below, `${name}/`)
      } else if (entry.isFile()) {
        names.addFile(path)
        files.push({ location: below, path })
      } else throw archiveRefusal('link-or-device', { entry: displayName(name), found: kindOf(entry) })
    }
  }
  await visit(Buffer.from(folder), '')
  return files
}
