import { createHash } from 'node:crypto'
import { constants, type Dirent } from 'node:fs'
import { type FileHandle, open, readdir, stat } from 'node:fs/promises'
import { InputError, withValues } from '../core/errors.ts'
import { isLitter } from '../core/files.ts'
import { sha256 } from '../core/json.ts'
import {
  type Container,
  type ContainerEntry,
  fileEntry,
  type ReadLimits,
  type ReadOptions,
  requireDocuments,
  sortedByPath,
} from './container.ts'
import { displayName } from './display.ts'
import { decodeEntryName, NameRegister, safePath } from './entry-names.ts'
import { Budget, Deadline } from './limits.ts'
import { NoticeList } from './notices.ts'
import { archiveRefusal } from './refusals/archive.ts'
import { FOLDER_TEXTS } from './words.ts'

async function requireFolder(folder: string): Promise<void> {
  let cause: unknown
  try {
    if ((await stat(folder)).isDirectory()) return
  } catch (error) {
    cause = error
  }
  const text = withValues(FOLDER_TEXTS.dossierFolderCannotOpened, { folder })
  throw new InputError(text, { cause })
}

/** Lower-case hex SHA-256 over the sorted lines `path NUL sha256 LF`. */
function hashOfListing(entries: readonly ContainerEntry[]): string {
  const hash = createHash('sha256')
  for (const { path, sha256 } of entries) hash.update(`${path}\0${sha256}\n`)
  return hash.digest('hex')
}

async function readDocuments(found: readonly FoundFile[], options: ReadOptions, deadline: Deadline, budget: Budget) {
  const files: ContainerEntry[] = []
  for (const [index, file] of found.entries()) {
    const content = await readFound(file, deadline, (bytes) => budget.addBytes(file.path, bytes))
    files.push(fileEntry(file.path, content))
    options.progress?.(index + 1, found.length)
  }
  return sortedByPath(files)
}

async function reopen(file: FoundFile, was: ContainerEntry, options: ReadOptions): Promise<Uint8Array> {
  const changed = () => archiveRefusal('changed-while-reading', { entry: displayName(file.path) })
  const content = await readFound(file, new Deadline(options), (bytes) => {
    if (bytes !== was.bytes) throw changed()
  })
  if (sha256(content) !== was.sha256) throw changed()
  return content
}

/**
 * Reads a folder as an archive of the same files would be read: same names, same limits, links and special files
 * refused and never opened. Memory is bounded by the largest file.
 * @throws Refusal with a code of `ARCHIVE_REFUSALS`; InputError when there is no such folder
 */
export async function readFolder(folder: string, options: ReadOptions): Promise<Container> {
  await requireFolder(folder)
  const deadline = new Deadline(options)
  const budget = new Budget(options.limits)
  const notices = new NoticeList()
  const found = await walkFolder(folder, { limits: options.limits, budget, deadline, notices })
  const documents = found.filter(({ path }) => !isLitter(path))
  if (documents.length < found.length) notices.add('litter-ignored')
  const entries = await readDocuments(documents, options, deadline, budget)
  requireDocuments(entries)
  const byPath = new Map(documents.map((file) => [file.path, file]))
  const read = new Map(entries.map((entry) => [entry.path, entry]))
  return {
    entries,
    sha256: hashOfListing(entries),
    bytes: budget.bytes,
    notices: notices.list(),
    open: async (path) => {
      const [file, was] = [byPath.get(path), read.get(path)]
      if (file === undefined || was === undefined) throw new RangeError(`no such entry: ${path}`)
      return reopen(file, was, options)
    },
  }
}

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

/** A link put in place meanwhile is not followed, a FIFO put in place meanwhile is not waited for. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

async function readBytes(handle: FileHandle, size: number): Promise<Buffer> {
  // One byte more than expected tells a file that grows.
  const buffer = Buffer.allocUnsafe(size + 1)
  let filled = 0
  while (filled <= size) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

/**
 * The content of a file found before. `admit` is asked with its size before anything is read.
 * @throws Refusal when it is no longer an ordinary file, or changes while it is read
 */
export async function readFound(
  file: FoundFile,
  deadline: Deadline,
  admit: (bytes: number) => void,
): Promise<Uint8Array> {
  const entry = displayName(file.path)
  return deadline.race(async () => {
    const handle = await open(file.location, FLAGS)
    try {
      const stats = await handle.stat()
      if (!stats.isFile()) throw archiveRefusal('changed-while-reading', { entry })
      admit(stats.size)
      const content = await readBytes(handle, stats.size)
      if (content.length !== stats.size) throw archiveRefusal('changed-while-reading', { entry })
      return content
    } finally {
      await handle.close()
    }
  })
}
