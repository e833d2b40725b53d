import { Budget } from '../budget.ts'
import type { ReadLimits } from '../container.ts'
import { displayName } from '../display.ts'
import { NameRegister } from '../name-register.ts'
import type { NoticeList } from '../notices.ts'
import { archiveRefusal } from '../refusals-archive.ts'
import { safePath } from '../safe-path.ts'
import { decodeEntryName } from './entry-name.ts'
import { LOCAL_HEADER_BYTES } from './local-header.ts'
import { FLAG_ENCRYPTED, FLAG_MASKED_HEADERS, FLAG_STRONG_ENCRYPTION, type ZipRecord } from './record.ts'

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
