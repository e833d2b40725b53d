import { type ByteSource, isLitter, magicOf } from '../../core/files.ts'
import { sha256 } from '../../core/json.ts'
import { type Container, type ReadOptions, requireDocuments, sortedByPath } from '../container.ts'
import { sizesOver } from '../display.ts'
import { Deadline, withDeadline } from '../limits.ts'
import { NoticeList } from '../notices.ts'
import { archiveRefusal } from '../refusals/archive.ts'
import { Refusal } from '../refusals/refusal.ts'
import { FrontToBack, type ReadEntry, readEntry, unpack } from './content.ts'
import { listDirectory } from './directory.ts'
import { admit } from './entries.ts'

const MAGIC_BYTES = 8

async function checkMagic(source: ByteSource): Promise<void> {
  const head = await source.read(0, Math.min(MAGIC_BYTES, source.size))
  const magic = magicOf(head)
  if (magic === 'empty-zip') throw archiveRefusal('empty-archive')
  if (magic === 'rar') throw archiveRefusal('rar-archive')
  if (magic === '7z') throw archiveRefusal('seven-zip-archive')
  if (magic === 'zip') return
  if (head.length === 0) throw archiveRefusal('not-a-zip', { found: '0 B' })
  const found = Buffer.from(head)
    .toString('hex')
    .replace(/..(?=.)/g, '$& ')
  throw archiveRefusal('not-a-zip', { found: magic === 'unknown' ? found : `${found} – ${magic.toUpperCase()}` })
}

async function readAll(bytes: FrontToBack, source: ByteSource, options: ReadOptions, deadline: Deadline) {
  const { limits, progress } = options
  const notices = new NoticeList()
  await checkMagic(source)
  const directory = await listDirectory(source, limits.entries, notices)
  const admitted = admit(directory.records, directory.offset, limits, notices)
  const read: ReadEntry[] = []
  for (const [index, entry] of admitted.entries()) {
    deadline.check()
    const end = admitted[index + 1]?.record.offset ?? directory.offset
    read.push(await readEntry(bytes, entry, end, notices))
    progress?.(bytes.position, source.size)
  }
  return { read, notices }
}

/** Keeps what a bundle is made of: files that somebody meant to send. */
function documentsOf(read: readonly ReadEntry[], kind: ReadOptions['kind'], notices: NoticeList): ReadEntry[] {
  const files = read.filter(({ admitted }) => !admitted.directory)
  if (kind === 'package') return files
  const documents = files.filter(({ file }) => !isLitter(file.path))
  if (documents.length < files.length) notices.add('litter-ignored')
  return documents
}

async function reopen(source: ByteSource, found: ReadEntry, options: ReadOptions): Promise<Uint8Array> {
  const { record, shown } = found.admitted
  const packed = await withDeadline(source, new Deadline(options)).read(found.dataOffset, record.packedBytes)
  const content = unpack(packed, found.admitted)
  if (sha256(content) !== found.file.sha256) throw archiveRefusal('changed-while-reading', { entry: shown })
  return content
}

/** The archive's hash for its refusal, or undefined when the time does not suffice. */
async function hashInTime(bytes: FrontToBack): Promise<string | undefined> {
  try {
    return await bytes.finish()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/**
 * Reads a ZIP-shaped file safely, once, front to back: the directory first, then every entry inflated, counted,
 * checked and hashed. Memory is bounded by the largest entry.
 * @throws Refusal with a code of `ARCHIVE_REFUSALS`, carrying the archive's SHA-256 where it is within the size limit
 * and the time was enough; what `source` fails with
 */
export async function readZip(source: ByteSource, options: ReadOptions): Promise<Container> {
  const { limits, kind } = options
  if (source.size > limits.archiveBytes)
    throw archiveRefusal('archive-too-large', { found: sizesOver(source.size, limits.archiveBytes) })
  const deadline = new Deadline(options)
  const timed = withDeadline(source, deadline)
  const bytes = new FrontToBack(timed)
  try {
    const { read, notices } = await readAll(bytes, timed, options, deadline)
    const documents = documentsOf(read, kind, notices)
    const byPath = new Map(documents.map((entry) => [entry.file.path, entry]))
    const entries = sortedByPath(documents.map(({ file }) => file))
    if (kind !== 'package') requireDocuments(entries)
    const archiveSha256 = await bytes.finish()
    options.progress?.(source.size, source.size)
    return {
      entries,
      sha256: archiveSha256,
      bytes: entries.reduce((sum, entry) => sum + entry.bytes, 0),
      notices: notices.list(),
      open: async (path) => {
        const found = byPath.get(path)
        if (found === undefined) throw new RangeError(`no such entry: ${path}`)
        return reopen(source, found, options)
      },
    }
  } catch (error) {
    if (error instanceof Refusal) error.sha256 = await hashInTime(bytes)
    throw error
  }
}
