import type { Entry, Reader, ZipReader } from '@zip.js/zip.js'
import type { ByteSource } from '../../core/files.ts'
import type { NoticeList } from '../notices.ts'
import { type ArchiveRefusalCode, archiveRefusal } from '../refusals/archive.ts'
import { Refusal } from '../refusals/refusal.ts'

/** One record of the central directory, as it stands there: nothing of it is believed yet. */
export interface ZipRecord {
  rawName: Uint8Array
  /** Raw name of a valid Unicode Path field (APPNOTE 4.6.9), which wins over {@link rawName}. */
  unicodeName: Uint8Array | undefined
  /** General purpose bit flags. */
  flags: number
  /** Compression method: 0 stored, 8 deflate. */
  method: number
  crc32: number
  packedBytes: number
  unpackedBytes: number
  /** Offset of the local header in the archive. */
  offset: number
  /** File type bits of the Unix mode (`mode & 0o170000`), 0 when there are none. */
  unixType: number
  /** The MS-DOS attribute "directory". */
  dosDirectory: boolean
}

export const FLAG_ENCRYPTED = 0x1
export const FLAG_DESCRIPTOR = 0x8
export const FLAG_STRONG_ENCRYPTION = 0x40
export const FLAG_UTF8 = 0x800
export const FLAG_MASKED_HEADERS = 0x2000

/** The whole central directory of an archive. */
export interface ZipDirectory {
  records: readonly ZipRecord[]
  /** Where the central directory begins: no entry's data may reach it. */
  offset: number
}

/** ZIP64 sizes (APPNOTE 6.3.10, 4.5.3). */
export const ZIP64_FIELD = 0x0001
/** Info-ZIP Unicode Path (4.6.9): a version, the CRC-32 of the plain name, then the name in UTF-8. */
export const UNICODE_PATH_FIELD = 0x7075
export const UNICODE_PATH_NAME_AT = 5

/** The extra fields of a header by their id, the last of each; a field cut off at the end is left out. */
export function extraFields(extra: Buffer): ReadonlyMap<number, Buffer> {
  const fields = new Map<number, Buffer>()
  let at = 0
  while (at + 4 <= extra.length) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    if (end <= extra.length) fields.set(extra.readUInt16LE(at), extra.subarray(at + 4, end))
    at = end
  }
  return fields
}

/** Oddities of a directory that do not change which bytes belong to which name. */
const HARMLESS = new Set([
  'appended data',
  'unsorted central directory',
  'unknown version needed to extract',
  'malformed extra field',
  // Refused by the name register, which can tell both names.
  'duplicate filename',
])

function toRecord(entry: Entry): ZipRecord {
  const unicode = entry.extraFieldUnicodePath
  return {
    rawName: entry.rawFilename,
    unicodeName: unicode?.valid ? unicode.data.subarray(UNICODE_PATH_NAME_AT) : undefined,
    flags: entry.rawBitFlag ?? 0,
    method: entry.compressionMethod,
    crc32: entry.crc32 ?? 0,
    packedBytes: entry.compressedSize,
    unpackedBytes: entry.uncompressedSize,
    offset: entry.offset,
    unixType: (entry.externalFileAttributes >>> 16) & 0o170000,
    dosDirectory: (entry.externalFileAttributes & 0x10) !== 0,
  }
}

async function readRecords(archive: ZipReader<unknown>, most: number): Promise<ZipRecord[]> {
  const records: ZipRecord[] = []
  for await (const entry of archive.getEntriesGenerator()) {
    records.push(toRecord(entry))
    if (records.length > most) break
  }
  return records
}

/** The reason zip.js gives for a refusal of its own; undefined for anything else. */
function reasonOf(error: unknown): string | undefined {
  return error instanceof Error && 'reason' in error ? String(error.reason) : undefined
}

/**
 * Lists the central directory to its end before any entry is read: strictly, and once more leniently when the only
 * objection was one that cannot mix up contents. Reads the tail of the archive and the directory.
 * @param most entries to list; one more is returned when there are more
 * @throws Refusal when the directory is cut off, contradicts itself, or is encrypted; what `source` fails with
 */
export async function listDirectory(source: ByteSource, most: number, notices: NoticeList): Promise<ZipDirectory> {
  const zip = await import('@zip.js/zip.js/lib/zip-core-reader.js')
  const attempt = async (strictness: 'strict' | 'balanced'): Promise<ZipDirectory> => {
    const reader = new SourceReader(source)
    const archive = new zip.ZipReader(reader.asReader(), { strictness, filenameValidation: 'tolerant' })
    try {
      const records = await readRecords(archive, most)
      const odd = archive.warnings?.map((warning) => warning.reason) ?? []
      const harmful = odd.find((reason) => !HARMLESS.has(reason))
      if (harmful !== undefined) throw listingRefusal(harmful, new Error(harmful))
      if (odd.includes('appended data')) notices.add('appended-data')
      return { records, offset: archive.directoryOffset ?? 0 }
    } catch (error) {
      if (reader.failure !== undefined) throw reader.failure.error
      const reason = reasonOf(error)
      if (strictness === 'strict' && reason !== undefined && HARMLESS.has(reason)) return attempt('balanced')
      throw listingRefusal(reason ?? (error instanceof Error ? error.message : ''), error)
    }
  }
  return attempt('strict')
}

/** What the messages and reasons of zip.js mean to the sender; every other one is a directory that is not valid. */
const CODES: Readonly<Record<string, ArchiveRefusalCode>> = {
  'File format is not recognized': 'truncated',
  'End of central directory not found': 'truncated',
  'Split zip file': 'split-archive',
  'End of Zip64 central directory locator not found': 'zip64-invalid',
  'Zip64 extra field not found': 'zip64-invalid',
  '64-bit value exceeds Number.MAX_SAFE_INTEGER': 'zip64-invalid',
  'mismatched zip64 end of central directory record': 'zip64-invalid',
  'missing zip64 extra field': 'zip64-invalid',
  'unknown zip64 extensible data': 'zip64-invalid',
  'Encrypted central directory is not supported': 'encrypted',
}

/** The refusal of an archive whose directory zip.js could not list, or listed with a reason that can mix up contents. */
function listingRefusal(reason: string, cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause
  return archiveRefusal(CODES[reason] ?? 'central-directory-invalid', { cause })
}

/** A {@link ByteSource} as zip.js wants to read it; keeps what the source failed with, apart from zip.js's own errors. */
class SourceReader {
  readonly size: number
  readonly #source: ByteSource
  /** The first error of the source itself. */
  failure: { error: unknown } | undefined

  constructor(source: ByteSource) {
    this.#source = source
    this.size = source.size
  }

  async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    const fits = Math.max(0, Math.min(length, this.size - offset))
    if (fits === 0) return new Uint8Array()
    try {
      return await this.#source.read(offset, fits)
    } catch (error) {
      this.failure ??= { error }
      throw error
    }
  }

  /** zip.js reads a listing with `size` and `readUint8Array` only; its type also asks for streams. */
  asReader(): Reader<unknown> {
    return this as unknown as Reader<unknown>
  }
}
