import type { Entry, ZipReader } from '@zip.js/zip.js'
import type { ByteSource } from '../../base/bytes.ts'
import type { NoticeList } from '../notices.ts'
import { UNICODE_PATH_NAME_AT } from './extra-fields.ts'
import { listingRefusal } from './listing-refusal.ts'
import type { ZipDirectory, ZipRecord } from './record.ts'
import { SourceReader } from './source-reader.ts'

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
