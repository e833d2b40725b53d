import type { ReadLimits } from '../container.ts'
import { displayName } from '../display.ts'
import { decodeEntryName, NameRegister, safePath } from '../entry-names.ts'
import { Budget } from '../limits.ts'
import type { NoticeList } from '../notices.ts'
import { archiveRefusal } from '../refusals/archive.ts'
import {
  extraFields,
  FLAG_DESCRIPTOR,
  FLAG_ENCRYPTED,
  FLAG_MASKED_HEADERS,
  FLAG_STRONG_ENCRYPTION,
  FLAG_UTF8,
  UNICODE_PATH_FIELD,
  UNICODE_PATH_NAME_AT,
  ZIP64_FIELD,
  type ZipRecord,
} from './directory.ts'

/** File types of a Unix mode (POSIX `S_IFMT`) that are no document and no folder. */
const SPECIAL_FILES: ReadonlyMap<number, string> = new Map([
  [0o010000, 'FIFO'],
  [0o020000, 'device'],
  [0o060000, 'device'],
  [0o120000, 'symlink'],
  [0o140000, 'socket'],
])
const SECRET = FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED_HEADERS
/** WinZip AES (APPNOTE 4.4.5) hides the real method behind this one. */
const METHOD_AES = 99

/** An entry that may be read: its name, kind, flags and declared sizes are in order. */
export interface AdmittedEntry {
  record: ZipRecord
  path: string
  /** The name for messages. */
  shown: string
  directory: boolean
}

function nameOf(record: ZipRecord, notices: NoticeList): string {
  const { text, encoding } = decodeEntryName(record.unicodeName ?? record.rawName)
  if (encoding !== 'utf-8') notices.add(`names-${encoding}`, displayName(text))
  return text
}

function checkKind(record: ZipRecord, entry: string): void {
  const special = SPECIAL_FILES.get(record.unixType)
  if (special !== undefined) throw archiveRefusal('link-or-device', { entry, found: special })
  if ((record.flags & SECRET) !== 0 || record.method === METHOD_AES) throw archiveRefusal('encrypted', { entry })
  if (record.method !== 0 && record.method !== 8)
    throw archiveRefusal('unsupported-compression', { entry, found: String(record.method) })
}

/** Refuses ranges that cannot be apart, counting the least each entry takes up (the quoted overlap needs no reading). */
function checkApart(admitted: readonly AdmittedEntry[], directoryOffset: number): void {
  let previousEnd = 0
  for (const { record, shown } of admitted) {
    const end = record.offset + LOCAL_HEADER_BYTES + record.rawName.length + record.packedBytes
    if (record.offset < previousEnd || end > directoryOffset)
      throw archiveRefusal('overlapping-entries', { entry: shown })
    previousEnd = end
  }
}

/**
 * The policy on what the directory declares, applied to all entries before any is read.
 * @returns the entries by their place in the archive
 * @throws Refusal at the first entry that is not in order
 */
export function admit(
  records: readonly ZipRecord[],
  directoryOffset: number,
  limits: Readonly<ReadLimits>,
  notices: NoticeList,
): AdmittedEntry[] {
  const budget = new Budget(limits)
  const names = new NameRegister()
  const admitted = records.map((record): AdmittedEntry => {
    budget.addEntry()
    const name = nameOf(record, notices)
    const shown = displayName(name)
    const path = safePath(name, limits)
    if (name.includes('\\')) notices.add('backslash-separators', shown)
    checkKind(record, shown)
    const directory = /[\\/]$/.test(name) || path === '' || record.dosDirectory || record.unixType === 0o040000
    if (directory && record.unpackedBytes > 0)
      throw archiveRefusal('directory-with-content', { entry: shown, found: String(record.unpackedBytes) })
    if (directory) names.addFolder(path)
    else names.addFile(path)
    budget.addBytes(name, record.unpackedBytes)
    budget.checkRatio(name, record.packedBytes, record.unpackedBytes)
    return { record, path, shown, directory }
  })
  budget.checkRatio(mostPacked(admitted), directoryOffset, budget.bytes)
  admitted.sort((a, b) => a.record.offset - b.record.offset)
  checkApart(admitted, directoryOffset)
  return admitted
}

/** The entry that shrank most: named when it is the archive as a whole that packs too well. */
function mostPacked(admitted: readonly AdmittedEntry[]): string {
  const share = ({ record }: AdmittedEntry) => record.unpackedBytes / Math.max(1, record.packedBytes)
  const [first, ...others] = admitted
  return others.reduce((most, one) => (most && share(most) >= share(one) ? most : one), first)?.path ?? ''
}

/** Fixed part of a local header (APPNOTE 6.3.10, 4.3.7). */
export const LOCAL_HEADER_BYTES = 30
const LOCAL_HEADER_SIGNATURE = 0x04034b50
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
  if (view.length < LOCAL_HEADER_BYTES || view.readUInt32LE(0) !== LOCAL_HEADER_SIGNATURE)
    throw mismatch(entry, 'signature')
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

/** Most bytes a data descriptor takes: signature, CRC-32 and two 64-bit sizes (APPNOTE 6.3.10, 4.3.9). */
export const DESCRIPTOR_BYTES = 24
const DESCRIPTOR_SIGNATURE = 0x08074b50

function fits(view: Buffer, at: number, wide: boolean, entry: AdmittedEntry): boolean {
  const { crc32, packedBytes, unpackedBytes } = entry.record
  if (view.length < at + (wide ? 20 : 12) || view.readUInt32LE(at) !== crc32) return false
  if (wide)
    return (
      view.readBigUInt64LE(at + 4) === BigInt(packedBytes) && view.readBigUInt64LE(at + 12) === BigInt(unpackedBytes)
    )
  return view.readUInt32LE(at + 4) === packedBytes && view.readUInt32LE(at + 8) === unpackedBytes
}

/**
 * Length of the data descriptor that `bytes` begin with, in any of its four layouts.
 * @throws Refusal when none of them agrees with the directory's record
 */
export function descriptorLength(bytes: Uint8Array, entry: AdmittedEntry): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = view.length >= 4 && view.readUInt32LE(0) === DESCRIPTOR_SIGNATURE ? [4, 0] : [0]
  for (const at of start) {
    if (fits(view, at, false, entry)) return at + 12
    if (fits(view, at, true, entry)) return at + 20
  }
  throw archiveRefusal('local-header-mismatch', { entry: entry.shown, found: 'data descriptor' })
}
