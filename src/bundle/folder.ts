import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { sha256 } from '../base/canonical.ts'
import { InputError } from '../base/errors.ts'
import { isLitter } from '../base/litter.ts'
import { Budget } from './budget.ts'
import type { Container, ContainerEntry, ReadOptions } from './container.ts'
import { Deadline } from './deadline.ts'
import { displayName } from './display.ts'
import { fileEntry } from './file-entry.ts'
import { requireDocuments, sortedByPath } from './files.ts'
import { readFound } from './folder-file.ts'
import { type FoundFile, walkFolder } from './folder-walk.ts'
import { NoticeList } from './notices.ts'
import { archiveRefusal } from './refusals-archive.ts'

async function requireFolder(folder: string): Promise<void> {
  let cause: unknown
  try {
    if ((await stat(folder)).isDirectory()) return
  } catch (error) {
    cause = error
  }
  const text = {
    vi: `Không mở được thư mục hồ sơ "${folder}". Đề nghị kiểm tra lại đường dẫn và quyền đọc.`,
    en: `The dossier folder "${folder}" cannot be opened. Check the path and the right to read it.`,
  }
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
