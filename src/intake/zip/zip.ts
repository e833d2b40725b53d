import { createHash } from 'node:crypto'
import { crc32, inflateRawSync } from 'node:zlib'
import { type ByteSource, isLitter, magicOf } from '../../core/files.ts'
import { sha256 } from '../../core/json.ts'
import {
  type Container,
  type ContainerEntry,
  fileEntry,
  type ReadOptions,
  requireDocuments,
  sortedByPath,
} from '../container.ts'
import { sizesOver } from '../display.ts'
import { Deadline, withDeadline } from '../limits.ts'
import { NoticeList } from '../notices.ts'
import { archiveRefusal } from '../refusals/archive.ts'
import { Refusal } from '../refusals/refusal.ts'
import { FLAG_DESCRIPTOR, listDirectory } from './directory.ts'
import {
  type AdmittedEntry,
  admit,
  compareLocalHeader,
  DESCRIPTOR_BYTES,
  descriptorLength,
  LOCAL_HEADER_BYTES,
  parseLocalHeader,
} from './entries.ts'

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

/** An entry that was read once. */
export interface ReadEntry {
  file: ContainerEntry
  /** Where its packed data begins in the archive. */
  dataOffset: number
  admitted: AdmittedEntry
}

/**
 * Reads one entry where it stands: local header, data, data descriptor, each checked against the directory.
 * @param end where the next entry or the directory begins
 * @throws Refusal at the first thing that is not as declared
 */
export async function readEntry(
  bytes: FrontToBack,
  admitted: AdmittedEntry,
  end: number,
  notices: NoticeList,
): Promise<ReadEntry> {
  const { record, shown, path } = admitted
  await bytes.skipTo(record.offset)
  const header = parseLocalHeader(await bytes.take(LOCAL_HEADER_BYTES), admitted)
  const rest = await bytes.take(header.nameBytes + header.extraBytes)
  if (compareLocalHeader(header, rest, admitted)) notices.add('ambiguous-flags', shown)
  const dataOffset = bytes.position
  const dataEnd = dataOffset + record.packedBytes
  if (dataEnd > end) throw archiveRefusal('overlapping-entries', { entry: shown })
  const file = fileEntry(path, unpack(await bytes.take(record.packedBytes), admitted))
  let used = dataEnd
  if ((header.flags & FLAG_DESCRIPTOR) !== 0)
    used += descriptorLength(await bytes.take(Math.min(DESCRIPTOR_BYTES, end - dataEnd)), admitted)
  if (used < end) notices.add('unclaimed-bytes', shown)
  return { file, dataOffset, admitted }
}

/** Output is asked for in one piece, with a byte to spare that tells zlib it was enough; larger ones come in pieces. */
const FIRST_PIECE_BYTES = 4 * 1024 * 1024
const SMALLEST_PIECE_BYTES = 64

interface Inflated {
  buffer: Buffer
  engine: { bytesWritten: number }
}

function inflate(packed: Uint8Array, { record, shown }: AdmittedEntry): Uint8Array {
  const most = Math.max(1, record.unpackedBytes)
  try {
    const options = {
      info: true,
      maxOutputLength: most,
      chunkSize: Math.max(SMALLEST_PIECE_BYTES, Math.min(most + 1, FIRST_PIECE_BYTES)),
    }
    // With `info`, Node returns this shape; its type says Buffer.
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as Inflated
    if (engine.bytesWritten !== packed.length)
      throw archiveRefusal('size-mismatch', { entry: shown, found: `${engine.bytesWritten} ≠ ${packed.length} B` })
    return buffer
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
    if (error.code === 'ERR_BUFFER_TOO_LARGE')
      throw archiveRefusal('size-mismatch', { entry: shown, found: `> ${record.unpackedBytes} B`, cause: error })
    if (!error.code.startsWith('Z_')) throw error
    throw archiveRefusal('corrupt-data', { entry: shown, found: error.code, cause: error })
  }
}

const hex = (value: number) => value.toString(16).padStart(8, '0')

/**
 * The content of an entry. Never more bytes than declared are produced: a header that lies small is found out at the
 * first byte too many, one that lies big at the end.
 * @throws Refusal when the data is damaged, its size or its CRC-32 is not the one declared, or packed bytes are left
 */
export function unpack(packed: Uint8Array, entry: AdmittedEntry): Uint8Array {
  const { record, shown } = entry
  const content = record.method === 0 ? packed : inflate(packed, entry)
  if (content.length !== record.unpackedBytes)
    throw archiveRefusal('size-mismatch', { entry: shown, found: `${content.length} ≠ ${record.unpackedBytes} B` })
  const sum = crc32(content)
  if (sum !== record.crc32)
    throw archiveRefusal('crc-mismatch', { entry: shown, found: `${hex(sum)} ≠ ${hex(record.crc32)}` })
  return content
}

/** Small entries are read together: fewer requests to a store, bounded memory. */
const WINDOW_BYTES = 1024 * 1024

/** Reads a source once from its first byte to its last, hashing all that passes. */
export class FrontToBack {
  readonly #source: ByteSource
  readonly #hash = createHash('sha256')
  #window: Uint8Array = new Uint8Array()
  /** Offset just after the window. */
  #fetched = 0

  constructor(source: ByteSource) {
    this.#source = source
  }

  /** Offset of the next byte to be taken. */
  get position(): number {
    return this.#fetched - this.#window.length
  }

  /** The next `length` bytes (fewer at the end of the source). */
  async take(length: number): Promise<Uint8Array> {
    if (this.#window.length < length) {
      const missing = length - this.#window.length
      const fetched = await this.#fetch(Math.max(missing, WINDOW_BYTES))
      this.#window = this.#window.length === 0 ? fetched : Buffer.concat([this.#window, fetched])
    }
    const taken = this.#window.subarray(0, length)
    this.#window = this.#window.subarray(length)
    return taken
  }

  /** Moves on to `offset`, which must not lie behind. */
  async skipTo(offset: number): Promise<void> {
    while (this.position < offset) await this.take(Math.min(offset - this.position, WINDOW_BYTES))
  }

  /** Reads what is left and tells the lower-case hex SHA-256 of the whole source. */
  async finish(): Promise<string> {
    this.#window = new Uint8Array()
    while (this.#fetched < this.#source.size) await this.#fetch(WINDOW_BYTES)
    return this.#hash.copy().digest('hex')
  }

  async #fetch(length: number): Promise<Uint8Array> {
    const fits = Math.min(length, this.#source.size - this.#fetched)
    if (fits === 0) return new Uint8Array()
    const bytes = await this.#source.read(this.#fetched, fits)
    this.#hash.update(bytes)
    this.#fetched += fits
    return bytes
  }
}
