import { archiveRefusal } from '../refusals-archive.ts'
import { extraFields, UNICODE_PATH_FIELD, UNICODE_PATH_NAME_AT, ZIP64_FIELD } from './extra-fields.ts'
import type { AdmittedEntry } from './gate.ts'
import { FLAG_DESCRIPTOR, FLAG_UTF8 } from './record.ts'

/** Fixed part of a local header (APPNOTE 6.3.10, 4.3.7). */
export const LOCAL_HEADER_BYTES = 30
const SIGNATURE = 0x04034b50
const IN_ZIP64 = 0xffffffff

/** What the fixed part of a local header says. */
export interface LocalHeader {
  flags: number
  method: number
  crc32: number
  packedBytes: number
  unpackedBytes: number
  nameBytes: number
  extraBytes: number
}

function mismatch(entry: AdmittedEntry, found: string) {
  return archiveRefusal('local-header-mismatch', { entry: entry.shown, found })
}

/** @throws Refusal when there is no local header in these {@link LOCAL_HEADER_BYTES} bytes */
export function parseLocalHeader(bytes: Uint8Array, entry: AdmittedEntry): LocalHeader {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.length < LOCAL_HEADER_BYTES || view.readUInt32LE(0) !== SIGNATURE) throw mismatch(entry, 'signature')
  return {
    flags: view.readUInt16LE(6),
    method: view.readUInt16LE(8),
    crc32: view.readUInt32LE(14),
    packedBytes: view.readUInt32LE(18),
    unpackedBytes: view.readUInt32LE(22),
    nameBytes: view.readUInt16LE(26),
    extraBytes: view.readUInt16LE(28),
  }
}

/** Sizes of the ZIP64 field: unpacked first, then packed, each only where the header defers to it. */
function realSizes(header: LocalHeader, field: Buffer | undefined): { packed: number; unpacked: number } {
  let at = 0
  const real = (told: number): number => {
    if (told !== IN_ZIP64 || field === undefined || at + 8 > field.length) return told
    at += 8
    return Number(field.readBigUInt64LE(at - 8))
  }
  const unpacked = real(header.unpackedBytes)
  return { unpacked, packed: real(header.packedBytes) }
}

/**
 * Compares a local header with the directory's record: name byte for byte, method, encryption and, unless they come
 * after the data, checksum and sizes. Two tools must not see two different files.
 * @param rest the name and the extra field, as they follow the header
 * @returns whether some flag without a bearing on the content differs
 * @throws Refusal when they differ
 */
export function compareLocalHeader(header: LocalHeader, rest: Uint8Array, entry: AdmittedEntry): boolean {
  const { record } = entry
  const bytes = Buffer.from(rest.buffer, rest.byteOffset, rest.byteLength)
  if (!bytes.subarray(0, header.nameBytes).equals(record.rawName)) throw mismatch(entry, 'name')
  const extra = extraFields(bytes.subarray(header.nameBytes))
  const unicode = extra.get(UNICODE_PATH_FIELD)?.subarray(UNICODE_PATH_NAME_AT)
  if (unicode !== undefined && !unicode.equals(record.unicodeName ?? record.rawName))
    throw mismatch(entry, 'Unicode name')
  if (header.method !== record.method) throw mismatch(entry, `method: ${header.method} ≠ ${record.method}`)
  const differing = header.flags ^ record.flags
  if ((differing & ~(FLAG_DESCRIPTOR | FLAG_UTF8 | 0x6)) !== 0)
    throw mismatch(entry, `flags: ${header.flags} ≠ ${record.flags}`)
  if ((header.flags & FLAG_DESCRIPTOR) === 0) {
    const { packed, unpacked } = realSizes(header, extra.get(ZIP64_FIELD))
    if (packed !== record.packedBytes) throw mismatch(entry, `size: ${packed} ≠ ${record.packedBytes}`)
    if (unpacked !== record.unpackedBytes) throw mismatch(entry, `size: ${unpacked} ≠ ${record.unpackedBytes}`)
    if (header.crc32 !== record.crc32) throw mismatch(entry, 'CRC-32')
  }
  return (differing & (FLAG_DESCRIPTOR | FLAG_UTF8)) !== 0
}
